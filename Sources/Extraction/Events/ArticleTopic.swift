internal import ArabicText
internal import Incidents

/// What an article is about as a whole: one on a film, a match or a manoeuvre tells no incidents, whatever words of war it uses.
struct ArticleTopic {
  let article: AnnotatedText

  /// True when headline and lead speak of fiction, sport or drill at least twice.
  var isElsewhere: Bool {
    var found = 0
    for sentence in article.sentences.prefix(4) {
      for token in sentence.tokens where [.fiction, .drill].contains(article.discard(at: token)) {
        found += sentence.isHeadline ? 2 : 1
      }
    }
    return found >= 3
  }
}
