import { isObj, type Obj } from "./json.ts";

/** One thing that Slack would refuse, as its `response_metadata.messages` word it. */
export interface Problem {
  readonly what: string;
  /** JSON pointer into what the app sent. */
  readonly at: string;
}

/** Looks at one value and lists its problems. */
export type Check = (value: unknown, at: string) => Problem[];

export function problem(what: string, at: string): Problem[] {
  return [{ what, at }];
}

/** The line that Slack puts into `response_metadata.messages`. */
export function problemLine({ what, at }: Problem): string {
  return `[ERROR] ${what} [json-pointer:${at}]`;
}

export function string(max: number, min = 1): Check {
  return (value, at) => {
    if (typeof value !== "string") return problem("must provide a string", at);
    const length = [...value].length;
    if (length < min) return problem(`must be more than ${min - 1} characters`, at);
    if (length > max) return problem(`must be less than ${max + 1} characters`, at);
    return [];
  };
}

export const boolean: Check = (value, at) =>
  typeof value === "boolean" ? [] : problem("must provide a boolean", at);

export function integer(min: number, max: number): Check {
  return (value, at) =>
    typeof value === "number" && Number.isInteger(value) && value >= min && value <= max
      ? []
      : problem(`must provide an integer between ${min} and ${max}`, at);
}

export const anything: Check = () => [];

export function oneOf(...allowed: string[]): Check {
  return (value, at) =>
    typeof value === "string" && allowed.includes(value)
      ? []
      : problem(`value must be one of ${allowed.join(", ")}`, at);
}

export function array(item: Check, max: number, min = 1): Check {
  return (value, at) => {
    if (!Array.isArray(value)) return problem("must provide an array", at);
    if (value.length < min) return problem(`no fewer than ${min} items allowed`, at);
    if (value.length > max) return problem(`no more than ${max} items allowed`, at);
    return value.flatMap((one, index) => item(one, `${at}/${index}`));
  };
}

/** An object with these fields and no others. `type` is always allowed: whoever picked the check read it. */
export function object(required: Record<string, Check>, optional: Record<string, Check> = {}): Check {
  return (value, at) => {
    if (!isObj(value)) return problem("must provide an object", at);
    const found: Problem[] = [];
    for (const [key, check] of Object.entries(required)) {
      if (value[key] === undefined) found.push(...problem(`missing required field: ${key}`, at));
      else found.push(...check(value[key], `${at}/${key}`));
    }
    for (const [key, field] of Object.entries(value)) {
      const check = optional[key];
      if (check) found.push(...check(field, `${at}/${key}`));
      else if (required[key] === undefined && key !== "type") {
        found.push(...problem(`invalid additional property: ${key}`, at));
      }
    }
    return found;
  };
}

/** Picks the check by the object's `type`. */
export function byType(checks: Record<string, Check>): Check {
  return (value, at) => {
    if (!isObj(value)) return problem("must provide an object", at);
    if (typeof value.type !== "string") return problem("missing required field: type", at);
    const check = Object.hasOwn(checks, value.type) ? checks[value.type] : undefined;
    return check ? check(value, at) : problem(`unsupported type: ${value.type}`, at);
  };
}

/** All of these checks on the same value. */
export function all(...checks: Check[]): Check {
  return (value, at) => checks.flatMap((check) => check(value, at));
}

/** A rule on an object that passed its shape. */
export function rule(broken: (value: Obj) => string | undefined): Check {
  return (value, at) => {
    const what = isObj(value) ? broken(value) : undefined;
    return what === undefined ? [] : problem(what, at);
  };
}
