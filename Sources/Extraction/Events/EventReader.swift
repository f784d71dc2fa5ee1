internal import ArabicText
internal import Gazetteer
internal import Incidents

/// Reads the events of an article, sentence by sentence: a sentence with its direct continuation binds who, what, where and when.
struct EventReader {
  let article: AnnotatedText
  let clauses: ClauseReader
  let triggers: TriggerReader
  let casualties: CasualtyReader
  let roles: RoleReader
  let tallies: TallyReader

  init(article: AnnotatedText) {
    self.article = article
    clauses = ClauseReader(article: article)
    triggers = TriggerReader(article: article)
    casualties = CasualtyReader(article: article)
    roles = RoleReader(article: article)
    tallies = TallyReader(article: article)
  }

  /// All drafts in the order of the text, sums included.
  func drafts() -> [EventDraft] {
    var result: [EventDraft] = []
    for (index, sentence) in article.sentences.enumerated() {
      if let part = listed(sentence.tokens, sentence: index, after: result) {
        result.append(part)
        continue
      }
      let before = result.last.flatMap { $0.kind == .tally && index - $0.sentence <= 1 ? $0 : nil }
      let whole = result.last { $0.kind == .tally && $0.countTokens != nil && index - $0.sentence <= 12 }
      let counted = tallies.drafts(in: sentence.tokens, sentence: index, after: before, whole: whole)
      if !counted.isEmpty {
        result += counted.map { draft in
          var draft = draft
          draft.isHeadline = sentence.isHeadline
          return draft
        }
        if tallies.fillsSentence(counted, sentence.tokens) { continue }
      }
      let taken = counted.map(\.tokens)
      var told = events(in: sentence, index: index, taken: taken, earlier: result)
      if told.isEmpty, counted.isEmpty { claim(in: sentence.tokens, sentence: index, of: &result) }
      let parts = parts(in: sentence, index: index, told: &told, earlier: result)
      result += told + parts
    }
    lendSides(&result)
    return result
  }

  /// «أودى رصاص قوات الأمن بـ20 مدنياً، وتوزعوا على درعا بـ8 قتلى وحمص بـ5», "the bullets of security forces took 20 civilians, spread over Daraa with 8 dead and
  /// Homs with 5": the parts by place have the sides of the sum told beside them.
  private func lendSides(_ drafts: inout [EventDraft]) {
    for position in drafts.indices where drafts[position].rules.contains("frame:place-sum") {
      let part = drafts[position]
      let whole = drafts.first {
        !$0.rules.contains("frame:place-sum") && (0...1).contains(part.sentence - $0.sentence)
          && $0.total(.killed)?.lower ?? 0 > part.total(.killed)?.lower ?? 0
      }
      guard let whole else { continue }
      if part.initiators.isEmpty { drafts[position].initiators = whole.initiators }
      if part.targets.isEmpty { drafts[position].targets = whole.targets }
      drafts[position].peopleHit += whole.peopleHit
      if drafts[position].items[0].victims.isEmpty {
        drafts[position].items[0].victims = whole.items.first { $0.effect == .killed }?.victims ?? []
      }
    }
  }

  /// «– حمص: 97», "Homs: 97", a line of its own under a sum: how it is spread over the land.
  private func listed(_ line: Range<Int>, sentence index: Int, after drafts: [EventDraft]) -> EventDraft? {
    let isSum = { (draft: EventDraft) in
      draft.kind == .tally || draft.isSum || draft.isPeriodTold && draft.total(.killed)?.lower ?? 0 >= 20
    }
    guard line.count <= 14, let last = drafts.last, isSum(last), (1...3).contains(index - last.sentence),
      let place = article.places(in: line).first(where: { $0.place != nil }),
      place.tokens.lowerBound - line.lowerBound <= 3,
      let figure = article.figures(in: line).first, !figure.value.isVague,
      (1...2).contains(figure.tokens.lowerBound - place.tokens.upperBound),
      [0x3A, 0x2D, 0x2013, 0x2014].contains(article.text.tokens[place.tokens.upperBound].scalar),
      let whole = drafts.last(where: { isSum($0) && !$0.rules.contains("frame:place-line") })
    else { return nil }
    if case .event = figure.noun { return nil }
    var part = EventDraft(tokens: place.tokens.lowerBound..<figure.tokens.upperBound, sentence: index)
    part.kind = .tally
    part.isPart = true
    part.places = [place]
    part.triggers = whole.triggers
    part.initiators = whole.initiators
    part.targets = whole.targets
    part.rules = ["frame:place-line"]
    let effect = whole.items.first { $0.value.lower ?? 0 > 0 }?.effect
    if let effect {
      part.items = [
        CasualtyReader.Item(
          effect: effect, value: figure.value, tokens: figure.tokens,
          victims: whole.items.first { $0.effect == effect }?.victims ?? [], governor: figure.tokens.lowerBound,
          rules: figure.rules + ["frame:place-line"])
      ]
    } else {
      part.count = figure.value
      part.countTokens = figure.tokens
    }
    return part
  }

