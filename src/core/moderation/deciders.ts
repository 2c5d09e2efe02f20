import type { Role } from "#core/access.ts";

/** Who decides on cases, and so who has shifts. */
export const DECIDERS: readonly Role[] = ["moderator", "lead", "admin"];

/** Active, and one of them: for the `where` of members. */
export const decides = { state: "active", roles: { some: { role: { in: [...DECIDERS] } } } };
