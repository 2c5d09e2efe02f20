import { vouch } from "#core/credentials/proof/vouch.ts";
import type { SlackButton } from "../press.ts";

export const vouchButton = {
  verb: "vouch",
  changes: true,
  access: "credential.vouch",
  async run({ handling, actor, subjectId }) {
    const { enough } = await vouch(handling, { actor, credentialId: subjectId });
    return {
      say: enough
        ? "Thank you. Two colleagues have vouched now."
        : "Thank you. One more colleague has to vouch.",
    };
  },
} satisfies SlackButton;
