package import Geography
internal import Topology

/// Makes the project's boundaries from files of OCHA's COD-AB: generalised with shared arcs, tiling on every level.
///
/// The finest level given makes all others: districts are what their subdistricts leave when the borders between them
/// go, governorates what their districts leave. The coarser files give codes and names, and are compared: where their
/// ground differs by more than ``tilingToleranceKm2``, the files do not belong together.
package struct BoundaryBuilder: Sendable {
  /// The square root of the largest triangle that generalising takes away, degrees; 0 keeps full detail (six decimals).
  package var toleranceDegrees: Double
  /// The largest overlap, gap or difference between levels that is let pass, km².
  package var tilingToleranceKm2 = 0.05
  /// Positions that no border passes over when it is generalised, such as OCHA's populated places.
  package var anchors: [Coordinate] = []
  /// The names that stand before those of the files.
  package var names: AdminNames
  /// Whose boundaries they are and under which licence; it is written into the files.
  package var source = "OCHA COD-AB Syria v02 (valid 2020-12-17), CC BY-IGO"

  /// Creates a builder.
  /// - Parameter toleranceDegrees: see ``toleranceDegrees``.
  package init(names: AdminNames, toleranceDegrees: Double = 0.005) {
    self.names = names
    self.toleranceDegrees = toleranceDegrees
  }

  /// Makes the boundaries of all levels given.
  /// - Throws: ``BoundaryFaults`` with everything that is wrong in any of the files: unclosed or crossing rings, missing,
  ///   doubled or orphaned codes, units that overlap or leave gaps, levels that differ.
  package func boundaries(
    governorates: BoundaryFile, districts: BoundaryFile, subdistricts: BoundaryFile? = nil
  ) throws(BoundaryFaults) -> Boundaries {
    guard toleranceDegrees.isFinite, toleranceDegrees >= 0 else {
      throw BoundaryFaults([
        BoundaryFault(file: governorates.name, message: "expected a tolerance of 0 or more degrees")
      ])
    }
    var reading = BoundaryReading()
    var levels: [(level: AdminLevel, file: BoundaryFile, units: [BoundaryUnit])] = []
    let files: [(AdminLevel, BoundaryFile)] =
      [(.governorate, governorates), (.district, districts)] + (subdistricts.map { [(.subdistrict, $0)] } ?? [])
    for (level, file) in files {
      let parents = levels.last.map { Set($0.units.map(\.pcode)) }
      levels.append((level, file, reading.units(file, level: level, parents: parents)))
    }
    guard reading.faults.isEmpty, let finest = levels.last else { throw BoundaryFaults(reading.faults) }
    for (upper, lower) in zip(levels, levels.dropFirst()) {
      let named = Set(lower.units.map(\.parent))
      for unit in upper.units where !named.contains(unit.pcode) {
        reading.refuse(
          BoundaryFault(
            file: lower.file.name, id: unit.pcode, message: "expected \(lower.level.plural) of this unit, found none"))
      }
    }

    var coverage = Coverage(finest.units.map(\.geometry))
    for index in coverage.mend() {
      let unit = finest.units[index]
      reading.note(
        BoundaryFault(
          file: finest.file.name, line: unit.line, feature: unit.feature, id: unit.pcode,
          message: "its border and another missed or crossed by 0.2 m or less; joined"))
    }
    checkTiling(coverage, finest.units, finest.file, &reading)
    for level in levels.dropLast() {
      let own = coverage.dissolved(groups(finest.units, level), count: level.units.count)
      check(own.map(\.geometry), against: level.units, level.file, finest.level, &reading)
    }
    guard reading.faults.isEmpty else { throw BoundaryFaults(reading.faults) }

    let decimals = toleranceDegrees > 0 ? 5 : 6
    let simple = CoverageSimplifier(toleranceDegrees: toleranceDegrees, decimals: decimals, anchors: anchors)
      .simplified(coverage)
    var result: [AdminLevel: [Boundaries.Unit]] = [:]
    for level in levels {
      let areas = simple.dissolved(groups(finest.units, level), count: level.units.count)
      result[level.level] = zip(level.units, areas).map { unit, area in
        let name = names.names[unit.pcode]
        return Boundaries.Unit(
          pcode: unit.pcode, parent: unit.parent, english: name?.english ?? unit.english,
          arabic: name?.arabic ?? unit.arabic, geometry: area.geometry)
      }
    }
    return Boundaries(units: result, source: source + "; " + method, notes: reading.notes)
  }

  private var method: String {
    toleranceDegrees > 0
      ? "generalised with shared arcs, Visvalingam tolerance \(toleranceDegrees) degrees" : "full detail, six decimals"
  }

  // Which unit of a level each of the finest ones belongs to: by code, since codes nest.
  private func groups(
    _ units: [BoundaryUnit], _ level: (level: AdminLevel, file: BoundaryFile, units: [BoundaryUnit])
  ) -> [Int?] {
    var index: [String: Int] = [:]
    for (place, unit) in level.units.enumerated() { index[unit.pcode] = place }
    return units.map { unit in index[unit.pcode] ?? index[unit.parent] ?? index[String(unit.parent.dropLast(2))] }
  }

  private func checkTiling(
    _ coverage: Coverage, _ units: [BoundaryUnit], _ file: BoundaryFile, _ reading: inout BoundaryReading
  ) {
    for (one, other) in coverage.collidingUnits() {
      let (a, b) = (units[one], units[other])
      if one == other {
        reading.refuse(
          BoundaryFault(
            file: file.name, line: a.line, feature: a.feature, id: a.pcode,
            message: "its border crosses or runs along itself when rounded to six decimals"))
        continue
      }
      let shared: Double
      do throws(TopologyError) {
        shared = try GEOSContext().intersection(a.geometry, b.geometry).ground.roughAreaKm2
      } catch {
        reading.refuse(
          BoundaryFault(file: file.name, line: a.line, feature: a.feature, id: a.pcode, message: "\(error)"))
        continue
      }
      let fault = BoundaryFault(
        file: file.name, line: a.line, feature: a.feature, id: a.pcode,
        message: "overlaps \(b.pcode) (line \(b.line)) by \(shared.rounded(decimals: 4)) km²")
      if shared > tilingToleranceKm2 {
        reading.refuse(fault)
      } else if shared > 0 {
        reading.note(fault)
      }
    }
    for (ring, around) in coverage.gaps() {
      let area = Geometry.polygon(Polygon(exterior: ring)).roughAreaKm2
      let codes = around.map { units[$0].pcode }.joined(separator: ", ")
      let at = ring.coordinates[0]
      let fault = BoundaryFault(
        file: file.name,
        message: "a gap of \(area.rounded(decimals: 4)) km² at longitude \(at.longitude), latitude \(at.latitude), "
          + "between \(codes)")
      if area > tilingToleranceKm2 {
        reading.refuse(fault)
      } else {
        reading.note(fault)
      }
    }
  }

  private func check(
    _ areas: [Geometry], against units: [BoundaryUnit], _ file: BoundaryFile, _ finest: AdminLevel,
    _ reading: inout BoundaryReading
  ) {
    for (area, unit) in zip(areas, units) {
      func fault(_ message: String) -> BoundaryFault {
        BoundaryFault(file: file.name, line: unit.line, feature: unit.feature, id: unit.pcode, message: message)
      }
      do throws(TopologyError) {
        let context = try GEOSContext()
        let missing = try context.difference(unit.geometry, area).ground.roughAreaKm2
        let excess = try context.difference(area, unit.geometry).ground.roughAreaKm2
        guard missing > tilingToleranceKm2 || excess > tilingToleranceKm2 else { continue }
        reading.refuse(
          fault(
            "its \(finest.plural) leave out \(missing.rounded(decimals: 4)) km² of it "
              + "and reach \(excess.rounded(decimals: 4)) km² beyond"))
      } catch {
        reading.refuse(fault("\(error)"))
      }
    }
  }
}
