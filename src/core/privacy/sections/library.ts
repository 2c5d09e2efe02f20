import type { EntryText } from "#core/library/cards.ts";
import { readEntryText, sealedText } from "#core/library/entry-text.ts";
import type { Later, Opening, Reading } from "../reading.ts";
import type { ProviderText } from "./questions.ts";

/** What was to be kept for others of an answer that they got, or is. Once it is over its text is gone. */
export interface OwnEntry {
  readonly state: string;
  readonly topic: string;
  readonly askedAt: Date;
  readonly silenceEndsAt: Date | null;
  readonly youAgreedAt: Date | null;
  readonly authorAgreedAt: Date | null;
  readonly reviewedAt: Date | null;
  readonly reviewBy: Date | null;
  readonly endedAt: Date | null;
  readonly inGeneralWords: string | null;
  readonly readByOthers: ProviderText | null;
}

const providerText = ({ answer }: EntryText): ProviderText =>
  typeof answer === "string" ? { text: answer } : answer;

/** The entries of a member's questions; texts are there once all were opened. */
export async function libraryOf(
  { tx, memberId }: Reading,
  opening: Opening,
): Promise<(questionId: string) => OwnEntry[]> {
  const rows = await tx.libraryEntry.findMany({
    where: { askerId: memberId },
    orderBy: [{ proposedAt: "asc" }, { id: "asc" }],
  });
  const later = new Map<string, Later<string>>(rows.map((row) => [row.id, opening.text(sealedText(row))]));
  return (questionId) =>
    rows
      .filter((row) => row.questionId === questionId)
      .map(({ id, state, topic, reviewedAt, reviewBy, endedAt, authorAgreedAt, ...row }) => {
        const json = later.get(id)?.() ?? null;
        const text = json === null ? null : readEntryText(json);
        return {
          ...{ state, topic, reviewedAt, reviewBy, endedAt, authorAgreedAt },
          ...{ askedAt: row.proposedAt, silenceEndsAt: row.waitsUntil, youAgreedAt: row.patientAgreedAt },
          inGeneralWords: text?.question ?? null,
          readByOthers: text === null ? null : providerText(text),
        };
      });
}