  /// The parts of a sum of dead told in this sentence, the one before or the report that the article passes on; what they tell is taken
  /// from the whole.
  private func parts(
    in sentence: AnnotatedText.Sentence, index: Int, told: inout [EventDraft], earlier: [EventDraft]
  ) -> [EventDraft] {
    let near = earlier.last.flatMap { index - $0.sentence <= 1 ? $0 : nil }
    let isWhole = { (draft: EventDraft) in
      draft.isSum || draft.kind == .tally || draft.total(.killed)?.lower ?? 0 >= 100
    }
    let reported = reported(before: index, sentence.tokens, told: told, earlier: earlier)
    // «وأودى القصف بحياة 417 مقاتلاً، بينما قضى تحت التعذيب 118», "shelling took 417 fighters, while 118 died under torture", of a report's 2375: both are parts.
    let isBelow = { (draft: EventDraft) in
      draft.total(.killed)?.lower ?? 0 < reported?.total(.killed)?.lower ?? 0 && !draft.isPeriodTold
    }
    guard
      let whole = told.last(where: { isWhole($0) && !isBelow($0) }) ?? reported
        ?? near.flatMap({ isWhole($0) ? $0 : nil })
    else {
      return []
    }
    let parts = PartReader(article: article, triggers: triggers, roles: roles)
      .parts(in: sentence.tokens, sentence: index, of: whole)
    guard !parts.isEmpty else { return [] }
    let isOfPart = { (tokens: Range<Int>) in parts.contains { $0.tokens.overlaps(tokens) } }
    for position in told.indices {
      told[position].places.removeAll { isOfPart($0.tokens) }
      told[position].triggers.removeAll { isOfPart($0.tokens) }
      told[position].items.removeAll { isOfPart($0.tokens) }
    }
    told.removeAll { $0.triggers.isEmpty && $0.items.isEmpty }
    return parts
  }

  /// The sum of a report whose parts a later sentence without a day of its own may tell: «112 مدنياً قُتلوا في شباط … قتلت قوات النظام 18 من هؤلاء», "112
  /// civilians were killed in February … regime forces killed 18 of these".
  private func reported(
    before index: Int, _ sentence: Range<Int>, told: [EventDraft], earlier: [EventDraft]
  ) -> EventDraft? {
    guard
      let whole = earlier.last(where: {
        !$0.isPartOfDead && $0.isPeriodTold && (!$0.isHeadline || article.sentences[$0.sentence].isLong)
          && $0.total(.killed)?.lower ?? 0 >= 20
      }), (1...8).contains(index - whole.sentence)
    else { return nil }
    let isOfOneDay = article.dates(in: sentence).contains { $0.span.precision == .day || $0.isSince }
    let isSomewhere = told.contains { [.locality, .camp, .area].contains($0.place?.place?.precision) }
    return isOfOneDay || isSomewhere ? nil : whole
  }

  private func events(
    in sentence: AnnotatedText.Sentence, index: Int, taken: [Range<Int>], earlier: [EventDraft]
  ) -> [EventDraft] {
    var result = bound(sentence, index: index, taken: taken)
    lendSubjects(&result, earlier: earlier)
    lendSpeaker(&result, sentence: sentence.tokens)
    for position in result.indices {
      result[position].attribution = AttributionReader(article: article).attribution(
        in: sentence.tokens, near: result[position].tokens)
    }
    return result
  }

