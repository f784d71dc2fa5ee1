internal import Geography
internal import Incidents

/// Writes a trend as CSV (RFC 4180, UTF-8, LF), one line per region and month.
///
/// `period_start` and `period_end` are dates, so that QGIS and HDX can use them; an upper bound that is not known is
/// empty. `incomplete` is `yes` for a month that the question's period cuts, else empty.
package enum TrendCSVWriter {
  /// The names of the columns in order.
  package static let header = [
    "period_start", "period_end", "period", "region_id", "region", "region_ar", "events", "events_possible",
    "killed_min", "killed_max", "wounded_min", "wounded_max", "captured_min", "captured_max", "tallies",
    "tallies_possible", "incomplete",
  ]

  /// The bytes of a trend, the header first.
  package static func bytes(of trend: Trend) -> [UInt8] {
    var writer = CSVWriter()
    writer.write(header)
    for row in trend.rows { writer.write(cells(row)) }
    return writer.drain()
  }

  private static func cells(_ row: TrendRow) -> [String] {
    let (period, region, cell) = (row.period, row.region, row.cell)
    return [
      period.start.description, period.end.description, period.label, region.id, region.name, region.arabicName,
      String(cell.events), String(cell.eventsPossible),
    ] + [cell.killed, cell.wounded, cell.captured].flatMap { [String($0.lower), $0.upper.map { String($0) } ?? ""] }
      + [String(cell.tallies), String(cell.talliesPossible), period.isIncomplete ? "yes" : ""]
  }
}
