internal import Incidents

/// Kinds of events that are told of one and the same event.
enum EventFamilies {
  private static let families: [Set<EventType>] = [
    [.armedAttack, .clash, .assassination, .execution, .explosion, .shelling, .airstrike],
    [.airAssault, .securityOperation, .operations, .abduction, .seizure, .clash],
    [.armedAttack, .territoryChange, .clash, .seizure, .abduction],
    [.execution, .assassination, .bodyFound, .abduction],
    [.prisonBreak, .clash, .armedAttack],
    [.armedAttack, .operations],
    [.movement, .airAssault, .securityOperation],
  ]

  static func related(_ type: EventType, _ others: Set<EventType>) -> Bool {
    others.contains(type) || families.contains { $0.contains(type) && !$0.isDisjoint(with: others) }
  }
}
