import type { View } from "@slack/types";
import { can } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { standingOf } from "#core/credentials/standing.ts";
import { findActor } from "#core/members/find-actor.ts";
import { queue } from "#core/questions/queue.ts";
import { triageFace } from "./cards/triage.ts";
import { blocksOf, day, escapeText, type Face } from "./markup.ts";
import type { Who } from "./press.ts";

const MOST_SHOWN = 8;

const STANDING_WORDS = {
  none: "No checked credential is on record for you.",
  unverified: "Your credential waits for a second person's approval.",
  expired: "Your credential has run out.",
  revoked: "Your credential was revoked.",
  suspended: "Your credential is suspended.",
} as const;

const STRANGER: Face = {
  title: "Curbside",
  pieces: [
    {
      ours: "Patients ask here, and volunteers with checked credentials share general information. If you are one of the team, press the button: you get a code for an admin.",
    },
  ],
  buttons: [{ verb: "request-code", subject: "new", label: "I'm a provider", look: "primary" }],
};

/** What a person's home page shows: a way to register, or their standing and the queue. */
export async function homeOf(core: Core, who: Who): Promise<View> {
  const { actor } = await findActor(core, {
    platform: "slack",
    accountExternalId: who.accountId,
    spaceExternalId: who.spaceId,
  });
  if (actor === undefined) return { type: "home", blocks: blocksOf(STRANGER) };
  const standing = await standingOf(core.db, actor.memberId, core.clock.now());
  const line = standing.ok
    ? `${standing.credential.line.profession} (${standing.credential.line.jurisdiction}), checked ${day(standing.credential.line.checkedAt)}`
    : STANDING_WORDS[standing.why];
  const reads = standing.ok && can(actor, "question.read-card");
  const cards = reads ? await queue(core, { actor }) : [];
  const waiting = cards.filter(({ status }) => status === "waiting").length;
  const head: Face = {
    title: `Hello, ${actor.pseudonym}`,
    pieces: [
      { ours: escapeText(line) },
      ...(reads ? [{ ours: waiting === 0 ? "Nothing waits." : `*${waiting}* waiting.` }] : []),
    ],
    buttons: [],
  };
  return {
    type: "home",
    blocks: [head, ...cards.slice(0, MOST_SHOWN).map(triageFace)].flatMap(blocksOf).slice(0, 100),
  };
}
