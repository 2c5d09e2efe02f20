import type { AnswerText, CredentialLine, QuestionText } from "#core/questions/cards.ts";
import type { OriginalText } from "#core/questions/kept-words.ts";
import { type Crossing, sealedIn, sealedVersion } from "#core/questions/message-text.ts";
import { createOpening, type Later, type Opening, type Reading } from "../reading.ts";

import { libraryOf, type OwnEntry } from "./library.ts";
import { openTimes } from "./open-times.ts";

/** A text of theirs, in every version that is still kept. */
export interface OwnText {
  readonly kind: string;
  readonly state: string;
  readonly screening: string;
  readonly writtenAt: Date;
  readonly sentAt: Date | null;
  readonly editedAt: Date | null;
  readonly removedAt: Date | null;
  readonly hiddenAt: Date | null;
  /** With what they put back after it was removed by mistake. */
  readonly typed: OriginalText | null;
  /** What crosses; it has crossed where `sentAt` is there. */
  readonly card: QuestionText | null;
  /** A newer text that waits for Send. */
  readonly typedAndWaiting: OriginalText | null;
  readonly cardAndWaiting: QuestionText | null;
  readonly earlierCards: readonly { readonly card: QuestionText | null; readonly sentAt: Date }[];
}

export type ProviderText = AnswerText | { readonly text: string };

/** What a provider sent them, as it stands. */
export interface Received {
  readonly kind: string;
  /** What a colleague thinks of an answer: agree, add or differ. */
  readonly stance: string | null;
  readonly sentAt: Date;
  readonly editedAt: Date | null;
  readonly removedAt: Date | null;
  readonly hiddenAt: Date | null;
  readonly written: ProviderText | null;
  readonly from: ShownLine | null;
}

/** What stood beside a text of a provider when it was written. */
export interface ShownLine {
  readonly profession: string;
  readonly jurisdiction: string;
  readonly checkedAt: Date;
  readonly source: string;
  readonly shownName: string | null;
}

export interface OwnQuestion {
  readonly number: number;
  readonly topic: string;
  readonly forWhom: string;
  readonly relation: string | null;
  readonly ageBand: string;
  readonly status: string;
  readonly draftedAt: Date;
  readonly sentAt: Date | null;
  readonly promisedAt: Date | null;
  readonly pausedAt: Date | null;
  readonly closedAt: Date | null;
  readonly sendWithoutAsking: boolean;
  /** When they let other members read it. */
  readonly openToMembersAt: Date | null;
  readonly openToMembersUntil: Date | null;
  readonly texts: readonly OwnText[];
  readonly received: readonly Received[];
  readonly keptForOthers: readonly OwnEntry[];
  readonly ratings: readonly { readonly rating: string; readonly at: Date }[];
}

const patientText = (later: Later<Crossing>): QuestionText | null => {
  const crossing = later();
  return crossing !== null && "patient" in crossing ? crossing.patient : null;
};

export const providerText = (crossing: Crossing | null): ProviderText | null => {
  if (crossing === null || "patient" in crossing) return null;
  return "answer" in crossing ? crossing.answer : { text: crossing.plain };
};

type Stored = Omit<CredentialLine, "checkedAt"> & { readonly checkedAt: string };

export const shownLine = (line: Stored | null): ShownLine | null =>
  line === null
    ? null
    : {
        profession: line.profession,
        jurisdiction: line.jurisdiction,
        checkedAt: new Date(line.checkedAt),
        source: line.source,
        shownName: line.name ?? null,
      };

const readQuestions = ({ tx, memberId }: Reading) =>
  tx.question.findMany({
    where: { askerId: memberId },
    orderBy: { number: "asc" },
    include: {
      messages: {
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        include: { versions: { orderBy: { version: "asc" } }, opinion: true },
      },
    },
  });

type Message = Awaited<ReturnType<typeof readQuestions>>[number]["messages"][number];

/** Opens columns of one message, which its asker's key seals. */
export function columnsOf(opening: Opening, askerId: string, messageId: string) {
  return <T>(column: Parameters<typeof sealedIn>[2], blob: Uint8Array | null): Later<T> =>
    opening.json<T>(blob === null ? undefined : sealedIn(askerId, messageId, column, blob));
}

