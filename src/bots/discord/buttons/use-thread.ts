import { t } from "#core/language/t.ts";
import { changeSettings } from "#core/members/change-settings.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const useThread = {
  verb: "use-thread",
  reply: "private",
  changes: true,
  access: "member.settings",
  async run({ handling, actor }) {
    await changeSettings(handling, { actor, reach: "thread" });
    return line(
      t(
        "From now on we use a private thread. This server's moderators can open it. Change it any time with /privacy.",
      ),
    );
  },
} satisfies DiscordButton;
