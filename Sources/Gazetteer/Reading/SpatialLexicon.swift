internal import ArabicText
internal import Incidents
package import Tables

/// The words of place expressions, from `Lexicon/spatial.tsv`.
package struct SpatialLexicon: Sendable {
  private var index = PhraseIndex()
  private var words: [Word] = []

  /// What a spatial word does.
  package enum Kind: String, CaseIterable, Sendable {
    case direction, near, around, road, between, countryside, badia, governorate, district, subdistrict, locality, unit
    case foreign, connector
  }

  struct Word: Sendable {
    var kind: Kind
    var value: String
    var rule: String
  }

  /// A spatial word found in a text.
  struct Hit {
    var kind: Kind
    var value: String
    var tokens: Range<Int>
    var clitics: Clitics
    var rule: String
  }

  /// Reads the table.
  /// - Throws: ``TableFault`` naming the line with an unknown kind.
  package init(tables: TableSet) throws(TableFault) {
    let table = try tables.table("Lexicon/spatial.tsv", requiring: ["kind", "value", "arabic"])
    var fault: TableFault?
    table.forEachRow { row in
      guard fault == nil else { return }
      guard let kind = Kind(rawValue: row.text("kind")) else {
        let near = EditDistance.nearest(to: row.text("kind"), among: Kind.allCases.map(\.rawValue))
        fault = row.fault(
          "kind \"\(row.text("kind"))\" is not known" + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
        return
      }
      index.insert(row.text("arabic"), payload: Int32(words.count))
      words.append(Word(kind: kind, value: row.text("value"), rule: "spatial:\(row.text("arabic"))"))
    }
    if let fault { throw fault }
  }

  /// The longest word of the wanted kinds at a token.
  func hit(in text: TokenizedText, at token: Int, _ kinds: Set<Kind>) -> Hit? {
    guard token < text.tokens.count else { return nil }
    var best: Hit?
    index.forEachMatch(in: text, at: token) { match in
      if match.clitics.contains(.pronoun) || match.clitics.contains(.accusative) { return }
      for payload in match.payloads {
        let word = words[Int(payload)]
        guard kinds.contains(word.kind), match.tokens.count > best?.tokens.count ?? 0 else { continue }
        best = Hit(kind: word.kind, value: word.value, tokens: match.tokens, clitics: match.clitics, rule: word.rule)
      }
    }
    return best
  }
}