function ownText(opening: Opening, askerId: string, message: Message): () => OwnText {
  const { kind, state, verdict, createdAt, sentAt, editedAt, removedAt, hiddenAt } = message;
  const column = columnsOf(opening, askerId, message.id);
  const typed = column<OriginalText>("originalSealed", message.originalSealed);
  const card = column<Crossing>("crossingSealed", message.crossingSealed);
  const typedWaits = column<OriginalText>("pendingOriginalSealed", message.pendingOriginalSealed);
  const cardWaits = column<Crossing>("pendingCrossingSealed", message.pendingCrossingSealed);
  const earlier = message.versions.map((version) => ({
    card: opening.json<Crossing>(sealedVersion(askerId, version)),
    sentAt: version.sentAt,
  }));
  return () => ({
    ...{ kind, state, screening: verdict, writtenAt: createdAt, sentAt, editedAt, removedAt, hiddenAt },
    typed: typed(),
    card: patientText(card),
    typedAndWaiting: typedWaits(),
    cardAndWaiting: patientText(cardWaits),
    earlierCards: earlier.map((one) => ({ card: patientText(one.card), sentAt: one.sentAt })),
  });
}

/** What was never sent to them is not theirs; what the moderators hid they see hidden. */
function received(opening: Opening, askerId: string, message: Message): (() => Received) | undefined {
  const { kind, opinion, sentAt, editedAt, removedAt, hiddenAt } = message;
  if (sentAt === null || message.state === "held") return undefined;
  const column = columnsOf(opening, askerId, message.id);
  const written = column<Crossing>("crossingSealed", hiddenAt === null ? message.crossingSealed : null);
  const line = column<Stored>("credentialSealed", message.credentialSealed);
  return () => ({
    ...{ kind, stance: opinion?.stance ?? null, sentAt, editedAt, removedAt, hiddenAt },
    written: providerText(written()),
    from: shownLine(line()),
  });
}

const RATINGS = { "question.helped": "helped", "question.still-unclear": "still-unclear" } as const;

/** Ratings are acts, and stand in the record of acts alone. */
async function ratingsOf({ tx, memberId }: Reading, ids: readonly string[]) {
  const rated = await tx.auditEntry.findMany({
    where: { actor: memberId, subject: { in: [...ids] }, verb: { in: Object.keys(RATINGS) } },
    orderBy: { seq: "asc" },
  });
  return (questionId: string) =>
    rated
      .filter(({ subject }) => subject === questionId)
      .map(({ verb, atMs }) => ({
        rating: RATINGS[verb as keyof typeof RATINGS],
        at: new Date(Number(atMs)),
      }));
}

export async function questions(reading: Reading): Promise<OwnQuestion[]> {
  const { memberId } = reading;
  const open = await openTimes(reading);
  const rows = await readQuestions(reading);
  const opening = createOpening(reading);
  const library = await libraryOf(reading, opening);
  const ratings = await ratingsOf(
    reading,
    rows.map(({ id }) => id),
  );
  const made = rows.map(({ id, messages, ...row }) => {
    const texts = messages.filter(({ authorId }) => authorId === memberId);
    const others = messages.filter(({ authorId }) => authorId !== memberId);
    const own = texts.map((message) => ownText(opening, memberId, message));
    const answers = others.flatMap((message) => received(opening, memberId, message) ?? []);
    const { number, topic, forWhom, relation, ageBand, status } = row;
    const { draftedAt, sentAt, promisedAt, pausedAt, closedAt } = row;
    return () => ({
      ...{ number, topic, forWhom, relation, ageBand, status },
      ...{ draftedAt, sentAt, promisedAt, pausedAt, closedAt },
      sendWithoutAsking: row.sendWithoutAsking,
      ...open(id),
      texts: own.map((text) => text()),
      received: answers.map((answer) => answer()),
      keptForOthers: library(id),
      ratings: ratings(id),
    });
  });
  await opening.open();
  return made.map((question) => question());
}
