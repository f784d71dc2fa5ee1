internal import ArgumentParser
internal import Charts
internal import Foundation
internal import Formats
internal import Gazetteer
internal import Geography
internal import Incidents
internal import Pipeline
internal import Tables

/// `rasid gazetteer resolve`: a phrase to a place with its footprint.
struct GazetteerResolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Resolve a place phrase to a place, its footprint and how sure that is.",
    discussion: """
      With `-` phrases are read from standard input, one a line, and each GeoJSON answer is one line; a line may also be a JSON object \
      with "phrase" and "context". The exit status is 1 when a phrase could not be resolved.

      EXAMPLES
        rasid gazetteer resolve "قرية الطيبة بريف حمص الشرقي" --explain
        rasid gazetteer resolve "شرق السخنة بـ 20 كم" --format geojson --geometry footprint
        rasid gazetteer resolve "الطيبة" --context "في ريف درعا الشرقي"
        rasid gazetteer resolve - --format geojson < phrases.txt
        rasid gazetteer resolve - --format svg < phrases.txt > map.svg
      """)

  /// How the answer is told.
  enum AnswerFormat: String, CaseIterable, ExpressibleByArgument {
    case text, geojson, svg
  }

  /// What the features show.
  enum Shape: String, CaseIterable, ExpressibleByArgument {
    case point, footprint
  }

  @Argument(help: "The phrase; `-` for phrases from standard input, one a line.")
  var phrase: String

  @Option(help: "The text around the phrase, or one to be read before it.")
  var context: String?

  @Flag(help: "Tell the reasons, and the candidates that lost.")
  var explain = false

  @Option(help: "How to tell the answer.")
  var format = AnswerFormat.text

  @Option(help: "The geometry of the features: the representative point, or the footprint's polygon.")
  var geometry = Shape.point

  @OptionGroup var tablesOption: TablesOption

  mutating func run() throws {
    let tables = try tablesOption.tables()
    let answers = try PhraseAnswers(tables: tables, explains: explain || format == .geojson)
    let footprints =
      geometry == .footprint || format == .svg ? try GazetteerFootprints(tables: tables) : nil
    var entries: [FootprintMap.Entry] = []
    var isUnresolved = false
    var isFaulty = false
    func tell(_ phrase: String, _ context: String?) throws {
      let answer = answers.answer(phrase, context: context)
      if answer.expression.place == nil { isUnresolved = true }
      switch format {
      case .text: try Console.write(Console.printable(text(answer)))
      case .geojson:
        let shape = answer.expression.place.flatMap { footprints?.polygon(for: $0.footprint) }
        var output = StandardOutput()
        try output.write(GeoJSONWriter.bytes(of: [answer.feature(geometry: shape)], .lines))
      case .svg:
        guard let place = answer.expression.place, let ground = footprints?.polygon(for: place.footprint) else {
          return Console.standard.note("not on the map: \(phrase)")
        }
        entries.append(
          FootprintMap.Entry(
            arabic: phrase, latin: place.footprint.description, ground: ground, point: place.point,
            uncertaintyKm: place.uncertaintyKm))
      }
    }
    if phrase == "-" {
      var number = 0
      while let line = readLine() {
        number += 1
        let phrase = line.trimmingCharacters(in: .whitespaces)
        if phrase.hasPrefix("{") {
          guard let question = try? JSONParser.value(in: Array(phrase.utf8)), let words = question["phrase"]?.string
          else {
            Console.standard.error(
              "line \(number): expected a JSON object with the text \"phrase\", found another line")
            isFaulty = true
            continue
          }
          try tell(words, question["context"]?.string ?? context)
        } else if !phrase.isEmpty {
          try tell(phrase, context)
        }
      }
    } else {
      try tell(phrase, context)
    }
    if format == .svg {
      let regions = try RegionSet.governorates(tables: tables)
      let map = FootprintMap(
        regions: regions.map { FootprintMap.Region(name: $0.name, geometry: $0.geometry) }, entries: entries,
        title: "Where the phrases can be")
      try Console.write(map.svg())
    }
    if isFaulty { throw Status.failed }
    if isUnresolved { throw Status.no }
  }

  private func text(_ answer: PhraseAnswers.Answer) -> String {
    guard let place = answer.expression.place else {
      let reason = answer.reasons.first ?? "no place in these words"
      return "\u{2068}\(answer.phrase)\u{2069}: not resolved: \(reason)\n"
    }
    let units = [place.admin3, place.admin2, place.admin1].compactMap { $0?.name }
    var lines = [
      "\(place.id)  \(place.name) \u{2068}\(place.arabicName)\u{2069}",
      "  \(place.precision.rawValue) at \(OptionValue.degrees(place.point)), within \(place.uncertaintyKm) km"
        + (units.isEmpty ? "" : ", \(units.joined(separator: ", "))"),
      "  footprint \(place.footprint), score \((answer.expression.score * 100).rounded() / 100)",
    ]
    for other in answer.expression.also { lines.append("  also \(other.id)  \(other.name)") }
    if explain {
      lines += answer.reasons.map { "  because \($0)" }
      for candidate in answer.candidates.dropFirst() {
        let points = (candidate.points * 10).rounded() / 10
        lines.append("  not \(candidate.place.id) (\(points) points): \(candidate.reasons.joined(separator: "; "))")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
