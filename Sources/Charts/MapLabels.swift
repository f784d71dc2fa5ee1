/// Finds room for labels, one after the other, so that none lies on another.
struct MapLabels {
  /// A rectangle in pixels.
  struct Box: Hashable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    init(around centre: MapPixel, width: Double, height: Double) {
      left = centre.x - width / 2
      right = centre.x + width / 2
      top = centre.y - height / 2
      bottom = centre.y + height / 2
    }

    func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    func holds(_ pixel: MapPixel) -> Bool {
      left < pixel.x && pixel.x < right && top < pixel.y && pixel.y < bottom
    }

    func lies(within frame: Box) -> Bool {
      left >= frame.left && right <= frame.right && top >= frame.top && bottom <= frame.bottom
    }
  }

  private let frame: Box
  private var taken: [Box] = []
  /// Pixels of lines that a label should not lie on where there is room beside them.
  private let lines: [MapPixel]

  init(width: Double, height: Double, avoiding lines: [MapPixel] = []) {
    self.lines = lines
    frame = Box(around: MapPixel(x: width / 2, y: height / 2), width: width, height: height)
  }

  /// Keeps a place free.
  mutating func take(_ box: Box) { taken.append(box) }

  /// Takes the first free one of some places for a label's middle: one clear of lines, else one that only no other label
  /// has; nil when all are taken or reach out of the frame.
  mutating func place(width: Double, height: Double, at candidates: [MapPixel]) -> MapPixel? {
    let free = candidates.lazy.map { ($0, Box(around: $0, width: width, height: height)) }
      .filter { [frame, taken] candidate in
        candidate.1.lies(within: frame) && !taken.contains(where: candidate.1.overlaps)
      }
    guard let best = free.first(where: { [lines] in !lines.contains(where: $0.1.holds) }) ?? free.first else {
      return nil
    }
    taken.append(best.1)
    return best.0
  }

  /// Places around a middle: itself, then rings of growing distance, eight places each.
  static func around(_ middle: MapPixel, distances: [Double]) -> [MapPixel] {
    // Above to the right first, then by turns: the eye looks there for what belongs to a point.
    let directions: [(Double, Double)] = [
      (0.7, -0.7), (-0.7, -0.7), (0.7, 0.7), (-0.7, 0.7), (0, -1), (0, 1), (1, 0), (-1, 0),
    ]
    return distances.flatMap { distance in
      distance == 0
        ? [middle] : directions.map { MapPixel(x: middle.x + $0.0 * distance, y: middle.y + $0.1 * distance) }
    }
  }
}
