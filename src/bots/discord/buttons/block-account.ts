import { t } from "#core/language/t.ts";
import { blockAccount } from "#core/peers/blocks/block-account.ts";
import { BLOCKED } from "../cards/ask-to-block.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const blockAccountButton = {
  verb: "block-account",
  reply: "update",
  changes: true,
  access: "peers.block",
  async run({ handling, actor, subjectId: accountId }) {
    await blockAccount(handling, { actor, person: { platform: "discord", accountId } });
    return line(t(BLOCKED));
  },
} satisfies DiscordButton;
