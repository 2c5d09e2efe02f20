import { GAP, phrase, type Rule, WIDE } from "./rule.ts";

const UNDER_THREE_MONTHS =
  "(?:newborn|neonate|(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ -](?:days?|weeks?|wks?)[ -]old|(?:1|2|one|two)[ -]months?[ -]old|(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:days|weeks|wks) old|born (?:yesterday|last week|on \\w+day))";
const FEVER =
  "(?:fever\\w*|febrile|(?:feels |is |so |very )hot|burning up|temp\\w*(?: \\w+){0,3} (?:3[89]|4[01]|10[0-6])|(?:3[89]|40|41)\\.\\d|(?:3[89]|40|41) ?(?:c|degrees)|10[0-6]\\.\\d|10[1-6] ?(?:f|degrees)?)";
const PREGNANT =
  "(?:pregnan\\w+|(?:\\d{1,2}|\\w+teen|twenty|thirty|forty) ?(?:weeks|wks)(?! old| ago| later| in(?!to)| of (?!pregnan)| since| after)(?: (?:pregnant|gone|along))?|trimester|miscarr\\w+|after (?:the|giving) birth|gave birth|postpartum|since the (?:birth|delivery)|c-?section)";

/** Act-now medical trouble that shows in a combination: sugar, infants, pregnancy, bleeding, infection, spine. */
export const RED_FLAG_RULES: readonly Rule[] = [
  {
    id: "emergency.sugar",
    kind: "emergency",
    pattern: phrase(
      `ketones?(?: (?:is|are|at|of|reading|level|levels|now|say|says|came back|blood))* ?(?:high|large|moderate|[2-9]|1[0-9]|1\\.[5-9]|over)(?:\\.\\d)?|(?:this is|in|its|have|has|into|think|having|with) (?:\\w+ ){0,2}(?:dka|ketoacidosis)|fruity breath|breath smells? (?:\\w+ ){0,2}(?:fruity|pear|acetone|nail)`,
      `(?:sugars?|glucose|bg|bs|meter|cgm|dexcom|libre)${WIDE}(?:hi|high|[3-9]\\d\\d|[23]\\d(?:\\.\\d)?|off the scale)${WIDE}(?:vomit\\w*|throwing up|drowsy|confus\\w+|breathing|sleepy|stomach pain|cant keep)`,
      `(?:vomit\\w*|throwing up|confus\\w+|drowsy)${WIDE}(?:sugars?|glucose|bg|meter)(?: \\w+){0,4} (?:hi|[3-9]\\d\\d|[23]\\d(?:\\.\\d)?|off the scale)`,
      `(?:sugar|glucose|bg|reading|hypo|low)${WIDE}(?:(?:is|at|of|was|reads|says) (?:1\\.\\d|2\\.\\d|[23]\\d)(?! ?(?:units|years|minutes))|lo)${WIDE}(?:confus\\w+|wont wake|cant swallow|unconscious|passed out|seizure|fitting|shaking)|hypo${GAP}(?:unconscious|wont wake|fitting|cant swallow)`,
    ),
    score: 0.85,
    mustMatch: [
      "Type 1, ketones 4.1 and throwing up",
      "my sugar is 480 and I keep vomiting",
      "His glucose is 2.1 and he is confused",
      "I think this is DKA",
    ],
    mustNotMatch: [
      "My sugar was 142 after dinner",
      "What are ketones?",
      "Is DKA possible in type 2, in general?",
    ],
  },
  {
    id: "emergency.infant",
    kind: "emergency",
    pattern: phrase(
      `${UNDER_THREE_MONTHS}${WIDE}(?:${FEVER}|floppy|limp|lethargic|wont (?:feed|wake|take)|not feeding|blue|grey|grunting|green vomit)`,
      `(?:${FEVER}|floppy|limp|wont feed)${WIDE}${UNDER_THREE_MONTHS}`,
      `(?:baby|infant|bub|little one|months old)${WIDE}(?:floppy|limp|blue|grunting|wont wake|sunken (?:soft spot|fontanel\\w*)|bulging (?:soft spot|fontanel\\w*))`,
    ),
    score: 0.85,
    mustMatch: [
      "My newborn has a fever",
      "our 5 week old has a temp of 38.4",
      "Baby is floppy and won't feed",
      "She's burning up, 101.2, she is only six weeks old",
    ],
    mustNotMatch: [
      "My 6 week old sleeps all day, is that usual?",
      "My son is 4 years old with a fever of 38.5",
    ],
  },
  {
    id: "emergency.pregnancy",
    kind: "emergency",
    pattern: phrase(
      `${PREGNANT}${WIDE}(?:bleed\\w*|(?:bright red|lots of|passing|losing|theres|there is|some) blood|clots|waters? (?:broke|broken|gone)|(?:not|stopped|hasnt|isnt|no) (?:moving|moved|movements?|kicking)|(?:severe|bad|awful|splitting|pounding|terrible) headache|flashing lights|seeing (?:spots|stars|lights)|blurr\\w+ vision|face (?:is )?(?:swollen|swelling|like|puffy)|cord|contractions|(?:severe|sharp|bad|stabbing|awful|intense|one sided) (?:\\w+ )?pain|shoulder pain|1[6-9]\\d ?\\/ ?1[01]\\d|soak\\w+)`,
      `(?:bleed\\w*|waters? (?:just )?broke|gush\\w*|clots|soaking|baby (?:has )?stopped moving|baby (?:isnt|not|hasnt) mov\\w+|flashing lights|(?:severe|sharp) (?:\\w+ )?pain)${WIDE}${PREGNANT}`,
      "baby(?: \\w+){0,3} (?:stopped moving|not moving|hasnt moved|isnt moving|not kicking)|ectopic(?: \\w+){0,4} pain",
    ),
    score: 0.8,
    mustMatch: [
      "I'm 30 weeks pregnant and bleeding",
      "Bleeding heavily, eleven weeks pregnant",
      "28 weeks, baby has stopped moving since yesterday",
      "36 weeks with a splitting headache and flashing lights",
    ],
    mustNotMatch: ["20 weeks pregnant, when is the anatomy scan?", "Is a blood test normal in week 10?"],
  },
  {
    id: "emergency.bleeding",
    kind: "emergency",
    pattern: phrase(
      `(?:bleed\\w*|blood|nosebleed|cut|wound)${GAP}(?:wont stop|not stopping|isnt stopping|doesnt stop|cant stop (?:it|the)|pouring|gushing|spurting|squirting|pumping|pulsing|everywhere|soaking through)`,
      `(?:pouring|gushing|spurting|squirting|pumping|losing (?:a lot|lots|so much|too much)(?: of)?)(?: \\w+){0,2} blood|bleeding (?:heavily|badly|a lot|out|profusely)`,
      `(?:soak\\w*|going through|fill\\w*|changing|through)(?: \\w+){0,3} (?:pads?|towels?|tampons?)${GAP}(?:hour|minutes|mins|half)`,
      "(?:vomit\\w*|throwing up|threw up|coughing up|coughed up|spitting|sick)(?: \\w+){0,6} blood|stoma (?:is |has |gone |turned |went ){1,2}(?:black|purple|blue)|coffee ?grounds?(?: vomit| sick)?",
      `(?:chainsaw|axe|stabbed|shot|glass|saw|machete|knife)${WIDE}(?:pumping|spurting|bone|gushing|wont stop|artery|severed|cut off|came off)|(?:stab|gunshot) wound|(?:severed|cut off|chopped off)(?: (?:my|his|her))? (?:finger|thumb|hand|toe|arm|foot)`,
    ),
    score: 0.85,
    mustMatch: [
      "The cut won't stop, blood is pouring out",
      "soaking through a pad every hour",
      "I'm throwing up blood",
      "I cut off my finger with the saw",
    ],
    mustNotMatch: [
      "A little blood when I floss",
      "Bleeding hearts are lovely flowers",
      "My heart is pumping after the treadmill",
    ],
  },
  {
    id: "emergency.infection",
    kind: "emergency",
    pattern: phrase(
      `(?:rash|spots|purple spots)${GAP}(?:(?:doesnt|does not|dont|wont|not|isnt|didnt) (?:fade|fading|blanch\\w*|disappear\\w*|go away when|vanish)|under a glass|glass test)`,
      `(?:stiff neck|neck (?:is |so |very )?stiff)${WIDE}(?:fever|rash|light|headache|temperature|drowsy)|(?:fever|rash|headache)${WIDE}stiff neck`,
      `(?:chemo\\w*|neutrop\\w+|no spleen|transplant|immunosuppress\\w*)${WIDE}${FEVER}|${FEVER}${WIDE}(?:chemo\\w*|neutrop\\w+|no spleen)`,
      `(?:fever|temperature|infection|wound|uti)${WIDE}(?:confus\\w+|mottled|cold hands|racing heart|not (?:peed|weed|passed urine)|shaking uncontroll\\w+|delirious)|mottled (?:skin|legs|hands)|(?:is|has|got|have|be) (?:\\w+ )?(?:septic|sepsis)`,
      `(?:numb\\w*|no feeling|cant feel)(?: \\w+){0,4} (?:between (?:my|the|his|her)(?: \\w+)? (?:legs|thighs)|groin|saddle|genitals|bottom|privates)|(?:lost|losing|no) (?:all )?control (?:of|over) (?:my |his |her |the )?(?:bladder|bowels?)|cauda equina|(?:cant|cannot|unable to) (?:pee|wee|urinate|pass urine)${WIDE}(?:numb\\w*|legs|back)|both legs(?: \\w+)? (?:going |gone |are |is )*(?:numb|weak)`,
      "(?:electrocuted|hit by (?:a|the) (?:car|bus|truck|lorry|van|train)|fell (?:from|off) (?:the|a) (?:roof|ladder|balcony|window|scaffold\\w*)|drowning|(?:pulled|came) (?:out )?(?:of|from) the (?:pool|water)(?: \\w+){0,2} (?:not|blue|limp)|acid in (?:my|his|her) eyes?|(?:severe|bad|third degree) burns?)",
    ),
    score: 0.8,
    mustMatch: [
      "Purple rash that does not fade when I press",
      "On chemo and my temp is 38.6",
      "fever and now she's confused and delirious",
      "numb in my groin and lost control of my bladder",
      "Stiff neck, fever and light hurts",
    ],
    mustNotMatch: ["The rash faded by morning", "Finished chemo last spring and feel well"],
  },
];
