/** Questions that fit many; a patient reads them as they stand here. */
export const ASK_BACK_PRESETS = {
  "how-long": "How long has this been going on?",
  tried: "What have you tried so far?",
  changes: "Is there anything that makes it better or worse?",
} as const;

/** The chosen question, if one was chosen, and what was typed below it. */
export function askBackText({ preset = "", text = "" }: { preset?: string; text?: string }): string {
  const chosen = Object.entries(ASK_BACK_PRESETS).find(([id]) => id === preset)?.[1] ?? "";
  return [chosen, text.trim()].filter((part) => part !== "").join("\n\n");
}
