import Foundation
import Testing

@Suite("What may stand in Sources")
struct SourceTests {
  @Test("pointers of C are seen only where C is")
  func pointers() {
    let pattern = /\b(OpaquePointer|Unsafe(Mutable)?(Raw)?(Buffer)?Pointer|Unmanaged)\b/
    for file in SourceFile.all where !House.pointerTargets.contains(file.target) {
      #expect(file.lines(matching: pattern) == [])
    }
    #expect(SourceFile.all.contains { $0.target == "Topology" && !$0.lines(matching: pattern).isEmpty })
  }

  @Test(
    "nothing traps on purpose",
    arguments: [
      #"\btry!"#, #"\bas!"#, #"\bfatalError\b"#, #"\bprecondition(Failure)?\b"#, #"\bassert(ionFailure)?\("#,
      #"\bunowned\(unsafe\)"#, #"\bnonisolated\(unsafe\)"#, #"@unchecked"#,
    ])
  func traps(pattern: String) throws {
    let regex = try Regex(pattern)
    for file in SourceFile.all { #expect(file.lines(matching: regex) == []) }
  }

  @Test("nothing is unwrapped by force")
  func forceUnwrap() {
    // A name, a bracket or a quote, then an exclamation mark that is no operator.
    let pattern = /[\w\)\]\}"]!(?![=])/
    for file in SourceFile.all { #expect(file.lines(matching: pattern) == []) }
  }

  @Test("the reader of code sees code, and only code")
  func reader() {
    let text = """
      let a = "x! \\(b["y!"]!) z" // c!
      /* d!
      e! */ let f = g!
      \"\"\"
      h!
      \"\"\"
      """
    #expect(CodeText.code(of: text) == "let a = \"\" \n\n let f = g!\n\"\"\n\n")
    let file = SourceFile(target: "T", path: "T/t.swift", text: text, code: CodeText.code(of: text))
    #expect(file.lines(matching: /[\w\)]!(?![=])/) == ["T/t.swift:3: let f = g!"])
    let imports = "import A\npackage import B\n@testable import C\n// import D\nlet x = \"import E\"\n"
    #expect(
      SourceFile(target: "T", path: "t", text: imports, code: CodeText.code(of: imports)).imports == ["A", "B", "C"])
  }

  @Test("files are short")
  func length() throws {
    for file in SourceFile.all { #expect(file.lineCount <= House.longestFile, "\(file.path): \(file.lineCount) lines") }
    let lengths = SourceFile.all.map(\.lineCount).sorted()
    let median = try #require(lengths.isEmpty ? nil : lengths[lengths.count / 2])
    #expect(median <= House.medianFile)
  }

  @Test("names say what is behind them, and no type has its module's name")
  func names() {
    for file in SourceFile.all {
      let name = file.path.split(separator: "/").last.map { $0.dropLast(".swift".count) } ?? ""
      let words =
        file.path.split(separator: "/").dropLast().map(String.init) + name.split(separator: "+").map(String.init)
      for word in words { #expect(!House.emptyNames.contains { word.hasSuffix($0) }, "\(file.path)") }
      #expect(file.lines(matching: declaration(of: file.target)) == [])
    }
  }

  private func declaration(of name: String) -> Regex<AnyRegexOutput> {
    (try? Regex(#"\b(struct|class|enum|actor|protocol|typealias) \#(name)\b"#)) ?? Regex(/$^/)
  }

  @Test("the top level holds what the plan names, and files whose names begin with a dot")
  func top() throws {
    // What Git does not keep is the user's own.
    let ignored = Set(
      try Checkout.text(".gitignore").split(separator: "\n").map { $0.hasSuffix("/") ? $0.dropLast() : $0 })
    let found = Checkout.names("").filter { name in !name.hasPrefix(".") && !ignored.contains { $0 == name } }
    #expect(Set(found) == House.entries)
  }
}
