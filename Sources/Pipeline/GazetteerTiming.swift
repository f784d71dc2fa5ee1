internal import Gazetteer
package import Tables

/// How quick the gazetteer is on this machine.
package struct GazetteerTiming: Sendable {
  /// How often the gazetteer was loaded.
  package let loadings: Int
  /// The median.
  package let loadingMilliseconds: Double
  /// How many different phrases were resolved.
  package let phrases: Int
  /// On one core, with the point, the units and the expression of the footprint; nothing is drawn.
  package let phrasesPerSecond: Int

  /// Loads the gazetteer some times, then resolves its own names as phrases on one core.
  /// - Throws: ``TableFault`` naming the file and line that cannot be read.
  package init(tables: TableSet, loadings: Int = 21) throws(TableFault) {
    let clock = ContinuousClock()
    var times: [Duration] = []
    var store = try PlaceStore(tables: tables)
    for _ in 0..<loadings {
      let start = clock.now
      store = try PlaceStore(tables: tables)
      times.append(clock.now - start)
    }
    self.loadings = loadings
    let median = times.sorted()[loadings / 2]
    loadingMilliseconds = (median / .milliseconds(1) * 100).rounded() / 100

    let reader = try PlaceReader(tables: tables)
    let governorates = store.places.filter { $0.kind == .governorate }
    let phrases = store.places.filter { !$0.kind.isAdmin && !$0.arabic.isEmpty }.enumerated().map { index, place in
      switch index % 4 {
      case 0: place.arabic
      case 1: "بلدة \(place.arabic)"
      case 2: "قرية \(place.arabic) بريف \(governorates[index % governorates.count].arabic) الشرقي"
      default: "شرق \(place.arabic) بـ 20 كم"
      }
    }
    var found = 0
    var start = clock.now
    for phrase in phrases where reader.resolve(phrase).place != nil { found += 1 }
    // The first walk has warmed the caches, and tells how often the second one is to be made.
    let rounds = max(1, Int(Duration.seconds(1) / (clock.now - start)))
    start = clock.now
    for _ in 0..<rounds { for phrase in phrases where reader.resolve(phrase).place != nil { found += 1 } }
    self.phrases = phrases.count
    phrasesPerSecond = found == 0 ? 0 : Int(Double(phrases.count * rounds) / ((clock.now - start) / .seconds(1)))
  }
}
