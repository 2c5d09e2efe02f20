/** A text longer than this is an attack or a book: what comes later is not looked at. */
const MOST_LETTERS = 20_000;
const MOST_WORDS = 2_000;

/**
 * The words of a text in their order: lower case, without accents and apostrophes, letters and digits only. Never throws;
 * lone surrogates, control characters and emoji are no letters.
 */
export function foldWords(text: string): string[] {
  const plain = text
    .slice(0, MOST_LETTERS)
    .normalize("NFKD")
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}'’‘ʼ`´]/gu, "")
    .toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS);
}

/** British spelling as American, which the tables have: anaemia, oesophagus, diarrhoea, tumour. */
function americanised(word: string): string {
  if (word.length < 6) return word;
  return word.replaceAll(/[ao]e/g, "e").replace(/our(?=$|s$|ed$|ing$)/, "or");
}

/** One form for singular and plural, and for both spellings; two different words stay two. */
export function oneForm(word: string): string {
  const plain = americanised(word);
  if (plain.length < 4 || !plain.endsWith("s") || /(?:ss|us|is)$/.test(plain)) return plain;
  if (plain.length > 4 && plain.endsWith("ies")) return `${plain.slice(0, -3)}y`;
  if (/(?:(?<!a)ch|sh|x|ss|z)es$/.test(plain)) return plain.slice(0, -2);
  return plain.slice(0, -1);
}
