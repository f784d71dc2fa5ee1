/// «قوات النظام», "the forces of the regime", is «ميليشيا النظام», "the militia of the regime".
extension LoadedWording {
  /// The noun before the name of a force exchanged, with what is attached to it.
  func forces(as force: Force) -> [WordedText.Edit] {
    text.words.indices.compactMap { index in
      let word = text.words[index]
      for (prefix, stem) in Self.stems(of: word.bare, prefixes: Self.prepositions)
      where ForceNames.nouns.contains(stem) && stem != force.rawValue {
        guard text.runsOn(after: index), names.stands(at: index + 1, in: text) else { continue }
        return WordedText.Edit(range: word.range, text: prefix + force.rawValue)
      }
      return nil
    }
  }
}
