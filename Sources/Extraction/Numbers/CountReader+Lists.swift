internal import ArabicText
internal import Incidents

/// Counts that belong together: members of a list, parts of a sum, the same people told twice.
extension CountReader {
  /// Takes a count up: as part or member of the one before, or by itself.
  /// - Returns: the token to go on at.
  func add(_ count: Count, _ progress: inout Progress) -> Int {
    // The count before is taken out while it grows, so that a list of any length is not copied member by member.
    guard var last = progress.counts.popLast() else {
      progress.counts.append(count)
      progress.fate?.isUsed = true
      return count.tokens.upperBound
    }
    let isNew = !merge(count, into: &last, progress)
    progress.counts.append(last)
    if isNew {
      progress.counts.append(count)
      progress.fate?.isUsed = true
    }
    return count.tokens.upperBound
  }

  /// - Returns: false when the count stands by itself.
  private func merge(_ count: Count, into last: inout Count, _ progress: Progress) -> Bool {
    let end = count.tokens.upperBound
    let part = Count.Part(tokens: count.tokens, value: count.value)
    if isSameBodies(count, last) {
      // «جثث 4 أشخاص», "the bodies of 4 people"; «جثتي شابين», "the bodies of two young men"
      last.tokens = last.tokens.lowerBound..<end
      last.value = count.value
      last.rules += count.rules
      return true
    }
    let isPart =
      count.tokens.lowerBound < progress.partsEnd || isBracketed(count, after: last) || isOfThem(count, after: last)
    // «61 قتيلاً بينهم 19 طفلاً ونحو 150 جريحاً», "61 dead, among them 19 children, and some 150 wounded": what befell others is no part.
    if isPart, !isOtherFate(count, last) {
      last.parts.append(part)
      return true
    }
    // «أضراراً مادية فقط دون خسائر», "material damage only, without losses", says it twice.
    let isDeniedTwice =
      last.value == .exactly(0) && count.value == .exactly(0) && count.effect == last.effect
      && count.tokens.lowerBound - last.tokens.upperBound <= 1
    if isDeniedTwice || isSecondKind(count, of: last) {
      last.tokens = last.tokens.lowerBound..<end
      // «15 قتيلاً وجريحاً», "15 dead and wounded": which is which is not told.
      if last.effect != count.effect { last.effect = nil }
      return true
    }
    if joins(count, to: last) {
      if last.summed.isEmpty { last.summed = [Count.Part(tokens: last.tokens, value: last.value)] }
      last.summed.append(part)
      last.value = last.value + count.value
      last.tokens = last.tokens.lowerBound..<end
      last.rules += count.rules + ["frame:list-sum"]
      return true
    }
    guard last.value.isVague, count.value.isVague, count.noun == .people, last.refusal == nil, follows(count, last)
    else {
      return false
    }
    // «قتلى وجرحى», "dead and wounded"
    last.tokens = last.tokens.lowerBound..<end
    last.rules += count.rules
    if last.effect != count.effect { last.effect = nil }
    return true
  }

  private func isOtherFate(_ count: Count, _ last: Count) -> Bool {
    guard let own = count.effect, let before = last.effect, own != before, isConjoined(count.tokens.lowerBound) else {
      return false
    }
    return count.tokens.contains { mentions.cues(at: $0).contains(.casualty) }
  }

  // The people told directly behind their bodies, or «من» "of" behind a family: «عائلة من خمسة أفراد», "a family of five".
  private func isSameBodies(_ count: Count, _ last: Count) -> Bool {
    guard count.noun == .people, last.noun == .people, last.refusal == nil, !count.value.isVague else { return false }
    let gap = count.tokens.lowerBound - last.tokens.upperBound
    if gap == 1, last.value.isVague, text.isWord(last.tokens.upperBound, FrameWord.from) { return true }
    return gap == 0 && last.effect != nil && last.summed.isEmpty && (last.value.isVague || last.value == count.value)
      && !isConjoined(count.tokens.lowerBound)
  }

  // «50 قتيلاً بألغام في البادية، بينهم 15 طفلاً», "50 dead by mines in the Badia, among them 15 children": in the same sentence.
  func isPartOf(_ last: Count, _ token: Int) -> Bool {
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
      // «7 أشخاص: 4 رجال و3 نساء», "7 people: 4 men and 3 women"
      if text.isMark(token, .colon) { return token - last.tokens.upperBound <= 1 && last.noun == .people }
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
    return mentions.starting(at: token, of: .trigger).contains {
      if case .trigger(let trigger) = $0.meaning { trigger.form == .verb } else { false }
    }
  }
}
