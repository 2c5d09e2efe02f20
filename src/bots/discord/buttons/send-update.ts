import { tn } from "#core/language/t.ts";
import { sendUpdate } from "#core/peers/friends/send-update.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";
import { forgetUpdate } from "../updates-in-hand.ts";

/** The subject is the draft, its edition, and "quiet" where no answers are wanted. */
export const sendUpdateButton = {
  verb: "send-update",
  reply: "update",
  changes: true,
  access: "update.send",
  async run({ handling, actor, subjectId }) {
    const [updateId = "", edition, quiet] = subjectId.split("/");
    const replies = quiet === undefined;
    const { friends } = await sendUpdate(handling, { actor, updateId, edition: Number(edition), replies });
    forgetUpdate({ updateId, memberId: actor.memberId });
    return line(
      tn(friends, "Sent to your friend, privately.", "Sent to your {n} friends, to each privately."),
    );
  },
} satisfies DiscordButton;
