/** What the words around a match make of it: nothing at all, one level less, or as it stands. */
export type Weight = "drop" | "lower" | "keep";

export interface Occurrence {
  /** The whole folded text. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const NEGATED =
  /(?<![\p{L}\p{N}])(?:not|never|dont|do not|didnt|wont|wouldnt|doesnt|isnt|arent|wasnt|havent|hasnt|without|nor|deny|denies|denied|denying|free of|no|no (?:thoughts?|intentions?|plans?|urges?|wish|desire|history|signs?|symptoms?) (?:of|to|about)|ruled out|rule out|sin|nunca|ninguna?|tampoco|no (?:quiero|tengo|pienso|hay)) (?:[\p{L}\p{N}]{1,10} ){0,2}$/u;
const NEGATED_TOO_FAR =
  /(?:dont|not|no) (?:know|sure|care|see|matter|one|longer|idea|help|se|aguanto|puedo)(?: [\p{L}]{1,10}){0,2} $|why not (?:just )?$/u;
const REMOTE_PAST =
  /(?<![\p{L}\p{N}])(?:(?:in|since|of|from|back in) (?:19|20)\d\d|(?:\d+|few|many|several|ten|twenty|thirty|two|three|four|five|couple of|some) (?:years?|decades?) ago|years ago|decades ago|when i was (?:a |an |in |\d|young|little|pregnant|at|younger)|as a (?:teen\w*|child|kid|student)|back then|used to|in my (?:teens|twenties|thirties|forties|fifties|youth|20s|30s|40s)|last (?:year|decade)|late (?:husband|wife|mother|father|brother|sister|son|daughter|friend|partner)|history of|\d+ years after|hace (?:\d+|muchos|varios|unos|dos|tres) anos)(?![\p{L}\p{N}])/u;
const PRESENT =
  /(?<![\p{L}\p{N}])(?:now|again|tonight|today|still|currently|right now|this (?:morning|evening|afternoon|week|weekend)|yesterday|tomorrow|im going|at the moment|ahora|hoy|esta noche|otra vez|todavia)(?![\p{L}\p{N}])/u;
const RECOVERED =
  /(?<![\p{L}\p{N}])(?:recovered|recovery|survived|survivor|got (?:better|help)|glad i didnt|grateful (?:to be|i)|(?:years?|months?) (?:clean|sober|free)|(?:seizure|symptom|cancer)[ -]free|all clear|turned out (?:to be )?(?:fine|nothing|ok)|ruled (?:it |that )?out|was (?:just|only) (?:a|an) |false alarm)(?![\p{L}\p{N}])/u;
const IDIOM =
  /(?<![\p{L}\p{N}])(?:(?:die|died|dying|dead) (?:of|from|with) (?:embarrassment|shame|laughter|laughing|boredom|cringe|cuteness|happiness|heat|hunger|excitement|curiosity|envy)|died? laughing|(?:career|social|political|financial) suicide|suicide (?:squad|doors?|sunday|pact in the (?:book|film|movie))|to die for|die for a|kill for a|could (?:just )?kill (?:him|her|my|for)|stroke of (?:luck|genius)|heart attack (?:burger|on a plate)|nearly had a heart attack|choking on the (?:price|cost|bill)|dressed to kill|if looks could kill|(?:do|should|can|must) i (?:\w+ )?take all|when (?:do|should) i take all|(?:this|that|the) (?:crossword|homework|commute|exam|queue|weather|heat|diet|meeting) )(?![\p{L}\p{N}])/u;
const SOONER_THAN =
  /(?:sooner|rather) [^.!?\n]{0,60} than (?!(?:\w+ ){0,2}(?:liv|go on|keep|carry|face|feel|wake|be here|stay|suffer|continue|spend another))/u;
const ABOUT_IT =
  /(?<![\p{L}\p{N}])(?:training|lecture|essay|dissertation|thesis|research|study|studying|course|an? talk|talk (?:on|about)|poster|leaflet|documentary|film|movie|book|novel|episode|song|lyrics|game|prevention|awareness|campaign|charity|fundrais\w+|volunteer\w*|podcast|article|seminar|conference|statistics|(?:warning )?signs of|symptoms of|curious|explain|definition|side effects?|what (?:does|did|do|is|are|happens)|how (?:do|does|can|did) (?:you|people|one|we|doctors)|difference between|que es|sintomas de|prevencion|curso|charla)(?![\p{L}\p{N}])/u;
const FIRST_PERSON =
  /(?<![\p{L}\p{N}])(?:i|im|ive|id|ill|me|my|myself|yo|mi|me|quiero|tonight|now)(?![\p{L}\p{N}])/u;

const SENTENCE_LIMIT = 240;

/** The sentence around a match, at most 240 units to each side. */
export function sentenceAround({ text, start, end }: Occurrence): string {
  const left =
    text
      .slice(Math.max(0, start - SENTENCE_LIMIT), start)
      .split(/[!?\n]|\.(?!\d)/)
      .at(-1) ?? "";
  const right = text.slice(end, end + SENTENCE_LIMIT).split(/[!?\n]|\.(?!\d)/, 1)[0] ?? "";
  return left + text.slice(start, end) + right;
}

/** Whether the clause that ends with `before` denies what follows; give folded words without apostrophes. */
export function isDenied(before: string): boolean {
  const left = (
    before
      .slice(-48)
      .split(/[,;:.!?\n]| but | and | pero /)
      .at(-1) ?? ""
  ).trimStart();
  return NEGATED.test(left) && !NEGATED_TOO_FAR.test(left);
}

const isNegated = ({ text, start }: Occurrence): boolean =>
  isDenied(text.slice(Math.max(0, start - 48), start));

/**
 * Weighs a match for a danger to oneself or others. Scope is the clause for negation and the sentence for the
 * rest, so a joke or a happy ending elsewhere in the message cancels nothing; most vetoes only lower one level.
 */
export function weighCrisis(found: Occurrence, questionsCount = false): Weight {
  const sentence = sentenceAround(found);
  const words = found.text.slice(found.start, found.end);
  if (IDIOM.test(sentence) || SOONER_THAN.test(sentence)) return "drop";
  if (!questionsCount && ABOUT_IT.test(sentence) && !FIRST_PERSON.test(words)) return "drop";
  if (isNegated(found)) return "lower";
  if (REMOTE_PAST.test(sentence) && !PRESENT.test(sentence)) return "lower";
  return RECOVERED.test(sentence) && !PRESENT.test(sentence) ? "lower" : "keep";
}

/** Weighs a medical red flag: what is negated, long past, over, or only talked about is no emergency. */
export function weighEmergency(found: Occurrence): Weight {
  const sentence = sentenceAround(found);
  if (IDIOM.test(sentence)) return "drop";
  if (isNegated(found)) return "drop";
  if (REMOTE_PAST.test(sentence) && !PRESENT.test(sentence)) return "drop";
  if (RECOVERED.test(sentence) && !PRESENT.test(sentence)) return "drop";
  if (!ABOUT_IT.test(sentence)) return "keep";
  return FIRST_PERSON.test(sentence) && PRESENT.test(sentence) ? "keep" : "lower";
}
