import { GAP, phrase, type Rule } from "./rule.ts";

/** Prescription and street drugs that are sold among patients, with their everyday names. */
const DRUG =
  "(?:oxy(?:codone|contin|s)?|percs?|percocets?|vicodin|norcos?|hydrocodone|codeine|co codamol|dihydrocodeine|tramadol|morphine|oramorph|fentanyl|suboxone|bupe|methadone|xan(?:ax|s|ny)|bars|valium|diazepam|klonopin|clonazepam|rivotril|alprazolam|temazepam|zopiclone|ambien|sleeping (?:pills|tablets)|benzos|pregabalin|lyrica|gabapentin|adderall|addys|addies|ritalin|concerta|vyvanse|modafinil|ozempic|mounjaro|wegovy|semaglutide|tirz\\w*|botox|fillers?|melanotan|testosterone|hgh|steroids|viagra|cialis|kamagra|sildenafil|antibiotics|insulin|ketamine|ket|mdma|mandy|charlie|molly|psilocybin|abortion pills|cytotec|misoprostol|promethazine|lean|peptides|nembutal|seroquel|pastillas para dormir|ritalin|morfina|controlados)";
const SELL =
  "(?:sell(?:ing|er|s)?|for sale|to sell|sold|going (?:cheap|spare)|spare (?:box|boxes|strips?)|in stock|for cash|bulk discounts?|discreet (?:packaging|shipping|packing)|no (?:script|prescription|rx)(?: needed| required)?|without (?:a )?prescription|unlicensed|snap me|inbox me|dm (?:me )?(?:for|prices?)|hmu|ono|collection only|posted next day|price list|menu|crypto accepted|will (?:swap|trade)|swap|trade|first come|cash app|paypal|a pop|each|low(?:est)? prices|vendo|se vende|ofrezco|sin receta|envio discreto|me sobro)";
const NOT_SELLING = "(?!.{0,60}(?:covered|copay|insurance|pharmacy|coupon|reported|scam|seguro))";

const ILL =
  "(?:cancer|tumou?rs?|leuk\\w+|diabetes|diabetic|arthritis|lupus|ms|multiple sclerosis|autism|dementia|alzheimers?|parkinsons?|epilepsy|seizures|asthma|copd|kidney (?:failure|disease)|cirrhosis|hiv|aids|herpes|hep c|aneurysm|sciatica|high blood pressure|blindness|infertility|depression|bipolar|schizophrenia|crohns|fibro\\w*|migraines?|eczema|psoriasis|covid|any disease|every disease|all disease|cartilage|speech back|artritis|epilepsia|la diabetes|el cancer)";
const CURED =
  "(?:cur(?:es?|ed|ing)|revers(?:es?|ed)|heal(?:s|ed)|dissolv(?:es?|ed)|destroy(?:s|ed)|eliminat(?:es?|ed)|melt(?:s|ed)|shr[iau]nks?|remov(?:es?|ed)|regrows?|wip(?:es?|ed) out|vanish(?:es|ed)|disappears?|gone (?:for ?ever|for good|completely)|impossible|brought|ended|clears up|cura|elimina|revierte|quita|sana)";
const PRODUCT =
  "(?:powder|drops|tea|oil|herbs?|bark|kernels|juice|water|magnets?|insoles|bracelet|patch|cream|serum|capsules|enemas?|bleach|mushrooms?|protocol|machine|frequency|technique|guru|healer|shaman|crystals|supplement|detox|cleanse|remedy|tonic|silver|ivermectin|turpentine|diet|homeopathic|naturopathic|te|gotas|hierbas|jugo|aceite|polvo|imanes)";
const DOUBTED =
  "(?<!(?:no|not|cannot|cant|wont|doesnt|dont|didnt|never|claims? to|claiming to|promises? to|says it|supposedly|pretends? to|there is no|theres no) )";

/** The product is not asked about or denied: "is there a tea that cures ...?", "no tea cures ...". */
const ASSERTED =
  "(?<!(?:no|not|never|any|which|what|does|do|did|can|is there|are there|without|hay algun|ningun) (?:\\w+ ){0,2})";

/** What is offered for sale among patients: drugs that need a prescription, cures for what has none, and scams. */
export const SALES_RULES: readonly Rule[] = [
  {
    id: "sales.drug",
    kind: "sales",
    pattern: phrase(`${DRUG}${GAP}${SELL}${NOT_SELLING}`, `${SELL}${GAP}${DRUG}${NOT_SELLING}`),
    score: 0.85,
    mustMatch: [
      "Selling two boxes of Mounjaro, collection only",
      "got xanax, hmu",
      "Will swap my tramadol for your diazepam",
      "vendo clonazepam, envio discreto",
    ],
    mustNotMatch: [
      "What does Mounjaro cost without insurance?",
      "My doctor switched me from tramadol",
      "someone is selling xanax here, I reported it",
    ],
  },
  {
    id: "sales.cure",
    kind: "sales",
    pattern: phrase(
      `${ASSERTED}${PRODUCT}${GAP}${DOUBTED}${CURED}${GAP}${ILL}`,
      `${ASSERTED}${PRODUCT}${GAP}${ILL}${GAP}${CURED}`,
      `${DOUBTED}${CURED}${GAP}${ILL}${GAP}(?:${PRODUCT}|guaranteed|for ever|forever|money back|order|naturally|i sell|discount|limited stock)`,
      `${ILL}${GAP}(?:reversed|cured|gone|healed|vanish\\w*)${GAP}(?:in (?:a|one|\\d+|two|three)|limited|order|${PRODUCT})`,
    ),
    score: 0.8,
    mustMatch: [
      "This powder cures diabetes in a month",
      "Magnets cured my arthritis",
      "Dementia reversed in a month, limited stock",
      "este te elimina la diabetes",
    ],
    mustNotMatch: [
      "There is no tea that cures cancer",
      "A leaflet promises to cure arthritis",
      "Chemotherapy shrank the tumour",
      "Does turmeric cream help with arthritis?",
    ],
  },
];
