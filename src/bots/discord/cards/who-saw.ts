import { whoSawWords } from "#bots/who-saw-words.ts";
import type { WhoSaw } from "#core/privacy/who-saw.ts";
import type { Face } from "../markup.ts";

export function whoSawFace(seen: WhoSaw): Face {
  const { title, first, blocks } = whoSawWords(seen);
  const parts = blocks.map((block) =>
    [`**${block.title}**`, ...block.lines.map((line) => `• ${line}`)].join("\n"),
  );
  return { title, body: [first, ...parts].join("\n\n"), buttons: [] };
}
