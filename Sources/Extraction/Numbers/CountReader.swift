internal import ArabicText
internal import Incidents

/// Finds what a text counts, figures or not.
///
/// Three things count: a figure («15 عنصراً» "15 members"), a noun by its number («قتيلان» "two dead", «مقتل عنصر» "the killing of a
/// member", «قتلى» "dead"), and the denial of casualties («دون إصابات» "without injuries"). Members of one list are summed, parts are not.
/// One walk over the text; time is linear in its length.
struct CountReader {
  let text: TokenizedText
  let mentions: MentionTable
  let figures: [AnnotatedText.Figure]
  let owners: [TokenOwner]

  /// A word that tells what befalls the people after it.
  struct Fate {
    /// Nil when two words share their victims: «مقتل وإصابة سبعة» "the killing and wounding of seven".
    var effect: Effect?
    var form: CasualtyForm
    var token: Int
    var end: Int
    var rule: String
    var isUsed = false
  }

  /// How far the walk has come.
  struct Progress {
    var counts: [Count] = []
    var nextFigure = 0
    var fate: Fate?
    /// The counts that follow are parts of the one before, up to this token.
    var partsEnd = -1
  }

  private static let looked: WordCues = [.people, .casualty, .quantity, .discard, .connective, .digits]

  func counts() -> [Count] {
    var progress = Progress()
    var token = 0
    while token < text.tokens.count {
      let next = read(at: token, &progress)
      token = max(next, token + 1)
    }
    return progress.counts
  }

  private func read(at token: Int, _ progress: inout Progress) -> Int {
    while progress.nextFigure < figures.count, figures[progress.nextFigure].tokens.lowerBound < token {
      progress.nextFigure += 1
    }
    if progress.nextFigure < figures.count, figures[progress.nextFigure].tokens.lowerBound == token {
      let figure = figures[progress.nextFigure]
      progress.nextFigure += 1
      guard let count = count(figure, progress) else { return figure.tokens.upperBound }
      return add(count, &progress)
    }
    if isEnd(token), !isBesideDate(token) { progress.fate = nil }
    let cues = mentions.cues(at: token)
    guard !cues.isDisjoint(with: Self.looked), owners[token] != .date else { return token + 1 }
    if cues.contains(.digits) { return refused(at: token, &progress) }
    if !cues.isDisjoint(with: [.quantity, .discard]), let none = nobody(at: token) { return add(none, &progress) }
    if cues.contains(.connective), isPart(token), let last = progress.counts.last, isPartOf(last, token) {
      progress.partsEnd = clauseEnd(token)
    }
    guard !cues.isDisjoint(with: [.people, .casualty]) else { return token + 1 }
    if let told = noun(at: token, progress) { return add(ranged(told, &progress), &progress) }
    if var fate = fate(at: token) {
      if let before = progress.fate, !before.isUsed, before.form == fate.form, before.end == token, isConjoined(token) {
        fate.effect = nil
      }
      progress.fate = fate
      // A new casualty word ends the parts of the sum before.
      progress.partsEnd = min(progress.partsEnd, token)
      return fate.end
    }
    if let announced = announced(at: token) { progress.fate = announced }
    return token + 1
  }

  // «عنصران إلى ثلاثة عناصر», "two to three members"
  private func ranged(_ count: Count, _ progress: inout Progress) -> Count {
    let end = count.tokens.upperBound
    guard let low = count.value.lower, text.isWord(end, FrameWord.to), progress.nextFigure < figures.count else {
      return count
    }
    let next = figures[progress.nextFigure]
    guard next.tokens.lowerBound == end + 1, let high = next.value.upper, high > low else { return count }
    var result = count
    result.tokens = count.tokens.lowerBound..<next.tokens.upperBound
    result.value.upper = high
    result.rules += next.rules + ["frame:number-range"]
    return result
  }

  // «قُتل، أمس، جندي», "was killed, yesterday, a soldier": commas around a date do not end the clause.
  private func isBesideDate(_ token: Int) -> Bool {
    text.isMark(token, .comma) && (owner(token + 1) == .date || owner(token - 1) == .date)
  }

  private func owner(_ token: Int) -> TokenOwner { owners.indices.contains(token) ? owners[token] : .none }

  func isConjoined(_ token: Int) -> Bool {
    if text.tokens[token].kind == .word, text.folded(token).first == LetterCode.waw { return true }
    return text.isWord(token - 1, FrameWord.and)
  }

  func isPart(_ token: Int) -> Bool {
    mentions.cues(at: token).contains(.connective)
      && mentions.starting(at: token, of: .connective).contains { $0.meaning == .connective(.part) }
  }

  private func clauseEnd(_ token: Int) -> Int {
    var end = token + 1
    while end < text.tokens.count, end < token + 40, !isEnd(end), !text.isMark(end, .close) { end += 1 }
    return end
  }

  /// True for a mark or line end that closes a clause.
  func isEnd(_ token: Int) -> Bool {
    text.tokens[token].kind == .lineBreak || text.isMark(token, .clauseEnd)
  }
}
