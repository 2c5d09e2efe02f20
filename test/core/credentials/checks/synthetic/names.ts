export const words = (text: string) => text.split(" ");
export const FIRST = words(
  "Robert William Elizabeth Margaret Katherine James Susan Thomas Patricia Joseph Deborah Charles Jennifer Michael Theresa Edward Alexandra Benjamin Victoria Samuel Abigail Nathaniel Rebecca Gregory Christina Timothy Pamela Zachary Valerie Anthony",
);
export const NICK: Readonly<Record<string, string>> = {
  Robert: "Bob",
  William: "Bill",
  Elizabeth: "Beth",
  Margaret: "Peggy",
  Katherine: "Kate",
  James: "Jim",
  Susan: "Sue",
  Thomas: "Tom",
  Patricia: "Pat",
  Joseph: "Joe",
};
export const MIDDLE = words("Quill Rowan Sage Lark Ember Flint Heath Wren Cove Marlowe");
/** Of people in the list who are nobody here. */
export const STRANGE_FIRST = words("Zorin Quade Ulric Xanthe Ottoline Ingram Yvo Jocasta Hartwin Ferelith");
export const BEGIN = words(
  "Bran Cor Dal Fen Gar Hol Ker Lan Mor Nor Per Quil Ras Sel Tor Ulm Ver Wes Yar Zel",
);
export const END = words("wick stead ford mann ley tonby berg ova etti gard");