  /// Binds the clauses of a sentence into drafts; a clause that tells no event lends place, time and actors to its neighbours.
  private func bound(_ sentence: AnnotatedText.Sentence, index: Int, taken: [Range<Int>]) -> [EventDraft] {
    var result: [EventDraft] = []
    var waiting: [ClauseContent] = []
    let items = casualties.items(in: sentence.tokens).filter { article.denial(before: $0.governor) == nil }
    // «توفي أربعة بحادث سير», "four died in a road accident"; «تدريبات …، ولم تسجل إصابات», "training …, no injuries were recorded"
    let isPeaceful = sentence.tokens.contains {
      [.accident, .drill].contains(article.discard(at: $0))
    }
    if isPeaceful, triggers.triggers(in: sentence.tokens).isEmpty { return [] }
    for clause in clauses.clauses(of: sentence.tokens) {
      // «خطف مسلحون، أمس الأحد، ثلاثة تجار», "gunmen abducted, yesterday, Sunday, three merchants": the victims of a verb may stand behind its clause.
      let content = content(
        of: clause, items: items.filter { clause.tokens.contains($0.tokens.lowerBound) },
        governed: items.filter {
          clause.tokens.contains($0.governor) && $0.tokens.lowerBound >= clause.tokens.upperBound
        })
      if taken.contains(where: { $0.overlaps(clause.tokens) })
        && content.triggers.allSatisfy({ t in taken.contains { $0.overlaps(t.tokens) } })
      {
        continue
      }
      guard content.tellsEvent else {
        if result.isEmpty || clause.link == .new || isOtherDay(content, than: result[result.count - 1]) {
          waiting.append(content)
        } else {
          result[result.count - 1].add(place: content)
        }
        continue
      }
      if let last = result.last, !opens(content, after: last, waiting: waiting) {
        for before in waiting { result[result.count - 1].absorb(before) }
        result[result.count - 1].absorb(content)
      } else {
        var draft = EventDraft(tokens: clause.tokens, sentence: index)
        draft.isHeadline = sentence.isHeadline
        for before in waiting { draft.absorb(before) }
        draft.absorb(content)
        draft.tokens = .window(
          waiting.first?.clause.tokens.lowerBound ?? clause.tokens.lowerBound, clause.tokens.upperBound)
        draft.isOther = content.isOther
        draft.isNew = (waiting.map(\.clause.link) + [content.clause.link]).contains(.new)
        result.append(draft)
      }
      waiting = []
    }
    for content in waiting where !result.isEmpty { result[result.count - 1].add(place: content) }
    for position in result.indices { triggers.weakenEffects(&result[position].triggers) }
    return result
  }

  /// Gives drafts without an actor of their own the one who did the deed before.
  private func lendSubjects(_ drafts: inout [EventDraft], earlier: [EventDraft]) {
    for position in drafts.indices where drafts[position].initiators.isEmpty {
      let before = position > 0 ? drafts[position - 1] : earlier.last
      if let before, takesSubject(drafts[position], from: before) {
        drafts[position].initiators = before.initiators
      } else if isSimilar(drafts[position]) {
        // «طالت غارة أخرى …», "another raid hit …", some sentences after the first.
        let like = earlier.suffix(8).last {
          $0.type == drafts[position].type && !$0.initiators.isEmpty && drafts[position].sentence - $0.sentence <= 5
        }
        drafts[position].initiators = like?.initiators ?? []
      }
    }
  }

  /// «وتبنى تنظيم الدولة العملية عبر وكالته», "the Islamic State claimed it through its agency", in a sentence that tells no event: of the one before.
  private func claim(in sentence: Range<Int>, sentence index: Int, of drafts: inout [EventDraft]) {
    let claims = sentence.contains { token in
      article.mentions.starting(at: token, of: .role).contains {
        $0.meaning == .role(.initiator) && ($0.rule.contains("تبن") || $0.rule.contains("مسؤولي"))
      }
    }
    guard claims, let last = drafts.indices.last, index - drafts[last].sentence <= 2,
      drafts[last].initiators.allSatisfy({ use in use.meanings.allSatisfy { $0.actor == .unknown } })
    else { return }
    for use in roles.uses(in: sentence, triggers: [], items: []) where use.side == .initiator {
      drafts[last].initiators.append(
        EventDraft.ActorUse(meanings: use.actor.meanings, tokens: use.actor.tokens, rule: use.rule))
    }
  }

