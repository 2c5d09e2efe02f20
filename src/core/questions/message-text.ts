import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { Sealed } from "#core/foundation/vault/vault.ts";
import { msg, t } from "#core/language/t.ts";
import type { AnswerText, CredentialLine, QuestionText } from "#core/questions/cards.ts";
import { cleanText } from "#core/screening/clean-text.ts";

/** In UTF-16 units, after cleaning. */
export const LIMITS = {
  question: 2000,
  tried: 600,
  reply: 1500,
  "ask-back": 500,
  field: 800,
  note: 500,
  opinion: 800,
} as const;

/** A text as it may go on: cleaned, not empty unless `optional`, within its limit. Refuses empty, too_long. */
export function checkedText(typed: string, field: string, limit: number, { optional = false } = {}): string {
  const text = cleanText(typed).trim();
  if (text === "" && !optional) throw refuse("empty", { field });
  if (text.length > limit) throw refuse("too_long", { field, limit, length: text.length });
  return text;
}

/** What a message's crossing column holds: of a patient's text, of an answer, or of a provider's plain text. */
export type Crossing =
  | { readonly patient: QuestionText }
  | { readonly answer: AnswerText }
  | { readonly plain: string };

/** A column of a message that only the vault can read. */
export type SealedColumn =
  | "originalSealed"
  | "crossingSealed"
  | "pendingOriginalSealed"
  | "pendingCrossingSealed"
  | "credentialSealed"
  | "overrideReasonSealed";

function place(messageId: string, column: SealedColumn) {
  return { table: "Message", column, row: messageId };
}

/** Every text of a conversation is sealed with its patient's own key: to forget them is to forget all of it. */
export async function sealText(
  tx: Tx,
  core: Core,
  askerId: string,
  messageId: string,
  column: SealedColumn,
  value: unknown,
) {
  return core.vault.seal(tx, { memberId: askerId }, place(messageId, column), JSON.stringify(value));
}

/** A sealed column of a message, for many to be opened at once. */
export function sealedIn(askerId: string, messageId: string, column: SealedColumn, blob: Uint8Array): Sealed {
  return { owner: { memberId: askerId }, place: place(messageId, column), blob };
}

export async function openText<T>(
  tx: Tx,
  core: Core,
  askerId: string,
  messageId: string,
  column: SealedColumn,
  blob: Uint8Array,
): Promise<T> {
  return JSON.parse(await core.vault.open(tx, { memberId: askerId }, place(messageId, column), blob)) as T;
}

/** The credential line that stands beside a text, as it was when that was written. */
export async function openLine(
  tx: Tx,
  core: Core,
  askerId: string,
  messageId: string,
  blob: Uint8Array,
): Promise<CredentialLine> {
  const line = await openText<Omit<CredentialLine, "checkedAt"> & { checkedAt: string }>(
    tx,
    core,
    askerId,
    messageId,
    "credentialSealed",
    blob,
  );
  return { ...line, checkedAt: new Date(line.checkedAt) };
}

/** What stands in the place of words that the moderators hid. */
const HIDDEN = msg("The moderators of this community hid this text.");

const hidden = (crossing: Crossing): Crossing =>
  "patient" in crossing ? { patient: { question: t(HIDDEN), tried: "" } } : { plain: t(HIDDEN) };

/** What others see of a message that crossed: its text, or that it was hidden. */
export async function shownCrossing(
  tx: Tx,
  core: Core,
  {
    id,
    crossingSealed,
    hiddenAt,
    question: { askerId },
  }: {
    readonly id: string;
    readonly crossingSealed: Uint8Array;
    readonly hiddenAt: Date | null;
    readonly question: { readonly askerId: string };
  },
): Promise<Crossing> {
  const crossing = await openText<Crossing>(tx, core, askerId, id, "crossingSealed", crossingSealed);
  return hiddenAt === null ? crossing : hidden(crossing);
}

function versionPlace(messageId: string, version: number) {
  return { table: "MessageVersion", column: "crossingSealed", row: `${messageId}/${version}` };
}

/** A version that crossed before, for many to be opened at once. */
export function sealedVersion(
  askerId: string,
  { messageId, version, crossingSealed }: { messageId: string; version: number; crossingSealed: Uint8Array },
): Sealed {
  return { owner: { memberId: askerId }, place: versionPlace(messageId, version), blob: crossingSealed };
}

/** Keeps what stood until now; the record holds each version that crossed. */
export async function keepVersion(
  tx: Tx,
  core: Core,
  askerId: string,
  {
    messageId,
    version,
    crossing,
    sentAt,
  }: { messageId: string; version: number; crossing: Crossing; sentAt: Date },
): Promise<void> {
  const blob = await core.vault.seal(
    tx,
    { memberId: askerId },
    versionPlace(messageId, version),
    JSON.stringify(crossing),
  );
  await tx.messageVersion.create({ data: { messageId, version, crossingSealed: blob, sentAt } });
}

/** A version that crossed before; undefined where it was forgotten. */
export async function openVersion(
  tx: Tx,
  core: Core,
  askerId: string,
  { messageId, version }: { messageId: string; version: number },
): Promise<Crossing | undefined> {
  const kept = await tx.messageVersion.findUnique({
    where: { messageId_version: { messageId, version } },
  });
  if (kept === null) return undefined;
  const place = versionPlace(messageId, version);
  return JSON.parse(await core.vault.open(tx, { memberId: askerId }, place, kept.crossingSealed)) as Crossing;
}
