internal import Geography

/// Areas that tile, as rings of shared vertices: what two neighbours have in common is the same vertices for both.
///
/// Positions are snapped to ``GridPosition``; exteriors wind counter-clockwise and holes clockwise, so that a unit lies
/// to the left of each of its edges, and a neighbour has the same edge in the other direction.
struct Coverage: Sendable {
  /// An edge in one direction.
  struct Edge: Hashable, Sendable {
    var from: Int
    var to: Int

    var reversed: Edge { Edge(from: to, to: from) }
  }

  /// Where each vertex lies.
  var positions: [GridPosition]
  /// The open rings of each unit, as indices of vertices.
  var rings: [[[Int]]]

  /// Snaps the areas and shares their vertices; what is no area is left out.
  /// - Complexity: O(*n*) for *n* positions.
  init(_ geometries: [Geometry]) {
    var positions: [GridPosition] = []
    var index: [GridPosition: Int] = [:]
    func vertices(_ ring: LinearRing) -> [Int] {
      ring.coordinates.dropLast().map { coordinate in
        let position = GridPosition(coordinate)
        if let known = index[position] { return known }
        index[position] = positions.count
        positions.append(position)
        return positions.count - 1
      }
    }
    var rings: [[[Int]]] = []
    for geometry in geometries {
      var own: [[Int]] = []
      for polygon in geometry.polygonParts {
        for (number, ring) in ([polygon.exterior] + polygon.holes).enumerated() {
          let open = Self.withoutSpikes(vertices(ring))
          guard open.count >= 3 else { continue }
          let isLeft = GridPosition.doubledArea(open.map { positions[$0] }) > 0
          own.append(isLeft == (number == 0) ? open : open.reversed())
        }
      }
      rings.append(own)
    }
    self.positions = positions
    self.rings = rings
  }

  /// An open ring without repeated vertices and without edges that go there and straight back; empty when nothing is left.
  static func withoutSpikes(_ ring: [Int]) -> [Int] {
    var result: [Int] = []
    for vertex in ring {
      if result.last == vertex { continue }
      if result.count >= 2, result[result.count - 2] == vertex {
        result.removeLast()
      } else {
        result.append(vertex)
      }
    }
    // The seam between last and first is a corner like any other.
    while result.count >= 3 {
      if result.first == result.last {
        result.removeLast()
      } else if result[1] == result.last {
        result.removeFirst()
        result.removeLast()
      } else if result[result.count - 2] == result.first {
        result.removeLast()
        result.removeLast()
      } else {
        break
      }
    }
    return result.count >= 3 ? result : []
  }

  /// Calls the body with every edge and the unit to its left.
  func forEachEdge(_ body: (Edge, _ unit: Int) -> Void) {
    for unit in rings.indices {
      for ring in rings[unit] {
        guard var last = ring.last else { continue }
        for vertex in ring {
          body(Edge(from: last, to: vertex), unit)
          last = vertex
        }
      }
    }
  }

  /// The unit to the left of each edge.
  var unitsByEdge: [Edge: Int] {
    var units: [Edge: Int] = [:]
    forEachEdge { edge, unit in units[edge] = unit }
    return units
  }

  /// Each edge once, whichever its direction, in the order of the rings.
  var undirectedEdges: [Edge] {
    var seen: Set<Edge> = []
    var edges: [Edge] = []
    forEachEdge { edge, _ in
      if !seen.contains(edge.reversed), seen.insert(edge).inserted { edges.append(edge) }
    }
    return edges
  }
}

extension Geometry {
  /// The polygons of a polygon or multipolygon; none for anything else.
  var polygonParts: [Polygon] {
    switch self {
    case .polygon(let polygon): [polygon]
    case .multiPolygon(let polygons): polygons
    default: []
    }
  }
}
