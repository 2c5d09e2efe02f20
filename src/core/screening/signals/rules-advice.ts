import { GAP, phrase, type Rule } from "./rule.ts";

const AMOUNT =
  "(?:\\d+(?:\\.\\d+)?|\\d+\\/\\d+|half|quarter|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|a|an|another|double|one and a half|a couple of|several)";
const UNIT =
  "(?:mg|mcg|ug|micrograms?|milligrams?|g|grams?|ml|mls|millilitres?|milliliters?|iu|units?|tablets?|tabs?|pills?|capsules?|caps|puffs?|drops?|sprays?|patch(?:es)?|doses?|teaspoons?|spoonfuls?|sachets?|mg\\/kg|meq|inhalations?|pastillas|gotas|unidades)";
const DRUG =
  "(?:\\w+(?:pril|sartan|olol|statin|formin|azole|mycin|cillin|oxacin|prazole|dipine|azepam|zolam|triptan|gliptin|gliflozin|glutide|parin|xaban|profen|oxetine|traline|pram|idone|apine|thiazide|semide|cycline|codone|morphone|adol|mab|nib|trexate|purinol|oxine|roxine|lukast|terol|sone|solone|tidine|barbital|bamate)|insulin|warfarin|aspirin|paracetamol|acetaminophen|tylenol|codeine|morphine|lithium|prednisone|digoxin|steroids?|antibiotics?|antidepressants?|blood thinners?|medication|meds|medicine|tablets?|pills?|inhaler|statins?|beta ?blockers?|water pill|hrt|the pill|iron|supplements?|injections?|treatment|chemo\\w*|dose)";
const CHANGE =
  "(?:take|taking|have|use|give|start|stop|raise|increase|up|lower|reduce|drop|cut|halve|double|skip|miss|leave out|come (?:down|off)(?: on)?|taper|switch|swap|go up|go down|go (?:on|off)|try|keep (?:to|on)|stay on|stick to|add|inject|move to|wean|hold|pause|quit)";
const ILLNESS =
  "(?:\\w+(?:itis|osis|emia|aemia|oma|pathy|algia|rrhea|rrhoea|syndrome|plegia|megaly|lepsy)|cancer|diabetes|asthma|copd|gout|lupus|flu|covid|pneumonia|a? ?(?:tension |cluster )?headache|migraines?|stroke|mini-stroke|hernia|cyst|tumou?r|ulcer|clot|heart (?:attack|failure|disease)|angina|epilepsy|anxiety|depression|bipolar|adhd|autism|autistic|ptsd|ocd|menopause|perimenopause|pcos|thrush|uti|shingles|eczema|ibs|reflux|gerd|lyme|coeliac|celiac|crohns|ms|parkinsons|alzheimers|dementia|polymyalgia|rheumatica|hypothyroid\\w*|hyperthyroid\\w*|alcoholic|addict|sciatica|vertigo|concussion|sprain|fracture|infection|virus|allergy|disease|disorder|panic attacks?|haemorrhoids|hemorrhoids|piles)";
const SURELY =
  "(?:clearly|definitely|obviously|certainly|probably|surely|just|simply|only|merely|almost certainly|most likely|absolutely|100%|plainly|really|actually|nothing more than|likely)";

/** What keeps an answer general: sending to somebody who knows the person, or saying "may". */
export const HEDGE =
  /(?<![\p{L}\p{N}])(?:may|might|could|can be|sometimes|often|usually|ask|speak to|talk to|check with|see (?:a|your)|your (?:doctor|gp|pharmacist|nurse|specialist|clinic(?:ian)?|team|surgery|midwife|prescriber)|if you (?:have|were|are)|whether|people (?:with|who)|some people|for example|leaflet says|prescribed|without (?:asking|speaking|talking)|dont|do not|never|not (?:to|without)|before you|until you have spoken|several explanations|is (?:sometimes )?called)(?![\p{L}\p{N}])/u;

