import type { Core } from "#core/core.ts";

/** What may be told of a treatment. Numbers that are not there are hidden, or were never counted. */
export interface ToldCount {
  readonly people: number | undefined;
  readonly outcome: { readonly helped: number; readonly notHelped: number } | undefined;
  readonly noticed: { readonly withinWeeks: number; readonly laterOn: number } | undefined;
  readonly countedAt: Date;
}

/** The counts of treatments as they were last made: the same for every reader, whatever they searched and never see. */
export async function readCounts(
  core: Core,
  { communityId, treatmentKeys }: { communityId: string; treatmentKeys: readonly string[] },
): Promise<ReadonlyMap<string, ToldCount>> {
  const rows = await core.db.treatmentCount.findMany({
    where: { communityId, treatmentKey: { in: [...treatmentKeys] } },
  });
  return new Map(
    rows.map(({ treatmentKey, people, helped, notHelped, withinWeeks, laterOn, countedAt }) => [
      treatmentKey,
      {
        people: people ?? undefined,
        outcome: helped === null || notHelped === null ? undefined : { helped, notHelped },
        noticed: withinWeeks === null || laterOn === null ? undefined : { withinWeeks, laterOn },
        countedAt,
      },
    ]),
  );
}
