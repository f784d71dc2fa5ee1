/// The code by which a source knows a place, as the column `source` of the tables names it: «OCHA COD C3113».
struct SourceCode: Hashable {
  /// Whose code it is, the most official first.
  enum Owner: String, CaseIterable {
    case ocha = "OCHA COD"
    case geoNames = "GeoNames"
    case whosOnFirst = "Who's On First"

    /// The beginning of the ids of places that come from it.
    var slug: String {
      switch self {
      case .ocha: "ocha"
      case .geoNames: "geonames"
      case .whosOnFirst: "wof"
      }
    }
  }

  let owner: Owner
  let number: String

  init(_ owner: Owner, _ number: String) {
    self.owner = owner
    self.number = number
  }

  /// The permanent id of a place that has no other.
  var id: String { "\(owner.slug)-\(number.lowercased())" }

  /// The code as a cell of `source` names it.
  var text: String { "\(owner.rawValue) \(number)" }

  /// The codes that a cell of `source` names; «own estimate from OCHA COD C3113» is about another place, and none.
  static func codes(in cell: String) -> [SourceCode] {
    cell.split(separator: ";").compactMap { item in
      let item = item.drop { $0 == " " }
      for owner in Owner.allCases where item.hasPrefix(owner.rawValue + " ") {
        let number = item.dropFirst(owner.rawValue.count + 1).prefix { $0 != " " && $0 != "," }
        guard number.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        return SourceCode(owner, String(number))
      }
      return nil
    }
  }

  /// An OCHA place code (C for communities, N for neighbourhoods …); nil for any other text.
  static func ocha(_ text: String) -> SourceCode? {
    let bytes = Array(text.utf8)
    guard (4...8).contains(bytes.count), (0x41...0x5A).contains(bytes[0]),
      bytes.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return SourceCode(.ocha, text)
  }

  /// True for the P-code of an admin unit: SY and two, four or six digits.
  static func isUnit(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return [4, 6, 8].contains(bytes.count) && text.hasPrefix("SY")
      && bytes.dropFirst(2).allSatisfy { (0x30...0x39).contains($0) }
  }
}
