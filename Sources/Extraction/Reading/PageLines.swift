internal import ArabicText

/// Which lines of a text are no part of the article: links to other articles, captions, menus.
///
/// In a page of prose, whose paragraphs end in full stops, a short line without one is a headline. The first is the article's own; the
/// others speak of other articles, or say again what the paragraphs say. Where most lines are short, as in a daily roundup, they are the text
/// itself.
struct PageLines {
  private let text: TokenizedText
  private let mentions: MentionTable
  /// The lines that hold a word, in order.
  private let lines: [Range<Int>]

  init(text: TokenizedText, mentions: MentionTable) {
    self.text = text
    self.mentions = mentions
    var lines: [Range<Int>] = []
    var start = 0
    for token in text.tokens.indices where text.tokens[token].kind == .lineBreak {
      if start < token { lines.append(start..<token) }
      start = token + 1
    }
    if start < text.tokens.count { lines.append(start..<text.tokens.count) }
    self.lines = lines.filter { line in text.tokens[line].contains { $0.kind == .word } }
  }

  /// The first tokens of lines that are no part of the article.
  func asides() -> Set<Int> {
    var result: Set<Int> = []
    let isProse = isProse()
    var isListed = false
    var seen: Set<[UInt8]> = []
    for (index, line) in lines.enumerated() {
      let loose = isLoose(line)
      // A block that a page holds twice, as its title does.
      if words(line) >= 4, !seen.insert(words(of: line)).inserted {
        result.insert(line.lowerBound)
        continue
      }
      if let link = link(line) {
        result.insert(line.lowerBound)
        // «مواضيع ذات صلة», "related articles", alone on its line: those that follow.
        isListed = link.upperBound >= line.upperBound - 1
      } else if isListed, loose {
        result.insert(line.lowerBound)
      } else {
        isListed = false
        if isProse, index > 0, loose { result.insert(line.lowerBound) }
      }
    }
    return result
  }

  /// The words that announce a link at the head of a line; nil when there are none.
  private func link(_ line: Range<Int>) -> Range<Int>? {
    mentions.starting(at: line.lowerBound, of: .discard).first { $0.meaning == .discard(.link) && $0.clitics.isEmpty }?
      .tokens
  }

  /// True when at least two paragraphs end in a full stop and hold most of the words.
  private func isProse() -> Bool {
    var closed = 0
    var closedWords = 0
    var words = 0
    for line in lines {
      let count = self.words(line)
      words += count
      if count >= 12, isClosed(line) {
        closed += 1
        closedWords += count
      }
    }
    return closed >= 2 && closedWords * 3 >= words * 2
  }

  private func words(of line: Range<Int>) -> [UInt8] {
    line.reduce(into: []) { letters, token in
      if text.tokens[token].kind != .mark { letters += text.folded(token) + [0x20] }
    }
  }

  private func isLoose(_ line: Range<Int>) -> Bool { !isClosed(line) && words(line) <= 16 }

  private func words(_ line: Range<Int>) -> Int { text.tokens[line].count { $0.kind != .mark } }

  /// True when a line ends as a sentence does, quotation marks and brackets behind the stop or not.
  private func isClosed(_ line: Range<Int>) -> Bool {
    var last = line.upperBound - 1
    while last > line.lowerBound, text.tokens[last].kind == .mark {
      if [0x2E, 0x21, 0x3F, 0x61F, 0x2026, 0x3A, 0x61B, 0x60C].contains(text.tokens[last].scalar) { return true }
      last -= 1
    }
    return false
  }
}
