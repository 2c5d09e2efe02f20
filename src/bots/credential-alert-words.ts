import type { CredentialAlertCard } from "#core/credentials/cards.ts";

const ALERTS: Record<CredentialAlertCard["about"], { title: string; next: (id: string) => string }> = {
  claimed: { title: "A provider claims a credential", next: (id) => `curbside credential check ${id}` },
  "claimed-twice": {
    title: "Two people claim the same number",
    next: (id) => `curbside credential show ${id}`,
  },
  suspended: {
    title: "A register speaks against a credential",
    next: (id) => `curbside credential show ${id}`,
  },
  expired: { title: "A credential has run out", next: (id) => `curbside credential check ${id}` },
  questioned: { title: "Somebody questions a credential", next: () => "curbside credential challenge" },
  replied: { title: "A provider replied to a question", next: () => "curbside credential challenge" },
  due: { title: "A credential must be looked at again", next: (id) => `curbside credential check ${id}` },
};

/** What the moderators read, with the command that comes next. */
export function alertWords({ about, credentialId }: CredentialAlertCard): { title: string; command: string } {
  const { title, next } = ALERTS[about];
  return { title, command: next(credentialId) };
}
