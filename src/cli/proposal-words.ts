import type { OpenProposal } from "#core/proposals/list-proposals.ts";

const ACTS: Readonly<Record<string, string>> = {
  "credential.verify": "a credential is to stand",
  "decision.confirm": "a decision is to hold for good",
  "member.export": "what is kept about a member is to be saved",
  "member.erase": "everything of a member is to be erased",
  "identity.reveal": "it is to be seen whose account it is",
  "policy.change": "the rules of screening are to change",
  "policy.confirm": "rules of screening that one person put in force are to stay",
};

export const actWords = (act: string): string => ACTS[act] ?? act;

/** What either of the two can do from the second one's yes on. */
export function afterWords(act: string, proposalId: string): string[] {
  if (act === "member.export")
    return [`Within 24 hours, either of you: curbside export save ${proposalId} --to FOLDER`];
  if (act === "identity.reveal")
    return [`Within a quarter of an hour, either of you: curbside identity show ${proposalId}`];
  return [];
}

/** "a credential is to stand, for Robin V, proposed by Ada". */
export const proposalWords = ({ act, subject, proposedBy }: OpenProposal): string =>
  `${actWords(act)}, for ${subject}, proposed by ${proposedBy}`;
