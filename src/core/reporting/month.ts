/** A calendar month in UTC. */
export interface Month {
  /** "2026-10". */
  readonly id: string;
  readonly from: Date;
  /** The first moment that is not of it any more. */
  readonly to: Date;
}

const monthAt = (year: number, index: number): Month => {
  const from = new Date(Date.UTC(year, index, 1));
  return { id: from.toISOString().slice(0, 7), from, to: new Date(Date.UTC(year, index + 1, 1)) };
};

/** The month that "YYYY-MM" names; undefined for anything else. */
export function monthNamed(typed: string): Month | undefined {
  const [, year, month] = /^([12]\d{3})-(0[1-9]|1[0-2])$/.exec(typed) ?? [];
  return year === undefined ? undefined : monthAt(Number(year), Number(month) - 1);
}

/** The month that goes on. */
export const monthOf = (now: Date): Month => monthAt(now.getUTCFullYear(), now.getUTCMonth());

/** The newest month that is over. */
export const lastFullMonth = (now: Date): Month => monthAt(now.getUTCFullYear(), now.getUTCMonth() - 1);

/** Nothing can happen in it any more. */
export const isOver = ({ to }: Month, now: Date): boolean => to <= now;

/** "October 2026". */
export const monthWords = ({ from }: Pick<Month, "from">): string =>
  from.toLocaleDateString("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
