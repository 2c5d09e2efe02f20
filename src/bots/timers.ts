import { setTimeout as sleep } from "node:timers/promises";
import { forgetFailedArrivals } from "#core/arrivals/handle-arrival.ts";
import type { Core } from "#core/core.ts";
import { sweepCredentials } from "#core/credentials/watch/sweep-credentials.ts";
import { countExperiences } from "#core/experiences/counts/count-experiences.ts";
import { endDrafts } from "#core/experiences/end-drafts.ts";
import { writeCheckpoint } from "#core/foundation/audit/checkpoint.ts";
import { loadKeys } from "#core/foundation/vault/keys.ts";
import { forgetThanks } from "#core/library/forget-thanks.ts";
import { keepShelf } from "#core/library/keep-shelf.ts";
import { lapseEntries } from "#core/library/lapse-entries.ts";
import { tellOwners } from "#core/library/tell-owners.ts";
import { turnStale } from "#core/library/turn-stale.ts";
import { forgetCodes } from "#core/members/forget-codes.ts";
import { forgetReads } from "#core/moderation/care/forget-reads.ts";
import { tellCapsReached } from "#core/moderation/care/tell-caps-reached.ts";
import { forgetEvidence } from "#core/moderation/cases/forget-evidence.ts";
import { endDecisionsDue } from "#core/moderation/decisions/end-due.ts";
import { escalateDue } from "#core/moderation/escalate-due.ts";
import { forgetWorries } from "#core/moderation/forget-worries.ts";
import { lapsePoliciesDue } from "#core/moderation/policies/end-emergency.ts";
import { forgetBlocks } from "#core/peers/blocks/forget-blocks.ts";
import { forgetDrafts } from "#core/peers/friends/forget-drafts.ts";
import { askMentorsDue } from "#core/peers/mentors/ask-due.ts";
import { closeDue } from "#core/peers/pairs/close-due.ts";
import { lookDue } from "#core/peers/pairs/look-due.ts";
import { endErasures } from "#core/privacy/end-erasures.ts";
import { endRemainders } from "#core/privacy/end-remainders.ts";
import { forgetReadings } from "#core/privacy/forget-readings.ts";
import { expireProposals } from "#core/proposals/expire-proposals.ts";
import { expireDue } from "#core/questions/expire-due.ts";
import { lapseDue } from "#core/questions/lapse-due.ts";
import { lapseLooksDue } from "#core/questions/second-look/lapse-looks-due.ts";
import { sendDigestsDue } from "#core/rhythm/send-digests-due.ts";
import { welcomeDue } from "#core/rhythm/welcome-due.ts";
import { errorFacts } from "../log.ts";

const CHECKPOINT_MS = 5 * 60_000;
const FORGET_MS = 60 * 60_000;

/** What time alone brings about: leases lapse, promises come due, unanswered alerts are raised again. */
function startDueWork(core: Core): () => Promise<void> {
  const stop = new AbortController();
  const everySoOften = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      for (const due of [
        lapseDue,
        lapseLooksDue,
        expireDue,
        escalateDue,
        endDecisionsDue,
        lapsePoliciesDue,
        expireProposals,
        tellCapsReached,
        sweepCredentials,
        endErasures,
        closeDue,
        lookDue,
        askMentorsDue,
        lapseEntries,
        turnStale,
        keepShelf,
        tellOwners,
        countExperiences,
        welcomeDue,
        sendDigestsDue,
      ]) {
        try {
          await due(core);
        } catch (error) {
          core.log.error("timer.failed", errorFacts(error));
        }
      }
      await sleep(core.config.timing.pollMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  };
  const running = everySoOften();
  return async () => {
    stop.abort();
    await running;
  };
}

/** Signs the head of the audit record now and then, so that a rewritten record is told from the true one. */
function startCheckpoints(core: Core): () => Promise<void> {
  const { auditKey } = loadKeys(core.config.keysFile);
  const sign = () =>
    core
      .tx((tx, now) => writeCheckpoint(tx, { auditKey, at: now.getTime() }))
      .catch((error: unknown) => core.log.error("audit.checkpoint_failed", errorFacts(error)));
  const timer = setInterval(() => void sign(), CHECKPOINT_MS);
  return async () => {
    clearInterval(timer);
    await sign();
  };
}

/** Now and then, what is kept only for a while. */
function startForgetting(core: Core): () => Promise<void> {
  const forget = () =>
    Promise.all([
      forgetFailedArrivals(core),
      forgetWorries(core),
      forgetEvidence(core),
      forgetReads(core),
      forgetReadings(core),
      endRemainders(core),
      forgetBlocks(core),
      forgetDrafts(core),
      endDrafts(core),
      forgetThanks(core),
      forgetCodes(core),
    ]).catch((error: unknown) => core.log.error("timer.failed", errorFacts(error)));
  const timer = setInterval(() => void forget(), FORGET_MS);
  return async () => clearInterval(timer);
}

/** Starts everything that happens by the clock; gives the way to stop it, which waits for what is under way. */
export function startTimers(core: Core): () => Promise<void> {
  const stops = [startDueWork(core), startCheckpoints(core), startForgetting(core)];
  return async () => {
    for (const stop of stops) await stop();
  };
}
