import { t } from "#core/language/t.ts";
import { stopDigest } from "#core/rhythm/stop-digest.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const digestStop = {
  verb: "digest-stop",
  reply: "private",
  changes: true,
  access: "member.digest",
  async run({ handling, actor }) {
    await stopDigest(handling, { actor });
    return line(t("Stopped. No more weekly digests. If you want them back, press the button."), [
      { verb: "digest-on", subject: actor.communityId, label: t("Send me a weekly digest") },
    ]);
  },
} satisfies DiscordButton;
