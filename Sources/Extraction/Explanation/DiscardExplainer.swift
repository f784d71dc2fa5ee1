internal import ArabicText
internal import Gazetteer
internal import Incidents

/// Finds the words that tell something like an event and made no record of their own.
struct DiscardExplainer {
  let article: AnnotatedText
  let trace: ReadingTrace
  private let triggers: TriggerReader
  private let quotes: WordQuoter

  init(article: AnnotatedText, trace: ReadingTrace) {
    self.article = article
    self.trace = trace
    triggers = TriggerReader(article: article)
    quotes = WordQuoter(article: article)
  }

  /// All of them in the order of the text.
  func discarded() -> [DiscardedWords] {
    var result: [DiscardedWords] = []
    if trace.isElsewhere {
      result = offTopic()
    } else {
      let taken = Set(trace.drafts.flatMap(\.triggers).flatMap(\.tokens))
      let drafts = Dictionary(grouping: trace.drafts, by: \.sentence)
      for (index, sentence) in article.sentences.enumerated() {
        result += inClauses(of: sentence.tokens, taken: taken, drafts: drafts[index] ?? [])
      }
      for draft in trace.drafts { result += outcome(of: draft) }
    }
    result += besideArticle()
    return result.sorted { ($0.words.range.lowerBound, $0.reason.id) < ($1.words.range.lowerBound, $1.reason.id) }
  }

  /// Words that a word beside them, or their clause, keeps from being triggers; and those in a sum's sentence that are
  /// no draft's.
  /// - Parameters:
  ///   - taken: the tokens of all triggers of drafts.
  ///   - drafts: those of the sentence.
  private func inClauses(
    of sentence: Range<Int>, taken: Set<Int>, drafts: [EventDraft]
  ) -> [DiscardedWords] {
    let events = EventReader(article: article)
    var result: [DiscardedWords] = []
    for clause in ClauseReader(article: article).clauses(of: sentence) {
      let isDescription = events.isDescription(clause)
      for found in triggers.discarded(in: clause.tokens) where found.trigger.meaning.strength != .means {
        result.append(entry(found.trigger, found.reason, cause: causeTokens(at: found.token, found.reason)))
      }
      for trigger in triggers.triggers(in: clause.tokens) where trigger.meaning.strength != .means {
        if trigger.tokens.contains(where: taken.contains) { continue }
        if isDescription {
          result.append(entry(trigger, .description, cause: nil))
        } else if let reason = drafts.first(where: { $0.tokens.overlaps(trigger.tokens) }).flatMap(reason) {
          result.append(entry(trigger, reason, cause: nil))
        }
      }
    }
    return result
  }

  // What a draft's words gave where they are not the main telling of a record.
  private func outcome(of draft: EventDraft) -> [DiscardedWords] {
    let reason: DiscardReason
    switch trace.fate(of: draft) {
    case .record, nil: return []
    case .merged(let record, let isHeadline):
      reason = isHeadline ? .headline(record: record + 1) : .merged(record: record + 1)
    case .dropped(let why): reason = why
    }
    let deeds = draft.triggers.filter { $0.meaning.strength != .means && draft.tokens.overlaps($0.tokens) }
    if !deeds.isEmpty { return deeds.map { entry($0, reason, cause: cause(of: reason, in: draft)) } }
    // No deed is named: the victims speak for it, or whatever trigger there is.
    if let item = draft.items.first(where: { draft.tokens.overlaps($0.tokens) }) {
      return [
        DiscardedWords(
          words: quotes.quote(item.tokens), type: nil, reason: reason,
          cause: cause(of: reason, in: draft).map(quotes.quote),
          rules: quotes.rules(of: item))
      ]
    }
    return draft.triggers.prefix(1).map { entry($0, reason, cause: cause(of: reason, in: draft)) }
  }

  // For words that lie in a draft without being its own.
  private func reason(_ draft: EventDraft) -> DiscardReason? {
    switch trace.fate(of: draft) {
    case .record(let record), .merged(let record, _): .merged(record: record + 1)
    case .dropped(let why): why
    case nil: nil
    }
  }

  private func cause(of reason: DiscardReason, in draft: EventDraft) -> Range<Int>? {
    switch reason {
    case .abroad: draft.places.first(where: \.isForeign)?.tokens
    case .longTime: draft.dates.first?.tokens
    default: nil
    }
  }

  // Words of deeds in lines that are no part of the article.
  private func besideArticle() -> [DiscardedWords] {
    var inSentence = [Bool](repeating: false, count: article.text.tokens.count)
    for sentence in article.sentences { for token in sentence.tokens { inSentence[token] = true } }
    var result: [DiscardedWords] = []
    var line = 0
    while line < inSentence.count {
      var end = line
      while end < inSentence.count, article.text.tokens[end].kind != .lineBreak { end += 1 }
      // The first word of a line makes it a link.
      let isLink = line < end && article.discard(at: line) == .link
      for trigger in triggers.triggers(in: line..<end)
      where trigger.meaning.strength != .means && !inSentence[trigger.tokens.lowerBound] {
        result.append(
          entry(
            trigger, isLink ? .word(.link) : .aside, cause: isLink ? quotes.discardTokens(at: line) : nil))
      }
      line = end + 1
    }
    return result
  }

  // Every word of a deed in an article about a film, a match or a manoeuvre.
  private func offTopic() -> [DiscardedWords] {
    let cause = article.sentences.prefix(4).lazy.flatMap(\.tokens).first {
      [.fiction, .drill].contains(article.discard(at: $0))
    }
    var result: [DiscardedWords] = []
    for sentence in article.sentences {
      let words = triggers.triggers(in: sentence.tokens) + triggers.discarded(in: sentence.tokens).map(\.trigger)
      for trigger in words where trigger.meaning.strength != .means {
        result.append(entry(trigger, .topic, cause: cause.flatMap { quotes.discardTokens(at: $0) }))
      }
    }
    return result
  }

  private func causeTokens(at token: Int, _ reason: DiscardReason) -> Range<Int> {
    quotes.discardTokens(at: token) ?? token..<token + 1
  }

  private func entry(_ trigger: EventDraft.Trigger, _ reason: DiscardReason, cause: Range<Int>?) -> DiscardedWords {
    var rules = [quotes.rule(of: trigger)]
    if let cause { rules += quotes.discardRules(at: cause.lowerBound) }
    return DiscardedWords(
      words: quotes.quote(trigger.tokens), type: trigger.meaning.type, reason: reason, cause: cause.map(quotes.quote),
      rules: rules)
  }
}
