import type { SetupGap } from "#core/errors.ts";
import type { Texts } from "#core/refusal-text.ts";

/** How a channel is linked; the words in capitals are the admin's own. */
const LINK = "curbside community link --platform PLATFORM --space ID";

const GAPS: Readonly<Record<SetupGap, string>> = {
  patients_space: `no space for patients is linked (${LINK} --side patients)`,
  providers_space: `no space for the provider team is linked (${LINK} --side providers)`,
  ask_channel: `no channel to ask in (${LINK} --channel ID --purpose ask)`,
  intake_channel: `no intake channel for the team (${LINK} --channel ID --purpose intake)`,
  moderation_channel: `no channel for reports (${LINK} --channel ID --purpose moderation)`,
  crisis_channel: `no channel for people in danger (${LINK} --channel ID --purpose crisis)`,
  crisis_lines:
    "Curbside knows no crisis lines for this country (write them into crisis-lines.yaml in CURBSIDE_HOME)",
  crisis_contact:
    "nobody is named to be told when a member may be in danger (curbside member crisis-contact NAME)",
};

export function gapText(gap: SetupGap): string {
  return GAPS[gap];
}

const HOLDS = {
  file: "is a file",
  other: "holds other files, which are never touched",
  export: "holds an export already, and it was not touched",
} as const;

/** Words for what is refused to whoever runs the program: they read English. */
export const RUNNING_TEXT: Texts<
  | "not_signed_in"
  | "proposal_closed"
  | "content_changed"
  | "setup"
  | "held_elsewhere"
  | "already_set_up"
  | "lock_lost"
  | "not_ready"
  | "signed_out"
  | "wrong_file"
  | "damaged_file"
  | "undated_file"
  | "older_file"
  | "shrunk_file"
  | "changes_only"
  | "no_registry"
  | "import_running"
  | "folder_in_use"
> = {
  not_signed_in: () => ({
    title: "Not signed in",
    detail: "There is no valid token for you on this machine.",
    nextStep: "Ask an admin for a code, then run `curbside login`.",
  }),
  proposal_closed: ({ state }) =>
    state === "open"
      ? {
          title: "Not agreed to yet",
          detail: "This proposal waits for a second person.",
          nextStep: "Ask them: `curbside proposal approve` with its id.",
        }
      : {
          title: "Too late",
          detail: `This proposal is ${state}.`,
          nextStep: "Propose it again if it is still needed.",
        },
  content_changed: () => ({
    title: "Not what was proposed",
    detail: "What it is about has changed since it was proposed, so nobody agreed to what it is now.",
    nextStep: "Propose it again with what is true now.",
  }),
  setup: ({ missing }) => ({
    title: "Not safe to open yet",
    detail: missing.map((gap) => `\n  - ${GAPS[gap]}`).join(""),
    nextStep: "Mend these, then start again.",
  }),
  held_elsewhere: ({ by }) => ({
    title: "Running already",
    detail: `The bots are run by ${by}.`,
    nextStep: "Stop that one first, or leave it be.",
  }),
  already_set_up: ({ community }) => ({
    title: "Set up already",
    detail: `This folder holds the community ${community}, and nothing was changed.`,
    nextStep:
      "To see how it is, run `curbside doctor`; for a further community, run `curbside community create`.",
  }),
  lock_lost: () => ({
    title: "Connection to the database lost",
    detail: "Another process may have taken over this work, so this one has stopped.",
    nextStep: "Start it again; it stands by if the work is being done.",
  }),
  not_ready: ({ wrong }) => ({
    title: "Not started",
    detail: wrong.map(({ what, says, fix }) => `${what}: ${says}. ${fix}`).join("\n"),
    nextStep: "`curbside doctor` looks at everything at once.",
  }),
  signed_out: ({ platform }) => ({
    title: "Signed out",
    detail: `The bot's token for ${platform} is not accepted any more, so nothing comes in.`,
    nextStep: "Put the new token in its file and start again; nothing that was sent is lost.",
  }),
  wrong_file: ({ missing }) => ({
    title: "Not the file it should be",
    detail: `It lacks ${missing.length === 1 ? "" : "these columns: "}${missing.slice(0, 5).join(", ")}${missing.length > 5 ? ` and ${missing.length - 5} more` : ""}.`,
    nextStep: "Check which file it is; docs/registries.md says where to get each. Nothing was changed.",
  }),
  damaged_file: ({ file, why }) => ({
    title: "Damaged file",
    detail: `${file} cannot be used: ${why}.`,
    nextStep: "Get the file once more; the registry in use was not changed.",
  }),
  undated_file: ({ file }) => ({
    title: "The day is missing",
    detail: `The name ${file} does not say of which day the file is.`,
    nextStep: "Add --as-of YYYY-MM-DD, the day that the publisher names.",
  }),
  older_file: ({ asOf, inUse }) => ({
    title: "Not newer",
    detail: `The file is of ${asOf}, and the registry in use is of ${inUse} already.`,
    nextStep: "Import a newer file; nothing was changed.",
  }),
  shrunk_file: ({ rows, before }) => ({
    title: "Fewer rows than there should be",
    detail: `The file has ${rows.toLocaleString("en-US")} rows where ${before.toLocaleString("en-US")} were to be expected.`,
    nextStep: "Check that it is whole. If it is, add --accept-smaller; nothing was changed.",
  }),
  changes_only: ({ file }) => ({
    title: "Only a supplement",
    detail: `${file} holds one month's changes, which do not add up to the list: corrections are not in them.`,
    nextStep: "Import the whole list, UPDATED.csv; nothing was changed.",
  }),
  no_registry: ({ registry }) => ({
    title: "Nothing to add to",
    detail: `The file holds changes, and no ${registry} registry was imported yet.`,
    nextStep: "Import the full file first.",
  }),
  import_running: ({ process }) => ({
    title: "Another import is running",
    detail: `Process ${process} is making this registry.`,
    nextStep: "Wait until it is done, or stop it.",
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
