import { appealStateOf } from "#core/moderation/appeals/appeal.ts";
import { type NoteKind, sealedNote } from "#core/moderation/cases/case-notes.ts";
import { actionOf, kindOf } from "#core/moderation/decisions/action.ts";
import { openDetail } from "#core/moderation/decisions/detail.ts";
import { ruleWords } from "#core/moderation/rules.ts";
import { openAboutMember } from "#core/proposals/about-member.ts";
import { createOpening, type Reading } from "../reading.ts";

/** What was decided about them, as the notice told it; never by whom, and not why it was looked at. */
export interface OwnDecision {
  readonly whatWeDid: string;
  readonly rule: string;
  readonly reason: string;
  readonly whatStays: string;
  readonly removedWords: readonly string[];
  readonly points: number;
  readonly state: string;
  readonly decidedAt: Date;
  readonly endsAt: Date | null;
  /** A strike paused their writing too, until then. */
  readonly pausedUntil: Date | null;
  /** It ends then unless a second person agrees; null where one did, or none is needed. */
  readonly needsSecondBy: Date | null;
  readonly undoneAt: Date | null;
  readonly appealUntil: Date | null;
  readonly appeal: OwnAppeal | null;
}

export interface OwnAppeal {
  readonly state: string;
  readonly filedAt: Date;
  readonly dueAt: Date;
  readonly decidedAt: Date | null;
  readonly said: readonly { readonly by: string; readonly text: string | null; readonly at: Date }[];
}

/** Who speaks in an appeal; whoever appealed read all of it. */
const SPEAKS: Readonly<Partial<Record<NoteKind, string>>> = {
  appeal: "you",
  "appeal-reply": "you",
  "appeal-question": "reviewer",
  "appeal-decision": "reviewer",
};

export async function decisions(reading: Reading): Promise<OwnDecision[]> {
  const { tx, core, communityId, memberId } = reading;
  const rows = await tx.decision.findMany({
    // Of a dismissal nobody is told but whoever reported.
    where: { communityId, subjectMemberId: memberId, action: { not: "dismiss" } },
    orderBy: [{ decidedAt: "asc" }, { id: "asc" }],
    include: {
      appeal: true,
      case: { include: { notes: { orderBy: [{ createdAt: "asc" }, { id: "asc" }] } } },
    },
  });
  const opening = createOpening(reading);
  const made: (() => OwnDecision)[] = [];
  for (const row of rows) {
    const { points, state, decidedAt, endsAt, undoneAt, appealUntil, appeal } = row;
    const { reason, stays, removed, pausesUntil, asRead } = await openDetail(tx, core, row);
    const notes =
      appeal === null ? [] : row.case.notes.filter(({ createdAt }) => createdAt >= appeal.filedAt);
    const said = notes.flatMap((note) => {
      const by = SPEAKS[note.kind as NoteKind];
      return by === undefined
        ? []
        : [{ by, text: opening.text(sealedNote(communityId, note)), at: note.createdAt }];
    });
    made.push(() => ({
      whatWeDid: `We ${kindOf(actionOf(row.action)).did}.`,
      rule: ruleWords(core.rules(), row.rule, asRead),
      reason,
      whatStays: stays,
      removedWords: removed?.words ?? [],
      ...{ points, state, decidedAt, endsAt, undoneAt, appealUntil },
      pausedUntil: pausesUntil === undefined ? null : new Date(pausesUntil),
      needsSecondBy: row.confirmedById === null ? row.confirmBy : null,
      appeal:
        appeal === null
          ? null
          : {
              state: appealStateOf(appeal.state),
              filedAt: appeal.filedAt,
              dueAt: appeal.dueAt,
              decidedAt: appeal.decidedAt,
              said: said.map(({ by, text, at }) => ({ by, text: text(), at })),
            },
    }));
  }
  await opening.open();
  return made.map((one) => one());
}

/** That two people agreed to see something of theirs, which they were told with the reason. */
export interface Agreed {
  readonly what: string;
  readonly reason: string;
  readonly at: Date;
}

const SEEN = { "identity.reveal": "account", "member.export": "export" } as const;

export async function agreedLooks({ tx, core, communityId, memberId }: Reading): Promise<Agreed[]> {
  const rows = await tx.proposal.findMany({
    where: { communityId, subjectId: memberId, act: { in: Object.keys(SEEN) }, state: "approved" },
    orderBy: [{ decidedAt: "asc" }, { id: "asc" }],
  });
  const agreed: Agreed[] = [];
  for (const row of rows) {
    const { reason } = await openAboutMember(tx, core, row);
    agreed.push({ what: SEEN[row.act as keyof typeof SEEN], reason, at: row.decidedAt ?? row.createdAt });
  }
  return agreed;
}
