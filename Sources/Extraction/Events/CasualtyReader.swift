internal import ArabicText
internal import Incidents

/// Finds who was killed, wounded or captured, and how many.
///
/// One walk over a range of tokens. Three things tell casualties: a figure that counts them («22 قتيلاً» "22 dead"), a word
/// that governs its victims («مقتل 5 عناصر» "the killing of 5 members"), and a noun by itself («قتيلان» "two dead").
struct CasualtyReader {
  let article: AnnotatedText

  /// One figure of dead, wounded or captured with the words that tell it.
  struct Item {
    var effect: Effect
    var value: CountRange
    var tokens: Range<Int>
    /// Civilians, when the victims' noun says so.
    var victims: [ActorID] = []
    /// The token of the word that gives the effect.
    var governor: Int
    /// True for «ارتفعت الحصيلة إلى» "the toll rose to": replaces what was told before.
    var isUpdate = false
    /// True when it was told of one or two people by name or noun rather than by a figure.
    var isSingle = false
    /// No noun tells what the victims were: «قتيلان» "two dead", «جرح 7» "7 were wounded".
    var isUnmarked = false
    /// Told as a body or bodies.
    var isBody = false
    var rules: [String]
  }

  /// A casualty word at work: its victims follow or precede.
  struct Governor {
    /// More than one when the words do not tell which is which: «مقتل وإصابة 7», "the killing and wounding of 7".
    var effects: [Effect]
    var form: CasualtyForm
    /// How many a counted noun tells by itself.
    var number: GrammaticalNumber?
    var token: Int
    var end: Int
    var rule: String
    /// «القتلى» "the dead": spoken of before.
    var isDefinite: Bool
    /// Its victims have been told.
    var used = false

    /// The one effect; nil when it is one of several.
    var effect: Effect? { effects.count == 1 ? effects.first : nil }
  }

  /// A casualty noun before the figure that will count it: «عدد القتلى … إلى 6», "the number of the dead … to 6".
  struct Announcement {
    var effect: Effect
    var token: Int
    var rule: String
  }

  /// How far the walk over a range has come.
  struct Progress {
    let range: Range<Int>
    var items: [Item] = []
    /// The casualty word whose victims may follow.
    var governor: Governor?
    var announced: Announcement?
    /// What follows are parts of the sum just told: «بينهم 3 أطفال», "among them 3 children".
    var inParts = false
  }

  /// The items of a range of tokens, in order. Time is linear in its length.
  func items(in range: Range<Int>) -> [Item] {
    var progress = Progress(range: range)
    var token = range.lowerBound
    while token < range.upperBound { token = read(at: token, &progress) }
    takeOwnDeath(&progress)
    return progress.items
  }

  /// Reads what begins at a token.
  /// - Returns: the token to go on at, always a later one.
  private func read(at token: Int, _ progress: inout Progress) -> Int {
    if let figure = figure(at: token, in: progress.range) {
      if let item = item(figure, progress) {
        progress.items.append(item)
        progress.governor?.used = true
      }
      return max(figure.tokens.upperBound, token + 1)
    }
    // «فقُتل منهم 7», "so 7 of them were killed": not parts of dead told before.
    let isOfThem =
      progress.governor.map {
        !$0.used && $0.form == .verb && ($0.end == token || $0.token == token - 1)
      } ?? false
    if isParts(token) && !isOfThem || isBreakdown(token, after: progress.items.last) { progress.inParts = true }
    if let none = noCasualties(at: token, progress.range) {
      progress.items += none
      return token + 1
    }
    if let found = casualtyWord(at: token, in: progress.range) {
      progress.inParts = progress.inParts && found.form == .counted
      switch found.form {
      case .object: takeObject(found, &progress)
      case .counted, .body: takeCounted(found, &progress)
      case .noun, .verb, .took: takeGovernor(found, &progress)
      }
      return found.end
    }
    if let item = singleVictim(at: token, progress) {
      progress.items.append(item)
      progress.governor?.used = true
      return item.tokens.upperBound
    }
    return token + 1
  }

