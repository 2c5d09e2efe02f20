/** A JSON object whose fields are not known yet: what the app sent, before it was checked. */
export type Obj = Record<string, unknown>;

export function isObj(value: unknown): value is Obj {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object at `key`, or an empty one. */
export function objAt(parent: Obj | undefined, key: string): Obj {
  const value = parent?.[key];
  return isObj(value) ? value : {};
}

/** The objects of the array at `key`; anything else in it is left out. */
export function listAt(parent: Obj | undefined, key: string): Obj[] {
  const value = parent?.[key];
  return Array.isArray(value) ? value.filter(isObj) : [];
}

/** The string at `key`, or "". */
export function textAt(parent: Obj | undefined, key: string): string {
  const value = parent?.[key];
  return typeof value === "string" ? value : "";
}

/** Parses JSON; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
