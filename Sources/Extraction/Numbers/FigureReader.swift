internal import ArabicText
internal import Incidents

/// Finds the figures of a text with what each counts: «15 عنصراً» "15 members", «69 هجوماً» "69 attacks", «22 قتيلاً»
/// "22 dead".
struct FigureReader {
  let text: TokenizedText
  let mentions: MentionTable
  let numbers: NumberReader
  let owners: [TokenOwner]

  func figures() -> [AnnotatedText.Figure] {
    var result: [AnnotatedText.Figure] = []
    var token = 0
    while token < text.tokens.count {
      if owners[token] == .none, let dual = dualEvent(token) {
        result.append(dual)
        token = dual.tokens.upperBound
        continue
      }
      guard owners[token] == .none, mayBegin(token), let figure = numbers.figure(at: token),
        !figure.tokens.contains(where: { owners[$0] == .date })
      else {
        token += 1
        continue
      }
      if let counted = counted(figure) { result.append(counted) }
      token = figure.tokens.upperBound
    }
    return result
  }

  // «عمليتان» "two operations", «هجومين» "two attacks": a dual counts two by itself.
  private func dualEvent(_ token: Int) -> AnnotatedText.Figure? {
    guard text.tokens[token].kind == .word else { return nil }
    for mention in mentions.starting(at: token) {
      guard case .trigger(let trigger) = mention.meaning, trigger.form == .noun, trigger.strength != .means,
        !mention.clitics.contains(.article),
        WordForm.isDual(text.folded(token)), DualNoun.isEvent(text.folded(token))
      else { continue }
      return AnnotatedText.Figure(
        tokens: mention.tokens, value: .exactly(2), noun: .event(trigger), rules: [mention.rule, "frame:dual"])
    }
    return nil
  }

  private func mayBegin(_ token: Int) -> Bool {
    if text.tokens[token].kind == .number { return true }
    guard text.tokens[token].kind == .word else { return false }
    for mention in mentions.starting(at: token) {
      switch mention.meaning {
      case .numeral, .quantity: return true
      default: continue
      }
    }
    return text.isWord(token, FrameWord.between)
  }

  // The noun may follow directly, after an adjective-like quotation mark, or after «من»: «5 من مقاتليها» "5 of its
  // fighters".
  private func counted(_ figure: NumberReader.Figure) -> AnnotatedText.Figure? {
    var next = figure.tokens.upperBound
    var noun = AnnotatedText.Figure.Noun.none
    var rules = figure.rules
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
      return AnnotatedText.Figure(tokens: figure.tokens, value: figure.value, noun: .none, rules: rules)
    }
    if isUnit(next) { return nil }
    var length = 0
    for mention in mentions.starting(at: next) {
      if mention.clitics.contains(.conjunction) || mention.tokens.count < length { continue }
      switch mention.meaning {
      case .casualty(let effect, .counted), .casualty(let effect, .body):
        noun = .casualty(effect)
      case .person(let person):
        if case .casualty = noun, mention.tokens.count == length { continue }
        noun = .people(person.actor)
      case .trigger(let trigger) where trigger.form != .verb:
        if mention.tokens.count == length, case .none = noun {} else if mention.tokens.count == length { continue }
        noun = .event(trigger)
      default: continue
      }
      length = mention.tokens.count
      end = mention.tokens.upperBound
      rules.append(mention.rule)
    }
    return AnnotatedText.Figure(tokens: figure.tokens.lowerBound..<end, value: figure.value, noun: noun, rules: rules)
  }

  // «خمس سنوات» "five years", «30 كم» "30 km", «200 دولار» "200 dollars" count nothing that a record holds.
  private func isUnit(_ token: Int) -> Bool {
    for mention in mentions.starting(at: token) {
      if mention.clitics.contains(.conjunction) { continue }
      switch mention.meaning {
      case .date(.unit, _), .unit: return true
      default: continue
      }
    }
    return false
  }
}