  // «أرداه», "killed him": the verb holds its one victim.
  private func takeObject(_ found: Governor, _ progress: inout Progress) {
    guard let effect = found.effect, !article.isNegated(found.token, in: progress.range) else { return }
    // «اغتالوا الشاب خلدون، إذ أطلقوا عليه النار وقتلوه», "assassinated the young man Khaldun, in that they shot at him and killed him": the same one.
    if progress.items.last.map({ $0.isSingle && $0.effect == effect && $0.value == .exactly(1) }) ?? false { return }
    // «فارقت الحياة بعدما أصابها رصاص», "she departed this life after bullets hit her"
    takeOwnDeath(&progress)
    if effect == .wounded, progress.items.last.map({ $0.rules.contains("frame:own-death") }) ?? false { return }
    progress.items.append(
      Item(
        effect: effect, value: .exactly(1), tokens: found.token..<found.end, governor: found.token, isSingle: true,
        rules: [found.rule, "frame:victim-as-object"]))
  }

  // «قتلى» "dead", «جثتين» "two bodies": counts by itself, or announces the figure that follows.
  private func takeCounted(_ found: Governor, _ progress: inout Progress) {
    if var item = countedByItself(found, progress) {
      item.isBody = found.form == .body
      progress.items.append(item)
    }
    if let effect = found.effect {
      progress.announced = Announcement(effect: effect, token: found.token, rule: found.rule)
    }
    // «جثث أربعة منهم», "the bodies of four of them": the figure follows the bodies.
    if found.form == .body, found.number == .many { progress.governor = found }
  }

  // «مقتل», «قُتل», «أودى بحياة» "took the life of": the victims follow.
  private func takeGovernor(_ found: Governor, _ progress: inout Progress) {
    takeOwnDeath(&progress)
    var found = found
    // «مقتل وإصابة 7», "the killing and wounding of 7": which is which is not told.
    if let before = progress.governor, !before.used, found.token == before.end, before.form == found.form,
      article.isConjoined(found.token)
    {
      found.effects = before.effects + found.effects
    }
    // «15 عسكرياً لقوا حتفهم», "15 soldiers met their death": its victims stood before it.
    found.used = progress.items.last?.governor == found.token
    // «لقي 7 عناصر مصرعهم من "الفرقة الرابعة"», "7 members met their end, of the Fourth Division": the end has its victims.
    if let last = progress.items.last, last.effect == .killed, found.token - last.tokens.upperBound <= 2,
      article.text.isWord(found.token, among: FrameWord.theirEnd)
    {
      found.used = true
    }
    progress.governor = article.isNegated(found.token, in: progress.range) ? nil : found
  }

  // «وكان محمد الأحمد … قد فقد حياته», "Muhammad al-Ahmad … had lost his life": whose life it was may be told by a mere name far before.
  private func takeOwnDeath(_ progress: inout Progress) {
    guard let last = progress.governor, !last.used, last.form == .verb, let effect = last.effect, effect == .killed,
      // «فارقت أمينة الحسين الحياة», "Amina al-Husayn departed life": the second part of the row stands behind her name.
      Range.window(last.token + 1, min(last.token + 9, progress.range.upperBound)).contains(where: { token in
        FrameWord.ownLife.contains { $0.matches(article.text.folded(token)) }
          && (token == last.end - 1 || last.end == last.token + 1)
      }),
      [LetterCode.alef, LetterCode.waw, LetterCode.noon].allSatisfy({ article.text.folded(last.token).last != $0 }),
      !progress.items.contains(where: { $0.effect == effect && !$0.value.isVague })
    else { return }
    progress.governor?.used = true
    progress.items.append(
      Item(
        effect: effect, value: .exactly(1), tokens: last.token..<last.end, governor: last.token, isSingle: true,
        rules: [last.rule, "frame:own-death"]))
  }

  // «بينهم», "among them"
  private func isParts(_ token: Int) -> Bool {
    article.mentions.starting(at: token, of: .connective).contains { $0.meaning == .connective(.part) }
  }

  // «قضى 109 أشخاص: 62 من … و39 من …», "109 people died: 62 of … and 39 of …": what follows a colon are parts of the sum.
  private func isBreakdown(_ token: Int, after last: Item?) -> Bool {
    guard let last, article.text.tokens[token].kind == .mark, article.text.tokens[token].scalar == 0x3A else {
      return false
    }
    return token - last.tokens.upperBound < 12
  }
}
