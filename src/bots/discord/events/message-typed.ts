import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { t } from "#core/language/t.ts";
import { findActor } from "#core/members/find-actor.ts";
import { draftReply } from "#core/questions/draft-reply.ts";
import { screen } from "#core/screening/screen.ts";
import { isGrave } from "#core/screening/screening.ts";
import { newestOpen } from "../actor.ts";
import { supportButtons } from "../cards/crisis-support.ts";
import { helpNowFace } from "../cards/help-now.ts";
import { replyContent } from "../cards/preview.ts";
import { type Button, line, show } from "../markup.ts";
import { type DiscordEvent, sourceOf } from "./event.ts";
import { helpFor } from "./help-for.ts";
import { notTakenUp } from "./keep-clean.ts";

const ASK = (): Button => ({ verb: "ask", subject: "new", label: t("Ask"), look: "main" });

async function membersBehind(core: Core, accountExternalId: string) {
  const { actor, several, barred } = await findActor(core, { platform: "discord", accountExternalId });
  const members: readonly Actor[] = several ?? (actor === undefined ? [] : [actor]);
  return { members, barred };
}

/** Text typed in a direct message belongs to the newest open conversation; it crosses only after Send. */
export const messageTyped = {
  kind: "message-typed",
  async run({ core, event }) {
    const { members, barred } = await membersBehind(core, event.accountId);
    if (members.length === 0) {
      if (isGrave(screen(event.text, { policies: core.policies() }).verdict))
        return show(helpNowFace(core.crisisLines(), undefined));
      throw barred ? refuse("barred", {}) : refuse("not_joined", {});
    }
    if (event.unkept !== undefined) return notTakenUp(core, members, event);
    const open = await newestOpen(core, { accountId: event.accountId, spaceId: undefined });
    if (open === undefined)
      return (
        (await helpFor(core, members, event.text, [ASK()])) ??
        line(t("You have no open question, so nobody will see this. Press Ask to ask one."), [
          ASK(),
          ...supportButtons(undefined),
        ])
      );
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
