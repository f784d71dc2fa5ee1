import Geography
import Incidents
import Pipeline
import RandomSources

/// Records made of annotated ones by random changes: some right, most wrong somewhere, some made up, some told twice.
struct RandomPredictions {
  private var random: SeededRandom

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
  }

  private static let actors = ["ISIS", "SDF", "US", "Unknown", "Other", "Civilians", "Turkey"]
  private static let governorates = [
    "Deir ez-Zor", "Dayr az-Zawr", "Al-Hasakah", "Hassakeh", "Ar-Raqqa", "Homs", "Aleppo", "Idlib", "Rural Damascus",
    "Rif Dimashq", "Daraa", "As-Sweida",
  ]

  /// The records for one article.
  mutating func records(_ article: GoldArticle) -> [Record] {
    var records: [Record] = []
    for gold in article.records {
      for _ in 0..<Int.random(in: 0...2, using: &random) { records.append(record(gold, article)) }
    }
    return records.shuffled(using: &random)
  }

  private mutating func happens(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }

  private mutating func record(_ gold: GoldRecord, _ article: GoldArticle) -> Record {
    let evidence = evidence(gold, article)
    var record = Record(
      id: "r\(random.next())", kind: gold.kind, type: gold.type, time: time(gold),
      evidence: Evidence(text: evidence, range: 0..<evidence.unicodeScalars.count),
      source: Record.Source(reportID: happens(0.1) ? "folder/\(article.name).txt" : article.name))
    if happens(0.1) { record.kind = RecordKind.allCases.randomElement(using: &random) ?? gold.kind }
    if happens(0.3) { record.type = EventType.allCases.randomElement(using: &random) ?? gold.type }
    record.place = place(gold)
    record.initiator = actors(gold.initiator)
    record.target = actors(gold.target)
    if happens(0.1) { swap(&record.initiator, &record.target) }
    record.killed = figure(gold.killed)
    record.wounded = figure(gold.wounded)
    record.captured = figure(gold.captured)
    record.count = figure(gold.count)
    return record
  }

  private mutating func time(_ gold: GoldRecord) -> DateSpan {
    guard let start = gold.start, !happens(0.1) else { return happens(0.9) ? .unknown : .day(EvaluationSamples.day) }
    let first = happens(0.2) ? CalendarDate(dayNumber: start.dayNumber + Int.random(in: -3...3, using: &random)) : start
    let last = happens(0.1) ? nil : gold.end
    return DateSpan(start: first, end: last.map { max($0, first) }, precision: .period)
  }

  private mutating func place(_ gold: GoldRecord) -> ResolvedPlace? {
    guard happens(0.9) else { return nil }
    guard let point = gold.place?.point else {
      return happens(0.3) ? EvaluationSamples.place(38, 35, happens(0.5) ? .country : .area) : nil
    }
    // Around the limits of 10, 30 and 100 km.
    let limits: [Double] = [0, 0.01, 0.13, 0.4, 1.3]
    let limit = limits.randomElement(using: &random) ?? 0
    let precision = happens(0.3) ? PlacePrecision.allCases.randomElement(using: &random) : gold.place?.level
    return EvaluationSamples.place(
      point.longitude + Double.random(in: -limit...limit, using: &random),
      point.latitude + Double.random(in: -limit...limit, using: &random) / 2, precision ?? .area,
      admin1: happens(0.5) ? gold.place?.admin1 : Self.governorates.randomElement(using: &random))
  }

  private mutating func actors(_ gold: Set<String>) -> [ActorID] {
    var names = gold.sorted().filter { _ in happens(0.85) }
    while happens(0.2) { names.append(Self.actors.randomElement(using: &random) ?? "") }
    return names.map(ActorID.init)
  }

  private mutating func figure(_ gold: GoldFigure) -> CountRange? {
    if happens(0.15) {
      return [nil, .vague, .exactly(0), .exactly(3), .atLeast(2), CountRange(lower: nil, upper: 4)]
        .randomElement(using: &random) ?? nil
    }
    return switch gold {
    case .untold: nil
    case .vague: happens(0.5) ? .vague : .atLeast(20)
    case .told(let lower, let upper): CountRange(lower: lower, upper: upper)
    }
  }

  /// Words of the article around the annotated ones, all of them on one line; sometimes none, or words that stand nowhere.
  private mutating func evidence(_ gold: GoldRecord, _ article: GoldArticle) -> String {
    if happens(0.05) { return happens(0.5) ? "" : "كلمات لا تقف في النص" }  // "words that do not stand in the text"
    let text = Array(article.text.unicodeScalars)
    let words = Array(gold.evidence.unicodeScalars)
    let reach = [0, 10, 80, 700].randomElement(using: &random) ?? 0
    let found = text.indices.first { text[$0...].starts(with: words) } ?? 0
    let start = min(max(found + Int.random(in: -reach...reach, using: &random), 0), text.count)
    let end = min(max(found + words.count + Int.random(in: -reach...reach, using: &random), start), text.count)
    // On one line, so that a miss is one line of the script's answer too.
    let part = String(String.UnicodeScalarView(text[start..<end]))
    let lines = part.split { (character: Character) in character.isNewline || character == "\t" }
    return lines.max { $0.count < $1.count }.map(String.init) ?? ""
  }
}
