import type { Texts } from "#core/refusal-text.ts";

const HOLDS = {
  file: "is a file",
  other: "holds other files, which are never touched",
  export: "holds an export already, and it was not touched",
} as const;

/** Words for what can be refused about exports. */
export const PRIVACY_TEXT: Texts<"folder_in_use" | "export_too_big"> = {
  export_too_big: () => ({
    title: "Too much for one message",
    detail: "What is kept about you is larger than a file may be here. Nothing was saved.",
    nextStep: "Ask an admin of your community: two of them can save it for you, and you are told.",
  }),
  folder_in_use: ({ folder, holds }) => ({
    title: "Nothing was saved",
    detail: `${folder} ${HOLDS[holds]}.`,
    nextStep:
      holds === "export"
        ? "Name another folder, or add --replace to put the new export in its place."
        : "Name a folder that is not there yet.",
  }),
};
