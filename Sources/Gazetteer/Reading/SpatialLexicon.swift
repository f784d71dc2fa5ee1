internal import ArabicText
internal import Incidents
package import Tables

/// The words of place expressions, from `Lexicon/spatial.tsv`, and the numerals of distances, from `Lexicon/numerals.tsv`.
package struct SpatialLexicon: Sendable {
  private var index = PhraseIndex()
  private var words: [Word] = []

  /// What a spatial word does. The raw values are the spellings of the table.
  package enum Kind: String, CaseIterable, Sendable {
    case direction, near, around, entrance, road, between, countryside, badia, governorate, district, subdistrict,
      locality
    case unit, foreign, connector, organisation
    /// A numeral, from its own table.
    case numeral
  }

  /// Some kinds at once.
  struct Kinds: OptionSet {
    let rawValue: UInt32

    static func of(_ kind: Kind) -> Kinds { Kinds(rawValue: 1 << UInt32(kind.order)) }

    /// What may stand before a name.
    static let heads: Kinds = [
      .of(.direction), .of(.near), .of(.around), .of(.entrance), .of(.road), .of(.between), .of(.countryside),
      .of(.badia),
      .of(.governorate), .of(.district), .of(.subdistrict), .of(.locality),
    ]
    /// What may stand with the article for a place told before.
    static let anaphors: Kinds = [.of(.governorate), .of(.district), .of(.subdistrict), .of(.locality)]
  }

  struct Word: Sendable {
    var kind: Kind
    var value: String
    var rule: String
  }

  /// Reads the tables.
  /// - Throws: ``TableFault`` naming the line with an unknown kind.
  package init(tables: TableSet) throws(TableFault) {
    let table = try tables.table("Lexicon/spatial.tsv", requiring: ["kind", "value", "arabic"])
    let numerals = try tables.table("Lexicon/numerals.tsv", requiring: ["value", "class", "arabic"])
    let surface = table.column("arabic") ?? 0
    var fault: TableFault?
    table.forEachRow { row in
      guard fault == nil else { return }
      guard let kind = Kind(rawValue: row.text("kind")), kind != .numeral else {
        let near = EditDistance.nearest(to: row.text("kind"), among: Kind.allCases.map(\.rawValue))
        fault = row.fault(
          "kind \"\(row.text("kind"))\" is not known" + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
        return
      }
      index.insert(row.table.bytes, row.range(surface), payload: Int32(words.count))
      words.append(Word(kind: kind, value: row.text("value"), rule: "spatial:\(row.text("arabic"))"))
    }
    if let fault { throw fault }
    numerals.forEachRow { row in
      index.insert(row.text("arabic"), payload: Int32(words.count))
      words.append(Word(kind: .numeral, value: row.text("value"), rule: "numerals:\(row.text("arabic"))"))
    }
  }

  /// Every row that stands in a text; payloads are numbers of rows.
  func hits(in text: TokenizedText, _ stems: WordStems) -> PhraseHits { PhraseHits(of: index, in: text, stems) }

  func word(_ number: Int) -> Word { words[number] }
}

extension SpatialLexicon.Kind {
  fileprivate var order: Int {
    switch self {
    case .direction: 0
    case .near: 1
    case .around: 2
    case .entrance: 3
    case .road: 4
    case .between: 5
    case .countryside: 6
    case .badia: 7
    case .governorate: 8
    case .district: 9
    case .subdistrict: 10
    case .locality: 11
    case .unit: 12
    case .foreign: 13
    case .connector: 14
    case .organisation: 15
    case .numeral: 16
    }
  }
}

/// All spatial words of a text, found in one walk: the frames ask for the same token many times.
struct SpatialHits {
  /// A spatial word found in a text.
  struct Hit {
    var kind: SpatialLexicon.Kind
    var tokens: Range<Int>
    var clitics: Clitics
    /// The row's number in the lexicon.
    var row: Int
  }

  private let lexicon: SpatialLexicon
  private var hits: [Hit] = []
  // Where the hits of each token begin.
  private var starts: [Int32] = []

  init(_ text: TokenizedText, _ stems: WordStems, _ lexicon: SpatialLexicon) {
    self.lexicon = lexicon
    starts.reserveCapacity(text.tokens.count + 1)
    let found = lexicon.hits(in: text, stems)
    for token in text.tokens.indices {
      starts.append(Int32(hits.count))
      for position in found.positions(at: token) {
        let hit = found[position]
        if !hit.clitics.isDisjoint(with: [.pronoun, .accusative]) { continue }
        let row = Int(hit.payload)
        hits.append(
          Hit(
            kind: lexicon.word(row).kind, tokens: token..<token + Int(hit.length), clitics: hit.clitics, row: row))
      }
    }
    starts.append(Int32(hits.count))
  }

  /// The longest word of the wanted kinds at a token; of two as long the first.
  func hit(at token: Int, _ kinds: SpatialLexicon.Kinds) -> Hit? {
    guard token >= 0, token + 1 < starts.count else { return nil }
    var best: Hit?
    for index in Int(starts[token])..<Int(starts[token + 1]) {
      let hit = hits[index]
      if kinds.contains(.of(hit.kind)), hit.tokens.count > best?.tokens.count ?? 0 { best = hit }
    }
    return best
  }

  func hit(at token: Int, _ kind: SpatialLexicon.Kind) -> Hit? { hit(at: token, .of(kind)) }

  func value(_ hit: Hit) -> String { lexicon.word(hit.row).value }
  func rule(_ hit: Hit) -> String { lexicon.word(hit.row).rule }
}
