internal import ArabicText
internal import Incidents

/// Finds the figures of a text with what each counts: «15 عنصراً» "15 members", «69 هجوماً» "69 attacks", «22 قتيلاً»
/// "22 dead".
struct FigureReader {
  let text: TokenizedText
  let mentions: MentionTable
  let numbers: NumberReader
  let owners: [TokenOwner]
  /// Whether figures of things («4 آليات», "4 vehicles") are figures too; a record holds none.
  var keepsThings = false

  private static let beginnings: WordCues = [.digits, .numeral, .quantity, .dates(.between, .from)]

  func figures() -> [AnnotatedText.Figure] {
    var result: [AnnotatedText.Figure] = []
    var token = 0
    while token < text.tokens.count {
      let cues = mentions.cues(at: token)
      guard !cues.isDisjoint(with: [Self.beginnings, .trigger]), owners[token] == .none else {
        token += 1
        continue
      }
      if cues.contains(.trigger), let dual = dualEvent(token) {
        result.append(dual)
        token = dual.tokens.upperBound
        continue
      }
      guard !cues.isDisjoint(with: Self.beginnings), let figure = numbers.figure(at: token),
        !figure.tokens.contains(where: { owners[$0] == .date })
      else {
        token = cues.contains(.digits) ? pastChain(token) : token + 1
        continue
      }
      guard let counted = counted(figure),
        !isLabel(
          counted, named: counted.tokens != figure.tokens && !text.isWord(figure.tokens.upperBound, FrameWord.from))
      else {
        token = max(pastChain(token), figure.tokens.upperBound)
        continue
      }
      result.append(counted)
      token = figure.tokens.upperBound
    }
    return result
  }

  // «9:30», «0998-123-456», «35.08»: figures joined by marks that no number reads are passed over as a whole.
  private func pastChain(_ start: Int) -> Int {
    var token = start
    while mentions.cues(at: token).contains(.digits), token + 2 < text.tokens.count,
      text.tokens[token + 1].kind == .mark, !text.tokens[token + 1].spaceBefore, !text.tokens[token + 2].spaceBefore,
      mentions.cues(at: token + 2).contains(.digits)
    { token += 2 }
    return token + 1
  }

  // «عمليتان» "two operations", «هجومين» "two attacks": a dual counts two by itself.
  private func dualEvent(_ token: Int) -> AnnotatedText.Figure? {
    for mention in mentions.starting(at: token, of: .trigger) {
      guard case .trigger(let trigger) = mention.meaning, trigger.form == .dual, trigger.strength != .means,
        !mention.clitics.contains(.article)
      else { continue }
      return AnnotatedText.Figure(
        tokens: mention.tokens, value: .exactly(2), noun: .event(trigger), rules: [mention.rule, "frame:dual"])
    }
    return nil
  }

  /// True for a figure that is a name or part of one: «الفرقة 17» "the 17th Division", «القرار 2254» "resolution 2254", «M5», «9:30».
  private func isLabel(_ figure: AnnotatedText.Figure, named: Bool) -> Bool {
    let start = figure.tokens.lowerBound
    switch figure.noun {
    case .people where named, .event where named: return isForeign(start - 1)
    case .casualty: return false
    default: break
    }
    if isForeign(start - 1) || isLabelNoun(start - 1) { return true }
    // «سو-34»
    if start > 1, text.tokens[start - 1].kind == .mark, text.tokens[start - 1].scalar == 0x2D,
      !text.tokens[start - 1].spaceBefore, isLabelNoun(start - 2) || isForeign(start - 2)
    {
      return true
    }
    guard mentions.cues(at: start).contains(.digits) else { return false }
    if text.isMark(start - 1, .currency) || text.isMark(figure.tokens.upperBound, .currency) || isDialled(start) {
      return true
    }
    // The first digit of a telephone number is 0; no count begins so.
    if text.folded(start).count > 1, text.folded(start).first == 0x30 { return true }
    if text.isMark(start - 1, Self.chains), !text.tokens[start].spaceBefore,
      mentions.cues(at: start - 2).contains(.digits)
    {
      return true
    }
    let last = figure.tokens.upperBound
    guard last + 1 < text.tokens.count, !text.tokens[last].spaceBefore, !text.tokens[last + 1].spaceBefore else {
      return false
    }
    return text.isMark(last, Self.chains) && mentions.cues(at: last + 1).contains(.digits)
  }

  // «+963 944 123 456»: groups of figures behind a plus sign are a telephone number.
  private func isDialled(_ start: Int) -> Bool {
    // Six groups at most, so that a page of figures is walked once.
    for back in 1...6 {
      if text.isMark(start - back, .plus) { return true }
      if !mentions.cues(at: start - back).contains(.digits) { return false }
    }
    return false
  }

