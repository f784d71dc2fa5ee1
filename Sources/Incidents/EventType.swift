/// What happened. The raw values are those of the record contract and of the lexicon tables.
package enum EventType: String, CaseIterable, Sendable {
  case armedAttack = "armed-attack"
  case clash
  case explosion
  case shelling
  case airstrike
  case airAssault = "air-assault"
  case securityOperation = "security-operation"
  case assassination
  case execution
  case abduction
  case prisonBreak = "prison-break"
  case bodyFound = "body-found"
  case movement
  case territoryChange = "territory-change"
  case seizure
  case operations

  /// The nearest ACLED event type and sub-event type (ACLED codebook of 2024). The mapping is one way: where ACLED has no
  /// equal, the nearest of its categories is named, so that a join by type stays possible.
  package var acled: (event: String, subEvent: String) {
    switch self {
    case .armedAttack: ("Battles", "Armed clash")
    case .clash: ("Battles", "Armed clash")
    case .explosion: ("Explosions/Remote violence", "Remote explosive/landmine/IED")
    case .shelling: ("Explosions/Remote violence", "Shelling/artillery/missile attack")
    case .airstrike: ("Explosions/Remote violence", "Air/drone strike")
    case .airAssault: ("Battles", "Armed clash")
    case .securityOperation: ("Strategic developments", "Arrests")
    case .assassination: ("Violence against civilians", "Attack")
    case .execution: ("Violence against civilians", "Attack")
    case .abduction: ("Violence against civilians", "Abduction/forced disappearance")
    case .prisonBreak: ("Strategic developments", "Other")
    case .bodyFound: ("Violence against civilians", "Attack")
    case .movement: ("Strategic developments", "Change to group/activity")
    case .territoryChange: ("Battles", "Non-state actor overtakes territory")
    case .seizure: ("Strategic developments", "Looting/property destruction")
    case .operations: ("Strategic developments", "Other")
    }
  }
}

/// Whether a record is one event or a claim that sums several events over a period.
package enum RecordKind: String, CaseIterable, Sendable {
  case incident
  case tally
}

/// How exactly a place is known. The raw values are those of the record contract.
package enum PlacePrecision: String, CaseIterable, Sendable {
  case locality, camp, area, subdistrict, district, governorate, region, country
  case none
}
