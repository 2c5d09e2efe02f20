import { draftEdit } from "#core/questions/draft-edit.ts";
import { actorsOf } from "../actor.ts";
import { draftContent } from "../cards/preview.ts";
import { type DiscordEvent, sourceOf } from "./event.ts";
import { helpFor } from "./help-for.ts";
import { notTakenUp } from "./keep-clean.ts";

/** An edited text that crossed is offered again as a new version; until Send the old one stands. */
export const messageEdited = {
  kind: "message-edited",
  async run({ core, event }) {
    const actors = await actorsOf(core, { accountId: event.accountId, spaceId: undefined });
    if (event.unkept !== undefined) return notTakenUp(core, actors, event);
    for (const actor of actors) {
      const draft = await draftEdit(core, { actor, sourceMessage: sourceOf(event), text: event.text });
      if (draft !== undefined) return draftContent(draft);
    }
    return helpFor(core, actors, event.text);
  },
} satisfies DiscordEvent;