  // Marks that join figures to a clock time, a score, a telephone number, coordinates.
  private static let chains: MarkKinds = [.colon, .hyphen, .dash, .slash, .dot]

  private func isForeign(_ token: Int) -> Bool {
    guard token >= 0, text.tokens[token].kind == .word,
      !text.tokens[token + 1].spaceBefore || text.folded(token).count <= 2
    else { return false }
    return text.folded(token).allSatisfy { !LetterCode.isArabic($0) }
  }

  private func isLabelNoun(_ token: Int) -> Bool {
    // «منطقة الـ 55», "the 55 area"
    let token = text.isWord(token, FrameWord.the) ? token - 1 : token
    for back in 0..<3 where mentions.cues(at: token - back).contains(.unitBefore) {
      for mention in mentions.starting(at: token - back, of: .unitBefore) {
        if mention.meaning == .unit(.label), mention.tokens.upperBound == token + 1,
          !mention.clitics.contains(.pronoun)
        {
          return true
        }
      }
    }
    return false
  }

  // The noun may follow directly, after an adjective-like quotation mark, or after «من»: «5 من مقاتليها» "5 of its
  // fighters".
  private func counted(_ figure: NumberReader.Figure) -> AnnotatedText.Figure? {
    if mentions.cues(at: figure.tokens.lowerBound).contains(.unit) { return nil }  // «بالمئة», "per cent"
    // «3 في المئة», "3 per cent", is no hundred.
    let start = figure.tokens.lowerBound
    let isPerCent =
      start > 0
      && mentions.starting(at: start - 1, of: .unit).contains {
        $0.meaning == .unit(.measure) && $0.tokens.upperBound > start
      }
    if isPerCent { return nil }
    var next = figure.tokens.upperBound
    var noun = AnnotatedText.Figure.Noun.none
    var rule: String?
    var end = figure.tokens.upperBound
    while next < text.tokens.count, text.tokens[next].kind == .mark,
      PhraseIndex.isTransparent(text.tokens[next].scalar) || text.tokens[next].scalar == 0x29
    { next += 1 }
    // «6 من التنظيم», "6 of the organisation": of a group, people are counted.
    if text.isWord(next, FrameWord.from) {
      next += 1
      noun = .people(nil)
    }
    // «إلى تسعة عدد قتلى …», "to nine the number of the dead of …": the noun after «عدد».
    if text.isWord(next, FrameWord.number) { next += 1 }
    guard next < text.tokens.count else {
      return AnnotatedText.Figure(tokens: figure.tokens, value: figure.value, noun: .none, rules: figure.rules)
    }
    if isUnit(next) { return nil }
    var length = 0
    for mention in mentions.starting(at: next, of: [.casualty, .people, .trigger]) {
      if mention.clitics.contains(.conjunction) || mention.tokens.count < length { continue }
      // «خمسة بانفجار لغم», "five by the explosion of a mine": what has a preposition is not counted.
      if next == figure.tokens.upperBound, !mention.clitics.isDisjoint(with: .preposition) { continue }
      switch mention.meaning {
      case .casualty(let word) where word.number != nil: noun = .casualty(word.effect)
      case .person(let person):
        if case .casualty = noun, mention.tokens.count == length { continue }
        noun = .people(person.actor)
      // «سبع جثث مجهولة الهوية», "seven unidentified bodies", are dead, not seven events.
      case .trigger(let trigger) where trigger.form != .verb && trigger.type != .bodyFound:
        if mention.tokens.count == length, case .none = noun {} else if mention.tokens.count == length { continue }
        noun = .event(trigger)
      default: continue
      }
      // Of rows with as many words the first is the whole word: «امرأة» "woman" is not «أمراء» "princes" with an ending.
      if mention.tokens.count > length { rule = mention.rule }
      length = mention.tokens.count
      end = mention.tokens.upperBound
    }
    return AnnotatedText.Figure(
      tokens: figure.tokens.lowerBound..<end, value: figure.value, noun: noun,
      rules: figure.rules + (rule.map { [$0] } ?? []))
  }

  // «خمس سنوات» "five years", «30 كم» "30 km", «200 دولار» "200 dollars" count nothing that a record holds.
  private func isUnit(_ token: Int) -> Bool {
    guard !mentions.cues(at: token).isDisjoint(with: [.unit, .date(.unit)]) else { return false }
    for mention in mentions.starting(at: token, of: [.unit, .date(.unit)]) {
      if mention.clitics.contains(.conjunction) { continue }
      switch mention.meaning {
      case .date(.unit, _), .unit(.measure), .unit(.money): return true
      case .unit(.thing): return !keepsThings
      default: continue
      }
    }
    return false
  }
}
