package import ArabicText
internal import Incidents
package import Tables

/// The words of `Gazetteer/Lexicon/`, found in one walk over a text.
package struct Lexicon: Sendable {
  private var index = PhraseIndex()
  private(set) var entries: [Entry] = []
  private var cues: [WordCues] = []
  /// The second word of rows in two parts, by row: «النار» of «أطلق … النار», "opened … fire".
  private var tails: [Int32: FoldedWord] = [:]
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
          let parts = row.text(surface).split(separator: " … ", maxSplits: 1)
          if parts.count == 2 { tails[payload] = FoldedWord(String(parts[1])) }
          if !index.insert(String(parts.first ?? ""), payload: payload) {
            throw row.fault("the column \"arabic\" holds no word")
          }
        } catch { fault = error }
      }
      if let fault { throw fault }
    }
  }

  /// Every row that stands in a text; the payloads of the hits are positions in ``entries``.
  func hits(in text: TokenizedText) -> PhraseHits {
    PhraseHits(of: index, in: text) { payload, end in
      tails[payload].map { follows($0, end, in: text) } ?? true
    }
  }

  /// The bit of the kind of a row.
  func cue(of entry: Int32) -> WordCues { cues[Int(entry)] }

  /// The second part of a row stands at most eight tokens on, in the same sentence: «أطلق مجهولون على دراجة النار عليه», "unknown men on a
  /// motorbike opened fire on him".
  private func follows(_ tail: FoldedWord, _ end: Int, in text: TokenizedText) -> Bool {
    var token = end
    while token < min(end + 9, text.tokens.count) {
      switch text.tokens[token].kind {
      case .lineBreak: return false
      case .mark: if text.isMark(token, .dot) { return false }
      default: if text.isWord(token, tail) { return true }
      }
      token += 1
    }
    return false
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
