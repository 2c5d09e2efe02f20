import type { Ask, CommandInput, KeyChoice, Outcome } from "#cli/command.ts";
import { credentialScreen } from "#cli/credential-screen.ts";
import { proofSteps } from "#cli/proof-steps.ts";
import { renderError } from "#cli/render-error.ts";
import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { checkCredential } from "#core/credentials/decision/check-credential.ts";
import { credentialQueue } from "#core/credentials/decision/credential-queue.ts";
import { proposeCredential } from "#core/credentials/decision/propose-credential.ts";
import { rejectCredential } from "#core/credentials/decision/reject-credential.ts";
import { type ShownCredential, showCredential } from "#core/credentials/decision/show-credential.ts";
import { startProof } from "#core/credentials/proof/start-proof.ts";
import { DomainError } from "#core/errors.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";

const keysFor = ({ proposal }: ShownCredential): KeyChoice[] => [
  { key: "c", does: "check it against the registers now" },
  { key: "p", does: "begin a proof that the account is theirs" },
  {
    key: "a",
    does:
      proposal === "open"
        ? "agree as the second person: it stands from now on"
        : "propose it to a second person",
  },
  { key: "r", does: "reject, with a reason" },
  { key: "s", does: "skip" },
  { key: "q", does: "quit" },
];

const PROOFS: readonly KeyChoice[] = [
  { key: "c", does: "call back to the practice" },
  { key: "v", does: "meet live, by video or in person" },
];

interface Review {
  readonly input: CommandInput;
  readonly core: Core;
  readonly actor: Actor;
  readonly ask: Ask;
}

/** What a key came to: the screen anew, or as it is with one more key, the next credential, or the end. */
type Then = "again" | "stay" | "next" | "quit";
type Done = "checked" | "proofs begun" | "proposed" | "approved" | "rejected";

const isRefusal = (error: unknown, code: string) => error instanceof DomainError && error.code === code;

/** Rows of the list of exclusions that the first person says are somebody else. */
async function clearedBy({ ask }: Review, { checks }: ShownCredential): Promise<string[]> {
  const cleared: string[] = [];
  for (const { rowHash, says, cleared: already } of checks.flatMap(({ candidates }) => candidates))
    if (!already && (await ask.yes(`${says} Is this somebody else?`))) cleared.push(rowHash);
  return cleared;
}

/** The proposal that is on the screen, and no other that came since; else the first person's own. */
async function approve(review: Review, shown: ShownCredential): Promise<Done> {
  const { core, actor, ask } = review;
  const { credentialId, proposal, proposalId } = shown;
  if (proposal === "open" && proposalId !== null) {
    await approveProposal(core, { actor, proposalId });
    return "approved";
  }
  const cleared = await clearedBy(review, shown);
  const proposed = { actor, credentialId, cleared };
  try {
    if (cleared.length === 0) await proposeCredential(core, proposed);
    else await proposeCredential(core, { ...proposed, note: await ask.text("What shows that?") });
  } catch (error) {
    if (!isRefusal(error, "needs_note")) throw error;
    show(review, linesOf(error));
    await proposeCredential(core, { ...proposed, note: await ask.text("What did you look at?") });
  }
  return "proposed";
}

async function prove(review: Review, { credentialId }: ShownCredential): Promise<Done> {
  const { core, actor, ask, input } = review;
  const kind = (await ask.key("How?", PROOFS)) === "c" ? "call-back" : "video";
  const started = await startProof(core, { actor, credentialId, kind });
  show(review, proofSteps({ kind, ...started }, input.paint));
  return "proofs begun";
}

function show({ input }: Review, lines: readonly string[]): void {
  input.io.stdout(lines.map((line) => `${line}\n`).join(""));
}

function linesOf(error: unknown): string[] {
  const { message, nextStep } = renderError(error);
  return [message, nextStep];
}

async function press(review: Review, key: string, shown: ShownCredential): Promise<Done | undefined> {
  const { core, actor, ask } = review;
  const { credentialId } = shown;
  switch (key) {
    case "c":
      await checkCredential(core, { actor, credentialId });
      return "checked";
    case "p":
      return prove(review, shown);
    case "a":
      return approve(review, shown);
    case "r":
      await rejectCredential(core, { actor, credentialId, reason: await ask.text("Why? They read it.") });
      return "rejected";
    default:
      return undefined;
  }
}

/** A code that was just shown must not be pushed away by the screen; a check is read on it. */
const AFTER: Readonly<Record<Done, Then>> = {
  checked: "again",
  "proofs begun": "stay",
  proposed: "next",
  approved: "next",
  rejected: "next",
};

/** A refusal is told, and one more key is waited for. */
async function onKey(review: Review, shown: ShownCredential, count: (done: Done) => void): Promise<Then> {
  const { ask, input } = review;
  input.io.signal?.throwIfAborted();
  const key = await ask.key("What now?", keysFor(shown));
  if (key === "q") return "quit";
  if (key === "s") return "next";
  try {
    const done = await press(review, key, shown);
    if (done === undefined) return "stay";
    count(done);
    show(review, [input.paint.good(`${shown.provider}: ${done}.`)]);
    return AFTER[done];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    show(review, linesOf(error));
    return "stay";
  }
}

/** Shows one until it is decided on or left. What is approved is what was shown, and nothing that came since. */
async function reviewOne(review: Review, credentialId: string, count: (done: Done) => void): Promise<Then> {
  const { core, actor, input } = review;
  let then: Then = "again";
  while (then === "again") {
    const shown = await showCredential(core, { actor, credentialId });
    show(review, ["", ...credentialScreen(shown, { now: core.clock.now(), paint: input.paint }), ""]);
    do then = await onKey(review, shown, count);
    while (then === "stay");
  }
  return then;
}

/** Goes through what waits, one key for each decision; each is kept at once, so that Ctrl-C loses nothing. */
export async function reviewCredentials(input: CommandInput, ask: Ask): Promise<Outcome> {
  const review: Review = { input, ask, core: await input.core(), actor: await input.actor() };
  const waiting = await credentialQueue(review.core, { actor: review.actor });
  const counts = new Map<Done, number>();
  const count = (done: Done) => counts.set(done, (counts.get(done) ?? 0) + 1);
  for (const { credentialId } of waiting)
    if ((await reviewOne(review, credentialId, count)) === "quit") break;
  const told = [...counts].map(([done, times]) => `${times} ${done}`);
  const sum = told.length === 0 ? "Nothing was changed." : `Done: ${told.join(", ")}.`;
  return { data: Object.fromEntries(counts), lines: [waiting.length === 0 ? "Nothing waits." : sum] };
}
