const WRITTEN_OUT: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ø: "oe",
  å: "aa",
  Ä: "Ae",
  Ö: "Oe",
  Ü: "Ue",
  Ø: "Oe",
  Å: "Aa",
};

/** A name as it stands, and with its umlauts written out, as Müller is Muller in one place and Mueller in another. */
export function spellings(name: string): string[] {
  const plain = name.normalize("NFC");
  const out = plain.replace(/[äöüøåÄÖÜØÅ]/g, (letter) => WRITTEN_OUT[letter] ?? letter);
  return out === plain ? [name] : [name, out];
}
