/// Which units a text speaks of: names that stand firm by themselves vote for the governorate they lie in, and units that are named
/// as such for themselves.
struct PlaceTopic {
  /// Shares of the governorates, 0 … 1.
  private var shares: [(unit: AdminCode, share: Double)] = []
  /// Districts and subdistricts that the text names.
  private var named: [AdminCode] = []

  /// - Parameter chains: the phrases of the text, each with those that contain it.
  init(_ chains: [[PlacePhrase]], _ store: PlaceStore) {
    var total = 0.0
    for chain in chains {
      for phrase in chain {
        vote(phrase, store, &total)
      }
    }
    for index in shares.indices { shares[index].share /= max(1, total) }
  }

  private mutating func vote(_ phrase: PlacePhrase, _ store: PlaceStore, _ total: inout Double) {
    guard let first = phrase.candidates.first else { return }
    if phrase.frame == .subdistrict || phrase.frame == .district {
      for candidate in phrase.candidates {
        let record = store.records[candidate]
        if record.kind == .subdistrict || record.kind == .district { named.append(unit(record)) }
      }
    }
    let governorate = store.records[first].admin1
    guard !governorate.isNone,
      phrase.candidates.allSatisfy({
        let code = store.records[$0].admin1
        return code == governorate || code.isNone
      }),
      phrase.candidates.contains(where: { store.records[$0].importance >= 3 })
    else { return }
    total += 1
    if let index = shares.firstIndex(where: { $0.unit == governorate }) {
      shares[index].share += 1
    } else {
      shares.append((governorate, 1))
    }
  }

  private func unit(_ record: PlaceRecord) -> AdminCode { record.kind == .subdistrict ? record.admin3 : record.admin2 }

  /// The share of a record's governorate in the text.
  func share(of record: PlaceRecord) -> Double { shares.first { $0.unit == record.admin1 }?.share ?? 0 }

  /// The smallest unit named by the text that holds the record.
  func named(holding record: PlaceRecord) -> AdminCode? {
    if named.contains(record.admin3), !record.admin3.isNone { return record.admin3 }
    if named.contains(record.admin2), !record.admin2.isNone { return record.admin2 }
    return nil
  }
}
