import {
  type ExperienceText,
  type Pending,
  sealedExperience,
  sealedVersion,
} from "#core/experiences/experience-text.ts";
import { createOpening, type Later, type Reading } from "../reading.ts";

/** What they told of a treatment or of coping, in every version that is still kept. */
export interface OwnExperienceKept {
  readonly experienceNumber: number;
  readonly status: string;
  readonly begunAt: Date;
  readonly sharedAt: Date | null;
  readonly editedAt: Date | null;
  readonly endedAt: Date | null;
  readonly topic: string | null;
  readonly forWhom: string | null;
  readonly relation: string | null;
  readonly outcome: string | null;
  readonly noticed: string | null;
  readonly typedText: ExperienceText | null;
  readonly sharedText: ExperienceText | null;
  readonly typedTextAndWaiting: ExperienceText | null;
  readonly sharedTextAndWaiting: Pending | null;
  readonly earlierTexts: readonly { readonly sharedText: ExperienceText | null; readonly sharedAt: Date }[];
  readonly allowed: readonly {
    readonly use: string;
    readonly textVersion: string;
    readonly givenAt: Date;
    readonly withdrawnAt: Date | null;
  }[];
  readonly labels: readonly { readonly label: string; readonly addedBy: string; readonly addedAt: Date }[];
}

export interface OwnExperiences {
  readonly experiences: readonly OwnExperienceKept[];
  readonly neverShown: readonly { readonly label: string; readonly addedAt: Date }[];
  /** Where their word is in numbers about many. */
  readonly countedIn: readonly { readonly tally: string; readonly cell: string }[];
}

const readRows = ({ tx, memberId: authorId }: Reading) =>
  tx.experience.findMany({
    where: { authorId },
    orderBy: { number: "asc" },
    include: {
      uses: { orderBy: { use: "asc" } },
      labels: { orderBy: { label: "asc" } },
      versions: { orderBy: { version: "asc" } },
    },
  });

type Row = Awaited<ReturnType<typeof readRows>>[number];

function factsOf({ number, createdAt, uses, labels, ...row }: Row) {
  const { status, sharedAt, editedAt, endedAt, topic, forWhom, relation, outcome, noticed } = row;
  return {
    ...{ experienceNumber: number, status, begunAt: createdAt, sharedAt, editedAt, endedAt },
    ...{ topic, forWhom, relation, outcome, noticed },
    allowed: uses.map(({ use, textVersion, givenAt, withdrawnAt }) => ({
      ...{ use, textVersion, givenAt, withdrawnAt },
    })),
    labels: labels.map(({ label, addedBy, addedAt }) => ({ label, addedBy, addedAt })),
  };
}

export async function experiences(reading: Reading): Promise<OwnExperiences> {
  const { tx, memberId } = reading;
  const opening = createOpening(reading);
  const made = (await readRows(reading)).map((row) => {
    const column = <T>(name: Parameters<typeof sealedExperience>[1], blob: Uint8Array | null): Later<T> =>
      opening.json<T>(blob === null ? undefined : sealedExperience(row, name, blob));
    const typed = column<ExperienceText>("originalSealed", row.originalSealed);
    const shared = column<ExperienceText>("crossingSealed", row.crossingSealed);
    const typedWaits = column<ExperienceText>("pendingOriginalSealed", row.pendingOriginalSealed);
    const waits = column<Pending>("pendingSealed", row.pendingSealed);
    const earlier = row.versions.map((version) => ({
      text: opening.json<ExperienceText>(sealedVersion(memberId, version)),
      sharedAt: version.sharedAt,
    }));
    return (): OwnExperienceKept => ({
      ...factsOf(row),
      typedText: typed(),
      sharedText: shared(),
      typedTextAndWaiting: typedWaits(),
      sharedTextAndWaiting: waits(),
      earlierTexts: earlier.map(({ text, sharedAt }) => ({ sharedText: text(), sharedAt })),
    });
  });
  await opening.open();
  const ambers = await tx.memberAmber.findMany({ where: { memberId }, orderBy: { label: "asc" } });
  const counted = await tx.countedVoice.findMany({ where: { memberId }, orderBy: { tally: "asc" } });
  return {
    experiences: made.map((one) => one()),
    neverShown: ambers.map(({ label, addedAt }) => ({ label, addedAt })),
    countedIn: counted.map(({ tally, cell }) => ({ tally, cell })),
  };
}
