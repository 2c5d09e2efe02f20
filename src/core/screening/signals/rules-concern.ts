import { GAP, phrase, type Rule, SOMEONE, WIDE } from "./rule.ts";

/** Not act-now, but a person should look soon. */
export const CONCERN_RULES: readonly Rule[] = [
  {
    id: "concern.low-mood",
    kind: "concern",
    pattern: phrase(
      "hopeless|worthless|(?:im|i am|feel like|just|such) a (?:burden|waste of space|failure)|hate myself|(?:cant|cannot) (?:forgive myself|cope|go on|do this|take (?:it|this|much more)|keep going)(?: any ?more| any longer)?",
      `(?:better off|manage (?:\\w+ ){0,3}|be (?:fine|happier|ok)) without me|nobody (?:would|will) (?:miss|notice|care)|(?:given|giving|gave) up (?:on (?:life|everything|myself)|hope)|whats the point|dont see the point`,
      "feel(?:ing)? (?:nothing|numb|empty|dead inside|trapped|so alone|like giving up)|cry(?:ing)? (?:every|all) (?:day|night|the time)|rather not (?:be here|wake up|exist)|not (?:be|being) here any ?more|want (?:it all|everything|the pain) to stop",
      "stopped (?:eating|answering|leaving|going out|washing|caring|seeing (?:people|anyone|friends))|(?:havent|hasnt) (?:eaten|slept|left (?:the house|my bed))(?: \\w+){0,2} (?:in|for) (?:\\w+ )?(?:days|nights|weeks)|relaps\\w+|(?:cut|hurt|harmed) myself",
    ),
    score: 0.5,
    mustMatch: [
      "I feel so hopeless lately",
      "My kids would be better off without me",
      "I can't cope any more",
    ],
    mustNotMatch: ["I hope to cope with the new diet"],
  },
  {
    id: "concern.behaviour",
    kind: "concern",
    pattern: phrase(
      "drinking (?:before|in the morning|every (?:day|night|morning)|alone|again|at work|more and more)|(?:ran|run|running) out of (?:\\w+ ){0,3}(?:diazepam|xanax|valium|ativan|clonazepam|lorazepam|alprazolam|oxycodone|methadone|morphine|insulin|antidepressants|lithium|seizure \\w+)|withdrawals?",
      `${SOMEONE} (?:has |have )?(?:stopped|quit|refus\\w+|wont)(?: \\w+){0,2} (?:taking|eating|drinking|take|eat|drink|leave|speak|talk)|(?:wears?|wearing) long sleeves|(?:hearing|hears) voices|(?:talking|talks) to (?:(?:my|his|her|the|someone) )?(?:dead|late|people who|someone who)|seeing things`,
      "(?:hasnt|havent) slept(?: \\w+){0,3} (?:\\w+|\\d+) (?:days|nights)|spending (?:all )?(?:our|his|her|their) (?:savings|money)|(?:controls?|monitors?|checks|tracks) my (?:phone|money|messages|every)|(?:hides?|hidden|takes?|took) my (?:\\w+ )?(?:inhaler|meds|medication|tablets|insulin|passport|money)",
      "(?:weighs?|down to) (?:\\d\\d) (?:kilos?|kg|pounds|lbs)|(?:throwing|throws|throw) up after (?:every )?(?:meals?|eating)|whether (?:tablets|pills|it) hurts?",
    ),
    score: 0.4,
    mustMatch: [
      "I've been drinking every night since June",
      "My dad refuses to eat",
      "Ran out of lorazepam on Friday",
    ],
    mustNotMatch: ["Drinking more water helps my kidneys"],
  },
  {
    id: "concern.symptom",
    kind: "concern",
    pattern: phrase(
      "chest (?:pain|tight\\w*|pressure|hurts|is tight)|palpitations|short(?:ness)? of breath|fainted|faint(?:ing)?|passed out|coughing (?:up )?blood|lumps?",
      `(?:blood|bleeding)(?: \\w+){0,3} (?:stool|poo|pee|urine|wee|toilet|paper|pan)|(?:passed|passing|peeing|pooping) blood|black (?:tarry )?(?:stools?|poo)`,
      `(?:leg|calf|thigh)${GAP}(?:hot|swollen|red|throbb\\w+)|(?:no|fewer) wet (?:nappy|nappies|diapers?)|(?:speech|talking|words)(?: \\w+){0,2} (?:slower|odd|strange|mixed)|(?:losing|lost) (?:a lot of |so much )?weight without`,
      `(?:fever|temperature) (?:of |is |at )?(?:39|40|10[2-6])|(?:call|ring|need|phone) (?:911|999|112|000|an ambulance)|(?:go|going|get) to (?:the )?(?:er|a&e|emergency)`,
    ),
    score: 0.3,
    mustMatch: [
      "Chest pain when I climb stairs",
      "There is blood in my stool",
      "Should I go to the ER?",
      "My calf is hot and red",
    ],
    mustNotMatch: ["No chest pain at all", "A plumper lip balm?"],
  },
  {
    id: "concern.wide-hint",
    kind: "concern",
    pattern: phrase(
      `(?:someone|friend|daughter|son|sister|brother|husband|wife)${WIDE}(?:not (?:himself|herself|themselves)|gone (?:very )?quiet|pushed everyone away|scares? me|scared for (?:him|her|them))|worried (?:sick )?(?:about|for) (?:his|her|their) safety`,
    ),
    score: 0.3,
    mustMatch: ["My daughter has gone very quiet and I am scared for her", "I'm worried about his safety"],
    mustNotMatch: ["My daughter has gone to college"],
  },
];
