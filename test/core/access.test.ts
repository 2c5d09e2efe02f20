import { describe, expect, test } from "vitest";
import { type Actor, authorise, can, ROLES, type Role, VERBS } from "#core/access.ts";
import { DomainError } from "#core/errors.ts";
import { CLI, DISCORD, ROLES_OF_TABLE, SLACK, VERBS_OF_TABLE } from "../contracts/access-table.ts";

const actorOf = (roles: readonly Role[]): Actor => ({
  memberId: "me",
  communityId: "here",
  pseudonym: "Quill",
  roles,
});

/** Nobody's role, each role alone, and every set of several. */
const SETS = Array.from({ length: 2 ** ROLES_OF_TABLE.length }, (_, bits) =>
  ROLES_OF_TABLE.filter((_role, at) => (bits >> at) % 2 === 1),
);

const SUBJECTS = {
  "no subject yet": undefined,
  "one's own": { communityId: "here", ownerId: "me" },
  "somebody else's": { communityId: "here", ownerId: "them" },
  "nobody's": { communityId: "here" },
  "one of another community": { communityId: "there", ownerId: "them" },
  "one's own of another community": { communityId: "there", ownerId: "me" },
} as const;

/** What the table says, written a second time and in another way. */
function expected(verb: string, roles: readonly Role[], about: keyof typeof SUBJECTS): boolean {
  const line = VERBS_OF_TABLE[verb];
  if (line === undefined || about.includes("another community")) return false;
  if (line.never !== undefined && roles.includes(line.never)) return false;
  if (line.only === "own" && (about === "somebody else's" || about === "nobody's")) return false;
  if (line.only === "others" && about === "one's own") return false;
  return line.who.some((role) => roles.includes(role));
}

describe("who may do what", () => {
  test("every role and every verb has its line in the table", () => {
    expect([...ROLES]).toEqual([...ROLES_OF_TABLE]);
    expect([...VERBS].sort()).toEqual(Object.keys(VERBS_OF_TABLE).sort());
  });

  for (const verb of VERBS)
    test(`${verb} is as in the table for every set of roles and every subject`, () => {
      const wrong: string[] = [];
      for (const roles of SETS)
        for (const about of Object.keys(SUBJECTS) as (keyof typeof SUBJECTS)[])
          if (can(actorOf(roles), verb, SUBJECTS[about]) !== expected(verb, roles, about))
            wrong.push(`${roles.join("+") || "no role"} with ${about}`);
      expect(wrong.slice(0, 12)).toEqual([]);
    });

  test("every verb is asked by something that can be pressed or typed", () => {
    const asked = new Set([...DISCORD, ...SLACK, ...CLI].flatMap((row) => ("asks" in row ? row.asks : [])));
    expect(VERBS.filter((verb) => !asked.has(verb))).toEqual([]);
    expect([...asked].filter((verb) => VERBS_OF_TABLE[verb] === undefined)).toEqual([]);
  });
});

describe("what belongs to another community", () => {
  const codeOf = (roles: readonly Role[], subject: { communityId: string }) => {
    try {
      authorise(actorOf(roles), "question.answer", subject);
      return "ok";
    } catch (error) {
      return error instanceof DomainError ? error.code : error;
    }
  };

  test("is not there, for whoever may and whoever may not", () => {
    expect(codeOf(["provider"], { communityId: "there" })).toBe("not_found");
    expect(codeOf(["patient"], { communityId: "there" })).toBe("not_found");
    expect(codeOf(["patient"], { communityId: "here" })).toBe("not_allowed");
    expect(codeOf(["provider"], { communityId: "here" })).toBe("ok");
  });
});
