package import Geography
package import Incidents

/// Something that turns a footprint expression into ground, as the gazetteer does.
package protocol FootprintSource {
  /// The ground that an expression means, WGS 84; nil when a place in it is not known.
  func polygon(for expression: FootprintExpression) -> Geometry?
}
