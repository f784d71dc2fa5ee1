internal import Aggregation
internal import Gazetteer
package import Geography
package import Incidents
package import Tables

/// Draws footprint expressions for the counts, with the gazetteer's places, roads and boundaries.
package struct GazetteerFootprints: FootprintSource {
  private let drawing: FootprintDrawing

  /// Loads the gazetteer, the boundaries and the roads.
  /// - Throws: ``TableFault`` naming the file and line that cannot be read.
  package init(tables: TableSet) throws(TableFault) {
    drawing = FootprintDrawing(store: try PlaceStore(tables: tables), tables: tables)
    try drawing.readTables()
  }

  /// The ground that an expression means, WGS 84.
  ///
  /// Nil when a place in it is not known, or its unit's polygon is not valid: the caller then takes the circle of the
  /// uncertainty.
  package func polygon(for expression: FootprintExpression) -> Geometry? {
    do { return try drawing.ground(of: expression) } catch { return nil }
  }
}
