internal import ArabicText
internal import Incidents

/// Finds the names of actors and the words that stand for an actor named before.
struct ActorReader {
  let text: TokenizedText
  let mentions: MentionTable

  /// The actors of a text in order.
  /// - Parameter owners: what the tokens belong to; those of actors are marked.
  func mentions(_ owners: inout [TokenOwner]) -> [AnnotatedText.ActorMention] {
    var result: [AnnotatedText.ActorMention] = []
    var token = 0
    while token < text.tokens.count {
      if let found = name(at: token, owners) ?? owned(at: token, owners, after: result)
        ?? its(at: token, owners, after: result)
      {
        let actor = resolved(found, after: result)
        // «عضو في المجلس المحلي», "a member of the local council": an anaphor of nobody named stands for nobody.
        if actor.meanings.allSatisfy({ $0.form == .anaphor && $0.actor == .unknown }) {
          token = actor.tokens.upperBound
          continue
        }
        for taken in actor.tokens { owners[taken] = .actor }
        result.append(actor)
        token = actor.tokens.upperBound
      } else {
        token += 1
      }
    }
    return result
  }

  /// The longest name at a token with all its dated meanings.
  private func name(at token: Int, _ owners: [TokenOwner]) -> AnnotatedText.ActorMention? {
    var best: AnnotatedText.ActorMention?
    for mention in mentions.starting(at: token, of: .actor) {
      guard case .actor(let meaning) = mention.meaning, !mention.clitics.contains(.accusative) else { continue }
      if mention.clitics.contains(.pronoun) { continue }
      if let owner = owners.isEmpty ? nil : owners[token],
        // «هجوم على حاجز لقسد في الصور», "an attack on a checkpoint of the SDF in al-Sur": the phrase of the place runs over whose it is.
        owner == .date || (owner == .place && mention.tokens.count == 1 && !mention.clitics.contains(.lam))
      {
        continue
      }
      if meaning.form == .anaphor, !mention.clitics.contains(.article) { continue }
      if mention.tokens.count > best?.tokens.count ?? 0 {
        best = AnnotatedText.ActorMention(
          tokens: mention.tokens, meanings: [meaning], clitics: mention.clitics, rule: mention.rule)
      } else if mention.tokens.count == best?.tokens.count, mention.clitics == best?.clitics {
        best?.meanings.append(meaning)
      }
    }
    return best
  }

  /// «أكد التحالف أن طائراته ضربت …», "the Coalition confirmed that its aircraft struck …": forces with a pronoun are those of the actor
  /// named last in the sentence or the one before.
  private func owned(
    at token: Int, _ owners: [TokenOwner], after before: [AnnotatedText.ActorMention]
  ) -> AnnotatedText.ActorMention? {
    guard owners[token] == .none else { return nil }
    for mention in mentions.starting(at: token, of: .role) {
      guard mention.clitics.contains(.pronoun), mention.tokens.count == 1 else { continue }
      switch mention.meaning {
      case .role(.weapon), .role(.crew): break
      default: continue
      }
      let isOurs = text.folded(token).last == LetterCode.alef && text.folded(token).dropLast().last == LetterCode.noon
      // «خسر لواء القدس الموالي لموسكو ثمانية من عناصره», "Liwa al-Quds, which is loyal to Moscow, lost eight of its members"
      let named = { (actor: AnnotatedText.ActorMention) in
        actor.meanings.contains { $0.form == .name && $0.actor != .unknown && $0.actor != .civilians }
          && !text.isWord(actor.tokens.lowerBound - 1, among: FrameWord.loyal)
      }
      // «قواتنا», "our forces": of who speaks all the time.
      if isOurs,
        let owner = before.first(where: { $0.isPronominal && $0.isOurs }) ?? speaker(named, before, after: token)
      {
        return AnnotatedText.ActorMention(
          tokens: mention.tokens, meanings: owner.meanings, clitics: mention.clitics, rule: mention.rule,
          isPronominal: true, isOurs: true)
      }
      guard !isOurs, let owner = before.last(where: named), token - owner.tokens.upperBound < 40 else { return nil }
      return AnnotatedText.ActorMention(
        tokens: mention.tokens, meanings: owner.meanings, clitics: mention.clitics, rule: mention.rule,
        isPronominal: true)
    }
    return nil
  }

  /// «مفرزة تابعة له», "a detachment of its": of the actor named last.
  private func its(
    at token: Int, _ owners: [TokenOwner], after before: [AnnotatedText.ActorMention]
  ) -> AnnotatedText.ActorMention? {
    guard token > 0, owners[token] == .none, text.isWord(token, among: FrameWord.toIt),
      let cue = mentions.starting(at: token - 1, of: .role).first(where: { $0.meaning == .role(.targetOf) }),
      let owner = before.last(where: { $0.meanings.contains { $0.form == .name && $0.actor != .unknown } }),
      token - owner.tokens.upperBound < 60
    else { return nil }
    return AnnotatedText.ActorMention(
      tokens: token..<token + 1, meanings: owner.meanings, clitics: .lam, rule: cue.rule)
  }

  // «نفّذت قواتنا، قوات سوريا الديمقراطية، …», "our forces, the SDF, carried out …"; else the first who is named in the text.
  private func speaker(
    _ named: (AnnotatedText.ActorMention) -> Bool, _ before: [AnnotatedText.ActorMention], after token: Int
  ) -> AnnotatedText.ActorMention? {
    for next in token + 1..<min(token + 4, text.tokens.count) {
      if let found = name(at: next, []), named(found) { return found }
    }
    return before.first(where: named)
  }

  /// An anaphor with the meanings of the actor it refers back to: «القوات», "the forces", of «قوات سوريا الديمقراطية».
  private func resolved(
    _ actor: AnnotatedText.ActorMention, after before: [AnnotatedText.ActorMention]
  ) -> AnnotatedText.ActorMention {
    guard actor.meanings.allSatisfy({ $0.form == .anaphor }) else { return actor }
    let noun = PhraseIndex.withoutArticle(text.folded(actor.tokens.lowerBound))
    let named = before.last { other in
      other.meanings.contains { $0.form == .name }
        && other.tokens.contains { PhraseIndex.withoutArticle(text.folded($0)).elementsEqual(noun) }
    }
    guard let named else { return actor }
    var actor = actor
    actor.meanings = named.meanings
    return actor
  }
}
