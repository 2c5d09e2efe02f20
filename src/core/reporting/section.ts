import type { FigureId, TimeId } from "./figures.ts";

export interface Row {
  readonly id: FigureId;
  readonly words: string;
}

/** A count and what it is made of. There are no tables of two things at once: these single people out. */
export interface Table {
  readonly title: string;
  readonly total: Row;
  readonly rows: readonly Row[];
}

/** A part of a whole, in percent. */
export interface ShareLine {
  readonly id: string;
  readonly words: string;
  readonly of: readonly FigureId[];
  readonly from: FigureId;
}

export interface TimeLine {
  readonly id: TimeId;
  readonly words: string;
  /** What says how many were measured: where one of these is hidden, so is the time. */
  readonly counted: readonly FigureId[];
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly tables: readonly Table[];
  readonly rows: readonly Row[];
  readonly shares: readonly ShareLine[];
  readonly times: readonly TimeLine[];
}

export const row = (id: FigureId, words: string): Row => ({ id, words });
