import { t } from "#core/language/t.ts";
import { removeBySource } from "#core/questions/remove-by-source.ts";
import { actorsOf } from "../actor.ts";
import { line } from "../markup.ts";
import { type DiscordEvent, sourceOf } from "./event.ts";

/** Deleting a text that crossed removes its copy at once. */
export const messageRemoved = {
  kind: "message-removed",
  async run({ core, event }) {
    for (const actor of await actorsOf(core, { accountId: event.accountId, spaceId: undefined })) {
      const removed = await removeBySource(core, { actor, sourceMessage: sourceOf(event) });
      if (removed)
        return line(
          t("You deleted a message, so its copy is being removed too. Someone may already have read it."),
        );
    }
    return undefined;
  },
} satisfies DiscordEvent;
