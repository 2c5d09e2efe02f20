import type { Core } from "#core/core.ts";

/** In which community an alert was raised; undefined for what is no alert. */
export async function communityOfAlert(core: Core, alertId: string): Promise<string | undefined> {
  const alert = await core.db.crisisAlert.findUnique({
    where: { id: alertId },
    select: { communityId: true },
  });
  return alert?.communityId;
}
