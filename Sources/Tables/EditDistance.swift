/// "Did you mean": the nearest of some known words.
package enum EditDistance {
  /// The number of single-character insertions, deletions, replacements and swaps of neighbours between two texts
  /// (optimal string alignment): who types "clahs" has made one mistake.
  /// Complexity: O(n·m).
  package static func between(_ a: String, _ b: String) -> Int {
    let a = Array(a.unicodeScalars)
    let b = Array(b.unicodeScalars)
    var before: [Int] = []
    var row = Array(0...b.count)
    for i in a.indices {
      var next = [i + 1]
      for j in b.indices {
        var distance = min(row[j] + (a[i] == b[j] ? 0 : 1), next[j] + 1, row[j + 1] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { distance = min(distance, before[j - 1] + 1) }
        next.append(distance)
      }
      (before, row) = (row, next)
    }
    return row[b.count]
  }

  /// The nearest word, if it is near enough to be meant: at most a third of the text's letters differ, so that none
  /// may in a text of one or two. The first of several equally near words; nil for an empty text.
  package static func nearest(to text: String, among known: [String]) -> String? {
    let letters = text.unicodeScalars.count
    guard letters > 0 else { return nil }
    let ranked = known.map { ($0, between(text, $0)) }.min { $0.1 < $1.1 }
    guard let (word, distance) = ranked, distance <= letters / 3 else { return nil }
    return word
  }
}
