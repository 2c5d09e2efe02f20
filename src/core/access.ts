import { refuse } from "#core/errors.ts";
import type { Language } from "#core/language/language.ts";

export type Role =
  | "patient"
  | "caregiver"
  | "mentor"
  | "applicant"
  | "provider"
  | "trainee"
  | "lead"
  | "moderator"
  | "admin"
  | "auditor";

export const ROLES = [
  "patient",
  "caregiver",
  "mentor",
  "applicant",
  "provider",
  "trainee",
  "lead",
  "moderator",
  "admin",
  "auditor",
] as const satisfies readonly Role[];

/** A member who acts, as read from the database for this act. */
export interface Actor {
  readonly memberId: string;
  readonly communityId: string;
  readonly pseudonym: string;
  readonly roles: readonly Role[];
  /** In a time-out until then: reads, takes back and appeals, but writes to nobody. */
  readonly silencedUntil?: Date;
  /** In which they use their platform, as far as it was noted. */
  readonly language?: Language;
}

/** What an act is about, as far as permission depends on it. */
export interface Subject {
  readonly communityId: string;
  /** The member whose question, message or data it is. */
  readonly ownerId?: string;
}

interface Grant {
  /** One of these roles is needed. */
  readonly allow: readonly Role[];
  /** None of these roles may be held. */
  readonly forbid?: readonly Role[];
  /** Only on one's own. */
  readonly own?: true;
  /** Never on one's own. */
  readonly notOwn?: true;
  /** Others read what comes of it, so it waits for the end of a time-out. */
  readonly speaks?: true;
}

const PATIENT_SIDE: readonly Role[] = ["patient", "caregiver", "mentor"];
const PROVIDER_SIDE: readonly Role[] = ["provider", "lead"];

