import { GAP, PILLS, phrase, type Rule } from "./rule.ts";

/** Detail of a method, asked for or told: hidden from others, and always met with the crisis path. */
export const METHOD_RULES: readonly Rule[] = [
  {
    id: "method.question",
    kind: "crisis",
    pattern: phrase(
      "(?:quick(?:est)?|painless|easiest|least painful|most painless|peaceful|surest|best|fastest|cleanest)(?: and \\w+)?(?: way| method)s?(?: (?:to|for|of))? (?:die|dying|kill (?:my|your|one)self|killing (?:my|your|one)self|end(?:ing)? (?:it|it all|things|my life|everything)|suicide|go for good|commit)",
      `how (?:many|much)(?: \\w+){0,4} (?:to|would|will|does it take to|it takes to|until|before)(?: \\w+){0,2} (?:kill(?= *(?:[?.!]|$)| (?:me|someone|a person|you|myself|him|her))|die|fatal|lethal|overdose|od|end it|do it|finish me|do me in|be enough to (?:die|go))`,
      `how do (?:people|you|they|others)(?: even| actually)? (?:do it|kill themselves|end it|kill yourself)(?= *(?:[?.!,]|$))|(?:lethal|fatal|deadly) (?:dose|amount|quantity|number) (?:of|for)|how (?:long|fast|quick)(?:ly)?(?: \\w+){0,4} (?:bleed out|to die|suffocate|drown)`,
      "(?:does|do|is|would|will) (?:hanging|drowning|bleeding out|overdosing|suffocation|an overdose) (?:hurt|quick|painful|painless)|is it (?:quick|painless|peaceful),? (?:hanging|drowning|bleeding|overdos\\w+)",
      "(?:hanging|drowning|overdose|jumping)(?: \\w+){0,2} (?:quick|painless|hurt)",
    ),
    score: 0.85,
    questionsCount: true,
    mustMatch: [
      "What is the most painless way to die",
      "how many paracetamol would it take to kill me",
      "does drowning hurt",
      "lethal dose of propranolol?",
    ],
    mustNotMatch: [
      "What is the quickest way to end a hiccup fit?",
      "How many units of insulin are in a pen?",
    ],
  },
  {
    id: "method.detail",
    kind: "method",
    pattern: phrase(
      `(?:\\d{2,4}|twenty|thirty|forty|fifty|sixty|a hundred) (?:\\w+ ){0,3}(?:mg|${PILLS})${GAP}(?:will kill|would kill|kills? you|is fatal|is lethal|enough to die|be enough|dead in)`,
      "(?:tie|tied|tying|make|making) (?:a|the) noose|exit bag|suicide bag|(?:helium|nitrogen|argon) (?:tank|hood|bag)|sodium nitrite|charcoal (?:burning|in the car)|hosepipe (?:to|from|on) the exhaust|exhaust (?:fumes )?(?:into|in) the car",
      "cut (?:down|along|lengthways|lengthwise|up the (?:street|road)) (?:not across|the vein|the artery|your|the wrist)",
      "(?:lethal|fatal|deadly) (?:dose|amount|quantity|number) (?:of|for) (?:\\w+ )?(?:is|would be)",
    ),
    score: 0.8,
    mustMatch: [
      "forty of those tablets will kill you for sure",
      "he showed how to tie a noose",
      "sodium nitrite works",
    ],
    mustNotMatch: ["Sodium intake under 2000 mg", "I take forty units of insulin"],
  },
];
