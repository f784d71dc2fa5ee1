internal import Extraction
internal import Incidents
internal import Pipeline

/// The text of an article with its evidence marked: by the colour of each record, or by `[1: …]` without colours.
///
/// What was discarded is red, or stands in `{…}`. Where the words of two records overlap, those of the one that begins
/// later are its own.
struct MarkedArticle {
  private let scalars: [Unicode.Scalar]
  // For every scalar the number of its record, 0 for none.
  private var owners: [Int]
  private var isField: [Bool]
  private var isDiscarded: [Bool]

  /// Marks the records that are shown, and what was discarded.
  init(_ article: ArticleExplanation) {
    scalars = Array(article.report.text.unicodeScalars)
    owners = [Int](repeating: 0, count: scalars.count)
    isField = [Bool](repeating: false, count: scalars.count)
    isDiscarded = isField
    let records = article.numbered.sorted {
      $0.record.record.evidence.range.lowerBound < $1.record.record.evidence.range.lowerBound
    }
    for (number, explained) in records {
      for index in explained.record.evidence.range.clamped(to: scalars.indices) { owners[index] = number }
    }
    for (number, explained) in records {
      for telling in explained.tellings {
        for index in telling.range.clamped(to: scalars.indices) where owners[index] == 0 { owners[index] = number }
      }
    }
    for (number, explained) in records {
      for step in explained.fields.flatMap(\.steps) {
        for index in step.words.range.clamped(to: scalars.indices) {
          // A date or figure told elsewhere belongs to the record too.
          if owners[index] == 0 { owners[index] = number }
          if owners[index] == number { isField[index] = true }
        }
      }
    }
    for words in article.discarded where words.reason.record == nil {
      for index in words.words.range.clamped(to: scalars.indices) {
        isDiscarded[index] = true
      }
    }
  }

  /// The lines of the article, wrapped.
  func lines(width: Int, hasColour: Bool) -> String {
    var result = ""
    var start = 0
    while start < scalars.count {
      var end = start
      while end < scalars.count, !Self.endsLine(scalars[end]) { end += 1 }
      let line = line(start..<end, hasColour: hasColour)
      if !line.isEmpty {
        result += line.lines(
          width: width, direction: line.direction, hasColour: hasColour)
      }
      start = end + 1
    }
    return result
  }

  private func line(_ range: Range<Int>, hasColour: Bool) -> StyledText {
    var result = StyledText()
    var owner = 0
    var wasDiscarded = false
    for index in range {
      if isDiscarded[index] != wasDiscarded, !hasColour, wasDiscarded { result.add("}") }
      if owners[index] != owner {
        if !hasColour, owner > 0 { result.add("]") }
        owner = owners[index]
        if owner > 0 { open(owner, &result, hasColour: hasColour) }
      }
      if isDiscarded[index] != wasDiscarded {
        wasDiscarded = isDiscarded[index]
        if !hasColour, wasDiscarded { result.add("{") }
      }
      let style = owner > 0 ? StyledText.Style.record(owner) : .plain
      let shown = wasDiscarded ? .discarded.strong : isField[index] ? style.strong : style
      if let scalar = Self.shown(scalars[index]) { result.add(String(scalar), shown) }
    }
    if !hasColour, wasDiscarded { result.add("}") }
    if !hasColour, owner > 0 { result.add("]") }
    return result
  }

  private func open(_ record: Int, _ result: inout StyledText, hasColour: Bool) {
    if hasColour {
      result.add("\(record)", .record(record).reversed)
      result.add(" ")
    } else {
      result.add("[\(record): ")
    }
  }

  private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}"
  }

  // Nothing of the text may steer the terminal or turn the direction of a line.
  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if DisplayWidth.isDirectional(scalar) { return nil }
    return scalar.properties.generalCategory == .control ? (scalar == "\t" ? " " : "\u{FFFD}") : scalar
  }
}