/** Advice that crosses the line from general to individual, in what a provider is about to send. */
export const ADVICE_RULES: readonly Rule[] = [
  {
    id: "advice.dose",
    kind: "advice",
    pattern: phrase(
      `${CHANGE}(?: (?:\\w+|\\d+\\/\\d+)){0,5} ${AMOUNT}(?: ?-? ?(?:to )?${AMOUNT})? ?(?:more |extra |of the |of your )?${UNIT}`,
      `${CHANGE} (?:your|the|his|her|tonights|todays|that|this|my)(?: \\w+){0,2} ${DRUG}(?: \\w+){0,3} (?:to|by|from|until|back to|up to|down to) ${AMOUNT}`,
      `${AMOUNT} ${UNIT}(?: \\w+){0,3} (?:extra|more|every|twice|daily|a day|per day|at night|before|after|now|each|in the morning|will (?:sort|do|help|fix))`,
      `you (?:should|need to|must|ought to|can|could)(?: \\w+){0,3} (?:on|take|have|use|be on) ${AMOUNT} ?${UNIT}?(?= |$)${GAP}(?:of|${DRUG})`,
      `(?:double|halve|skip|up|raise|increase|reduce|lower|cut|leave out|miss|drop) (?:your|the|tonights|todays|his|her|that)(?: \\w+)? (?:dose|${DRUG})|(?:take|have) (?:half|double|twice|two|three|another|six|four|an extra)(?= |$)`,
    ),
    score: 0.8,
    mustMatch: [
      "Take 20 mg of furosemide twice a day",
      "Increase your lisinopril to 10",
      "Halve your dose this week",
      "Have two puffs every four hours",
    ],
    mustNotMatch: [
      "The leaflet for ibuprofen lists the usual range",
      "Your pharmacist can say whether 20 mg tablets may be split",
    ],
  },
  {
    id: "advice.stop",
    kind: "advice",
    pattern: phrase(
      `(?:stop|quit|cease|come off|go off|ditch|bin|throw away|discontinue|leave out|dont take|do not take|no need (?:for|to take)|you dont need|id stop|i would stop|stay off|get off)(?: taking| using)?(?: (?:your|the|that|those|this|his|her|all|any|tonights|todays))?(?: \\w+)? ${DRUG}`,
      `you (?:can|should|could|must|may|need to) (?:safely |just )?(?:stop|quit|come off|skip)(?: taking)?`,
    ),
    score: 0.85,
    mustMatch: ["Stop taking your warfarin", "You can safely stop it now", "I'd stop the metformin"],
    mustNotMatch: [
      "Please don't stop your medication without asking your doctor",
      "Bleeding should stop in ten minutes",
    ],
  },
  {
    id: "advice.diagnosis",
    kind: "advice",
    pattern: phrase(
      `you(?:ve|re| have| are)?(?: got| had| having| suffering from)? (?:${SURELY} )?(?:have |got |had |has |having )?(?:a |an |the |some |early |mild |small |classic |severe |type \\d ){0,3}(?:\\w+ )?${ILLNESS}`,
      `(?:this|that|it|what you have(?: there)?|yours|your (?:\\w+ ){0,2}\\w+|that (?:\\w+ )?\\w+|the (?:rash|pain|lump|problem|cause))(?:s| is| was| sounds like| looks like|s got to be| has to be| must be) (?:${SURELY} )?(?:a |an |the |just |your |early |mild |classic |small ){0,3}(?:\\w+ )?${ILLNESS}`,
      `(?:he|she|they|hes|shes|your (?:husband|wife|son|daughter|mum|mom|dad|mother|father|child|baby|partner))(?: has| have| is| are|s got)? (?:${SURELY} )?(?:a |an |the |got |just ){0,2}(?:\\w+ )?${ILLNESS}`,
      `nothing (?:sinister|serious|to worry about|more)(?: \\w+){0,3} (?:cyst|lump|${ILLNESS})|my diagnosis|i(?:d| would| can)? diagnose|i(?:d| would) (?:bet|put money on)|anyone can see (?:it|that)|(?:menopause|${ILLNESS}),? (?:nothing more|plain and simple|no doubt)`,
    ),
    score: 0.7,
    mustMatch: [
      "You have a kidney infection",
      "This is clearly sciatica",
      "It's shingles",
      "Your son is autistic",
    ],
    mustNotMatch: [
      "It could be a migraine, please ask your doctor",
      "People with diabetes often feel this",
      "Epilepsy has many causes",
    ],
  },
  {
    id: "advice.contact",
    kind: "advice",
    pattern: phrase(
      "(?:come|came|pop|drop|book|schedule|make an appointment|visit|register)(?: \\w+){0,4} (?:my|our) (?:clinic|office|surgery|practice|hospital|pharmacy|rooms?|website|page)|(?:come|book|book in) (?:and |to )?(?:see |with )me(?= |$)",
      "(?:call|phone|ring|text|e-?mail|whatsapp|dm|pm|message|contact|add|find|follow|reach) (?:me|my (?:office|clinic|secretary|practice|nurse))(?! (?:know|through this|here))|my (?:number|e-?mail|cell|mobile|whatsapp|clinic|practice|website|instagram) (?:is|at|:)|i(?:ll| will| can) see you (?:in|at|on|privately)|send me (?:your|a|the|some) (?:photos?|pictures?|results|records|scans?)",
    ),
    score: 0.8,
    mustMatch: ["Come to my clinic on Monday", "Message me and we can talk", "Book with me any time"],
    mustNotMatch: ["Call your own clinic today", "Reply here and let me know how it goes"],
  },
];

const SUGGESTIONS: Readonly<Record<string, string>> = {
  "advice.dose":
    'Leave the amount to someone who knows this person. For example: "Your pharmacist or prescriber can tell you which dose fits you."',
  "advice.stop":
    'Suggest a talk before any change. For example: "Please speak with your prescriber before you stop or change this; stopping suddenly can be unsafe."',
  "advice.diagnosis":
    'Say what such signs can mean in general. For example: "Signs like these can have several causes. A clinician who can examine you can find out which."',
  "advice.contact":
    'Keep the talk here and point to their own care. For example: "This needs your own clinician. You could say: ..."',
  "advice.identifier":
    "Please leave out phone numbers, links and addresses. Public help lines and official health sites may stay.",
};

const GENERAL_SUGGESTION =
  "Keep it general: what this often is, what people usually can do, when to get seen, and what to ask their clinician.";

/** Wording that keeps an answer general, for the rule of an `advice` signal; a general hint for any other rule. */
export function suggestionFor(rule: string): string {
  return Object.hasOwn(SUGGESTIONS, rule) ? (SUGGESTIONS[rule] ?? GENERAL_SUGGESTION) : GENERAL_SUGGESTION;
}
