/// "Did you mean": the nearest of some known words.
package enum EditDistance {
  /// The number of single-character insertions, deletions and replacements between two texts (Levenshtein).
  /// Complexity: O(n·m).
  package static func between(_ a: String, _ b: String) -> Int {
    let a = Array(a.unicodeScalars)
    let b = Array(b.unicodeScalars)
    var row = Array(0...b.count)
    for i in a.indices {
      var previous = row[0]
      row[0] = i + 1
      for j in b.indices {
        let replaced = previous + (a[i] == b[j] ? 0 : 1)
        previous = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, previous + 1)
      }
    }
    return row[b.count]
  }

  /// The nearest word, if it is near enough to be meant: at most a third of the letters differ.
  package static func nearest(to text: String, among known: [String]) -> String? {
    let ranked = known.map { ($0, between(text, $0)) }.min { $0.1 < $1.1 }
    guard let (word, distance) = ranked, distance <= max(2, text.count / 3) else { return nil }
    return word
  }
}
