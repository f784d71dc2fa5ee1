internal import Incidents

/// Types that people may give the same event: an ambush ends as a clash, a suicide bomber attacks by an explosion.
enum TypeFamilies {
  private static let families: [Set<EventType>] = [
    [.armedAttack, .clash, .assassination, .execution],
    [.explosion, .shelling, .airstrike],
    [.armedAttack, .explosion, .shelling],
    [.airAssault, .securityOperation, .operations],
    [.airstrike, .airAssault, .operations],
    [.armedAttack, .operations],
    [.armedAttack, .territoryChange, .clash],
    [.execution, .assassination, .bodyFound],
    [.abduction, .securityOperation],
    [.seizure, .securityOperation],
    [.armedAttack, .seizure],
    [.prisonBreak, .clash, .armedAttack],
  ]

  /// 1 for equal types, 0.5 for two of one family, else 0.
  static func similarity(_ a: EventType, _ b: EventType) -> Double {
    if a == b { return 1 }
    return families.contains { $0.contains(a) && $0.contains(b) } ? 0.5 : 0
  }
}
