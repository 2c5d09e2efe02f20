import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { type Amber, amberOf } from "./ambers.ts";

/** Privately to an author: a moderator put a label before their experience. */
export interface ExperienceLabelCard {
  readonly kind: "experience-label";
  readonly experienceId: string;
  readonly community: string;
  readonly number: number;
  readonly label: Amber;
}

export const labelSubject = (experienceId: string, label: string): string => `${experienceId}:${label}`;

/** Subject: an experience and a label. Nothing is said of a label that is gone again, or an experience that is. */
export async function loadExperienceLabelCard(
  tx: Tx,
  _core: Core,
  subjectId: string,
): Promise<ExperienceLabelCard | undefined> {
  const [experienceId = "", stored = ""] = subjectId.split(":");
  const label = amberOf(stored);
  if (label === undefined) return undefined;
  const row = await tx.experienceLabel.findUnique({
    where: { experienceId_label: { experienceId, label } },
    include: { experience: true },
  });
  if (row === null) return undefined;
  const { communityId, number } = row.experience;
  const { name: community } = await tx.community.findUniqueOrThrow({ where: { id: communityId } });
  return { kind: "experience-label", experienceId, community, number, label };
}
