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
      return add(count(figure, progress), &progress)
    }
    if isEnd(token) { progress.fate = nil }
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
      if let before = progress.fate, !before.isUsed, before.end == token, isConjoined(token) { fate.effect = nil }
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

  /// Takes a count up: as part or member of the one before, or by itself.
  /// - Returns: the token to go on at.
  private func add(_ count: Count, _ progress: inout Progress) -> Int {
    let end = count.tokens.upperBound
    if let last = progress.counts.last {
      let part = Count.Part(tokens: count.tokens, value: count.value)
      if last.tokens.upperBound == count.tokens.lowerBound, last.value.isVague, count.noun == .people,
        last.effect != nil,
        !count.value.isVague
      {
        // «جثث 4 أشخاص», "the bodies of 4 people"
        var joined = count
        joined.tokens = last.tokens.lowerBound..<end
        joined.effect = last.effect
        joined.rules = last.rules + count.rules
        progress.counts[progress.counts.count - 1] = joined
        return end
      }
      if count.tokens.lowerBound < progress.partsEnd || isBracketed(count, after: last) || isOfThem(count, after: last)
      {
        progress.counts[progress.counts.count - 1].parts.append(part)
        return end
      }
      // «أضراراً مادية فقط دون خسائر», "material damage only, without losses", says it twice.
      if last.value == .exactly(0), count.value == .exactly(0), count.effect == last.effect,
        count.tokens.lowerBound - last.tokens.upperBound <= 1
      {
        progress.counts[progress.counts.count - 1].tokens = last.tokens.lowerBound..<end
        return end
      }
      if isSecondKind(count, of: last) {
        progress.counts[progress.counts.count - 1].tokens = last.tokens.lowerBound..<end
        return end
      }
      if joins(count, to: last) {
        var sum = last
        if sum.summed.isEmpty { sum.summed = [Count.Part(tokens: last.tokens, value: last.value)] }
        sum.summed.append(part)
        sum.value = last.value + count.value
        sum.tokens = last.tokens.lowerBound..<end
        sum.rules += count.rules + ["frame:list-sum"]
        progress.counts[progress.counts.count - 1] = sum
        return end
      }
      if last.value.isVague, count.value.isVague, count.noun == .people, follows(count, last) {
        // «قتلى وجرحى», "dead and wounded"
        progress.counts[progress.counts.count - 1].tokens = last.tokens.lowerBound..<end
        progress.counts[progress.counts.count - 1].rules += count.rules
        if last.effect != count.effect { progress.counts[progress.counts.count - 1].effect = nil }
        return end
      }
    }
    progress.counts.append(count)
    progress.fate?.isUsed = true
    return end
  }

  // «50 قتيلاً بألغام في البادية، بينهم 15 طفلاً», "50 dead by mines in the Badia, among them 15 children": in the same sentence.
  private func isPartOf(_ last: Count, _ token: Int) -> Bool {
    let between = Range.window(last.tokens.upperBound, token)
    return between.count <= (last.noun == .people ? 12 : 3)
      && between.allSatisfy { text.tokens[$0].kind != .lineBreak && !text.isMark($0, .dot) && fate(at: $0) == nil }
  }

  // «5 مدنيين، 2 منهم بحالة حرجة», "5 civilians, 2 of them in critical condition"
  private func isOfThem(_ count: Count, after last: Count) -> Bool {
    guard last.noun == .people, isPart(count.tokens.upperBound) else { return false }
    let between = Range.window(last.tokens.upperBound, count.tokens.lowerBound)
    return between.count <= 6 && between.allSatisfy { fate(at: $0) == nil }
  }

  // «25 شخصاً (10 جنود و15 مسلحاً)», "25 people (10 soldiers and 15 gunmen)"
  private func isBracketed(_ count: Count, after last: Count) -> Bool {
    var token = count.tokens.lowerBound - 1
    while token >= last.tokens.upperBound, token > count.tokens.lowerBound - 12 {
      if text.isMark(token, .close) { return false }
      if text.isMark(token, .open) { return token - last.tokens.upperBound <= 1 }
      token -= 1
    }
    return false
  }

  /// True for people told next after others by «و» "and", of whom the same is told: «ضابط وجنديان», «8 من الجيش و7 من الدفاع الوطني».
  private func joins(_ count: Count, to last: Count) -> Bool {
    guard last.noun == .people, count.noun == .people, last.refusal == nil, !count.value.isVague, !last.value.isVague,
      last.value != .exactly(0), last.effect == nil || count.effect == nil || last.effect == count.effect,
      isConjoined(count.tokens.lowerBound)
    else { return false }
    let between = last.tokens.upperBound..<max(last.tokens.upperBound, count.tokens.lowerBound)
    guard between.count <= 6 else { return false }
    return between.allSatisfy { token in
      let kind = text.tokens[token].kind
      guard kind == .word else { return kind == .mark && PhraseIndex.isTransparent(text.tokens[token].scalar) }
      // Another fate, a verb or a new list of parts begins something else: «3 قتلى وإصابة 5», "3 dead and the wounding of 5".
      return fate(at: token) == nil && !isPart(token) && mentions.cues(at: token).isDisjoint(with: [.quantity])
        && !isVerb(token)
    }
  }

  // «80 عسكرياً ومدنياً», "80 military and civilian people": a second noun in the case of the counted one is counted with it.
  private func isSecondKind(_ count: Count, of last: Count) -> Bool {
    guard let lower = last.value.lower, lower >= 11, last.summed.isEmpty, count.value == .exactly(1),
      count.noun == .people,
      count.tokens.lowerBound == last.tokens.upperBound, count.tokens.count == 1, last.tokens.count > 1,
      isConjoined(count.tokens.lowerBound)
    else { return false }
    let (a, b) = (text.folded(last.tokens.upperBound - 1), text.folded(count.tokens.lowerBound))
    let isAccusative = a.last == LetterCode.alef && b.last == LetterCode.alef
    let isGenitive = lower % 100 == 0 && a.last != LetterCode.alef && b.last != LetterCode.alef
    return isAccusative || isGenitive
  }

  private func follows(_ count: Count, _ last: Count) -> Bool {
    count.tokens.lowerBound == last.tokens.upperBound
      || isConjoined(count.tokens.lowerBound) && count.tokens.lowerBound - last.tokens.upperBound <= 1
  }

  private func isVerb(_ token: Int) -> Bool {
    guard mentions.cues(at: token).contains(.trigger) else { return false }
    return mentions.starting(at: token).contains {
      if case .trigger(let trigger) = $0.meaning { trigger.form == .verb } else { false }
    }
  }

  func isConjoined(_ token: Int) -> Bool {
    if text.tokens[token].kind == .word, text.folded(token).first == LetterCode.waw { return true }
    return text.isWord(token - 1, FrameWord.and)
  }

  private func isPart(_ token: Int) -> Bool {
    mentions.cues(at: token).contains(.connective)
      && mentions.starting(at: token).contains { $0.meaning == .connective(.part) }
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
