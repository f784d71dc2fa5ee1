internal import Gazetteer

/// What a clause tells.
struct ClauseContent {
  var clause: Clause
  var triggers: [EventDraft.Trigger]
  var items: [CasualtyReader.Item]
  var dates: [DateExpression]
  var places: [PlaceExpression]
  /// Places behind «من» "from".
  var origins: Set<Range<Int>>
  var uses: [RoleReader.Use]
  var objects: [EventDraft.ActorUse]
  var isOther: Bool

  /// True when the clause tells that something happened, by itself.
  var tellsEvent: Bool { !items.isEmpty || triggers.contains { $0.meaning.strength != .means } }
}
