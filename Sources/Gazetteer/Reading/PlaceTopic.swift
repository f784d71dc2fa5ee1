/// Which units a text speaks of: names that stand firm by themselves vote for the governorate they lie in, and units and towns that
/// are named as such for what lies in or at them.
struct PlaceTopic {
  private struct Vote {
    var chain: Int
    var code: AdminCode
  }

  private struct Town {
    var chain: Int
    var record: PlaceRecord
  }

  private let votes: [Vote]
  private let named: [Vote]
  private let towns: [Town]
  // The chain that is asked for says nothing for itself.
  private var left = -1

  /// - Parameter chains: the phrases of the text, each with those that contain it.
  init(_ chains: [[PlacePhrase]], _ store: PlaceStore) {
    var votes: [Vote] = []
    var named: [Vote] = []
    var towns: [Town] = []
    for (index, chain) in chains.enumerated() {
      for phrase in chain {
        if phrase.frame == .subdistrict || phrase.frame == .district {
          for candidate in phrase.candidates {
            let record = store.records[candidate]
            if record.kind == .subdistrict { named.append(Vote(chain: index, code: record.admin3)) }
            if record.kind == .district { named.append(Vote(chain: index, code: record.admin2)) }
          }
        }
        guard let first = phrase.candidates.first else { continue }
        let governorate = store.records[first].admin1
        guard !governorate.isNone,
          phrase.candidates.allSatisfy({
            let code = store.records[$0].admin1
            return code == governorate || code.isNone
          }),
          let heaviest = phrase.candidates.max(by: { store.records[$0].importance < store.records[$1].importance }),
          store.records[heaviest].importance >= 3
        else { continue }
        votes.append(Vote(chain: index, code: governorate))
        for candidate in phrase.candidates {
          let record = store.records[candidate]
          if record.kind == .city || record.kind == .town { towns.append(Town(chain: index, record: record)) }
        }
      }
    }
    (self.votes, self.named, self.towns) = (votes, named, towns)
  }

  /// The same without what one chain says.
  func without(_ chain: Int) -> PlaceTopic {
    var copy = self
    copy.left = chain
    return copy
  }

  /// The share of a record's governorate in the text, 0 … 1.
  func share(of record: PlaceRecord) -> Double {
    var (own, all) = (0.0, 0.0)
    for vote in votes where vote.chain != left {
      all += 1
      if vote.code == record.admin1 { own += 1 }
    }
    return all > 0 ? own / all : 0
  }

  /// The smallest unit named by the text that holds the record.
  func named(holding record: PlaceRecord) -> AdminCode? {
    var best: AdminCode?
    for vote in named where vote.chain != left && vote.code.holds(record.admin3) {
      if vote.code.level > best?.level ?? 0 { best = vote.code }
    }
    return best
  }

  /// True for a quarter or camp of a town that the text names.
  func namesTown(of record: PlaceRecord) -> Bool {
    guard record.kind == .neighbourhood || record.kind == .camp || record.kind == .facility else { return false }
    return towns.contains { $0.chain != left && $0.record.roughKm(to: record) < $0.record.extentKm + 8 }
  }
}
