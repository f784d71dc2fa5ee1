// The legend below the map: number, expression, phrase.
extension FootprintMap {
  /// First those that read Arabic well, then what most systems have.
  static let fonts = "'Noto Naskh Arabic','Amiri','DejaVu Sans',sans-serif"
  private static let latinFonts = "'DejaVu Sans','Noto Sans','Liberation Sans',sans-serif"
  private static let rowHeight = 32.0

  /// Colours that people who see red and green alike tell apart.
  ///
  /// Source: Okabe and Ito, "Color Universal Design" (2008), without black, and without yellow, which is too pale on land.
  private static let colours = ["#d55e00", "#0072b2", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"]

  /// The colour of an entry; beyond six they come again, and the numbers tell them apart.
  static func colour(_ index: Int) -> String { colours[index % colours.count] }

  /// How much room the legend takes, pixels.
  static func legendHeight(_ count: Int) -> Double { 16 + Double(count) * rowHeight + 30 }

  func drawLegend(top: Double, _ svg: inout SVGText) {
    for (index, entry) in entries.enumerated() {
      let middle = top + 16 + (Double(index) + 0.5) * Self.rowHeight
      let colour = Self.colour(index)
      svg.line(
        "<rect x=\"20\" y=\"\(SVGText.number(middle - 9))\" width=\"34\" height=\"18\" fill=\"\(colour)\" "
          + "fill-opacity=\"0.3\" stroke=\"\(colour)\" stroke-width=\"1.6\"/>")
      drawNumber(index, at: MapPixel(x: 37, y: middle), &svg)
      let reach = "\(SVGText.number(entry.uncertaintyKm.rounded())) km"
      svg.element(
        "text",
        "x=\"68\" y=\"\(SVGText.number(middle + 4.5))\" font-size=\"13\" fill=\"#333333\" "
          + "font-family=\"\(Self.latinFonts)\"", "\(entry.latin)  ·  ±\(reach)")
      drawArabic(entry.arabic, right: Self.width - 22, baseline: middle + 6, &svg)
    }
    let bottom = top + Self.legendHeight(entries.count) - 10
    svg.element(
      "text",
      "x=\"20\" y=\"\(SVGText.number(bottom))\" font-size=\"11\" fill=\"#777777\" font-family=\"\(Self.latinFonts)\"",
      source)
  }

  // The right edge of the phrase stands at `right`. In a text of right-to-left direction "start" is the right: browsers,
  // Inkscape and librsvg keep to that. The marks of direction around the phrase keep its punctuation in order where a
  // program passes the direction over.
  private func drawArabic(_ phrase: String, right: Double, baseline: Double, _ svg: inout SVGText) {
    svg.element(
      "text",
      "x=\"\(SVGText.number(right))\" y=\"\(SVGText.number(baseline))\" font-size=\"19\" fill=\"#222222\" "
        + "direction=\"rtl\" text-anchor=\"start\" xml:lang=\"ar\"", "\u{200F}\(phrase)\u{200F}")
  }
}
