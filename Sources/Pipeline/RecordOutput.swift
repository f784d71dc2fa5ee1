package import Formats
package import Incidents

/// Writes records into a sink as they come, in chunks.
package struct RecordOutput {
  // Large enough that the system call does not count, small enough to begin output early.
  private static let chunk = 1 << 18

  private var writer: any RecordWriter
  private var sink: any ByteSink

  /// Prepares to write; nothing is written yet.
  package init(_ format: RecordFormat, to sink: any ByteSink) {
    writer = format.makeWriter()
    self.sink = sink
  }

  /// Writes records.
  /// - Throws: what the sink throws.
  package mutating func write(_ records: [Record]) throws(FormatsError) {
    for record in records {
      writer.write(record)
      if writer.pendingCount >= Self.chunk { try sink.write(writer.drain()) }
    }
  }

  /// Writes the end of the file.
  /// - Throws: what the sink throws.
  package mutating func finish() throws(FormatsError) {
    writer.finish()
    try sink.write(writer.drain())
  }
}
