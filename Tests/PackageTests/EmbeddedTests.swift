import Tables
import Testing

@Suite("The tables inside the binary")
struct EmbeddedTests {
  /// The files that belong into the binary by the name they have there, with where they lie.
  private static let expected: [String: String] = {
    // Examples are run by tests; the program does not need them.
    let tables = Checkout.files(below: "Gazetteer", ending: ".tsv").filter { !$0.hasPrefix("Examples/") }
      .map { ($0, "Gazetteer/" + $0) }
    let regions = Checkout.files(below: "GeoJSON/Regions", ending: ".geojson")
      .map { ("Regions/" + $0, "GeoJSON/Regions/" + $0) }
    return Dictionary(tables + regions) { first, _ in first }
  }()

  @Test("every table and every set of regions is embedded, and nothing else")
  func names() {
    #expect(TableSet.names.sorted() == Self.expected.keys.sorted())
    #expect(TableSet.names.count > 15)
  }

  @Test("the bytes are those of the files", arguments: expected.keys.sorted())
  func bytes(name: String) throws {
    let path = try #require(Self.expected[name])
    let file = try #require(Checkout.bytes(path))
    // Not compared by #expect itself: it would print megabytes.
    let isEqual = TableSet.embeddedBytes(name) == file
    #expect(isEqual, "\(path) differs from what the binary carries; build again")
  }
}