/** Every permission on one page, deny by default (RELIABILITY: authorisation table; DESIGN rule 12). */
const GRANTS = {
  "question.ask": { allow: PATIENT_SIDE },
  "question.send": { allow: PATIENT_SIDE, own: true, speaks: true },
  "question.read": { allow: PATIENT_SIDE, own: true },
  "question.follow-up": { allow: PATIENT_SIDE, own: true },
  "question.take-back": { allow: PATIENT_SIDE, own: true },
  "question.ask-peers": { allow: PATIENT_SIDE, own: true, speaks: true },
  "question.stop-peers": { allow: PATIENT_SIDE, own: true },
  "question.read-peers": { allow: PATIENT_SIDE, notOwn: true },
  "question.rate": { allow: PATIENT_SIDE, own: true },
  "question.read-card": { allow: [...PROVIDER_SIDE, "trainee"], notOwn: true },
  "question.claim": { allow: PROVIDER_SIDE, forbid: ["trainee"], notOwn: true, speaks: true },
  "question.release": { allow: PROVIDER_SIDE },
  "question.answer": { allow: PROVIDER_SIDE, forbid: ["trainee"], notOwn: true, speaks: true },
  "question.look": { allow: PROVIDER_SIDE, forbid: ["trainee"], notOwn: true, speaks: true },
  "question.second-opinion": { allow: PROVIDER_SIDE, forbid: ["trainee"], notOwn: true, speaks: true },
  "question.withdraw-opinion": { allow: PROVIDER_SIDE, own: true },
  "question.ask-back": { allow: PROVIDER_SIDE, forbid: ["trainee"], notOwn: true, speaks: true },
  "question.report": { allow: [...PATIENT_SIDE, ...PROVIDER_SIDE, "trainee", "moderator", "admin"] },
  "report.file": { allow: [...PATIENT_SIDE, ...PROVIDER_SIDE, "trainee", "moderator", "admin"] },
  "report.read": { allow: ["moderator", "lead", "admin", "auditor"] },
  "report.publish": { allow: ["admin"] },
  "question.resume": { allow: ["moderator", "lead", "admin"], notOwn: true },
  "question.list": { allow: ["moderator", "lead", "admin", "auditor"] },
  "crisis.take": { allow: ["moderator", "lead", "provider", "admin"], notOwn: true },
  "crisis.ask-company": { allow: ROLES, own: true },
  "crisis.worry": { allow: ROLES, notOwn: true },
  "sheet.make": { allow: PATIENT_SIDE, own: true },
  "note.write": { allow: PATIENT_SIDE, own: true },
  "member.care": { allow: PATIENT_SIDE, own: true },
  "experience.draft": { allow: PATIENT_SIDE, own: true },
  "experience.share": { allow: PATIENT_SIDE, own: true, speaks: true },
  "experience.read-own": { allow: PATIENT_SIDE, own: true },
  "experience.withdraw": { allow: PATIENT_SIDE, own: true },
  "experience.find": { allow: [...PATIENT_SIDE, ...PROVIDER_SIDE] },
  "experience.list": { allow: ["moderator", "lead", "admin"] },
  "experience.label": { allow: ["moderator", "lead", "admin"], notOwn: true },
  "member.settings": { allow: [...PATIENT_SIDE, ...PROVIDER_SIDE, "trainee", "moderator"], own: true },
  "member.digest": { allow: PATIENT_SIDE, own: true },
  "member.who-saw": { allow: ROLES, own: true },
  "member.erase": { allow: ROLES, own: true },
  "member.read": { allow: ["admin", "auditor"] },
  "member.invite": { allow: ["admin"] },
  "member.change-role": { allow: ["admin"], notOwn: true },
  "credential.claim": {
    allow: [...PATIENT_SIDE, ...PROVIDER_SIDE, "applicant", "trainee", "moderator"],
    own: true,
  },
  "credential.prove": {
    allow: [...PATIENT_SIDE, ...PROVIDER_SIDE, "applicant", "trainee", "moderator"],
    own: true,
  },
  "credential.vouch": { allow: PROVIDER_SIDE, forbid: ["trainee"], notOwn: true, speaks: true },
  "credential.attest": { allow: ["admin"], notOwn: true },
  "credential.approve": { allow: ["admin", "lead"], notOwn: true },
  "credential.reject": { allow: ["admin", "lead"], notOwn: true },
  "credential.suspend": { allow: ["admin"] },
  "credential.revoke": { allow: ["admin"], notOwn: true },
  "credential.read": { allow: ["admin", "lead", "auditor"] },
  "badge.issue": { allow: ["admin", "lead"] },
  "badge.issue-own": { allow: PROVIDER_SIDE, own: true },
  "badge.publish": { allow: ["admin", "lead"] },
  "credential.question": {
    allow: [...PATIENT_SIDE, ...PROVIDER_SIDE, "trainee", "moderator", "admin"],
    notOwn: true,
  },
  "case.read": { allow: ["moderator", "lead", "admin"] },
  "case.read-private": { allow: ["lead", "admin"] },
  "case.reply": { allow: [...PROVIDER_SIDE, "applicant", "trainee"], own: true },
  "case.decide": { allow: ["moderator", "lead", "admin"], notOwn: true },
  "threshold.read": { allow: ["moderator", "lead", "admin"] },
  "threshold.set": { allow: ["admin"] },
  "shift.set": { allow: ["moderator", "lead", "admin"], own: true },
  "shift.set-other": { allow: ["admin"], notOwn: true },
  "shift.read": { allow: ["moderator", "lead", "admin"] },
  "policy.replay": { allow: ["moderator", "lead", "admin"] },
  "policy.push": { allow: ["admin"] },
  "policy.propose": { allow: ["lead", "admin"] },
  "policy.approve": { allow: ["lead", "admin"] },
  "decision.undo": { allow: ["moderator", "lead", "admin"], notOwn: true },
  "decision.confirm": { allow: ["moderator", "lead", "admin"], notOwn: true },
  "decision.read-own": {
    allow: [...PATIENT_SIDE, ...PROVIDER_SIDE, "applicant", "trainee", "moderator", "admin", "auditor"],
    own: true,
  },
  "appeal.file": {
    allow: [...PATIENT_SIDE, ...PROVIDER_SIDE, "applicant", "trainee", "moderator", "admin", "auditor"],
    own: true,
  },
  "appeal.read": { allow: ["moderator", "lead", "admin"], notOwn: true },
  "appeal.decide": { allow: ["moderator", "lead", "admin"], notOwn: true },
  "identity.propose": { allow: ["lead", "admin"], notOwn: true },
  "identity.approve": { allow: ["lead", "admin"], notOwn: true },
  "identity.show": { allow: ["lead", "admin"], notOwn: true },
  "export.propose": { allow: ["lead", "admin"], notOwn: true },
  "export.approve": { allow: ["lead", "admin"], notOwn: true },
  "export.save-own": { allow: ROLES, own: true },
  "export.save": { allow: ["lead", "admin"], notOwn: true },
  "erase.propose": { allow: ["lead", "admin"], notOwn: true },
  "erase.approve": { allow: ["lead", "admin"], notOwn: true },
  "erase.read": { allow: ["lead", "admin", "auditor"] },
  "peers.connect": { allow: PATIENT_SIDE, own: true },
  "peers.answer": { allow: PATIENT_SIDE, own: true },
  "peers.accept": { allow: PATIENT_SIDE, own: true, speaks: true },
  "peers.block": { allow: ROLES },
  "peers.leave": { allow: PATIENT_SIDE, own: true },
  "mentor.apply": { allow: PATIENT_SIDE, own: true, speaks: true },
  "mentor.keep": { allow: PATIENT_SIDE, own: true },
  "mentor.read": { allow: ["moderator", "lead", "admin"] },
  "mentor.decide": { allow: ["moderator", "lead", "admin"], notOwn: true },
  "friends.read": { allow: PATIENT_SIDE, own: true },
  "friends.add": { allow: PATIENT_SIDE, own: true },
  "friends.remove": { allow: PATIENT_SIDE, own: true },
  "update.write": { allow: PATIENT_SIDE, own: true },
  "update.send": { allow: PATIENT_SIDE, own: true, speaks: true },
  "update.answer": { allow: PATIENT_SIDE, speaks: true },
  "library.find": { allow: [...PATIENT_SIDE, ...PROVIDER_SIDE, "trainee", "moderator"] },
  "library.keep": {
    allow: [...PROVIDER_SIDE, "moderator", "admin"],
    forbid: ["trainee"],
    notOwn: true,
    speaks: true,
  },
  "library.agree": { allow: [...PATIENT_SIDE, ...PROVIDER_SIDE, "trainee"], own: true },
  "library.look": { allow: PROVIDER_SIDE, forbid: ["trainee"], notOwn: true, speaks: true },
  "library.retire": { allow: [...PROVIDER_SIDE, "moderator", "admin"] },
  "library.import": { allow: ["lead", "admin"] },
  "library.list": { allow: ["moderator", "lead", "admin", "auditor"] },
  "community.create": { allow: ["admin"] },
  "community.configure": { allow: ["admin"] },
  "community.read": { allow: ["admin", "moderator", "auditor"] },
  "audit.verify": { allow: ["admin", "auditor"] },
} as const satisfies Record<string, Grant>;

