internal import ArgumentParser
internal import Foundation
internal import Incidents
internal import Pipeline

/// `rasid dates`: the date expressions of a text.
struct DatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dates",
    abstract: "Tell which days the words of a text mean.",
    discussion: """
      Every expression is one line: its words, the days as EDTF, how exactly they are told, and the frame that read them. With --format \
      json also the offsets in Unicode scalars and the rows of the tables. With `-` texts are read from standard input, one a line. A \
      date that does not exist is told with the reason; a weekday that does not fit its date is noticed. The exit status is 1 when \
      there is no date.

      EXAMPLES
        rasid dates "قتل فجر اليوم، بعد هجوم الخميس" --published 2024-05-20
        rasid dates "منذ مطلع العام الجاري" --published 2024-05-20 --format json
        rasid dates - --published 2024-05-20 < sentences.txt
      """)

  @Argument(help: "The text; `-` for texts from standard input, one a line.")
  var text: String

  @Option(
    help: ArgumentHelp("The day that relative dates are counted from.", valueName: "date"),
    transform: OptionValue.published)
  var published: CalendarDate?

  @OptionGroup var answers: ExpressionOptions

  mutating func run() throws {
    let reader = try ExpressionAnswers(tables: answers.tablesOption.tables())
    let published = published
    try answers.tell(text) { reader.dates(in: $0, published: published) }
  }
}
