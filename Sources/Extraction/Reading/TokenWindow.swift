extension Range where Bound == Int {
  /// The tokens from one to another, none when the second does not lie behind the first: windows near the end of a text are
  /// cut off, never inverted.
  static func window(_ lower: Int, _ upper: Int) -> Range<Int> { lower..<Swift.max(lower, upper) }
}