export type Verb = keyof typeof GRANTS;

export const VERBS = Object.keys(GRANTS) as readonly Verb[];

/** May this actor do this? Pure; the subject's community must be the actor's own. */
export function can(actor: Actor, verb: Verb, subject?: Subject): boolean {
  const grant: Grant = GRANTS[verb];
  if (subject !== undefined && subject.communityId !== actor.communityId) return false;
  if (!actor.roles.some((role) => grant.allow.includes(role))) return false;
  if (actor.roles.some((role) => grant.forbid?.includes(role))) return false;
  const own = subject?.ownerId === actor.memberId;
  if (grant.own && subject !== undefined && !own) return false;
  if (grant.notOwn && own) return false;
  return true;
}

type Noun<V extends string = Verb> = V extends `${infer N}.${string}` ? N : never;

const ABOUT = {
  question: "question",
  crisis: "alert",
  report: "report",
  experience: "experience",
  member: "member",
  credential: "credential",
  badge: "credential",
  case: "case",
  decision: "decision",
  appeal: "appeal",
  identity: "member",
  export: "member",
  erase: "member",
  community: "community",
  audit: "community",
  peers: "pair",
  mentor: "member",
  friends: "friend",
  update: "update",
  policy: "community",
  threshold: "threshold",
  shift: "member",
  sheet: "question",
  note: "note",
  library: "answer of the library",
} as const satisfies Record<Noun, string>;

/**
 * Throws `not_allowed` unless `can` says yes; for what is in another community `not_found`, as if it were nowhere; and
 * `silenced` for what waits for the end of a time-out.
 */
export function authorise(actor: Actor, verb: Verb, subject?: Subject): void {
  const grant: Grant = GRANTS[verb];
  if (can(actor, verb, subject)) {
    if (grant.speaks && actor.silencedUntil !== undefined)
      throw refuse("silenced", { until: actor.silencedUntil });
    return;
  }
  if (subject !== undefined && subject.communityId !== actor.communityId)
    throw refuse("not_found", { what: ABOUT[verb.split(".")[0] as Noun] });
  throw refuse("not_allowed", { verb });
}
