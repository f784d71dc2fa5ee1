internal import ArabicText
internal import Gazetteer
internal import Incidents

/// Runs the lower readers over a text, each keeping clear of what the one before has taken.
struct TextAnnotator {
  let lexicon: Lexicon
  let places: PlaceReader

  /// Annotates a text. Time is linear in its length.
  func annotate(_ source: String, published: CalendarDate?) -> AnnotatedText {
    let text = TokenizedText(source)
    let stems = WordStems(of: text)
    let mentions = MentionTable(text: text, stems: stems, lexicon: lexicon)
    let numbers = NumberReader(text: text, mentions: mentions)
    var owners = [TokenOwner](repeating: .none, count: text.tokens.count)

    let (dates, names) = DateReader.reader(
      of: text, mentions: mentions, numbers: numbers, hijriCalendar: lexicon.hijriCalendar, published: published
    ).datesAndNames()
    for tokens in dates.map(\.tokens) + names { for token in tokens { owners[token] = .date } }

    // Names of organisations hold places without telling one («شبكة دير الزور 24» "the Deir ez-Zor 24 network", «مجلس
    // منبج العسكري» "the Manbij Military Council").
    var excluded = TokenSet()
    for date in dates { excluded.insert(date.tokens) }
    for token in text.tokens.indices {
      // «أحصى عند الظهر 11 قتيلاً», "counted 11 dead at noon"; there is a village al-Zahr.
      if token > 0, text.isWord(token - 1, among: FrameWord.atTimes),
        mentions.starting(at: token, of: .date(.dayPart)).contains(where: { $0.clitics.contains(.article) })
      {
        excluded.insert(token..<token + 1)
      }
      // «سقط 7 شهداء شمالي دير الزور», "7 martyrs fell north of Deir ez-Zor"; there is a quarter of the martyrs.
      if token > 0, text.tokens[token - 1].kind == .number,
        mentions.starting(at: token, of: .casualty).contains(where: { !$0.clitics.contains(.article) })
      {
        excluded.insert(token..<token + 1)
      }
      for mention in mentions.starting(at: token, of: [.source, .actor]) where mention.tokens.count >= 2 {
        switch mention.meaning {
        case .source, .actor: excluded.insert(mention.tokens)
        default: continue
        }
      }
    }
    let found = places.expressions(in: text, stems, excluding: excluded)
    for place in found where place.place != nil {
      for token in place.tokens where owners[token] == .none { owners[token] = .place }
    }

    let actors = ActorReader(text: text, mentions: mentions).mentions(&owners)
    // «حملة «الرقة تذبح بصمت»», "the campaign Raqqa is Being Slaughtered Silently", is a source and no campaign.
    for token in text.tokens.indices {
      for mention in mentions.starting(at: token, of: .source) where mention.tokens.count >= 3 {
        if case .source = mention.meaning {
          for taken in mention.tokens where owners[taken] == .none { owners[taken] = .source }
        }
      }
    }
    let figures = FigureReader(text: text, mentions: mentions, numbers: numbers, owners: owners).figures()
    return AnnotatedText(
      text: text, mentions: mentions, dates: dates.filter { !$0.isComparison }, places: found, gazetteer: places,
      actors: actors, holders: lexicon.holders, figures: figures,
      sentences: sentences(text, mentions), owners: owners)
  }

  private func sentences(_ text: TokenizedText, _ mentions: MentionTable) -> [AnnotatedText.Sentence] {
    var result: [AnnotatedText.Sentence] = []
    let asides = PageLines(text: text, mentions: mentions).asides()
    var start = 0
    var line = 0
    var isLink = false
    func close(_ end: Int) {
      let isEmpty = !text.tokens[start..<end].contains { $0.kind == .word }
      if !isEmpty, !isLink {
        // A first line of several sentences is a text without a headline.
        let goesOn =
          end + 1 < text.tokens.count && text.tokens[end].kind == .mark && text.tokens[end + 1].kind == .word
        result.append(
          AnnotatedText.Sentence(tokens: start..<end, isHeadline: line == 0 && result.isEmpty && !goesOn))
      }
    }
    for token in text.tokens.indices {
      let opensLine = token == 0 || text.tokens[token - 1].kind == .lineBreak
      if opensLine, asides.contains(token) { isLink = true }
      let kind = text.tokens[token].kind
      if kind == .lineBreak {
        close(token)
        (start, line, isLink) = (token + 1, line + 1, false)
      } else if kind == .mark, Self.endsSentence(text, token) {
        close(token)
        start = token + 1
      }
    }
    if start < text.tokens.count { close(text.tokens.count) }
    return result
  }

  private static func endsSentence(_ text: TokenizedText, _ token: Int) -> Bool {
    switch text.tokens[token].scalar {
    case 0x21, 0x3F, 0x61F, 0x2026, 0x2022: return true
    case 0x2E, 0x6D4:
      // «المدعو (م. ع. ج)», "called (M. A. J.)": a letter by itself is an initial.
      if token > 0, text.tokens[token - 1].kind == .word, text.folded(token - 1).count == 1 { return false }
      // A full stop between digits or letters without a space is part of a number or a name.
      let next = token + 1
      return next >= text.tokens.count || text.tokens[next].spaceBefore || text.tokens[next].kind != .number
    default: return false
    }
  }
}
