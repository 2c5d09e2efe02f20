import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { Owner, Sealed } from "#core/foundation/vault/vault.ts";
import type { CredentialLine } from "#core/questions/cards.ts";
import type { EntryText } from "./cards.ts";
import { entryStateOf, PUBLISHED } from "./library-entry.ts";

export interface SealedEntry {
  readonly id: string;
  readonly communityId: string;
  readonly state: string;
  readonly askerId: string | null;
  readonly textSealed: Uint8Array | null;
}

type Column = "textSealed" | "noteSealed";

const place = (id: string, column: Column) => ({ table: "LibraryEntry", column, row: id });

/** Until everybody agreed it is the patient's own text; once it is kept it is the community's, and theirs to take out. */
function ownerOf({ communityId, askerId, state }: Omit<SealedEntry, "id" | "textSealed">): Owner {
  return askerId === null || PUBLISHED.includes(entryStateOf(state))
    ? { communityId }
    : { memberId: askerId };
}

/** Seals a text for the state that the entry is about to have. */
export async function sealEntry(
  tx: Tx,
  { vault }: Core,
  entry: Omit<SealedEntry, "textSealed">,
  text: EntryText,
) {
  return vault.seal(tx, ownerOf(entry), place(entry.id, "textSealed"), JSON.stringify(text));
}

/** The text of an entry, for many to be opened at once. */
export function sealedText(entry: SealedEntry): Sealed | undefined {
  const { id, textSealed: blob } = entry;
  return blob === null ? undefined : { owner: ownerOf(entry), place: place(id, "textSealed"), blob };
}

type StoredLine = Omit<CredentialLine, "checkedAt"> & { readonly checkedAt: string };

/** A text as the vault gave it. */
export function readEntryText(json: string): EntryText {
  const text = JSON.parse(json) as EntryText;
  if (!("credential" in text.source)) return text;
  const line = text.source.credential as unknown as StoredLine;
  return { ...text, source: { credential: { ...line, checkedAt: new Date(line.checkedAt) } } };
}

/** The text of one entry; undefined once it is over. */
export async function openEntry(tx: Tx, core: Core, entry: SealedEntry): Promise<EntryText | undefined> {
  const sealed = sealedText(entry);
  if (sealed === undefined) return undefined;
  return readEntryText(await core.vault.open(tx, sealed.owner, sealed.place, sealed.blob));
}

/** Why it is not fit may repeat what the patient wrote, so that it is sealed with the patient's key. */
export async function sealNote(
  tx: Tx,
  { vault }: Core,
  { id, askerId }: { id: string; askerId: string },
  note: string,
) {
  return vault.seal(tx, { memberId: askerId }, place(id, "noteSealed"), note);
}

export async function openNote(
  tx: Tx,
  { vault }: Core,
  { id, askerId, blob }: { id: string; askerId: string; blob: Uint8Array },
): Promise<string> {
  return vault.open(tx, { memberId: askerId }, place(id, "noteSealed"), blob);
}

/** All that an answer says, as one text. */
export const answerAsText = ({ answer }: Pick<EntryText, "answer">): string =>
  typeof answer === "string"
    ? answer
    : [answer.often, answer.can, answer.urgent, answer.clinician].filter((part) => part !== "").join("\n");

/** The whole of it as one text: the question, and what it says. */
export const entryAsText = (text: EntryText): string => `${text.question}\n\n${answerAsText(text)}`;
