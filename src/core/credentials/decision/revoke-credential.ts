import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { endByPerson } from "./end-credential.ts";

/** Withdraws a credential for good: it cannot be proposed anew, only claimed anew. */
export const revokeCredential = (
  core: Core,
  act: { actor: Actor; credentialId: string; reason: string },
): Promise<void> => endByPerson(core, { ...act, event: "revoke", verb: "credential.revoke" });
