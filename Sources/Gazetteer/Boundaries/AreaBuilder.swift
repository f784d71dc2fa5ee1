internal import Geography
package import Tables

/// Makes the areas of the press (the Badia, the Jazira, the banks of the Euphrates …) from their formulas.
package struct AreaBuilder: Sendable {
  /// One row of `areas.tsv`.
  struct Row: Sendable {
    var id: String
    var formula: AreaFormula
    var note: String
    var english: String
    var arabic: String
    var line: Int
  }

  let rows: [Row]
  let lines: [OwnLine]
  private let file: String

  /// Reads the formulas (`areas.tsv`), our own lines (`Regions/lines.geojson`) and the names of the areas (`places.tsv`).
  /// - Throws: ``BoundaryFaults`` with every faulty row: formulas that cannot be read or name what is nowhere, doubled ids,
  ///   areas without a place.
  package init(tables: TableSet) throws(BoundaryFaults) {
    let formulas: Table
    let places: Table
    let own: BoundaryFile
    do throws(TableFault) {
      formulas = try tables.table("areas.tsv", requiring: ["id", "formula", "note"])
      places = try tables.table("places.tsv", requiring: ["id", "english", "arabic"])
      own = BoundaryFile(name: "Regions/lines.geojson", bytes: try tables.bytes("Regions/lines.geojson"))
    } catch {
      throw BoundaryFaults([BoundaryFault(file: error.file, line: error.line, message: error.message)])
    }
    lines = try OwnLine.lines(in: own)
    file = formulas.name

    var names: [String: (english: String, arabic: String)] = [:]
    let (id, english, arabic) = (places.column("id"), places.column("english"), places.column("arabic"))
    if let id, let english, let arabic {
      places.forEachRow { names[$0.text(id)] = ($0.text(english), $0.text(arabic)) }
    }
    var rows: [Row] = []
    var faults: [BoundaryFault] = []
    formulas.forEachRow { row in
      // Taken out of the row at once: a function within this closure that holds the borrowed row fells the compiler (6.3.1).
      let (id, line) = (row.text("id"), row.line)
      func fault(_ message: String) {
        faults.append(BoundaryFault(file: formulas.name, line: line, id: id, message: message))
      }
      if rows.contains(where: { $0.id == id }) { fault("this id stands in the table already") }
      guard let name = names[id] else { return fault("expected a place of this id in places.tsv, found none") }
      do throws(AreaFormulaFault) {
        let formula = try AreaFormula(row.text("formula"))
        rows.append(
          Row(id: id, formula: formula, note: row.text("note"), english: name.english, arabic: name.arabic, line: line))
      } catch {
        fault("\(error)")
      }
    }
    let known = Set(rows.map(\.id) + lines.map(\.id))
    for row in rows {
      for name in row.formula.names where !known.contains(name) && !Self.isCode(name) {
        faults.append(
          BoundaryFault(
            file: formulas.name, line: row.line, id: row.id,
            message: "\"\(name)\" is no P-code, no area of this table and no id of lines.geojson"))
      }
    }
    guard faults.isEmpty else { throw BoundaryFaults(faults) }
    self.rows = rows
  }

  // SY, SY02, SY0203, SY020301.
  private static func isCode(_ name: String) -> Bool {
    name.hasPrefix("SY") && [2, 4, 6, 8].contains(name.utf8.count) && name.dropFirst(2).allSatisfy(\.isWholeNumber)
  }

  /// Makes all areas from boundaries, rounded to 5 decimals, without splinters; what lies in a unit does so after rounding too.
  /// - Parameter boundaries: with subdistricts where a formula names one.
  /// - Throws: ``BoundaryFaults`` with every area that cannot be made or is empty.
  package func areas(of boundaries: Boundaries) throws(BoundaryFaults) -> PressAreas {
    var faults: [BoundaryFault] = []
    var areas: [PressAreas.Area] = []
    do throws(AreaEvaluation.Fault) {
      let formulas = Dictionary(rows.map { ($0.id, $0.formula) }) { first, _ in first }
      let rounding = AreaRounding(boundaries)
      var evaluation = try AreaEvaluation(units: boundaries.geometries, lines: lines, formulas: formulas)
      for row in rows.sorted(by: { $0.id < $1.id }) {
        do throws(AreaEvaluation.Fault) {
          let geometry = try rounding.rounded(try evaluation.geometry(.name(row.id)))
          areas.append(
            PressAreas.Area(
              id: row.id, english: row.english, arabic: row.arabic, note: row.note, geometry: geometry))
        } catch {
          faults.append(BoundaryFault(file: file, line: row.line, id: row.id, message: error.message))
        }
      }
    } catch {
      faults.append(BoundaryFault(file: file, message: error.message))
    }
    guard faults.isEmpty else { throw BoundaryFaults(faults) }
    return PressAreas(areas: areas, source: boundaries.source + PressAreas.ownLines)
  }
}
