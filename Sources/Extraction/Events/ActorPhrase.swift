internal import ArabicText
internal import Incidents

/// The words that stand for an actor in its sentence: «عناصر من خلايا التنظيم», "members of the organisation's cells".
struct ActorPhrase {
  /// From the first of its nouns to the end of the name.
  var tokens: Range<Int>
  /// What the first noun is.
  var head: Head
  /// What is attached to the first noun.
  var clitics: Clitics

  /// What stands for an actor.
  enum Head {
    /// The name alone.
    case name
    /// «عناصر التنظيم», "members of the organisation".
    case people
    /// «دورية لقسد», "a patrol of the SDF".
    case crew
    /// «طائرات التحالف», "aircraft of the Coalition".
    case weapon
    /// «مواقع التنظيم», "positions of the organisation".
    case holding
  }
}

extension RoleReader {
  /// The phrase around an actor, read from its name backwards.
  func phrase(of actor: AnnotatedText.ActorMention, in range: Range<Int>) -> ActorPhrase {
    var phrase = ActorPhrase(tokens: actor.tokens, head: ownHead(actor), clitics: actor.clitics)
    var isOpen = actor.clitics.contains(.lam)
    while let part = part(before: phrase.tokens.lowerBound, in: range, isOpen: isOpen) {
      // «هاجم عناصرَ بمواقع», no noun with a preposition of place is part of the name behind it.
      phrase.tokens = part.start..<phrase.tokens.upperBound
      if let head = part.head { phrase.head = head }
      phrase.clitics = part.clitics
      isOpen = part.isOpen
      if !part.clitics.isDisjoint(with: [.beh, .kaf]) { break }
    }
    return phrase
  }

  // «طائرات النظام» "the regime's aircraft" is a name of its own.
  private func ownHead(_ actor: AnnotatedText.ActorMention) -> ActorPhrase.Head {
    for mention in article.mentions.starting(at: actor.tokens.lowerBound)
    where mention.tokens.upperBound < actor.tokens.upperBound || actor.isPronominal {
      switch mention.meaning {
      case .role(.weapon): return .weapon
      case .role(.crew): return .crew
      default: continue
      }
    }
    return .name
  }

  private struct Part {
    var start: Int
    var head: ActorPhrase.Head?
    var clitics: Clitics
    /// What it belongs to was told, its noun stands before it, words of its own between: «رتل عسكري تابع لـ …».
    var isOpen: Bool
  }

  private func part(before end: Int, in range: Range<Int>, isOpen: Bool) -> Part? {
    var stop = end
    while stop > range.lowerBound, isQuote(stop - 1) { stop -= 1 }
    guard stop > range.lowerBound else { return nil }
    if let noun = noun(endingAt: stop, in: range) { return noun }
    // «3 من عناصر …» "3 of the members of …", «مجموعة من …» "a group of …"
    if article.text.isWord(stop - 1, FrameWord.from), let noun = noun(endingAt: stop - 1, in: range), !noun.isOpen {
      return noun
    }
    // «مسلحين يُعتقد أنهم من داعش», "gunmen believed to be of ISIS"
    if article.text.isWord(stop - 1, FrameWord.from), article.text.isWord(stop - 2, among: FrameWord.thatThey),
      article.text.isWord(stop - 3, among: FrameWord.belief), let noun = noun(endingAt: stop - 3, in: range),
      !noun.isOpen
    {
      return noun
    }
    guard isOpen else { return nil }
    // «سيارة عسكرية من نوع بيك أب تابعة لـ …», "a military pick-up belonging to …"
    var token = stop - 1
    while token > max(range.lowerBound, stop - 5), isPlain(token) {
      if let noun = noun(endingAt: token, in: range), noun.head != nil { return noun }
      token -= 1
    }
    return nil
  }

  private func isQuote(_ token: Int) -> Bool {
    article.text.tokens[token].kind == .mark && PhraseIndex.isTransparent(article.text.tokens[token].scalar)
  }

  // A word that nothing else has taken.
  private func isPlain(_ token: Int) -> Bool {
    guard article.text.tokens[token].kind == .word, article.owners[token] == .none else { return false }
    return !article.mentions.starting(at: token, of: [.trigger, .saying, .casualty, .role]).contains {
      switch $0.meaning {
      // «جندي بهجوم لتنظيم داعش», "a soldier in an attack of ISIS": the soldier is not the organisation's.
      case .trigger(let trigger): trigger.form == .verb || trigger.strength != .means
      case .sayingVerb, .casualty, .role(.initiator), .role(.target): true
      default: false
      }
    }
  }

  private func noun(endingAt end: Int, in range: Range<Int>) -> Part? {
    guard end > range.lowerBound, article.owners[end - 1] != .actor else { return nil }
    if let figure = figure(endingAt: end, in: range) {
      return Part(start: figure, head: .people, clitics: [], isOpen: false)
    }
    var best: Part?
    for start in stride(from: end - 1, through: max(range.lowerBound, end - 4), by: -1) {
      for mention in article.mentions.starting(at: start) where mention.tokens.upperBound == end {
        let head: ActorPhrase.Head?
        var isOpen = false
        switch mention.meaning {
        case .person: head = .people
        case .role(.holding), .role(.army), .role(.civil): head = .holding
        case .role(.crew): head = .crew
        case .role(.weapon): head = .weapon
        case .role(.member): (head, isOpen) = (.people, true)
        case .role(.targetOf): (head, isOpen) = (nil, true)
        default: continue
        }
        if mention.clitics.contains(.pronoun) { continue }
        best = Part(start: start, head: head, clitics: mention.clitics, isOpen: isOpen)
        break
      }
    }
    return best
  }

  private func figure(endingAt end: Int, in range: Range<Int>) -> Int? {
    article.figures(in: .window(max(range.lowerBound, end - 6), end)).first { figure in
      if case .event = figure.noun { return false }
      if case .casualty = figure.noun { return false }
      return figure.tokens.upperBound == end
    }?.tokens.lowerBound
  }
}