  private func isSimilar(_ draft: EventDraft) -> Bool {
    draft.tokens.contains { token in
      article.mentions.starting(at: token, of: .connective).contains { $0.meaning == .connective(.other) }
    }
  }

  /// Gives drafts without an actor the one who states the sentence and speaks of itself: «قالت قسد إنها نفذت …», "the SDF said that
  /// it carried out …".
  private func lendSpeaker(_ drafts: inout [EventDraft], sentence: Range<Int>) {
    guard let speaker = roles.speaker(in: sentence) else { return }
    let use = EventDraft.ActorUse(
      meanings: speaker.actor.meanings, tokens: speaker.actor.tokens, rule: "frame:speaker-itself")
    for position in drafts.indices where !drafts[position].triggers.isEmpty || !drafts[position].items.isEmpty {
      if speaker.suffers {
        if drafts[position].targets.isEmpty { drafts[position].targets = [use] }
      } else if drafts[position].initiators.isEmpty,
        drafts[position].tokens.upperBound > speaker.actor.tokens.upperBound
      {
        drafts[position].initiators = [use]
      }
    }
  }

  /// «وباشرت تمشيط …» "and began to comb …", «غارة مماثلة» "a similar raid": a deed without a subject of its own is
  /// done by who did the one before.
  private func takesSubject(_ draft: EventDraft, from before: EventDraft) -> Bool {
    guard before.kind == .incident, draft.sentence - before.sentence <= 1, !before.initiators.isEmpty else {
      return false
    }
    if isSimilar(draft), draft.type == before.type { return true }
    guard let first = draft.triggers.first(where: { $0.meaning.strength == .strong }), first.meaning.form == .verb,
      first.meaning.subject == .initiator
    else {
      return false
    }
    // «وكان قد أطلق النار يوم …», "and it had opened fire on …": a verb that names nobody.
    let start = first.tokens.lowerBound
    let isAuxiliary = Range.window(max(draft.tokens.lowerBound, start - 2), start).contains {
      article.text.isWord($0, among: FrameWord.been)
    }
    return first.clitics.contains(.conjunction) || draft.sentence == before.sentence
      || isAuxiliary && article.actors(in: .window(draft.tokens.lowerBound, start)).isEmpty
  }

  /// True when a clause tells something else than the event before it in the sentence.
  private func opens(_ content: ClauseContent, after last: EventDraft, waiting: [ClauseContent]) -> Bool {
    if content.isOther { return true }
    // «…، ليرتفع عدد ضحايا الغارات خلال آب الجاري إلى 11», "…, so that the number of victims of the raids during this August rises to 11": a sum.
    if content.items.contains(where: \.isUpdate), content.dates.contains(where: { isPeriod($0) }),
      !last.dates.contains(where: { isPeriod($0) })
    {
      return true
    }
    let main = content.triggers.filter { $0.meaning.strength == .strong || $0.meaning.strength == .weak }
    // Figures alone belong to what was told, unless a contrast tells of people elsewhere: «أُصيب خمسة في جسر الشغور، بينما لقي قيادي حتفه في خان شيخون»,
    // "five were wounded in Jisr al-Shughur, while a leader met his death in Khan Shaykhun".
    if main.isEmpty {
      let links = waiting.map(\.clause.link) + [content.clause.link]
      let places = content.places.filter { !$0.isDirectional && $0.place != nil }
      if links.contains(.new), content.items.contains(where: { $0.value.lower ?? 0 > 0 }), !last.items.isEmpty,
        !places.isEmpty, last.place != nil, !places.contains(where: { sameArea($0, last) })
      {
        return true
      }
      return differsInDate(content, dates: (waiting + [content]).flatMap(\.dates), last)
    }
    switch content.clause.link {
    case .result, .continuation: return false
    case .first, .plain, .new: break
    }
    if main.allSatisfy(\.isDefinite) { return false }
    // «فاختطفوا …» "so they abducted …", «في غارة …» "in a raid …": what came of it, and how it was done.
    if let first = main.first, first.clitics.contains(.consequence) || isManner(first, content.clause) { return false }
    let links = waiting.map(\.clause.link) + [content.clause.link]
    let dates = (waiting + [content]).flatMap(\.dates)
    let places = (waiting + [content]).flatMap(\.places).filter { !$0.isDirectional && $0.place != nil }
    let otherDate =
      !dates.isEmpty && !last.dates.isEmpty && !dates.contains { date in last.dates.contains { $0.span == date.span } }
    let otherPlace = !places.isEmpty && last.place != nil && !places.contains { sameArea($0, last) }
    if links.contains(.new) || otherDate || otherPlace { return true }
    // «… وأوقفت سائقها، وفي منتصف أيلول اغتيل …», "… and arrested its driver, and in mid September … was assassinated": a clause that begins
    // with its own date and tells a deed after a deed.
    if let date = content.dates.first, date.tokens.lowerBound - content.clause.tokens.lowerBound <= 2,
      article.isConjoined(content.clause.tokens.lowerBound), !last.triggers.isEmpty,
      main.contains(where: { $0.meaning.strength == .strong && $0.tokens.lowerBound >= date.tokens.upperBound })
    {
      return true
    }
    let lastTypes = Set(last.triggers.filter { $0.meaning.strength == .strong }.map(\.meaning.type))
    // Another strong deed in a new main clause, of a kind that is no part of the one before.
    let strong = main.filter { $0.meaning.strength == .strong }
    if let first = strong.first, !lastTypes.isEmpty, !lastTypes.contains(first.meaning.type),
      first.clitics.contains(.conjunction),
      !EventFamilies.related(first.meaning.type, lastTypes), !last.items.isEmpty || !content.items.isEmpty,
      !first.clitics.contains(.consequence)
    {
      return true
    }
    return false
  }

