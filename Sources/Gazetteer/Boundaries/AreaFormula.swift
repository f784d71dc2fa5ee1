package import Geography

/// How an area of the press is put together from admin units, own rings and lines, and other areas.
///
/// Written in `areas.tsv` as an analyst would say it: `SY0203 - ring-afrin-pocket`, `SY12 + SY13 & ring-hauran-plain`,
/// `near(line-khabur, 5 km) & left-of(line-euphrates)`. `+` adds, `-` takes away, `&` keeps what both have and binds closer;
/// each stands between spaces, since names have hyphens too.
package indirect enum AreaFormula: Hashable, Sendable {
  /// A P-code (`SY` for the country), an id of `lines.geojson`, or the id of another area.
  case name(String)
  /// What lies in either.
  case union(AreaFormula, AreaFormula)
  /// What lies in the first and not in the second.
  case difference(AreaFormula, AreaFormula)
  /// What lies in both.
  case intersection(AreaFormula, AreaFormula)
  /// Everything within so many km of something, on the ellipsoid.
  case near(AreaFormula, km: Double)
  /// Everything within so many km of a position, on the ellipsoid.
  case circle(Coordinate, km: Double)
  /// The part of the country on the left of a line, going along it.
  case leftOf(String)
  /// The part of the country on the right of a line, going along it.
  case rightOf(String)
  /// Everything between two meridians and two parallels.
  case box(BoundingBox)

  /// The names that it is made of, in order, each once.
  package var names: [String] {
    var names: [String] = []
    func add(_ name: String) { if !names.contains(name) { names.append(name) } }
    switch self {
    case .name(let name), .leftOf(let name), .rightOf(let name): add(name)
    case .union(let a, let b), .difference(let a, let b), .intersection(let a, let b):
      a.names.forEach(add)
      b.names.forEach(add)
    case .near(let inner, _): inner.names.forEach(add)
    case .circle, .box: break
    }
    return names
  }
}

/// Why a formula cannot be read: what was expected, what was found, at which character.
package struct AreaFormulaFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What the reader of formulas could have gone on with.
  package var expected: String
  /// What stands there.
  package var found: String
  /// The character of the formula, from 1.
  package var column: Int

  /// The fault in one line.
  package var description: String { "character \(column) of the formula: expected \(expected), found \(found)" }
}
