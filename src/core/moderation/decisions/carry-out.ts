import type { Core } from "#core/core.ts";
import { enqueueNext } from "#core/deliveries/enqueue.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { setEntryHidden } from "#core/library/hide-entry.ts";
import { OUTSIDE } from "../cases/keep-post.ts";
import { openOutsider } from "../cases/open-case.ts";
import type { Action } from "./action.ts";
import {
  hideExperience,
  removeFromExperience,
  restoreExperience,
  showExperience,
} from "./change-experience.ts";
import { removeWords, restoreWords, setHidden } from "./change-message.ts";
import type { DecisionDetail, DecisionEvent } from "./decision.ts";
import { renewPauses } from "./renew-pauses.ts";
import { restrainMember, restrainOutsider } from "./restraint.ts";

/** What a decision is about, as far as carrying it out depends on it. */
export interface Carried {
  readonly case: {
    readonly id: string;
    readonly communityId: string;
    readonly subjectKind: string;
    readonly subjectId: string;
    readonly subjectMemberId: string | null;
    readonly accountSealed: Uint8Array | null;
    readonly accountKey: string | null;
  };
  readonly now: Date;
}

/** What does not stand any more, and by what. */
interface Ended extends Carried {
  readonly event: DecisionEvent;
}

/** A post that is not ours is taken away by the outbox; nobody can put it back. */
async function removePost(tx: Tx, core: Core, { case: about, now }: Carried): Promise<void> {
  const copies = await tx.copy.findMany({ where: { kind: "post", subjectId: about.id, removedAtMs: null } });
  for (const { platform, targetId } of copies)
    await enqueueNext(tx, core, {
      communityId: about.communityId,
      conversation: `case:${about.id}:post`,
      op: "remove",
      kind: "post",
      subjectId: about.id,
      platform,
      target: { kind: OUTSIDE, id: targetId },
      at: now,
    });
}

/** Makes whoever it is about what the decisions that stand say, wherever they are. */
async function restrain(tx: Tx, core: Core, { case: about, now }: Carried): Promise<void> {
  const { id: caseId, communityId, subjectMemberId: memberId, accountKey } = about;
  if (memberId !== null) return restrainMember(tx, core, { memberId, now });
  const outsider = await openOutsider(tx, core, about);
  if (outsider === undefined || accountKey === null) return;
  await restrainOutsider(tx, core, { caseId, accountKey, communityId, platform: outsider.platform, now });
}

/** What doing or undoing a decision leaves in it. */
type Trace = Pick<DecisionDetail, "removed">;

/** What was chosen, as far as doing it depends on it. */
interface ToDo {
  readonly words: readonly string[];
  /** Until when a strike also pauses writing. */
  readonly pauseUntil: Date | null;
}

interface Effect {
  /** Gives what undoing it needs to know. */
  do(tx: Tx, core: Core, carried: Carried, chosen: ToDo): Promise<Trace | undefined>;
  undo(tx: Tx, core: Core, ended: Ended, detail: DecisionDetail): Promise<Trace | undefined>;
}

/** Made what the decisions that stand say, whether one more stands or one fewer. */
const RESTRAINING: Effect = {
  async do(tx, core, carried) {
    await restrain(tx, core, carried);
    return undefined;
  },
  async undo(tx, core, carried) {
    await restrain(tx, core, carried);
    return undefined;
  },
};

/** What each decision does, and how it is undone, on every platform. What is not here does nothing but be said. */
const EFFECTS: { readonly [A in Action]?: Effect } = {
  hide: {
    async do(tx, core, carried) {
      const { subjectKind, subjectId } = carried.case;
      const { now } = carried;
      if (subjectKind === "message") await setHidden(tx, core, { messageId: subjectId, hidden: true, now });
      else if (subjectKind === "experience") await hideExperience(tx, core, subjectId);
      else if (subjectKind === "kept-answer")
        await setEntryHidden(tx, core, subjectId, { hidden: true, now });
      else await removePost(tx, core, carried);
      return undefined;
    },
    async undo(tx, core, carried) {
      const { subjectKind, subjectId: messageId } = carried.case;
      if (subjectKind === "experience") await showExperience(tx, core, messageId);
      if (subjectKind !== "message" && subjectKind !== "kept-answer") return undefined;
      const another = { action: "hide", state: "standing", case: { subjectKind, subjectId: messageId } };
      const hidden = (await tx.decision.count({ where: another })) > 0;
      if (subjectKind === "kept-answer")
        await setEntryHidden(tx, core, messageId, { hidden, now: carried.now });
      else await setHidden(tx, core, { messageId, hidden, now: carried.now });
      return undefined;
    },
  },
  redact: {
    async do(tx, core, { case: { subjectKind, subjectId }, now }, { words }) {
      const version =
        subjectKind === "experience"
          ? await removeFromExperience(tx, core, { experienceId: subjectId, words })
          : await removeWords(tx, core, { messageId: subjectId, words, now });
      return { removed: { words, version } };
    },
    async undo(tx, core, { case: { subjectKind, subjectId }, now }, { removed }) {
      if (removed === undefined) return undefined;
      const restored =
        subjectKind === "experience"
          ? await restoreExperience(tx, core, subjectId)
          : await restoreWords(tx, core, { messageId: subjectId, now });
      return restored === undefined ? undefined : { removed: { ...removed, restored } };
    },
  },
  strike: {
    async do(tx, core, carried, { pauseUntil }) {
      if (pauseUntil !== null) await restrain(tx, core, carried);
      return undefined;
    },
    async undo(tx, core, carried, { pausesUntil }) {
      const { communityId, subjectMemberId: memberId } = carried.case;
      // Points of a strike that only faded counted when later ones were given.
      const later =
        carried.event !== "end" &&
        memberId !== null &&
        (await renewPauses(tx, core, { communityId, memberId, now: carried.now }));
      // A pause that somebody made by hand on the platform is not ours to end.
      if (later || pausesUntil !== undefined) await restrain(tx, core, carried);
      return undefined;
    },
  },
  "time-out": RESTRAINING,
  "suspend-provider": RESTRAINING,
  remove: RESTRAINING,
  ban: RESTRAINING,
};

/** Does what a decision says, once its row stands. Gives what undoing it needs. */
export async function carryOut(
  tx: Tx,
  core: Core,
  action: Action,
  carried: Carried,
  chosen: ToDo,
): Promise<Trace> {
  return (await EFFECTS[action]?.do(tx, core, carried, chosen)) ?? {};
}

/** Undoes it the same way, once its row does not stand any more. Gives what is to be remembered of that. */
export async function takeBackEffect(
  tx: Tx,
  core: Core,
  action: Action,
  ended: Ended,
  detail: DecisionDetail,
): Promise<Trace> {
  return (await EFFECTS[action]?.undo(tx, core, ended, detail)) ?? {};
}
