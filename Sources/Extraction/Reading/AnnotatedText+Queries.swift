internal import ArabicText
internal import Gazetteer
internal import Incidents

/// Small questions that the frames ask of an annotated text.
extension AnnotatedText {
  /// The index of the first figure that begins at or after a token. Complexity: O(log n).
  func firstFigure(from token: Int) -> Int? {
    var low = 0
    var high = figures.count
    while low < high {
      let middle = (low + high) / 2
      if figures[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low < figures.count ? low : nil
  }

  /// True when a figure begins at a token.
  func startsFigure(_ token: Int) -> Bool {
    firstFigure(from: token).map { figures[$0].tokens.lowerBound == token } ?? false
  }

  /// True for a word for people or a connective: a figure before it may leave out its noun, «7 بينهم طفل» "7, among them a child".
  func mayEndFigure(_ token: Int) -> Bool {
    mentions.starting(at: token, of: [.people, .casualty, .connective]).contains {
      switch $0.meaning {
      case .person, .casualty, .connective: true
      default: false
      }
    }
  }

  /// True when «و» "and" is attached to a word or stands before it, marks between them or not.
  func isConjoined(_ token: Int) -> Bool {
    if text.folded(token).first == LetterCode.waw { return true }
    var before = token - 1
    while before > 0, text.tokens[before].kind == .mark, PhraseIndex.isTransparent(text.tokens[before].scalar) {
      before -= 1
    }
    return text.isWord(before, FrameWord.and)
  }

  /// True when a connective that carries a list on ends directly before a token: «مقابل 29 عنصراً», "against 29 members".
  func followsPlus(_ token: Int) -> Bool {
    (1...3).contains { back in
      mentions.starting(at: token - back, of: .connective).contains {
        $0.meaning == .connective(.plus) && $0.tokens.upperBound == token
      }
    }
  }

  /// True when a word of negation stands up to four tokens before, in the same clause.
  func isNegated(_ token: Int, in range: Range<Int>) -> Bool {
    var back = token - 1
    while back >= max(range.lowerBound, token - 4) {
      if isClauseMark(back) { return false }
      if discard(at: back) == .negation { return true }
      back -= 1
    }
    return discard(at: token) == .negation
  }

  /// The word of denial that a token stands under, at most forty tokens before in its sentence: «نفى مصدر أمني ما تناقلته صفحات عن انفجار»,
  /// "a security source denied what pages had spread about an explosion".
  func denial(before token: Int) -> Int? {
    var back = token - 1
    while back >= max(0, token - 40), text.tokens[back].kind != .lineBreak, !text.isMark(back, .dot) {
      if discard(at: back) == .denial { return back }
      // «لكنه أكد …», "but he confirmed …": the denial ends.
      let turns = mentions.starting(at: back, of: .connective).contains {
        $0.meaning == .connective(.new) || $0.meaning == .connective(.result)
      }
      if turns { return nil }
      back -= 1
    }
    return nil
  }

  /// The word of threat or warning whose clause of «أن» "that" or «إذا» "if" holds a token: «حذّر مسؤولون في الإدارة من أن أي هجوم جديد سيجبر القوات على
  /// ترك مواقعها», "officials of the administration warned that any new attack would force the forces to leave their positions".
  func warning(before token: Int) -> Int? {
    var back = token - 1
    var isClause = false
    while back >= max(0, token - 30), text.tokens[back].kind != .lineBreak, !text.isMark(back, .dot) {
      if !isClause, isClauseMark(back) { return nil }
      let word = text.folded(back)
      let isThat = word.count <= 4 && word.starts(with: FrameWord.that.letters)
      if isThat || text.isWord(back, among: FrameWord.complementizers) { isClause = true }
      if isClause, discard(at: back) == .threat { return back }
      back -= 1
    }
    return nil
  }

  /// «القامشلي (سوريا) 24 يناير - قال مسؤول …», "Qamishli (Syria), 24 January - an official said …": where and when it was written, before a dash
  /// near the head of a line.
  func isDateline(_ tokens: Range<Int>) -> Bool {
    var start = tokens.lowerBound
    while start > 0, text.tokens[start - 1].kind != .lineBreak, tokens.lowerBound - start < 14 { start -= 1 }
    guard start == 0 || text.tokens[start - 1].kind == .lineBreak else { return false }
    for token in Range.window(tokens.upperBound, min(start + 16, text.tokens.count)) {
      if text.tokens[token].kind == .lineBreak { return false }
      guard text.tokens[token].kind == .mark, [0x2D, 0x2013, 0x2014].contains(text.tokens[token].scalar),
        text.tokens[token].spaceBefore, owners[token] == .none
      else { continue }
      // Between the head and the dash stand names, dates and brackets only.
      return !(start..<token).contains { word in
        mentions.starting(at: word, of: .trigger.union(.casualty).union(.saying)).contains { _ in true }
      }
    }
    return false
  }

  /// The discard kind that begins at a token; nil when none does.
  func discard(at token: Int) -> DiscardKind? { longestDiscard(at: token)?.kind }

  /// The longest discard row that begins at a token, with how many tokens it takes; nil when there is none.
  func longestDiscard(at token: Int) -> (kind: DiscardKind, length: Int)? {
    var best: (kind: DiscardKind, length: Int)?
    for mention in mentions.starting(at: token, of: .discard) {
      if case .discard(let kind) = mention.meaning, mention.clitics.isDisjoint(with: [.pronoun, .accusative]),
        mention.tokens.count > best?.length ?? 0
      {
        best = (kind, mention.tokens.count)
      }
    }
    return best
  }

  /// True for a mark that ends a clause.
  func isClauseMark(_ token: Int) -> Bool {
    text.tokens[token].kind == .mark
      && [0x2C, 0x60C, 0x61B, 0x3B, 0x3A, 0x2013, 0x2014].contains(text.tokens[token].scalar)
  }

  /// The dates that begin in a range. Complexity: O(log n + found).
  func dates(in range: Range<Int>) -> ArraySlice<DateExpression> { Self.slice(dates, range) { $0.tokens.lowerBound } }

  /// The places that begin in a range. Complexity: O(log n + found).
  func places(in range: Range<Int>) -> ArraySlice<PlaceExpression> {
    Self.slice(places, range) { $0.tokens.lowerBound }
  }

  /// The actors that begin in a range. Complexity: O(log n + found).
  func actors(in range: Range<Int>) -> ArraySlice<ActorMention> { Self.slice(actors, range) { $0.tokens.lowerBound } }

  /// The figures that begin in a range. Complexity: O(log n + found).
  func figures(in range: Range<Int>) -> ArraySlice<Figure> { Self.slice(figures, range) { $0.tokens.lowerBound } }

  // All lists stand in the order of their first tokens.
  private static func slice<Element>(
    _ list: [Element], _ range: Range<Int>, _ start: (borrowing Element) -> Int
  ) -> ArraySlice<Element> {
    func first(from token: Int) -> Int {
      var low = 0
      var high = list.count
      while low < high {
        let middle = (low + high) / 2
        if start(list[middle]) < token { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let lower = first(from: range.lowerBound)
    return list[lower..<Swift.max(lower, first(from: range.upperBound))]
  }
}
