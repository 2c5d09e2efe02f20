/** Whom somebody may ask for who does not ask for themselves; "other" is somebody else, and what older questions say. */
export const RELATIONS = ["parent", "child", "partner", "relative", "friend", "other"] as const;
export type Relation = (typeof RELATIONS)[number];

/** "self", or whom they ask for. */
export type ForWhom = "self" | Relation;

/** As a form says it. Undefined for what no form offers: then nobody chose. */
export function forWhomFrom(chosen: string | undefined): ForWhom | undefined {
  return chosen === "self" ? chosen : RELATIONS.find((relation) => relation === chosen);
}

/** As the columns of a question keep it. */
export const forWhomColumns = (forWhom: ForWhom) =>
  forWhom === "self" ? { forWhom, relation: null } : ({ forWhom: "other", relation: forWhom } as const);

export function forWhomOf({ forWhom, relation }: { forWhom: string; relation: string | null }): ForWhom {
  if (forWhom === "self") return "self";
  return RELATIONS.find((one) => one === relation) ?? "other";
}
