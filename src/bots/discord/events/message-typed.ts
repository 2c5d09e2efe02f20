import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { findActor } from "#core/members/find-actor.ts";
import { hearDanger } from "#core/moderation/hear-danger.ts";
import { draftReply } from "#core/questions/draft-reply.ts";
import { screen } from "#core/screening/screen.ts";
import { isGrave } from "#core/screening/screening.ts";
import { newestOpen } from "../actor.ts";
import { helpNowFace } from "../cards/help-now.ts";
import { replyContent } from "../cards/preview.ts";
import { type Button, type Content, escapeText, line, show } from "../markup.ts";
import { type DiscordEvent, sourceOf } from "./event.ts";

const ASK: Button = { verb: "ask", subject: "new", label: "Ask", look: "main" };
const HELP: Button = { verb: "help-now", subject: "all", label: "Get help now" };

async function membersBehind(core: Core, accountExternalId: string): Promise<readonly Actor[]> {
  const { actor, several } = await findActor(core, { platform: "discord", accountExternalId });
  return several ?? (actor === undefined ? [] : [actor]);
}

/** A text that belongs to no question goes nowhere; but whoever may be in danger is heard, in each of their communities. */
async function typedToNobody(core: Core, members: readonly Actor[], text: string): Promise<Content> {
  const alerts = await Promise.all(members.map((actor) => hearDanger(core, { actor, text })));
  const alert = alerts.find((raised) => raised !== undefined);
  return alert === undefined
    ? line("You have no open question, so nobody will see this. Press Ask to ask one.", [ASK, HELP])
    : line(escapeText(alert.text), [HELP, ASK]);
}

/** Text typed in a direct message belongs to the newest open conversation; it crosses only after Send. */
export const messageTyped = {
  kind: "message-typed",
  async run({ core, event }) {
    const members = await membersBehind(core, event.accountId);
    if (members.length === 0) {
      if (isGrave(screen(event.text).verdict)) return show(helpNowFace(undefined));
      throw refuse("not_joined", {});
    }
    const open = await newestOpen(core, { accountId: event.accountId, spaceId: undefined });
    if (open === undefined) return typedToNobody(core, members, event.text);
    const { actor, questionId } = open;
    const draft = await draftReply(core, {
      actor,
      questionId,
      text: event.text,
      sourceMessage: sourceOf(event),
    });
    return replyContent(draft);
  },
} satisfies DiscordEvent;
