const words = (list: string) => new Set(list.split(/\s+/).filter((word) => word !== ""));

/** Left out between the words of a phrase too: "shortness of breath" and "short breath" are one. */
export const GLUE: ReadonlySet<string> = words(
  "a an the of in my to and your his her our their its for with on at is are s el la los las de del en un una mi mis al y",
);

/** Words that say nothing of what a text is about. They may stand inside a phrase of the synonyms, never alone. */
export const LITTLE_WORDS: ReadonlySet<string> = words(`
 i im ive id ill me myself you youre yours u ur he him she hers they them theirs we us it this that these those there here
 be been being am was were will would wouldnt wont can cant cannot could couldnt should shouldnt shall may might must do does
 doesnt did didnt done doing dont have havent has hasnt had hadnt having not no nor yes or but if then than so as because
 since while until when whenever where why how what whats which who whom whose from by about into onto over under up down out
 off again once only just also too very really quite rather even still yet already always never ever sometimes usually
 much many more most some any all both each few other others another same such own like get gets got getting go goes going
 gone went come comes coming came make makes made making take takes took taking taken put let lets want wants wanted need
 needs needed know knows knew think thinks thought feel feels felt feeling seem seems say says said tell tells told ask asked
 asking use uses used using try tries tried trying keep keeps kept give gives gave given find found see seen look looks
 looking happen happens happened 
 thing things something anything everything nothing someone somebody anyone anybody everyone everybody nobody
 person people way ways bit lot lots kind sort maybe perhaps please thanks thank hi hello hey sorry ok okay well good bad
 best possible question questions answer answers advice
 tip tips idea ideas experience anyway else after before during between around through without within against per via etc
 day days week weeks month months year years time times today tomorrow yesterday now soon later ago last next first new old
 long short big small little different one two three four five
 que como para por con sin si no es esta estoy son ser estar tengo tiene tener puedo puede debo hay lo le les se te me mas muy
 pero o cuando porque cual este esto eso ese hacer hago hace desde hasta donde quien algo nada todo toda todos gracias hola
`);