  private func isPeriod(_ date: DateExpression) -> Bool {
    date.isSince || [.week, .month, .year, .period].contains(date.span.precision)
  }

  /// A trigger after «في» "in", «ب» "by", «إثر» "after" at the head of its clause tells how: «أسرت …، في غارة
  /// بالمروحيات», "captured …, in a helicopter raid".
  private func isManner(_ trigger: EventDraft.Trigger, _ clause: Clause) -> Bool {
    let start = trigger.tokens.lowerBound
    guard trigger.meaning.form != .verb, start - clause.tokens.lowerBound <= 1 else { return false }
    if trigger.clitics.contains(.beh) { return true }
    return start > clause.tokens.lowerBound && article.text.isWord(start - 1, FrameWord.inside)
  }

  // «…، وقبلها، يوم الأحد الماضي، قُتل ثمانية», "…, and before it, last Sunday, eight were killed": a day by itself is of what follows.
  private func isOtherDay(_ content: ClauseContent, than last: EventDraft) -> Bool {
    guard content.places.isEmpty, content.uses.isEmpty, let date = content.dates.first, content.dates.count == 1,
      date.span.precision == .day, content.clause.tokens.count - date.tokens.count <= 2
    else { return false }
    return !last.items.isEmpty && !last.dates.isEmpty && last.dates.allSatisfy { $0.span != date.span }
  }

  private func differsInDate(_ content: ClauseContent, dates: [DateExpression], _ last: EventDraft) -> Bool {
    guard !content.items.isEmpty, !dates.isEmpty else { return false }
    // «علماً أن شقيقيه لقيا مصرعهما … في 22 أيار», "his two brothers having met their death … on 22 May": another day, other dead.
    // But «لقي ثلاثة، أحدهم ضابط، مصرعهم مساء أمس», "three, one of them an officer, met their death yesterday evening", goes on.
    if last.dates.isEmpty {
      return !last.items.isEmpty
        && dates.contains { $0.span.precision == .day && $0.rule != "frame:date-today" }
    }
    return !dates.contains { date in last.dates.contains { $0.span == date.span } }
  }

  private func sameArea(_ expression: PlaceExpression, _ draft: EventDraft) -> Bool {
    guard let place = expression.place else { return true }
    return draft.places.contains { other in
      guard let known = other.place else { return false }
      return PlaceRelation.compatible(place, known)
    }
  }

  /// «سقطت تسع قذائف على …» "nine shells fell on …", «26 برميلاً متفجراً» "26 barrel bombs": counted munitions tell a
  /// strike by themselves.
  private func munitions(in range: Range<Int>) -> [EventDraft.Trigger] {
    article.figures(in: range).compactMap { figure in
      guard case .event(var meaning) = figure.noun, meaning.strength == .means,
        [.shelling, .airstrike].contains(meaning.type), !article.isNegated(figure.tokens.lowerBound, in: range)
      else { return nil }
      meaning.strength = .strong
      return EventDraft.Trigger(
        meaning: meaning, tokens: figure.tokens, clitics: [], rule: "frame:counted-munitions", isDefinite: false)
    }
  }

