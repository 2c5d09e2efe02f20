import { ApiError } from "./errors.ts";
import { isObj, type Obj, parseJson } from "./json.ts";

/** The arguments of one API call, from a form or from JSON. Missing and empty are the same to Slack. */
export class Args {
  readonly all: Obj;

  constructor(all: Obj) {
    this.all = all;
  }

  /** Text, or "" when it is missing. */
  text(name: string): string {
    const value = this.all[name];
    return value === undefined || value === null ? "" : typeof value === "string" ? value : String(value);
  }

  has(name: string): boolean {
    return this.all[name] !== undefined && this.all[name] !== null && this.all[name] !== "";
  }

  /** Text that must be there. */
  need(name: string): string {
    const value = this.text(name);
    if (value === "") {
      throw new ApiError("invalid_arguments", {
        response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
      });
    }
    return value;
  }

  flag(name: string, fallback = false): boolean {
    if (!this.has(name)) return fallback;
    return ["1", "true"].includes(this.text(name));
  }

  /** A whole number between 1 and `max`. */
  limit(fallback: number, max: number): number {
    if (!this.has("limit")) return fallback;
    const value = Number(this.text("limit"));
    if (!Number.isInteger(value) || value < 1 || value > max) throw new ApiError("invalid_limit");
    return value;
  }

  /** An object or array, which a form carries as a JSON string. Undefined when missing; throws `broken` when unreadable. */
  json(name: string, broken: string): unknown {
    const value = this.all[name];
    if (value === undefined || value === null || value === "") return undefined;
    if (typeof value !== "string") return value;
    const parsed = parseJson(value);
    if (parsed === undefined) throw new ApiError(broken);
    return parsed;
  }

  /** A list of objects; throws `broken` for anything else. */
  list(name: string, broken: string): Obj[] | undefined {
    const value = this.json(name, broken);
    if (value === undefined) return undefined;
    if (!Array.isArray(value) || !value.every(isObj)) throw new ApiError(broken);
    return value;
  }
}

/** One page of a list, with the cursor to the next. An unknown cursor is refused. */
export function page<T>(args: Args, items: readonly T[], limit: number): { items: T[]; cursor: string } {
  const raw = args.text("cursor");
  const start =
    raw === "" ? 0 : Number(/^next:(\d+)$/.exec(Buffer.from(raw, "base64").toString())?.[1] ?? Number.NaN);
  if (Number.isNaN(start)) throw new ApiError("invalid_cursor");
  const end = start + limit;
  return {
    items: items.slice(start, end),
    cursor: end < items.length ? Buffer.from(`next:${end}`).toString("base64") : "",
  };
}
