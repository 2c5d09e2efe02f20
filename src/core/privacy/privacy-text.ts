import type { Texts } from "#core/refusal-text.ts";

const HOLDS = {
  file: "is a file",
  other: "holds other files, which are never touched",
  export: "holds an export already, and it was not touched",
} as const;

/** Words for what can be refused about exports and erasures. */
export const PRIVACY_TEXT: Texts<"folder_in_use" | "export_too_big" | "name_differs" | "last_admin"> = {
  export_too_big: () => ({
    title: "Too much for one message",
    detail: "What is kept about you is larger than a file may be here. Nothing was saved.",
    nextStep: "Ask an admin of your community: two of them can save it for you, and you are told.",
  }),
  name_differs: () => ({
    title: "Nothing was erased",
    detail: "What you typed is not your name here.",
    nextStep: "Open the form again and type the name as it stands there.",
  }),
  last_admin: () => ({
    title: "Somebody has to look after this community",
    detail: "Nothing was erased. You are the only admin.",
    nextStep: "Make somebody else an admin first (curbside admin invite).",
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
