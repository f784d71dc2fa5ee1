internal import ArabicText
internal import Incidents

/// Nobody was hurt, and figures that are none.
extension CountReader {
  /// «دون وقوع إصابات» "without injuries", «لم يُصب أحد» "nobody was hurt", «اقتصرت الأضرار على الماديات» "the damage was material only".
  func nobody(at token: Int) -> Count? {
    for mention in mentions.starting(at: token, of: .quantity) where mention.meaning == .quantity(.none) {
      return zero(mention.tokens, [mention.rule])
    }
    // «عدد الإصابات صفر», "the number of injuries is zero"
    for mention in mentions.starting(at: token, of: .quantity) where mention.meaning == .quantity(.zero) {
      if mentions.cues(at: mention.tokens.upperBound).contains(.casualty) {
        return zero(token..<mention.tokens.upperBound + 1, [mention.rule])
      }
      for back in 1...2 where mentions.cues(at: token - back).contains(.casualty) {
        return zero(token - back..<token + 1, [mention.rule])
      }
    }
    guard let denial = negation(at: token) else { return nil }
    // The noun stands within five words: «ولم يسفر عن إصابات», "and did not result in injuries".
    for next in Range.window(denial.tokens.upperBound, min(denial.tokens.upperBound + 5, text.tokens.count)) {
      if isEnd(next) || isUnreported(next) { return nil }
      // «لم يسقط أي قتيل» "not one fell dead", «لم يُصب أي جندي» "no soldier was hurt"
      if text.isWord(next, FrameWord.any), let noun = hurt(at: next + 1, after: denial.tokens.upperBound, next) {
        return zero(token..<noun.tokens.upperBound, [denial.rule, noun.rule])
      }
      for mention in mentions.starting(at: next, of: [.casualty, .quantity]) {
        switch mention.meaning {
        case .casualty(let word) where word.number == .many && word.form == .counted && word.effect != .captured:
          return zero(token..<mention.tokens.upperBound, [denial.rule, mention.rule])
        case .quantity(.loss):
          return zero(token..<mention.tokens.upperBound, [denial.rule, mention.rule])
        case .casualty(let word) where word.form == .noun && word.effect != .captured:
          guard text.isWord(mention.tokens.upperBound, FrameWord.someone) else { continue }
          return zero(token..<mention.tokens.upperBound + 1, [denial.rule, mention.rule])
        case .casualty(let word) where word.form == .verb:
          guard text.isWord(mention.tokens.upperBound, FrameWord.someone) else { continue }
          return zero(token..<mention.tokens.upperBound + 1, [denial.rule, mention.rule])
        default: continue
        }
      }
    }
    return nil
  }

  // A noun for the hurt, or for people after a word of casualties.
  private func hurt(at token: Int, after start: Int, _ end: Int) -> Mention? {
    mentions.starting(at: token, of: [.casualty, .people]).first {
      switch $0.meaning {
      case .casualty(let word): word.number != nil
      case .person: Range.window(start, end).contains { mentions.cues(at: $0).contains(.casualty) }
      default: false
      }
    }
  }

  private func zero(_ tokens: Range<Int>, _ rules: [String]) -> Count {
    Count(tokens: tokens, value: .exactly(0), noun: .people, effect: nil, rules: rules + ["frame:no-casualties"])
  }

  private func negation(at token: Int) -> Mention? {
    guard mentions.cues(at: token).contains(.discard) else { return nil }
    return mentions.starting(at: token, of: .discard).first {
      $0.meaning == .discard(.negation) && $0.clitics.isDisjoint(with: [.pronoun, .accusative])
    }
  }

  func isUnreported(_ token: Int) -> Bool {
    mentions.cues(at: token).contains(.discard)
      && mentions.starting(at: token, of: .discard).contains { $0.meaning == .discard(.unreported) }
  }

  /// True when a word of negation stands up to four words before, in the same clause.
  func isNegated(_ token: Int) -> Bool {
    var back = token - 1
    while back >= 0, back >= token - 4, !isEnd(back) {
      if negation(at: back) != nil { return true }
      back -= 1
    }
    return false
  }

  /// A figure that no reader took because it has too many digits: refused with the reason, unless it is a telephone number.
  func refused(at token: Int, _ progress: inout Progress) -> Int {
    let digits = text.folded(token).count
    if digits > 15 || digits > 9 && text.folded(token).first != 0x30 {
      progress.counts.append(
        Count(
          tokens: token..<token + 1, value: .vague, noun: .other, effect: nil, rules: [],
          refusal: .tooLong(digits: digits)))
      return mentions.cues(at: token + 1).contains(.people) ? token + 2 : token + 1
    }
    return token + 1
  }
}
