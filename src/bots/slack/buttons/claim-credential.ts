import { findActor } from "#core/members/find-actor.ts";
import { claimCredentialForm } from "../forms/claim-credential.ts";
import type { SlackButton } from "../press.ts";

/** "I'm a provider": opens the form in which they say who they are. */
export const claimCredentialButton = {
  verb: "claim-credential",
  changes: false,
  access: "anyone",
  async run({ core, who }) {
    const { actor } = await findActor(core, {
      platform: "slack",
      accountExternalId: who.accountId,
      spaceExternalId: who.spaceId,
    });
    return { form: claimCredentialForm(actor === undefined) };
  },
} satisfies SlackButton;
