/// The targets of `Package.swift` with what they depend on, read from its text.
struct Manifest {
  struct Target: Hashable {
    let kind: String
    let name: String
    /// Where its files lie.
    let folder: String
    let dependencies: [String]
    /// What it draws from outside packages.
    let products: [String]
  }

  let targets: [Target]
  let text: String

  init() throws {
    text = try Checkout.text("Package.swift")
    var targets: [Target] = []
    for kind in ["systemLibrary", "target", "executableTarget", "testTarget"] {
      // Tests name this manifest's calls too, so it is the opening bracket that counts.
      for part in text.split(separator: ".\(kind)(", omittingEmptySubsequences: false).dropFirst() {
        let call = Self.untilClosed(String(part))
        guard let name = call.firstMatch(of: /name:\s*"([^"]+)"/)?.output.1 else { continue }
        let path = call.firstMatch(of: /path:\s*"([^"]+)"/).map { String($0.output.1) }
        let list = call.firstMatch(of: /dependencies:\s*\[/).map {
          Self.untilClosed(String(call[$0.range.upperBound...]))
        }
        let products = (list ?? "").matches(of: /\.product\(name:\s*"([^"]+)"/).map { String($0.output.1) }
        let inner = (list ?? "").replacing(/\.product\([^)]*\)/, with: "")
        targets.append(
          Target(
            kind: kind, name: String(name),
            folder: path ?? (kind == "testTarget" ? "Tests/" : "Sources/") + name,
            dependencies: inner.matches(of: /"([^"]+)"/).map { String($0.output.1) }, products: products))
      }
    }
    self.targets = targets
  }

  /// The text up to the bracket that closes the one before it.
  private static func untilClosed(_ text: String) -> String {
    var depth = 1
    let end = text.firstIndex { character in
      if "([".contains(character) { depth += 1 }
      if ")]".contains(character) { depth -= 1 }
      return depth == 0
    }
    return String(text[..<(end ?? text.endIndex)])
  }
}
