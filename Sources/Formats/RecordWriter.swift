package import Geography
package import Incidents

/// Writes records, one after the other, into a buffer of bytes that the caller empties as often as they like.
package protocol RecordWriter: Sendable {
  /// Appends a record.
  /// - Parameter extra: properties beyond the contract, behind its own, such as the distance of a radius answer.
  mutating func write(_ record: Record, extra: [JSONValue.Member])

  /// Closes what is open; further calls of any kind do nothing.
  mutating func finish()

  /// The bytes that wait in the buffer.
  var pendingCount: Int { get }

  /// Takes what was written and empties the buffer.
  mutating func drain() -> [UInt8]
}

extension RecordWriter {
  /// Appends a record.
  package mutating func write(_ record: Record) {
    write(record, extra: [])
  }
}

extension RecordFormat {
  // Large enough that the system call does not count, small enough to begin output early.
  private static let chunk = 1 << 18

  /// Writes records to a sink in chunks.
  /// - Throws: what the sink throws.
  package func write(
    _ records: some Sequence<Record>, to sink: inout some ByteSink
  ) throws(FormatsError) {
    try write(records.lazy.map { ($0, []) }, extraNames: [], to: &sink)
  }

  /// Writes records with further properties to a sink in chunks.
  /// - Throws: what the sink throws.
  package func write(
    _ records: some Sequence<(record: Record, extra: [JSONValue.Member])>, extraNames: [String],
    to sink: inout some ByteSink
  ) throws(FormatsError) {
    var writer = makeWriter(extraNames: extraNames)
    for (record, extra) in records {
      writer.write(record, extra: extra)
      if writer.pendingCount >= Self.chunk { try sink.write(writer.drain()) }
    }
    writer.finish()
    try sink.write(writer.drain())
  }

  /// The bytes of all records in one go.
  package func bytes(of records: some Sequence<Record>) -> [UInt8] {
    var writer = makeWriter()
    for record in records { writer.write(record) }
    writer.finish()
    return writer.drain()
  }
}
