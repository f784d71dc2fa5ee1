import Foundation
import Incidents
import Testing

struct EventTypeTests {
  /// The record contract, when it stands beside the checkout; nil otherwise.
  private static let contract: String? = {
    let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = checkout.deletingLastPathComponent().appendingPathComponent("shared/design/records.md")
    return try? String(contentsOf: file, encoding: .utf8)
  }()

  /// The names between backquotes in the second cell of a property's row.
  private func values(of property: String) throws -> Set<String> {
    let contract = try #require(Self.contract)
    let row = try #require(contract.split(separator: "\n").first { $0.hasPrefix("| \(property) |") })
    let cells = row.split(separator: "|", omittingEmptySubsequences: false)
    try #require(cells.count > 2)
    let pieces = cells[2].split(separator: "`", omittingEmptySubsequences: false)
    return Set(pieces.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) })
  }

  @Test(
    .enabled(if: contract != nil, "the record contract (shared/design/records.md) does not stand beside the checkout"))
  func typesAreThoseOfTheContract() throws {
    let contract = try #require(Self.contract)
    let start = try #require(contract.range(of: "**types**:"))
    let end = try #require(contract[start.upperBound...].firstIndex(of: "."))
    let listed = contract[start.upperBound..<end].split(separator: ",").map {
      $0.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    #expect(listed == EventType.allCases.map(\.rawValue))
  }

  @Test(
    .enabled(if: contract != nil, "the record contract (shared/design/records.md) does not stand beside the checkout"))
  func otherClosedColumnsAreThoseOfTheContract() throws {
    #expect(try values(of: "kind") == Set(RecordKind.allCases.map(\.rawValue)))
    #expect(try values(of: "date_precision") == Set(DatePrecision.allCases.map(\.rawValue)))
    #expect(try values(of: "place_precision") == Set(PlacePrecision.allCases.map(\.rawValue)))
  }

  @Test func namesAreLowerCaseWithHyphens() {
    let letters = Set("abcdefghijklmnopqrstuvwxyz-")
    for type in EventType.allCases {
      #expect(type.rawValue.allSatisfy { letters.contains($0) }, "\(type)")
      #expect(EventType(rawValue: type.rawValue) == type)
    }
    #expect(EventType(rawValue: "airstrik") == nil)
    #expect(EventType(rawValue: "armedAttack") == nil)
  }

  /// The sub-event types of the ACLED codebook of 2024, by event type.
  private static let acled: [String: Set<String>] = [
    "Battles": ["Government regains territory", "Non-state actor overtakes territory", "Armed clash"],
    "Protests": ["Excessive force against protesters", "Protest with intervention", "Peaceful protest"],
    "Riots": ["Violent demonstration", "Mob violence"],
    "Explosions/Remote violence": [
      "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
      "Remote explosive/landmine/IED", "Grenade",
    ],
    "Violence against civilians": ["Sexual violence", "Attack", "Abduction/forced disappearance"],
    "Strategic developments": [
      "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
      "Looting/property destruction", "Non-violent transfer of territory", "Other",
    ],
  ]

  @Test(arguments: EventType.allCases) func acledNamesAreOfItsCodebook(type: EventType) {
    #expect(Self.acled[type.acled.event]?.contains(type.acled.subEvent) == true)
  }
}
