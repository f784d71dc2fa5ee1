internal import ArabicText
internal import Gazetteer
internal import Incidents

/// A clause: words between commas or connectives, with how it goes on from the one before.
struct Clause {
  var tokens: Range<Int>
  var link: Link

  /// How a clause joins the one before.
  enum Link {
    case first, plain, result, continuation, new
  }
}

/// Cuts a sentence into clauses at its commas and connectives.
struct ClauseReader {
  let article: AnnotatedText

  func clauses(of sentence: Range<Int>) -> [Clause] {
    var result: [Clause] = []
    var start = sentence.lowerBound
    var link = Clause.Link.first
    var depth = 0
    func close(_ end: Int, next: Clause.Link) {
      if end > start { result.append(Clause(tokens: start..<end, link: link)) }
      link = next
    }
    var token = sentence.lowerBound
    while token < sentence.upperBound {
      let kind = article.text.tokens[token].kind
      if kind == .mark {
        let scalar = article.text.tokens[token].scalar
        if scalar == 0x28 { depth += 1 }
        if scalar == 0x29 { depth = max(0, depth - 1) }
        if depth == 0, article.isClauseMark(token), article.owners[token] == .none {
          close(token, next: .plain)
          start = token + 1
        }
      } else if kind == .word, token > start, isNextDeed(token, since: start) {
        // «تفجير كنيسة بدمشق وهجوم انتحاري في الميادين», "the bombing of a church in Damascus and a suicide attack in al-Mayadin"
        close(token, next: .new)
        start = token
      } else if kind == .word, isAlso(token), token + 1 < sentence.upperBound,
        article.text.tokens[token + 1].kind == .word
      {
        link = .new
      } else if kind == .word, article.owners[token] != .date, article.owners[token] != .place,
        let found = connective(at: token)
      {
        if token > start {
          close(token, next: found)
          start = token
        } else if link == .plain || link == .first {
          link = found
        }
      }
      token += 1
    }
    close(sentence.upperBound, next: .plain)
    return result
  }

  /// A deed told by a noun behind «و» "and", after another so told with its own place, and with a place of its own.
  private func isNextDeed(_ token: Int, since start: Int) -> Bool {
    guard article.text.folded(token).first == LetterCode.waw, deed(at: token, isConjoined: true) else { return false }
    guard let place = article.places(in: start..<token).first(where: { $0.place != nil && !$0.isDirectional }),
      (start..<place.tokens.lowerBound).contains(where: { deed(at: $0, isConjoined: false) })
    else { return false }
    return article.places(in: token..<token + 8).contains { $0.place != nil && $0.place?.id != place.place?.id }
  }

  private func deed(at token: Int, isConjoined: Bool) -> Bool {
    article.mentions.starting(at: token, of: .trigger).contains {
      guard case .trigger(let trigger) = $0.meaning, trigger.strength == .strong, trigger.form == .noun,
        $0.clitics.isDisjoint(with: [.article, .pronoun, .lam])
      else { return false }
      return !isConjoined || $0.clitics.contains(.conjunction)
    }
  }

  private func isAlso(_ token: Int) -> Bool {
    article.mentions.starting(at: token, of: .connective).contains { $0.meaning == .connective(.also) }
  }

  private func connective(at token: Int) -> Clause.Link? {
    var best: (Clause.Link, Int)?
    for mention in article.mentions.starting(at: token, of: .connective) {
      guard case .connective(let kind) = mention.meaning, !mention.clitics.contains(.article),
        !mention.clitics.contains(.pronoun), mention.clitics.isDisjoint(with: .preposition)
      else { continue }
      let link: Clause.Link
      switch kind {
      case .result: link = .result
      case .continuation: link = .continuation
      case .new: link = .new
      case .other, .part, .also, .plus: continue
      }
      if mention.tokens.count > best?.1 ?? 0 { best = (link, mention.tokens.count) }
    }
    return best?.0
  }
}
