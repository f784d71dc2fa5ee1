internal import ArabicText
internal import Incidents

/// Finds who states a sentence: «بحسب المرصد» "according to SOHR", «أعلنت قسد في بيان» "the SDF announced in a
/// statement".
struct AttributionReader {
  let article: AnnotatedText

  /// The source nearest to the tokens of an event within its sentence; nil when the article itself speaks.
  func attribution(in sentence: Range<Int>, near event: Range<Int>) -> (name: String, tokens: Range<Int>)? {
    var best: (name: String, tokens: Range<Int>, distance: Int)?
    var token = sentence.lowerBound
    while token < sentence.upperBound {
      guard let source = source(at: token) else { token += 1; continue }
      if isSpeaking(source.tokens, in: sentence) {
        let distance =
          source.tokens.upperBound <= event.lowerBound
          ? event.lowerBound - source.tokens.upperBound : max(0, source.tokens.lowerBound - event.upperBound)
        if distance < best?.distance ?? .max { best = (source.name, source.tokens, distance) }
      }
      token = source.tokens.upperBound
    }
    return best.map { ($0.name, $0.tokens) }
  }

  private func source(at token: Int) -> (name: String, tokens: Range<Int>)? {
    var best: (name: String, tokens: Range<Int>)?
    for mention in article.mentions.starting(at: token, of: .source) {
      if case .source(let name) = mention.meaning, mention.tokens.count > best?.tokens.count ?? 0 {
        best = (name, mention.tokens)
      }
    }
    return best
  }

  private func isSpeaking(_ source: Range<Int>, in sentence: Range<Int>) -> Bool {
    for token in max(sentence.lowerBound, source.lowerBound - 5)..<min(sentence.upperBound, source.upperBound + 4) {
      if source.contains(token) { continue }
      for mention in article.mentions.starting(at: token, of: .saying)
      where mention.meaning == .sayingVerb || mention.meaning == .sourceMark {
        return true
      }
    }
    return false
  }
}
