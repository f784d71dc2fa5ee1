package import ArabicText
internal import Incidents
package import Tables

/// The words of `Gazetteer/Lexicon/`, found in one walk over a text.
package struct Lexicon: Sendable {
  private var index = PhraseIndex()
  private(set) var entries: [Entry] = []
  private var cues: [WordCues] = []
  /// The second word of rows in two parts: «النار» of «أطلق … النار», "opened … fire"; nil for all others.
  private var tails: [FoldedWord?] = []
  let hijriCalendar: HijriCalendar
  /// Who holds a place, by its id: bases and prisons.
  let holders: [String: [ActorMeaning]]

  /// One row: what it means and where it stands; shared by all its mentions.
  package final class Entry: Sendable {
    package let meaning: Meaning
    /// The row's id: its table and its words, `actors:داعش`.
    package let rule: String

    fileprivate init(meaning: Meaning, rule: String) { (self.meaning, self.rule) = (meaning, rule) }
  }

  /// Reads all lexicon tables.
  /// - Throws: ``TableFault`` naming file and line when a closed column holds a value that is not known.
  package init(tables: TableSet) throws(TableFault) {
    hijriCalendar = try HijriCalendar(tables: tables)
    holders = try Self.holders(tables)
    index.reserveCapacity(8_000)
    let readers: [(String, [String], (borrowing Table.Row) throws(TableFault) -> Meaning)] = [
      ("actors", ["actor", "role", "since", "until"], LexiconRow.actor),
      ("triggers", ["type", "form", "subject", "strength"], LexiconRow.trigger),
      ("casualties", ["effect", "form", "number"], LexiconRow.casualty),
      ("people", ["actor", "number"], LexiconRow.person),
      ("connectives", ["kind"], LexiconRow.connective),
      ("discards", ["kind"], LexiconRow.discard),
      ("attributions", ["name", "role"], LexiconRow.attribution),
      ("roles", ["role"], LexiconRow.role),
      ("months", ["month", "calendar", "alone"], LexiconRow.month),
      ("weekdays", ["weekday"], LexiconRow.weekday),
      ("numerals", ["value", "class"], LexiconRow.numeral),
      ("quantities", ["kind"], LexiconRow.quantity),
      ("dates", ["kind", "value"], LexiconRow.date),
      ("units", ["kind"], LexiconRow.unit),
    ]
    for (name, columns, reader) in readers {
      let table = try tables.table("Lexicon/\(name).tsv", requiring: columns + ["arabic"])
      var fault: TableFault?
      let surface = table.column("arabic") ?? 0
      table.forEachRow { row in
        guard fault == nil else { return }
        do throws(TableFault) {
          let meaning = try reader(row)
          let payload = Int32(entries.count)
          entries.append(Entry(meaning: meaning, rule: "\(name):\(row.text(surface))"))
          cues.append(WordCues(meaning))
          let words = Self.words(row, surface)
          tails.append(words.tail)
          if !index.insert(row.table.bytes, words.head, payload: payload) {
            throw row.fault("the column \"arabic\" holds no word")
          }
        } catch { fault = error }
      }
      if let fault { throw fault }
    }
  }

  /// Every row that stands in a text; the payloads of the hits are positions in ``entries``.
  func hits(in text: TokenizedText, _ stems: WordStems) -> PhraseHits {
    let tails = tails
    return PhraseHits(of: index, in: text, stems) { payload, end in
      guard let tail = tails[Int(payload)] else { return true }
      return follows(tail, end, in: text)
    }
  }

  /// The bit of the kind of a row.
  func cue(of entry: Int32) -> WordCues { cues[Int(entry)] }

  /// The second part of a row stands at most twelve tokens on, in the same sentence: «أطلق مجهولون على دراجة النار عليه», "unknown men on a
  /// motorbike opened fire on him".
  private func follows(_ tail: FoldedWord, _ end: Int, in text: TokenizedText) -> Bool {
    var token = end
    while token < min(end + 13, text.tokens.count) {
      switch text.tokens[token].kind {
      case .lineBreak: return false
      case .mark: if text.isMark(token, .dot) { return false }
      default: if text.isWord(token, tail) { return true }
      }
      token += 1
    }
    return false
  }

  /// Where the words of a row stand before « … », and what stands behind it.
  private static func words(_ row: borrowing Table.Row, _ column: Int) -> (head: Range<Int>, tail: FoldedWord?) {
    let cell = row.range(column)
    // U+2026 is E2 80 A6; no Arabic letter begins with E2.
    guard let mark = row.table.bytes[cell].firstIndex(of: 0xE2) else { return (cell, nil) }
    let tail = row.table.bytes[min(mark + 4, cell.upperBound)..<cell.upperBound]
    return (cell.lowerBound..<max(cell.lowerBound, mark - 1), FoldedWord(String(decoding: tail, as: UTF8.self)))
  }

  private static func holders(_ tables: TableSet) throws(TableFault) -> [String: [ActorMeaning]] {
    let table = try tables.table("Lexicon/holders.tsv", requiring: ["place_id", "actor", "since", "until"])
    var result: [String: [ActorMeaning]] = [:]
    var fault: TableFault?
    table.forEachRow { row in
      guard fault == nil else { return }
      do throws(TableFault) {
        result[row.text("place_id"), default: []].append(try LexiconRow.holder(row))
      } catch { fault = error }
    }
    if let fault { throw fault }
    return result
  }
}

/// Words of a text with one of their meanings.
package struct Mention: Sendable {
  package var tokens: Range<Int>
  /// What is attached to the first word.
  package var clitics: Clitics
  /// The table row.
  package let entry: Lexicon.Entry

  /// What the words mean.
  package var meaning: Meaning { entry.meaning }
  /// The id of the table row.
  package var rule: String { entry.rule }
}
