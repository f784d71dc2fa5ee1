/// The table rows behind a date.
extension MentionTable {
  /// The longest rows of dates and numbers in a range of tokens, one after the other: the frames prefer them too.
  func dateRows(in tokens: Range<Int>) -> [Mention] {
    var result: [Mention] = []
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      var best: Mention?
      for mention in starting(at: token) where mention.tokens.upperBound <= tokens.upperBound {
        switch mention.meaning {
        case .date, .month, .weekday, .numeral, .quantity:
          if mention.tokens.count > best?.tokens.count ?? 0 { best = mention }
        default: continue
        }
      }
      if let best { result.append(best) }
      token = best?.tokens.upperBound ?? token + 1
    }
    return result
  }
}
