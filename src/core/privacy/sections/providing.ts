import type { CredentialLine } from "#core/questions/cards.ts";
import { type Crossing, sealedVersion } from "#core/questions/message-text.ts";
import { createOpening, numbersOf, type Reading } from "../reading.ts";
import { columnsOf, type ProviderText, providerText, type ShownLine, shownLine } from "./questions.ts";

/** A text that they wrote to a patient. What the patient asked is the patient's, and a number here. */
export interface TextToPatient {
  readonly questionNumber: number;
  readonly kind: string;
  /** What they think of a colleague's answer: agree, add or differ. */
  readonly stance: string | null;
  readonly state: string;
  readonly writtenAt: Date;
  readonly sentAt: Date | null;
  readonly editedAt: Date | null;
  readonly removedAt: Date | null;
  readonly hiddenAt: Date | null;
  readonly written: ProviderText | null;
  readonly earlierVersions: readonly { readonly written: ProviderText | null; readonly sentAt: Date }[];
  readonly from: ShownLine | null;
  readonly whySentAnyway: string | null;
  /** Colleagues who read it before it was sent. */
  readonly looks: readonly { readonly outcome: string; readonly at: Date }[];
}

/** What somebody does for patients. */
export interface Providing {
  readonly texts: readonly TextToPatient[];
  readonly holding: readonly { readonly questionNumber: number; readonly until: Date | null }[];
  readonly looksYouGave: readonly {
    readonly questionNumber: number;
    readonly outcome: string;
    readonly at: Date;
  }[];
  readonly steppedBackFrom: readonly { readonly questionNumber: number | null; readonly at: Date }[];
  readonly vouchedForColleagues: readonly { readonly at: Date; readonly state: string }[];
}

type Stored = Omit<CredentialLine, "checkedAt"> & { readonly checkedAt: string };

async function texts(reading: Reading): Promise<TextToPatient[]> {
  const { tx, memberId } = reading;
  const rows = await tx.message.findMany({
    where: { authorId: memberId, question: { askerId: { not: memberId } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: {
      question: { select: { number: true, askerId: true } },
      opinion: true,
      versions: { orderBy: { version: "asc" } },
      looks: { orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
    },
  });
  const opening = createOpening(reading);
  const made = rows.map(({ id, question, opinion, versions, looks, ...row }) => {
    const { askerId, number: questionNumber } = question;
    const column = columnsOf(opening, askerId, id);
    const written = column<Crossing>("crossingSealed", row.crossingSealed);
    const line = column<Stored>("credentialSealed", row.credentialSealed);
    const why = column<string>("overrideReasonSealed", row.overrideReasonSealed);
    const earlier = versions.map((version) => ({
      written: opening.json<Crossing>(sealedVersion(askerId, version)),
      sentAt: version.sentAt,
    }));
    const { kind, state, createdAt: writtenAt, sentAt, editedAt, removedAt, hiddenAt } = row;
    return () => ({
      ...{
        questionNumber,
        kind,
        stance: opinion?.stance ?? null,
        state,
        writtenAt,
        sentAt,
        editedAt,
        removedAt,
        hiddenAt,
      },
      written: providerText(written()),
      earlierVersions: earlier.map((one) => ({
        written: providerText(one.written()),
        sentAt: one.sentAt,
      })),
      from: shownLine(line()),
      whySentAnyway: why(),
      looks: looks.map(({ outcome, createdAt: at }) => ({ outcome, at })),
    });
  });
  await opening.open();
  return made.map((text) => text());
}

export async function providing(reading: Reading): Promise<Providing> {
  const { tx, memberId } = reading;
  const held = await tx.question.findMany({ where: { holderId: memberId }, orderBy: { number: "asc" } });
  const looks = await tx.look.findMany({
    where: { byId: memberId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { message: { select: { question: { select: { number: true } } } } },
  });
  const declined = await tx.decline.findMany({ where: { memberId }, orderBy: { createdAt: "asc" } });
  const numberOf = await numbersOf(
    reading,
    declined.map(({ questionId }) => questionId),
  );
  const vouched = await tx.controlProof.findMany({
    where: { kind: "vouch", byId: memberId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return {
    texts: await texts(reading),
    holding: held.map(({ number, leaseEndsAt }) => ({ questionNumber: number, until: leaseEndsAt })),
    looksYouGave: looks.map(({ message, outcome, createdAt: at }) => ({
      questionNumber: message.question.number,
      outcome,
      at,
    })),
    steppedBackFrom: declined.map(({ questionId, createdAt: at }) => ({
      questionNumber: numberOf(questionId),
      at,
    })),
    vouchedForColleagues: vouched.map(({ createdAt: at, state }) => ({ at, state })),
  };
}
