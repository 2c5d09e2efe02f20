import { GAP, PILLS, phrase, type Rule, WIDE } from "./rule.ts";

const MANY =
  "(?:[1-9]\\d|\\d{3}|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|dozens?|a (?:whole )?(?:handful|fistful|load|bunch)|handfuls|loads|too many|all|the (?:whole|entire|rest of the)|a (?:whole|full)|every)";
const SIDE =
  "(?:one side|left side|right side|one arm|(?:left|right) (?:arm|leg|hand|side)|down (?:one|the left|the right|his|her|my)(?: \\w+)? side|half (?:of )?(?:my|his|her) (?:body|face))";
const CHEST =
  "(?:chest(?: \\w+){0,3} (?:pain\\w*|tight\\w*|pressure|hurt\\w*|heav\\w*|ach\\w+|squeez\\w*|band|burn\\w*)|(?:pain|pressure|tight\\w*|band|weight|sitting)(?: \\w+){0,4} chest)";
const UNABLE =
  "(?:cant|cannot|cant even|couldnt|unable to|not able to|struggling to|struggles to|barely|hardly|fighting to)";

/** Act-now medical trouble: heart, brain, breath, consciousness, poison. */
export const EMERGENCY_RULES: readonly Rule[] = [
  {
    id: "emergency.overdose",
    kind: "emergency",
    pattern: phrase(
      `(?:took|taken|taking|swallowed|swallowing|ate|eaten|downed|necked|had|injected|popped|drank|drunk) (?:about |around |like |nearly |over |roughly |at least )?${MANY}(?: of)?(?: (?:my|the|his|her|these|those|our))?(?: (?!mg|mcg|ml|g )\\w+){0,3} (?:${PILLS}|bottle|box|packet|pack|strip|blister)`,
      `(?:took|taken|swallowed|downed|drank)(?: \\w+)? (?:whole|entire|full) (?:bottle|box|packet|pack|strip)|(?:too much|too many|whole (?:bottle|box|packet|pack)(?: of)?)(?: of)?(?: (?:my|the|his|her))? ?${PILLS}|${PILLS}${GAP}(?:took|taken|swallowed) (?:them all|all of them|the lot|too many|the whole)`,
      "(?:took|taken|swallowed|ate|eaten|downed|popped|had) (?:\\w+ ){0,2}(?:[1-9]\\d|\\d{3}|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty) of (?:my|his|her|the|those|these|moms|dads|grandmas)",
      "(?:i|ive|i have|he|she|hes|shes|has|have|just|they|son|daughter|friend|mum|mom|wife|husband) (?:\\w+ )?(?:overdosed|od ?ed|taken an overdose|took an overdose)|(?:took|taken|taking) an overdose",
      `(?:two|three|four|five|six|seven|eight|nine|ten|twenty|a hundred|\\d+) times (?:my|the|his|her|as much)(?: \\w+){0,3} (?:dose|insulin|amount|morphine|methotrexate|medication)`,
      `(?:wrong|double|someone elses|extra)${GAP}(?:insulin|methotrexate|morphine|fentanyl|digoxin|warfarin)${GAP}(?:by mistake|by accident|accidentally)`,
    ),
    score: 0.95,
    mustMatch: [
      "I took thirty pills an hour ago",
      "she swallowed a whole bottle of tylenol",
      "my son just overdosed",
      "I injected five times my normal insulin",
      "I took all of my sleeping pills",
    ],
    mustNotMatch: [
      "I took 20 mg tablets for a month",
      "I had too many biscuits",
      "My uncle overdosed in 1999",
    ],
  },
  {
    id: "emergency.poison",
    kind: "emergency",
    pattern: phrase(
      "(?:swallowed|swallowing|drank|drunk|drinking|ate|eaten|ingested|licked|got into|inhaled|sprayed)(?: \\w+){0,4} (?:bleach|detergent|button batter(?:y|ies)|batter(?:y|ies)|magnets?|white spirit|antifreeze|cleaner|drain \\w+|oven cleaner|pesticide|weed ?killer|rat poison|poison|paint thinner|thinners?|turpentine|lamp oil|petrol|kerosene|laundry pods?|pod|nail varnish remover|acetone|hand sanitiser|death cap|mushrooms? from|a coin|vape juice|e-?liquid|caustic soda)|(?:bit|bitten|stung) by a (?:\\w+ )?(?:snake|rattlesnake|viper|adder|cobra|scorpion|black widow|\\w*snake)|snake ?bite",
      `(?:got|gotten|getting) into (?:\\w+ ){1,4}(?:meds|pills|medicine|medication|tablets|edibles|gummies)|(?:ate|eaten)(?: \\w+){0,5} (?:edibles|thc \\w+|weed gummies|gummies)${GAP}(?:wake|sleepy|limp|breath\\w*|floppy|drowsy)`,
      `(?:toddler|baby|child|(?:\\d+|two|three|four)[ -]year[ -]old|grandson|granddaughter|little one)${GAP}(?:swallowed|ate|eaten|got into|drank|drunk|chewed)(?: \\w+){0,3} (?:${PILLS}|medicine|vape|alcohol|vodka)`,
      `(?:carbon monoxide|co) (?:alarm|detector)|(?:smell|smelling) (?:of )?gas(?= |$)${GAP}(?:dizzy|headache|sick|faint)|carbon monoxide${GAP}(?:headach\\w*|dizzy|sick|sleepy)`,
    ),
    score: 0.9,
    mustMatch: [
      "My two year old drank bleach",
      "The baby swallowed a button battery",
      "the carbon monoxide alarm is going off",
    ],
    mustNotMatch: ["Do magnets on the fridge affect a pacemaker?", "She ate mushrooms on toast"],
  },
  {
    id: "emergency.stroke",
    kind: "emergency",
    pattern: phrase(
      `(?:face|mouth|smile|eyelid|eye|lip)(?: (?:is|has|just|side|all|looks?|on|has just|one|his|her|my))* ?(?:droop\\w*|dropped|sagging|lopsided|crooked|uneven|slipp\\w+ (?:down )?on one side|pulled (?:down|to one side))`,
      `(?:slurr\\w+|garbled|jumbled)(?: \\w+){0,2} (?:words|speech|talking)|(?:speech|words|talking)(?: \\w+){0,3} (?:slurr\\w*|garbled|jumbled|gibberish|nonsense)|(?:hes|shes|is|im|suddenly|started|he|she) slurring|(?:cant|cannot|couldnt|struggling to) (?:get|find|form|say)(?: (?:my|his|her|the|any))? words(?: out)?|(?:face|mouth|tongue)(?: (?:is|went|gone|has|feels?|just|all|side|half|suddenly|of|my|his|her))* numb`,
      `${UNABLE} (?:lift|move|raise|feel|use|grip with) (?:\\w+ ){0,3}(?:arm|leg|hand|side)`,
      `(?:numb\\w*|weak\\w*|paraly\\w+|gone dead|no feeling|no strength|tingling and weak)(?: (?:in|on|all|down|of|is|my|his|her|the|and))* ${SIDE}|${SIDE}(?: (?:is|has|went|gone|feels|just|of|my|his|her|body|all|suddenly))* (?:numb|weak|dead|limp|paraly\\w+|heavy)`,
      `(?:having|had|has|think|its|is|be) (?:\\w+ ){0,3}(?:a )?stroke(?: right now| now)?(?= *(?:[.!?,]|$|right|now|what))|sudden(?:ly)?${GAP}(?:cant see|cannot see|gone blind|went blind|lost (?:my|his|her) (?:vision|sight|speech)|cant speak|cant talk)|sudden(?:ly)? (?:loss of|lost|losing) (?:\\w+ )?(?:vision|sight|speech)|(?:hit|banged|bumped) (?:my|his|her) head${WIDE}(?:confus\\w+|vomit\\w*|blood thinners?|warfarin|eliquis|xarelto|drowsy|passed out|sleepy)`,
      "worst headache (?:of (?:my|his|her) life|ever|ive ever)|thunderclap headache|headache(?: \\w+){0,4} like (?:being )?(?:hit|struck|a clap)",
    ),
    score: 0.9,
    mustMatch: [
      "Dad's face is drooping and he sounds drunk",
      "Her speech is slurred since lunch",
      "suddenly cant see out of my left eye",
      "my left arm has gone numb",
      "This is the worst headache of my life",
    ],
    mustNotMatch: [
      "What are the warning signs of a stroke?",
      "Stroke of luck, my scan moved up",
      "Had a stroke in 2015, doing fine",
    ],
  },
  {
    id: "emergency.heart",
    kind: "emergency",
    pattern: phrase(
      `(?:crushing|squeezing|elephant|tight band|heavy pressure)(?: \\w+){0,4} (?:chest|sternum|breastbone)|(?:stabbing|severe|terrible|awful|intense|bad|sudden) (?:chest (?:pain|pressure|tightness)|(?:pain|pressure)(?: \\w+){0,2} chest)`,
      `${CHEST}${WIDE}(?:\\bjaw|left arm|down (?:my|his|her) arm|both arms|sweat\\w*|clammy|grey|gray|short of breath|cant breathe|breathless|faint|crushing|spreading|radiat\\w+|vomiting)`,
      `(?:jaw|left arm|sweating|clammy|grey|breathless)${WIDE}chest (?:pain|tight\\w*|pressure|hurts|heavy)`,
      `(?:having|have|its|is|be|think) (?:\\w+ ){0,4}(?:a )?heart attack(?= *(?:[.!?,]|$|right|now|what|i))|no pulse|heart(?: \\w+){0,4} (?:1[5-9]\\d|2\\d\\d)(?! over|\\/)${WIDE}(?:black\\w*|faint|dizzy|pass\\w* out|chest|breath)|(?:in|into|having|had a|gone into) cardiac arrest(?= *(?:[.!,]|$|now|and))|icd (?:keeps|has) (?:shock|fir)\\w+`,
    ),
    score: 0.85,
    mustMatch: [
      "Crushing pain in my chest for twenty minutes",
      "chest pain going into my left arm",
      "My chest feels tight and I'm sweating and clammy",
      "I think I'm having a heart attack",
    ],
    mustNotMatch: [
      "No chest pain, just a cough",
      "The bill nearly gave me a heart attack",
      "Had a heart attack in 2012 and a stent",
    ],
  },
  {
    id: "emergency.breath",
    kind: "emergency",
    pattern: phrase(
      `${UNABLE} (?:breathe|catch (?:my|his|her) breath|get (?:any |enough )?(?:air|my breath)|swallow (?:my |his |her )?(?:own )?(?:spit|saliva))(?! through (?:my|his|her) nose)`,
      "(?:isnt|not|stopped|stops|hardly|barely|no longer) breathing(?: properly| right| normally)?|gasping(?: for (?:air|breath))?|breathing(?: \\w+){0,4} (?:once|every \\w+ seconds)",
      "(?:one|a|two|few) words? at a time|(?:cant|cannot) (?:finish|speak|say|get out|talk)(?: \\w+){0,3} sentences?|too breathless to (?:speak|talk)",
      `(?:lips|face|skin|tongue|hes|shes|he|she|baby|son|daughter|mum|mom|dad|im|gone)(?: (?:is|are|has|have|gone|going|went|turn\\w+|a bit|all|looks?|looking|around|round|the))* (?:blue|purple)(?! badge| inhaler| light| spot| rash| sclera| eyes| veins?)`,
      `(?:im|hes|shes|is|are|was|started|baby|child|keeps) choking(?: on|(?= *[.!,]|$| and| now))|(?:stuck|lodged)(?: \\w+){0,3} (?:throat|windpipe|airway)|(?:cant|cannot) (?:make a sound|cough|cry)|stridor`,
      "(?:inhaler|nebuli[sz]er|puffer)(?: \\w+){0,4} (?:not (?:working|helping)|isnt (?:working|helping)|does nothing|doing nothing|no help)",
    ),
    score: 0.85,
    mustMatch: [
      "I can't breathe and my inhaler isn't helping",
      "He has stopped breathing",
      "her lips are turning blue",
      "can't finish a sentence, wheezing badly",
      "My toddler is choking on a grape",
    ],
    mustNotMatch: [
      "I laughed so hard at Gran's hat, painful ribs today",
      "I can't breathe through my nose with this cold",
    ],
  },
  {
    id: "emergency.anaphylaxis",
    kind: "emergency",
    pattern: phrase(
      "(?:throat|tongue|airway)(?: (?:is|are|feels?|has|my|his|her|starting|started|to|getting|gone|keeps|tingling|and|itchy|lips))* (?:swell\\w*|swollen|clos\\w+|tight\\w*|itchy and)|(?:swell\\w*|swollen|closing|tightness)(?: (?:of|in|up))?(?: (?:my|his|her|the))? (?:throat|tongue|airway)",
      `(?:lips?|face|eyes|mouth)(?: \\w+){0,3} (?:swell\\w*|swollen|puff\\w*)${WIDE}(?:(?:hard|trouble|difficult\\w*|struggling) (?:to )?swallow\\w*|hives|rash|breath\\w*|wheez\\w*|peanut|nuts?|sting|stung|shellfish|ate|eating|allerg\\w+|after (?:a|the) (?:injection|antibiotic))`,
      `(?:hives|peanuts?|nuts|bee sting|wasp sting|stung|allergic reaction|allergy)${WIDE}(?:throat|tongue|cant breathe|wheez\\w*|lips (?:are )?swell\\w*|face (?:is )?swell\\w*|dizzy|faint|collaps\\w+|breath)`,
      "(?:used|gave|given|need|needs|give|without|no)(?: \\w+){0,2} epi ?pen|(?:having|in|is|into|going into|severe) anaphyla\\w+",
    ),
    score: 0.9,
    mustMatch: [
      "My throat is closing after the shrimp",
      "His lips are swollen and he has hives all over",
      "just used her epipen",
      "stung by a bee and now I'm wheezing",
    ],
    mustNotMatch: ["Anaphylaxis training at school was good", "Sore throat for two days"],
  },
  {
    id: "emergency.unconscious",
    kind: "emergency",
    pattern: phrase(
      "(?:is|hes|shes|was|still|lying|found \\w+|gone|now|but|and|been|collapsed) (?:unconscious|unresponsive)|unconscious|unresponsive|(?:no|not) respon(?:se|ding|sive)(?: to (?:me|shouting|pain|voice|touch|us))?",
      "(?:wont|will not|doesnt|isnt|not|cant be|hard to|difficult to|barely) (?:wake|waking|woken|rouse|roused|rousing|come round|coming round|stay awake)(?: up)?(?! (?:before|early|in time|at|for|without)(?![a-z]))|(?:cant|cannot|couldnt|unable to|trying to) (?:wake|rouse)(?: up)? (?:him|her|them|my \\w+|the \\w+)|get (?:him|her|them|my \\w+) to (?:wake|respond|open)|(?:hes|shes|is|baby|went|gone|now) (?:(?:gray|grey|pale|cold|blue) and )?limp|(?:hes|shes) (?:gone )?gr[ae]y(?= *(?:[.!,]|$)| and| in)|(?:wont|isnt|not|doesnt|cant|stopped) (?:respond\\w*|answering me|react\\w*|moving at all)|breathing (?:is |really |very |all |so )*(?:weird|shallow|slow|slowly|funny|strange)",
      "(?:passed out|blacked out|collapsed|dropped to the (?:floor|ground))(?: and| on| in(?! (?:19|20))| at| just| now|,| again)",
      `(?:seizure|seizing|fit|fitting|convuls\\w+|tonic clonic)${WIDE}(?:now another|another one|minutes|still|wont stop|not stopp\\w+|isnt stopp\\w+|now|blue|again and again|one after|first time|never had)|(?:still|keeps?|is|hes|shes|started|having) (?:seizing|convulsing|fitting|jerking|having a (?:seizure|fit))`,
      "(?:pin ?point|tiny|pinned)(?: \\w+)? pupils|(?:heroin|fentanyl|oxy|opioid|methadone|morphine)(?: \\w+){0,8} (?:wont wake|blue|snoring|not breathing|slumped|nodding)",
    ),
    score: 0.9,
    mustMatch: [
      "Grandpa is unresponsive on the floor",
      "I cant wake her up",
      "my wife collapsed in the kitchen",
      "The seizure has lasted six minutes",
      "he took oxy and has pinpoint pupils",
    ],
    mustNotMatch: [
      "Seizure free for three years",
      "She collapsed in 2014 and got a pacemaker",
      "I can't wake up before nine",
    ],
  },
];
