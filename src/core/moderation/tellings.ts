/** Where an alert is told: in the crisis channel or directly to somebody, for the first time or again. */
export interface Telling {
  readonly isDirect: boolean;
  readonly again: boolean;
}

const word = ({ isDirect, again }: Telling): string =>
  [isDirect ? "direct" : "", again ? "again" : ""].filter((part) => part !== "").join("-");

/** What a crisis card is about: `<id>`, `again:<id>`, `direct:<id>`, `direct-again:<id>`. */
export function subjectOfTelling(alertId: string, telling: Telling): string {
  const before = word(telling);
  return before === "" ? alertId : `${before}:${alertId}`;
}

export function readTelling(subjectId: string): Telling & { readonly alertId: string } {
  const at = subjectId.indexOf(":");
  const words = at < 0 ? [] : subjectId.slice(0, at).split("-");
  return {
    alertId: subjectId.slice(at + 1),
    isDirect: words.includes("direct"),
    again: words.includes("again"),
  };
}

/** Each telling to each reader has a line of its own: one that is stuck must not hold up another. */
export function lineOfTelling(alertId: string, telling: Telling, memberId = ""): string {
  const team = telling.again ? `alert:${alertId}:team-again` : `alert:${alertId}:team`;
  return telling.isDirect ? `${team}:${memberId}` : team;
}
