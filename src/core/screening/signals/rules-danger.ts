import { GAP, phrase, type Rule, SOMEONE } from "./rule.ts";

const THEMSELVES =
  "(?:him ?self|her ?self|them ?sel(?:f|ves)|his (?:own )?life|her (?:own )?life|their (?:own )?li(?:fe|ves))";
const HARMS =
  "(?:hits?|beats?|beat up|beating|punche[sd]|punching|kicks|kicked|chokes?|choked|strangles?|strangled|slaps?|slapped|rapes?|raped|burn(?:s|ed|t)|stabbed|attacks|attacked|hurts|is hurting|keeps hurting|has hurt|threatens|threatened|molests?|molested|abuses|abused|assaults|assaulted|forces|forced|shoves|pushed|pushes)";

/** Danger to somebody else, or from somebody else. */
export const DANGER_RULES: readonly Rule[] = [
  {
    id: "danger.someone-suicidal",
    kind: "crisis",
    pattern: phrase(
      `${SOMEONE}${GAP}(?:kill|killing|hang|hanging|hurt|hurting|harm|harming|cut|cutting|shoot|end|ending|take|taking|took) ${THEMSELVES}`,
      `${SOMEONE}${GAP}(?:suicidal|wants to die|want to die|wants to be dead|going to jump|going to end it|talking about (?:suicide|dying|death)|threatening (?:suicide|to jump|to end)|wrote a suicide note|left a (?:note|letter)|got (?:a bottle of )?(?:pills|a rope|a gun) and a plan|bottle of pills and a plan)`,
      `${SOMEONE}${GAP}(?:will|is going to|going to|threatens to|threatening to|says|wants to)${GAP}(?:swallow|take) (?:all|everything|every|the whole|the lot|a bottle)`,
      `${SOMEONE} (?:is |are |has |s )?(?:up |standing |sitting |out |gone )?(?:on|to|at) the (?:\\w+ )?(?:bridge|ledge|roof|edge|tracks|cliff|parapet|overpass)(?! (?:terrace|garden|of|bar|repair\\w*|job|team))`,
      `${SOMEONE}${GAP}(?:locked (?:him|her|them)sel(?:f|ves)|posted (?:bye|goodbye)|not answering|isnt answering)${GAP}(?:knife|pills|gun|razor|tried before|says (?:hes|shes|theyre) done)|(?:says|said) (?:hes|shes|theyre|he is|she is) done (?:with (?:life|everything)|and )`,
      `${SOMEONE} (?:has|holds|have|is holding|got|with)${GAP}(?:knife|gun|blade|razor|rope|noose) (?:to|against|at|around) (?:his|her|their|the) (?:own )?(?:throat|neck|head|wrists?|chest)`,
    ),
    score: 0.85,
    mustMatch: [
      "My sister says she wants to die",
      "my boyfriend is threatening to kill himself if I go",
      "He's on the roof and won't come down",
      "my flatmate has a knife to her wrist",
    ],
    mustNotMatch: [
      "My cousin took his own life ten years ago",
      "My dad is on the roof terrace of the hospital cafe",
    ],
  },
  {
    id: "danger.violence",
    kind: "crisis",
    pattern: phrase(
      `(?:${SOMEONE}|(?:a |the |his |her )?(?:carer|caregiver|nurse|aide|staff|teacher|coach|priest))(?: \\w+){0,4} ${HARMS} (?:me|us|my (?:kids?|son|daughter|child|children|mum|mom|sister|brother|baby)|the (?:kids|children|baby)|him|her)(?! (?:at|in a|to a|to the|with (?:his|her) (?:jokes|kindness)) ?)`,
      `${SOMEONE}${GAP}(?:going to|gonna|will|hell|shell|theyll|threatens to|threatened to|says (?:he|she|they)(?:ll| will| is going to)) (?:kill|shoot|stab|hurt) (?:me|us|the kids|my|him|her)`,
      "(?:being|get(?:s|ting)?|got|been) (?:beaten|abused|raped|hit|assaulted|strangled|trafficked|choked)(?: up)? (?:by|at home|again|every|tonight|last night)",
      `(?:grabs?|grabbed|held|holds|pinned|dragged|threw|slammed|lifted) me (?:by the|down|against|across|by my)|(?:wont|will not|doesnt) let me (?:leave|out|go home|see (?:a|my) (?:doctor|family)|call)|locked me (?:in|out)|(?:scared|afraid|terrified) (?:to go home|of what (?:he|she|they)|(?:he|she|they)(?:ll| will| is going to|s going to) (?:kill|hurt))`,
      "(?:i was|ive been|i got|just been|she was|he was|my \\w+ was) (?:just )?(?:raped|sexually assaulted|molested|stabbed|drugged)|(?:touch(?:es|ed|ing)|comes into|gropes?|groped) me (?:when|at night|while|and says|even though|under)|touch(?:es|ed|ing) (?:me|my (?:son|daughter|child)) (?:down there|sexually|inappropriately|in (?:my|her|his|that) )",
    ),
    score: 0.85,
    mustMatch: [
      "My husband hits me when he drinks",
      "he's going to kill me if he sees this",
      "My stepdad beats my sister",
      "I'm scared to go home tonight",
      "I was raped on Friday",
    ],
    mustNotMatch: [
      "The physio hurts me but it works",
      "My brother beats me at chess",
      "The price hits us hard",
    ],
  },
  {
    id: "danger.to-others",
    kind: "crisis",
    pattern: phrase(
      `(?:want|going|gonna|about|plan|planning|urges?|thoughts? of|thinking of|afraid i(?:ll| will)|scared i(?:ll| will)|might)(?: to)? (?:hurt|hurting|kill|killing|harm|harming|stab|stabbing|shoot|shooting|smother|smothering|shake|shaking|drown|drowning) (?:him|her|them|someone|somebody|people|everyone|(?:my|the|our) (?:baby|child|children|kids?|son|daughter|husband|wife|mum|mom|dad|mother|father|boss|doctor|neighbou?r|family|partner|bf|gf|boyfriend|girlfriend))`,
      "voices?(?: \\w+){0,4} (?:telling|tell|told|tells|say|saying|says) (?:me )?(?:to )?(?:hurt|kill|harm|jump|cut|do it|die|end it)",
    ),
    score: 0.8,
    mustMatch: [
      "I'm scared I'll hurt my baby",
      "The voices keep telling me to kill her",
      "I have thoughts of smothering the baby",
    ],
    mustNotMatch: ["I don't want to hurt my kidneys with ibuprofen", "Will this cream hurt the baby?"],
  },
];
