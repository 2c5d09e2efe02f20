import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { endByPerson } from "./end-credential.ts";

/** Says no to a claim, with a reason that the provider reads. One person is enough to say no. */
export const rejectCredential = (
  core: Core,
  act: { actor: Actor; credentialId: string; reason: string },
): Promise<void> => endByPerson(core, { ...act, event: "reject", verb: "credential.reject" });
