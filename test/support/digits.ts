/** Do these digits stand in a text, and not by chance within a hash or an id? What is written together with more is another needle. */
export const digitsIn = (text: string, ...needles: readonly string[]): string[] =>
  needles.filter((digits) => new RegExp(`(?<![0-9a-f])${digits}(?![0-9a-f])`, "i").test(text));
