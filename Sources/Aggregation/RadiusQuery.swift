internal import Geodesy
package import Geography
package import Incidents

/// Asks which records lie within a distance of a centre, and how surely, given what is known of their places and dates.
package struct RadiusQuery: Hashable, Sendable {
  /// WGS 84.
  package let centre: Coordinate
  /// Kilometres on the ellipsoid.
  package let radiusKm: Double
  package let filter: RecordFilter
  private let reach: ReachTest

  /// Creates a question.
  /// - Throws: ``AggregationError/centreOutOfRange(_:)``, ``AggregationError/radiusOutOfRange(km:limit:)`` or
  ///   ``AggregationError/periodBackwards(since:until:)``.
  package init(
    centre: Coordinate, radiusKm: Double, filter: RecordFilter = RecordFilter()
  ) throws(AggregationError) {
    guard centre.isValid else { throw .centreOutOfRange(centre) }
    guard radiusKm >= 0, radiusKm <= Geodesic.greatestDistanceKm else {
      throw .radiusOutOfRange(km: radiusKm, limit: Geodesic.greatestDistanceKm)
    }
    if let since = filter.since, let until = filter.until, until < since {
      throw .periodBackwards(since: since, until: until)
    }
    self.centre = centre
    self.radiusKm = radiusKm
    self.filter = filter
    reach = ReachTest(centre)
  }

  /// Searches records.
  /// - Parameter repetitions: of these very records, where many questions are asked about them; nil to look them up.
  /// - Complexity: O(*n*), a comparison of numbers for each record, the ellipsoid only for those that may be near.
  package func answer(from records: [Record], repetitions: Repetitions? = nil) -> RadiusAnswer {
    let repetitions = repetitions ?? Repetitions(records)
    var timeless = filter
    timeless.since = nil
    timeless.until = nil
    var answer = RadiusAnswer()
    // Records are large: they are sorted by their few numbers, and taken out at the end.
    var found: [Found] = []
    for index in records.indices {
      if repetitions[index] {
        answer.repeated += 1
        continue
      }
      // Two numbers first: to take out the whole place of a record that is far away would cost more than to exclude it.
      if let point = records[index].place?.point, let uncertainty = records[index].place?.uncertaintyKm,
        !reach.mayLie(point, within: radiusKm + uncertainty)
      {
        continue
      }
      guard let place = records[index].place else {
        if timeless.match(records[index]) != .no { answer.placeless += 1 }
        continue
      }
      let known = distances(to: place)
      guard known.nearest <= radiusKm else { continue }
      let time = filter.match(records[index])
      if time == .no {
        if records[index].time.start == nil, timeless.match(records[index]) != .no { answer.dateless += 1 }
        continue
      }
      let match: RadiusHit.Match = known.furthest <= radiusKm && time == .certain ? .certain : .possible
      found.append(
        Found(
          record: index, distanceKm: known.distance, bearing: known.distance > 0 ? known.bearing : nil, match: match,
          rank: match == .certain ? 0 : RadiusHit.isWider(place.precision) ? 2 : 1))
    }
    found.sort { a, b in
      if a.rank != b.rank { return a.rank < b.rank }
      if a.distanceKm != b.distanceKm { return a.distanceKm < b.distanceKm }
      return records[a.record].id < records[b.record].id
    }
    answer.hits = found.map {
      RadiusHit(record: records[$0.record], distanceKm: $0.distanceKm, bearing: $0.bearing, match: $0.match)
    }
    return answer
  }

  private struct Found {
    let record: Int
    let distanceKm: Double
    let bearing: Double?
    let match: RadiusHit.Match
    // Certain, possible, possible but known only to a wider area.
    let rank: Int
  }

  // How near and how far the place may lie. The circle of the uncertainty stands for the footprint; a polygon would
  // give narrower bounds, and only this function would have to know it.
  private func distances(
    to place: ResolvedPlace
  ) -> (distance: Double, bearing: Double, nearest: Double, furthest: Double) {
    let (distance, bearing) = Geodesic.wgs84.inverse(from: centre, to: place.point)
    return (distance, bearing, distance - place.uncertaintyKm, distance + place.uncertaintyKm)
  }
}

/// The answer to a radius question.
package struct RadiusAnswer: Hashable, Sendable {
  /// Certain ones first, then possible ones, then possible ones known only to a wider area; within these by distance,
  /// then by id.
  package var hits: [RadiusHit] = []
  /// Records that fit but have no known place.
  package var placeless = 0
  /// Records that are near enough but have no known date, when the question has a period.
  package var dateless = 0
  /// Records that tell an event another record stands for.
  package var repeated = 0

  package init() {}

  /// How many hits are certain, possible, and possible but known only to a wider area.
  package var totals: (certain: Int, possible: Int, wider: Int) {
    let certain = hits.count { $0.match == .certain }
    let wider = hits.count { $0.match == .possible && $0.isWider }
    return (certain, hits.count - certain - wider, wider)
  }
}