  /// «…، التي تواصل حملة …،», "…, which goes on with a campaign …,": says who somebody is, not what happened.
  func isDescription(_ clause: Clause) -> Bool {
    let first = clause.tokens.first { article.text.tokens[$0].kind == .word }
    guard let first else { return false }
    return article.text.isWord(first, among: FrameWord.relatives)
  }

  /// «أطلقوا النار على مدنيين» "opened fire on civilians", «اختطفوا تاجراً» "abducted a merchant": people who take no
  /// part, as the object of the deed.
  private func objects(of found: [EventDraft.Trigger], in range: Range<Int>) -> [EventDraft.ActorUse] {
    for trigger in found where trigger.meaning.strength == .strong && trigger.meaning.type != .clash {
      for token in Range.window(trigger.tokens.upperBound, min(trigger.tokens.upperBound + 7, range.upperBound))
      where article.owners[token] == .none {
        for mention in article.mentions.starting(at: token) {
          guard let actor = person(mention) else { continue }
          let meaning = ActorMeaning(actor: actor, form: .name, since: nil, until: nil)
          return [EventDraft.ActorUse(meanings: [meaning], tokens: mention.tokens, rule: mention.rule)]
        }
      }
    }
    return []
  }

  private func person(_ mention: Mention) -> ActorID? {
    switch mention.meaning {
    case .person(let person): mention.clitics.isDisjoint(with: [.conjunction, .pronoun]) ? person.actor : nil
    // «هجوم على قافلة عسكرية», "an attack on a military convoy"
    case .role(.army): .soldiers
    // «قنبلة على محل», "a grenade at a shop"
    case .role(.civil): .civilians
    default: nil
    }
  }

  private func content(
    of clause: Clause, items: [CasualtyReader.Item], governed: [CasualtyReader.Item]
  ) -> ClauseContent {
    let described = isDescription(clause)
    let found = described ? [] : triggers.triggers(in: clause.tokens) + munitions(in: clause.tokens)
    let isOther = clause.tokens.contains { token in
      article.mentions.starting(at: token, of: .connective).contains {
        $0.meaning == .connective(.other) && !$0.clitics.contains(.article)
      }
        && found.contains { $0.tokens.upperBound <= token && token - $0.tokens.upperBound <= 3 && !$0.isDefinite }
    }
    let places = article.places(in: clause.tokens).filter { !article.isDateline($0.tokens) }
    let origins = places.map(\.tokens).filter { article.text.isWord($0.lowerBound - 1, FrameWord.from) }
    return ClauseContent(
      clause: clause, triggers: found, items: items,
      dates: Array(article.dates(in: clause.tokens)), places: places,
      origins: Set(origins),
      uses: roles.uses(in: clause.tokens, triggers: found, items: items + governed),
      objects: objects(of: found, in: clause.tokens), isOther: isOther)
  }
}

extension EventDraft {
  /// Takes in everything that a clause tells.
  fileprivate mutating func absorb(_ content: ClauseContent) {
    triggers += content.triggers
    items += content.items
    dates += content.dates
    places += content.places
    origins.formUnion(content.origins)
    peopleHit += content.objects
    for use in content.uses {
      guard let side = use.side else { continue }
      let actor = ActorUse(meanings: use.actor.meanings, tokens: use.actor.tokens, rule: use.rule)
      if side == .initiator { initiators.append(actor) } else { targets.append(actor) }
      rules.append(use.rule)
    }
    let told = content.clause.tokens
    tokens = min(tokens.lowerBound, told.lowerBound)..<max(tokens.upperBound, told.upperBound)
  }

  /// Takes in only place, time and actors of a clause that tells no event itself; the evidence grows only when it tells something.
  fileprivate mutating func add(place content: ClauseContent) {
    let tells = !content.places.isEmpty || !content.dates.isEmpty || content.uses.contains { $0.side != nil }
    guard tells else { return }
    let upper = tokens.upperBound
    absorb(content)
    if content.clause.tokens.lowerBound - upper > 12 { tokens = tokens.lowerBound..<upper }
  }
}
