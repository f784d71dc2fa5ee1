internal import ArgumentParser
internal import Foundation
internal import Pipeline

/// `rasid numbers`: the figures of a text.
struct NumbersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "numbers",
    abstract: "Tell what a text counts, and how many.",
    discussion: """
      Every figure is one line: its words, the bounds, what is counted, and the rows and frames that read it. People told by a noun alone \
      count («قتيلان», two), members of a list are summed, parts of a sum are told beside it. Ages, dates, sums of money, distances and \
      names such as «الفرقة 17» are no figures. With `-` texts are read from standard input, one a line. The exit status is 1 when \
      nothing is counted.

      EXAMPLES
        rasid numbers "قتل ضابط و3 جنود وأصيب ما لا يقل عن عشرة بينهم طفلان"
        rasid numbers "مئة وثلاثة وعشرون ألفا" --format json
        rasid numbers - < sentences.txt
      """)

  @Argument(help: "The text; `-` for texts from standard input, one a line.")
  var text: String

  @OptionGroup var answers: ExpressionOptions

  mutating func run() throws {
    let reader = try ExpressionAnswers(tables: answers.tablesOption.tables())
    try answers.tell(text) { reader.numbers(in: $0) }
  }
}
