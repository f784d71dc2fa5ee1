internal import ArabicText
internal import Incidents

/// Chooses the date of an event among those told, and lends a sum the period that the text speaks of.
struct EventDateRule {
  let article: AnnotatedText
  let published: CalendarDate?

  /// The span of a draft and the words it was read from, no words when it is the publication date; and whether it is only the day
  /// on which somebody said it.
  func date(of draft: EventDraft) -> (span: DateSpan, expression: DateExpression?, isStatement: Bool) {
    let hasPeriod = draft.dates.contains(where: isPeriod)
    let isWritten = draft.dates.contains { !article.isDateline($0.tokens) }
    let told = draft.dates.filter { date in
      if isWritten, article.isDateline(date.tokens) { return false }
      let hasLater = draft.dates.contains {
        $0.tokens.lowerBound > date.tokens.lowerBound && $0.span.precision == .day && $0.span != date.span
      }
      return !isStatement(date, besidesPeriod: hasPeriod, besidesDay: hasLater)
    }
    if draft.kind == .tally {
      if let period = told.filter(isPeriod).max(by: { weight($0) < weight($1) }) {
        return (clipped(period.span), period, false)
      }
      if let day = told.first, day.span.precision == .day || day.span.precision == .approx, !day.isUnanchored {
        return (day.span, day, false)
      }
      if let period = periodAround(draft) { return (clipped(period.span), period, false) }
    }
    if let best = told.max(by: { weight($0) < weight($1) }) { return (clipped(eventSpan(best)), best, false) }
    if let statement = draft.dates.first, let start = statement.span.start {
      return (DateSpan(start: start, end: statement.span.end, precision: .approx), statement, true)
    }
    // «خلال الساعات الـ24 الماضية», "during the last 24 hours", over a roundup holds for what is told under it.
    if let window = roundup() { return (window.span, nil, false) }
    // «وسبق أن ضرب انفجار الحي الغربي», "an explosion had hit the western quarter before": on no day that is told.
    let opening = Range.window(draft.tokens.lowerBound, min(draft.tokens.lowerBound + 3, draft.tokens.upperBound))
    if draft.kind == .incident, opening.contains(where: { article.text.isWord($0, among: FrameWord.previously) }) {
      return (.unknown, nil, false)
    }
    if let day = current(before: draft) { return (day.span, day, false) }
    // Told as current news: the day of publication, approximately.
    if let published { return (DateSpan(start: published, end: published, precision: .approx), nil, false) }
    return (.unknown, nil, false)
  }

  /// The hours that headline or lead speak of, in an article of many lines.
  private func roundup() -> DateExpression? {
    guard article.sentences.count >= 6 else { return nil }
    return article.dates(in: article.sentences[0].tokens.lowerBound..<article.sentences[1].tokens.upperBound).first {
      guard let start = $0.span.start, let end = $0.span.end, $0.span.precision == .period,
        end.dayNumber - start.dayNumber == 1
      else { return false }
      return $0.tokens.contains { token in
        FrameWord.hours.contains { $0.matches(PhraseIndex.withoutArticle(article.text.folded(token))) }
      }
    }
  }

  /// «قتلت قوات الأمن أمس 20 شخصاً …، وكذلك حماة حيث قتل جنديان», "security forces killed 20 people yesterday …, and so in Hama, where two soldiers were
  /// killed": what goes on in the sentence, or follows it, without a day of its own has the last one told, when that is no older than
  /// news.
  private func current(before draft: EventDraft) -> DateExpression? {
    guard let published, draft.sentence > 0 || draft.tokens.lowerBound > 0 else { return nil }
    let first = article.sentences[max(0, draft.sentence - 1)].tokens.lowerBound
    let near = article.dates(in: first..<draft.tokens.lowerBound).filter { !article.isDateline($0.tokens) }
    guard let last = near.last, last.span.precision == .day, !last.isSince, !last.isUntil,
      let day = last.span.start, (0...3).contains(published.dayNumber - day.dayNumber)
    else { return nil }
    return last
  }

  /// What happened «ليل السبت», "on the night of Saturday", is dated to that day, as people who code events do.
  private func eventSpan(_ date: DateExpression) -> DateSpan {
    // «منذ انطلاق الحملة في 26 نيسان», "since the beginning of the campaign on 26 April": the day opens a period.
    if date.span.precision == .day, let published, let start = date.span.start, start < published, isOpened(date) {
      return DateSpan(start: start, end: published, precision: .period)
    }
    if date.isNight, let evening = date.span.start { return .day(evening) }
    // «استمرت حتى مساء أمس», "went on until yesterday evening": of a period without a beginning the last day is known.
    if date.isUntil, let end = date.span.end { return DateSpan(start: end, end: end, precision: .approx) }
    return date.span
  }

