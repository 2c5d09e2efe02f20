import { GAP, PILLS, phrase, type Rule, SOMEONE } from "./rule.ts";

const MYSELF = "(?:my ?sel[fv]e?|mysef)";
const DIE = `(?:die|be dead|be gone for ?(?:ever|good)|not (?:be alive|exist|wake up|live)|never wake up|stop (?:existing|living|being alive)|cease to exist|end (?:it|it all|everything|my life|things|this life)(?: for good| tonight| now)?|take my (?:own )?life|(?:kill|unalive|off|hang|shoot|drown|stab|poison|gas|suffocate|end|delete) ${MYSELF}|disappear for ?ever|be done with (?:everything|life|it all|all of (?:it|this)|this life)|(?:be|get) out of this life|go to sleep and (?:not|never) wake up|make it (?:all )?stop for ?(?:ever|good)|it to (?:stop|end|be over) (?:permanently|for ?ever|for good)|jump)`;
const WANT =
  "(?:want|wants|wanna|wanting|wish|going|gonna|gunna|plan|plans|planning|planned|intend|intending|ready|decided|need|about|trying|tempted|desperate|longing|prefer|like|have|i will|i might|ill|imma|i shall|im just)";

/** Suicidal intent, plans and self-harm, in the first person. */
export const SELF_HARM_RULES: readonly Rule[] = [
  {
    id: "self-harm.intent",
    kind: "crisis",
    pattern: phrase(
      `${WANT}(?: (?:to|i could|i was|i were|that i could))? (?:just |really |only |actually |finally )?${DIE}`,
      `(?:thoughts? of|thinking (?:of|about)|think about|fantasi[sz]\\w+ about|urges? to|dream(?:ing)? (?:of|about)|way to) (?:just )?(?:killing|kill|ending|end|hanging|offing|taking) (?:${MYSELF}|it all|my (?:own )?life|it|things)|thinkin(?:g)? (?:a?bout|of) ending (?:it|things)|(?:pictur|imagin|visuali[sz])ing (?:my car|me|myself)(?: \\w+)? (?:going|driving|falling|jumping|hanging|dead)|(?:dont|do not|didnt) (?:plan on|plan to|expect to|intend to) (?:see|seeing|make|making|be|being|live|living)(?: it to| to see| around for| here for)? (?:christmas|new year|my birthday|next|tomorrow|the (?:summer|spring|morning|weekend)|\\d+)`,
      `wish (?:that )?i (?:was|were|had) (?:dead|never (?:been )?born|not (?:here|alive))`,
      `rather (?:just )?(?:be dead|die)(?! of)|better off dead|i (?:should|deserve to|ought to) (?:just )?(?:die|be dead|bleed)`,
      `kill(?:ing)? ${MYSELF}|k ?i ?l ?l m ?y ?s ?e ?l ?f|k1ll ${MYSELF}|kms|ctb|unalive|end(?:ing)? my (?:own )?life|take my own life|taking my own life`,
    ),
    score: 0.95,
    mustMatch: [
      "I want to die and I mean it",
      "tbh im gonna kill myself soon",
      "I'm thinking of ending it all",
      "I just wanna go to sleep and never wake up",
      "I wish I was dead",
      "k i l l m y s e l f is all I think",
    ],
    mustNotMatch: [
      "I don't want to die, I want to get treated",
      "I wanted to die of embarrassment when the gown fell open",
      "These stairs are killing me",
      "I'd die for a decent cup of tea",
    ],
  },
  {
    id: "self-harm.suicide-word",
    kind: "crisis",
    pattern: phrase(
      "(?:im|i am|i was|was|were|feel|feeling|felt|being|been|am|getting|become|actively|so|still|very) (?:\\w+ )?su[i1]c[i1]dal",
      "(?:commit|committing|attempt|attempting|attempted|considering|contemplating|planning|about|of|to|by) su[i1]c[i1]de",
      "su[i1]c[i1]d(?:e|al) (?:plan|note|letter|thoughts?|ideation|attempt|urges?|feelings?)",
      "s[ .*_-]u[ .*_-]i[ .*_-]c[ .*_-]i[ .*_-]d[ .*_-]e",
    ),
    score: 0.9,
    mustMatch: [
      "I have been feeling really suicidal since Sunday",
      "i keep thinking about suicide",
      "I wrote a suicide note",
      "having su1c1dal thoughts again",
    ],
    mustNotMatch: [
      "We had suicide prevention training at work",
      "Taking that exam unprepared was career suicide",
    ],
  },
  {
    id: "self-harm.no-reason-to-live",
    kind: "crisis",
    pattern: phrase(
      "(?:dont|do not|didnt|no longer|cant|cannot|never) (?:even )?(?:want|wanna|wish|care|bear|stand|like)(?: to)? (?:to )?(?:live|be alive|be here|be around|exist|wake up|living|being alive|being here|carry on living|go on living)(?: any ?more| any longer)?(?! (?:in|with|near|by|off|on|at|next|when|for the|early|before|to a|to the) )",
      "(?:no|any|nothing|not any|isnt any|see the) (?:reason|point|purpose|sense)(?: (?:in|to|left to|of))? (?:living|live|being alive|be alive|going on|go on|carrying on|carry on|staying alive|existing)(?! (?:on|to|in|with|about|a|the|holiday|\\w+day) )(?! \\w+day)",
      "(?:dont|do not|didnt) deserve (?:to )?(?:live|be alive|life)|only way out(?: \\w+){0,4} (?:is )?(?:death|dying|to die|suicide)|(?:would|should|could) (?:already )?be dead (?:by now|already|if|without)|ill (?:just )?do it myself|nothing (?:left )?to live for|life (?:isnt|is not|aint|is no longer) worth (?:living|it)|not worth living",
      "(?:tired|sick|exhausted) of (?:living|being alive|life|existing)|(?:being alive|living|existence) is (?:\\w+ )?(?:unbearable|pointless|torture|too much)",
      "(?:im|i am) (?:so )?done with (?:life|living|being alive|existing)|ready to (?:go|leave this world|meet my maker)",
      "(?:i )?(?:wont|shant|will not|cant|cannot) (?:be able to )?(?:make it|survive|get) (?:through|to) (?:the night|tonight|tomorrow|another (?:night|day))",
    ),
    score: 0.85,
    mustMatch: [
      "I don't want to be here anymore",
      "There is nothing left to live for",
      "im so tired of being alive",
      "I can't see the point in carrying on",
      "I won't make it through the night",
    ],
    mustNotMatch: [
      "I don't want to live in a city any more",
      "There's no point in going on Tuesday, the clinic is shut",
    ],
  },
  {
    id: "self-harm.plan",
    kind: "crisis",
    pattern: phrase(
      `(?:saved|saving|stockpil\\w+|hoard\\w+|collect(?:ed|ing)|count(?:ed|ing)|laid|lined|line up|lay|set|emptied|poured|crushed) (?:up |out |all |them |my |the |his |her |enough |a lot of |some ){0,6}${PILLS}(?! (?:in|into|by|for) (?:the |my |a |his |her )(?:week\\w*|organi\\w+|box|pill|days?|morning|month|trip|travel|holiday|dosette))`,
      `${PILLS} (?:are |is |all ){0,3}(?:laid|lined|counted|set|spread) (?:out|up)|counting (?:them|the \\w+) out|(?:${PILLS}|gun|razor|blade|rope|knife|bottle) (?:is |are |right |just |here )*(?:next to|beside|in front of) me|(?:have|got|saved) enough ${PILLS} (?:saved|stored|hidden|to (?:do|end|go))|(?:razor|blade|knife|rope|gun)s? (?:is |are )?(?:out|loaded|ready)(?= *(?:[.!,]|$|and|now|tonight))|(?:its|gun is|is) loaded(?= *(?:[.!,]|$))|hold(?:ing)? (?:my|the|a|his|her) (?:\\w+ )?(?:gun|pistol|razor|blade)`,
      "(?:have|got|ive|has|with|bought|found|holding|hold|grabbed) (?:\\w+ )?(?:a |the |my |his |her )?(?:rope|noose|blade|razor|razor blade|gun|pistol|knife|belt)(?: (?:is|tied|ready|here|right here|next to me|beside me|in (?:my|his|her) (?:hand|mouth|lap)))+",
      "(?:gun|knife|blade|razor|pistol) (?:is )?(?:to|against|at|in) (?:my|his|her|their) (?:own )?(?:head|throat|neck|wrists?|mouth|temple|chest|arm)",
      "(?:picked|chosen|found|decided on|set) (?:the|a|my) (?:place|spot|date|day|time|tree|bridge|method)(?= *[.!,]| for it| to do it| already| where i| when i| and (?:the )?(?:time|date|place|day))",
      "(?:i )?know (?:exactly )?how (?:i(?:ll| will| would|d| am going to|m going to)? (?:do it|end it|go)|(?=\\.|$))",
      "(?:i have|ive got|ive made|made|have|got) a plan(?: to (?:do it|end|die|kill|go)| and (?:the|a) (?:pills|means|date|rope))",
      "i (?:tried|attempted)(?: \\w+){0,3} and (?:i )?(?:will|shall|am going to|ill|im going to|might|want to|plan to)(?: \\w+)? (?:try )?again",
      "(?:tonight|today|tomorrow|this weekend|now) is (?:the|my) (?:night|day|last (?:night|day))|it will (?:all )?be over (?:soon|tonight|tomorrow|by)",
      "(?:i have|ive|i had)? ?decided (?:that )?i (?:wont|will not|cant|am not going to|shant)(?= *(?:[.!]|$))",
    ),
    score: 0.9,
    mustMatch: [
      "I've been saving up my tablets for weeks",
      "the rope is bought. I have the rope ready",
      "I have chosen the day and the place",
      "I tried last month and I will try again",
      "I've got a plan to end it",
    ],
    mustNotMatch: [
      "I laid out the tablets in the weekly organiser",
      "We found the place for the wedding",
      "I know how tiring dialysis is",
    ],
  },
  {
    id: "self-harm.goodbye",
    kind: "crisis",
    pattern: phrase(
      "(?:this is|saying|said|say) (?:my |a |our |his |her |their )?(?:final )?(?:goodbyes(?! to (?:this|that|(?:the|my) (?!kids|family|friends|wife|husband|mum|mom|dad|parents|children)))|goodbye(?= *(?:[.!]|$)| to (?:life|everyone|you all|the kids|my (?:kids|family|friends|wife|husband|mum|mom|dad|parents|children))))",
      "(?:already )?(?:wrote|written|writing|left) (?:\\w+ )?(?:the |a |my |some )?(?:goodbye |farewell |suicide |last )?(?:letters|goodbye notes?|farewell notes?)(?= *(?:[.!,]|$)| to (?:everyone|the kids|my))|(?:made|making|at) (?:my )?peace with (?:it|dying|death|going|ending)",
      "if i (?:dont|do not) (?:text|call|answer|reply|come|wake|message)(?: \\w+)? (?:back|up|by|home)|(?:everyone|they|you|my (?:kids|family))(?:ll| will| would| all)?(?: all)? be (?:happier|better|fine|relieved|free)(?: off)? (?:once|when|after|if) i(?:m| am) (?:gone|dead)|(?:im )?(?:doing|do|gonna do|going to do) it (?:tonight|tomorrow|today|when|after|once|this) (?:\\w+ ){0,4}(?:asleep|in bed|gone|alone|night|leaves?|weekend)",
      "this is (?:my|the) (?:last|final) (?:post|message|text|night|time)|(?:nobody|no one|they|someone|who)(?:ll| will| would)? find (?:me (?:til|till|until|in time|dead|hanging)|my body)|(?:going to|gonna|might|about to|afraid ill|before i) do something (?:stupid|drastic|terrible|i cant take back|i cant undo)|(?:choose|choosing|chosen|decided) to (?:stop|end it|go|die)(?= *(?:[.!]|$))|goodbye (?:cruel world|for ?ever|everyone)",
      "i (?:wont|shant|will not|may not|might not) be (?:here|around|alive) (?:tomorrow|on \\w+day|next (?:week|month)|much longer|any ?more|by (?:then|\\w+day)|when|in the morning|after)",
      "by the time (?:you|anyone|they|somebody) (?:read|reads|see|sees|find|finds) (?:this|me)",
      "(?:im|i am) not (?:coming|going to come) (?:back|home)(?: from (?:it|there|this))?(?= *(?:[.!,]|$| this time| and))",
      "(?:look after|take care of|feed|someone take|please take) (?:my|the) (?:cats?|dogs?|kids|children|pets?|mum|mom|family|plants)(?: (?:for me|when im gone|after im gone|once im gone|when i go)){1,2}",
      "(?:given|giving|gave) away (?:all |everything|most of ){0,3}(?:my |of my )?(?:things|stuff|belongings|possessions|everything)",
      "(?:left|leaving|leaves|wrote) (?:(?:a|his|her|their|the|my) (?:\\w+ )?(?:note|letter|wedding ring|ring|phone|wallet|keys)(?:,? and )?){1,3} (?:behind|on the table|saying (?:sorry|goodbye)|and (?:gone|went|left|is gone))",
      "(?:his|her|their|the) (?:wedding )?ring and a (?:note|letter)|(?:left|found) (?:me )?a (?:suicide|goodbye|farewell) (?:note|letter)",
      `${SOMEONE} (?:\\w+ ){0,4}(?:voicemail|text|message|note|letter)${GAP}(?:sorry|goodbye|loved? (?:me|us|everyone)|forgive)`,
    ),
    score: 0.85,
    mustMatch: [
      "I have said my goodbyes to the kids",
      "By the time you read this it will be done",
      "I won't be here tomorrow",
      "Please feed my cat for me when I'm gone",
      "My brother sent a text saying sorry and goodbye, he never does",
    ],
    mustNotMatch: ["I won't be around on the ward until noon", "Said goodbye to my stoma bag today, hooray"],
  },
  {
    id: "self-harm.act",
    kind: "crisis",
    pattern: phrase(
      "(?:cutting|burning|slicing|slashing|carving|scratching) (?:my ?self|my (?:arms?|wrists?|legs?|thighs?|skin|stomach)|up again)",
      "(?:want|wanna|urge|urges|need|going|gonna|have|started|keep|kept|tempted|close|about|trying|not)(?: to)? (?:cut|cutting|hurt|hurting|harm|harming|burn|punish) (?:my ?self|my (?:arms?|wrists?|legs?|thighs?))",
      "(?:slit|slash|open|cut) (?:up )?my (?:wrists?|throat|veins)|self ?-?harm(?:ed|ing)? (?:again|tonight|today|last night|to cope|every|daily|and|is)|(?:i|been|started|im) self ?-?harm(?:ed|ing)?",
      "(?:cant|cannot|dont know (?:if|how) i can|unable to|struggling to|not able to) keep myself safe|not safe (?:with|from|around|by) myself|(?:dont|cant) trust myself (?:alone|tonight|around|right now|with)",
      "(?:harming|hurting) my ?self|(?:burned|burnt|cut|cutting) my ?self(?: \\w+){0,4} (?:again|tonight|cant stop|to feel|on purpose)|cut(?:ting)? (?:way |far |so |much |a bit )?too deep|(?:im|i am|i feel like|being) a danger to (?:myself|others)",
    ),
    score: 0.9,
    mustMatch: [
      "I keep cutting my arms and can't stop",
      "I have the urge to hurt myself tonight",
      "I don't trust myself alone",
      "I self-harmed again last night",
    ],
    mustNotMatch: [
      "I cut my arm on the fence and need a tetanus jab",
      "No thoughts of harming myself, promise",
    ],
  },
  {
    id: "self-harm.means",
    kind: "crisis",
    pattern: phrase(
      "(?:jump|jumping|throw myself|throwing myself|step|stepping|walk|walking|fall) (?:off|from|in front of|into|under|out of) (?:a|the|my|this|that|some) (?:\\w+ )?(?:bridge|building|roof|rooftop|train|tracks|balcony|cliff|window|ledge|car park|traffic|bus|lorry|truck|sea|river|lake|ocean|road|motorway|highway|overpass)",
      "(?:driv\\w+|crash\\w*|steer\\w*|swerv\\w+|walk\\w*|run\\w*)(?: my| the)?(?: car)? (?:in|into|off) (?:(?:oncoming|front of|the) )?traffic|(?:driv\\w+|crash\\w*|steer\\w*|swerv\\w+)(?: my| the)?(?: car)? (?:into|off) (?:a|the) (?:tree|wall|bridge|cliff|river|barrier|pole)",
      "(?:im|i am|i have been|been|hes|shes|is|are|am|sat|sitting|standing|stood|up) (?:here )?(?:on|at|over|by) the (?:edge|ledge|overpass|parapet|railings?|tracks|\\w+ bridge|bridge|cliff|roof|rooftop|platform)(?= *(?:[.!,]|$|and|now|right|looking|i |edge|because))",
      "(?:hang|hanging|hung) (?:my|him|her|them)sel(?:f|ves)|(?:belt|rope|cord|noose|bag) (?:around|round|over) (?:my|his|her) (?:neck|head)|blow my brains out|gun in my mouth|(?:want|going|gonna|let myself|let me|just)(?: to)? bleed out",
      `(?:take|taking|swallow|swallowing|down|going to take|took) (?:all|every|the whole|the entire|everything|the lot)(?: of)?(?: (?:my|the|his|her|these))?(?: (?:bottle|box|packet|pack|lot|cabinet|cupboard|one|${PILLS}))?(?: (?:in the|of) (?:cabinet|cupboard|house|bottle))?`,
      "(?:going|want|plan|planning|gonna|tempted|urge|thinking|thoughts?)(?: to| of| about)? (?:od|overdose|overdosing)",
    ),
    score: 0.85,
    mustMatch: [
      "I'm going to step in front of a train",
      "Sitting on the bridge now",
      "I keep wanting to drive my car into a wall",
      "I want to overdose",
      "thinking of swallowing all the pills in the house",
    ],
    mustNotMatch: [
      "I'd sooner jump off a cliff than do that prep again",
      "The glasses sit on the bridge of my nose",
      "Do I take all of my tablets with food?",
    ],
  },
];
