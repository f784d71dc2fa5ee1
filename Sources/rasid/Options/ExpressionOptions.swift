internal import ArgumentParser
internal import Geography
internal import Pipeline

/// How the expressions of a text are told.
struct ExpressionOptions: ParsableArguments {
  /// How an answer is told.
  enum AnswerFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Option(help: "How to tell the answer; json is one object a line.")
  var format = AnswerFormat.text

  @OptionGroup var tablesOption: TablesOption

  /// Writes the answers for a text, or for each line of standard input.
  /// - Throws: ``Status/no`` when there are none.
  func tell(_ text: String, _ answers: (String) -> [ExpressionAnswers.Answer]) throws {
    var isAnything = false
    func write(_ text: String, line: Int?) throws {
      for answer in answers(text) {
        isAnything = true
        switch format {
        case .text: try Console.write(Console.printable(answer.line) + "\n")
        case .json: try Console.write(json(answer.json, line: line) + "\n")
        }
      }
    }
    if text == "-" {
      var number = 0
      while let line = readLine() {
        number += 1
        try write(line, line: number)
      }
    } else {
      try write(text, line: nil)
    }
    if !isAnything { throw Status.no }
  }

  private func json(_ value: JSONValue, line: Int?) -> String {
    var writer = JSONWriter()
    if let line, case .object(let members) = value {
      writer.write(.object([.init("line", .integer(line))] + members))
    } else {
      writer.write(value)
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
