import type { Texts } from "#core/refusal-text.ts";

const HOLDS = {
  file: "is a file",
  other: "holds other files, which are never touched",
  export: "holds an export already, and it was not touched",
} as const;

/** Words for what can be refused about exports. */
export const PRIVACY_TEXT: Texts<"folder_in_use"> = {
  folder_in_use: ({ folder, holds }) => ({
    title: "Nothing was saved",
    detail: `${folder} ${HOLDS[holds]}.`,
    nextStep:
      holds === "export"
        ? "Name another folder, or add --replace to put the new export in its place."
        : "Name a folder that is not there yet.",
  }),
};
