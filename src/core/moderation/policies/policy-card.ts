import type { ChangedRule, PackState } from "./policy-pack.ts";

/** To the teams: the rules of screening were changed, by whom, and until when. */
export interface PolicyChangeCard {
  readonly kind: "policy-change";
  readonly community: string;
  readonly changes: readonly ChangedRule[];
  readonly state: PackState;
  /** The names that they have in this community; undefined where they are people of another one. */
  readonly by: readonly string[] | undefined;
  /** It is over then, unless a second person agrees. */
  readonly until: Date | undefined;
  /** What a second person of this community runs. */
  readonly proposalId: string | undefined;
}