  private func isOpened(_ date: DateExpression) -> Bool {
    for back in 1...9 {
      let token = date.tokens.lowerBound - back
      guard token >= 0, !article.isClauseMark(token), article.text.tokens[token].kind != .lineBreak else {
        return false
      }
      if article.text.isWord(token, FrameWord.since) { return true }
      let tells = article.mentions.starting(at: token, of: .trigger).contains {
        if case .trigger(let trigger) = $0.meaning { trigger.form == .verb } else { false }
      }
      if tells { return false }
    }
    return false
  }

  /// A span that reaches past the publication ends on that day: «العام الجاري», "the current year", is the year so
  /// far.
  private func clipped(_ span: DateSpan) -> DateSpan {
    guard let published, let start = span.start, let end = span.end, end > published, start <= published else {
      return span
    }
    return DateSpan(start: start, end: published, precision: span.precision == .approx ? .approx : .period)
  }

  private func isPeriod(_ date: DateExpression) -> Bool {
    switch date.span.precision {
    case .period, .month, .year, .week: true
    case .unknown: date.isSince
    case .day, .approx: false
    }
  }

  /// The period told last before a sum, else the one told soon after.
  private func periodAround(_ draft: EventDraft) -> DateExpression? {
    let isMeant = { (date: DateExpression) in isPeriod(date) && !isPast(date) }
    let before = article.dates(in: 0..<draft.tokens.lowerBound)
    if let told = before.last(where: { isMeant($0) && $0.tokens.upperBound <= draft.tokens.lowerBound }) { return told }
    return article.dates(in: draft.tokens.upperBound..<draft.tokens.upperBound + 40).first(where: isMeant)
  }

  // Background years («منذ عام 2017» "since 2017", «في 2019» "in 2019") are not what a sum of this month speaks of.
  private func isPast(_ date: DateExpression) -> Bool {
    guard let published, let start = date.span.start, date.span.precision == .year else { return false }
    return start.year < published.year - 1
  }

  /// «قالت قسد، الخميس، إن …» "the SDF said on Thursday that …", «أعلن المرصد اليوم أن …» "SOHR announced today that
  /// …": the day of the statement, between the verb of saying and its «أن».
  private func isStatement(_ date: DateExpression, besidesPeriod: Bool, besidesDay: Bool) -> Bool {
    guard date.span.precision == .day else { return false }
    // «في تقريرها الصادر اليوم», "in its report issued today"
    if besidesPeriod,
      (1...3).contains(where: { article.text.isWord(date.tokens.lowerBound - $0, among: FrameWord.issued) })
    {
      return true
    }
    var token = date.tokens.lowerBound - 1
    var steps = 0
    var said = false
    while token >= 0, steps < 10, article.text.tokens[token].kind != .lineBreak {
      if article.mentions.starting(at: token, of: .saying).contains(where: { $0.meaning == .sayingVerb }) {
        said = true; break
      }
      if article.mentions.starting(at: token, of: .trigger).contains(where: {
        if case .trigger(let t) = $0.meaning { t.form == .verb && t.strength == .strong } else { false }
      }) {
        return false
      }
      token -= 1
      steps += 1
    }
    guard said else { return false }
    // «أكد أمس مقتل جندي …، يوم الخميس», "confirmed yesterday the killing of a soldier …, on Thursday": of two days the one beside the verb of
    // saying is the speaker's.
    if besidesDay, steps <= 2 { return true }
    // «وثّقت …، في تقريرها الصادر اليوم، مقتل 712 خلال عام 2023», "documented, in its report issued today, the
    // killing of 712 during 2023": of two the period is what the sum speaks of.
    if besidesPeriod { return true }
    for next in Range.window(date.tokens.upperBound, min(date.tokens.upperBound + 14, article.text.tokens.count)) {
      let word = article.text.folded(next)
      if (0...2).contains(where: { FrameWord.that.matches(word.dropLast($0)) }) {
        return true
      }
    }
    return false
  }

  private func weight(_ date: DateExpression) -> Int {
    if date.isUntil || date.refusal != nil { return 0 }
    return switch date.isNight ? .day : date.span.precision {
    case .day: 6
    case .approx: 5
    case .week, .period: 4
    case .month: 3
    case .year: 2
    case .unknown: 1
    }
  }
}
