import { describe, expect, test } from "vitest";
import { COMMUNITY_TEXT } from "#core/communities/community-text.ts";
import { WATCH_TEXT } from "#core/communities/watched/watch-text.ts";
import { BADGE_TEXT } from "#core/credentials/badge/badge-text.ts";
import { CHECKING_TEXT } from "#core/credentials/checking-text.ts";
import { textFor } from "#core/error-text.ts";
import { DomainError, type RefusalCode, type Refusals, refuse } from "#core/errors.ts";
import { inLanguage } from "#core/language/language.ts";
import { DECIDING_TEXT } from "#core/moderation/deciding-text.ts";
import { ANSWERING_TEXT } from "#core/questions/answering-text.ts";
import { gapText, RUNNING_TEXT } from "#core/running-text.ts";

const AT = new Date("2031-03-04T09:20:00Z");

/** One of each; a forgotten code does not compile. */
const SAMPLES: { readonly [C in RefusalCode]: Refusals[C] } = {
  not_found: { what: "question" },
  not_allowed: { verb: "question.claim" },
  not_joined: {},
  not_linked: {},
  not_signed_in: {},
  already_joined: { pseudonym: "Quiet Heron" },
  already_claimed: { by: "Ana", until: AT },
  already_linked: { what: "space" },
  cannot_watch: { why: "closed" },
  is_watched: {},
  channel_not_made: { name: "curbside-intake", why: "forbidden" },
  already_taken: { by: "Ana" },
  wrong_status: { is: "taken-back", wanted: "claim" },
  not_holder: { by: null },
  paused: {},
  no_standing: { why: "expired" },
  no_consent: { purpose: "joining" },
  bridge_off: {},
  underage: {},
  own_question: {},
  own_report: {},
  ours: {},
  form_over: {},
  own_answer: {},
  edit_needs_look: {},
  answer_changed: {},
  answer_edited: {},
  own_opinion: {},
  not_your_opinion: {},
  opinion_given: {},
  opinion_needs_look: {},
  enough_opinions: {},
  stepped_back: {},
  needs_reason: { findings: [{ rule: "dose", words: "400 mg", suggestion: "leave amounts to a clinician" }] },
  invalid_input: { field: "name", rule: "needs at least 2 characters" },
  too_long: { field: "question", limit: 2000, length: 2100 },
  empty: { field: "question" },
  name_taken: { name: "Quiet Heron" },
  code_expired: {},
  general_only: {
    why: "elsewhere",
    findings: [{ rule: "dose", words: "take 400 mg", suggestion: "say what is usual" }],
  },
  claim_waits: {},
  silenced: { until: AT },
  barred: {},
  enough_today: { what: "urgent", cap: 8 },
  no_such_rule: { rules: [{ number: 1, title: "Be kind" }] },
  not_for_this: { action: "redact", possible: ["hide", "warn"] },
  words_not_there: {},
  decision_over: { state: "undone" },
  appeal_closed: { why: "too-late" },
  claimed_twice: {},
  credential_status: { is: "revoked", wanted: "suspend", possible: "verified" },
  case_status: { is: "agreed" },
  filter_refused: { why: "forbidden" },
  filter_away: {},
  no_names: {},
  no_phone: { why: "new" },
  wrong_code: { left: 3 },
  already_vouched: {},
  no_control: {},
  not_checked: {},
  checks_against: { reasons: ["The licence is suspended."] },
  needs_note: { doubts: ["The list of exclusions is too old."] },
  new_doubts: { doubts: ["The list of exclusions has a new row."] },
  policy_examples: { rules: ["house.raffle"] },
  policy_weaker: { rules: ["house.crisis"] },
  policy_emergency: { until: new Date("2031-03-05T09:00:00Z") },
  policy_alone: { until: new Date("2031-03-11T09:00:00Z") },
  proposal_open: {},
  no_code_waits: {},
  second_person: { why: "proposer" },
  proposal_closed: { state: "expired" },
  content_changed: {},
  experience_status: { is: "withdrawn", wanted: "edit" },
  choices_missing: { missing: ["topic", "outcome"] },
  stale_card: {},
  cannot_ask_peers: { why: "over" },
  nothing_to_take_back: {},
  setup: { missing: ["crisis_contact", "crisis_channel"] },
  held_elsewhere: { by: "another process" },
  lock_lost: {},
  not_ready: { wrong: [{ what: "The token", says: "it is not accepted", fix: "Reset it." }] },
  signed_out: { platform: "north" },
  already_set_up: { community: "Sunny Side" },
  name_differs: {},
  last_admin: {},
  too_many: { retryAt: AT },
  wrong_file: { missing: ["NPI", "Entity Type Code"] },
  damaged_file: { file: "list.csv", why: "it is empty" },
  undated_file: { file: "list.csv" },
  older_file: { asOf: "2026-01-11", inUse: "2026-02-08" },
  shrunk_file: { rows: 12, before: 83_464 },
  changes_only: { file: "2602excl.csv" },
  no_registry: { registry: "NPPES" },
  import_running: { process: 4711 },
  no_badge: { why: "suspended" },
  badge_refused: { why: "revocations-missing", list: "other-issuer" },
  unusable_file: { file: "keys.json", why: "it is empty", wanted: "what `curbside badge keys` prints" },
  never_kept: { kinds: ["ssn", "date-of-birth"] },
  work_address: { why: "unlisted" },
  mail_failed: { why: "refused" },
  notes_full: { most: 25 },
  export_too_big: {},
  cannot_keep: { why: "said-no" },
  entry_status: { is: "stale" },
  entry_changed: {},
  own_part: { part: "author" },
  folder_in_use: { folder: "/somewhere", holds: "export" },
  no_answer: { from: "NPPES", why: "slow" },
  card_unfinished: { missing: "tags" },
  pair_over: {},
  friends_full: { most: 50 },
  no_friends: {},
  not_mentor_yet: { why: "new", from: AT },
  mentor_full: { cap: 2 },
  mentor_status: { is: "waiting" },
  try_later: {},
};

const CODES = Object.keys(SAMPLES) as RefusalCode[];

/** Refused to those who run a community or answer in Slack, who read English. */
const IN_ENGLISH = Object.keys({
  ...ANSWERING_TEXT,
  ...BADGE_TEXT,
  ...CHECKING_TEXT,
  ...COMMUNITY_TEXT,
  ...DECIDING_TEXT,
  ...RUNNING_TEXT,
  ...WATCH_TEXT,
});
const FOR_MEMBERS = CODES.filter((code) => !IN_ENGLISH.includes(code));
const ENGLISH = /\b(the|you|your|is|are|was|this|that|not|and|here|with|of)\b/i;

describe("the words of a refusal", () => {
  test.each(CODES)("%s has a title, a detail and a next step, in plain sentences", (code) => {
    const { title, detail, nextStep } = textFor(new DomainError(code, SAMPLES[code]));
    for (const words of [title, detail, nextStep]) {
      expect(words.trim()).not.toBe("");
      expect(words).not.toMatch(/undefined|null|\[object|NaN/);
    }
    expect(nextStep).toMatch(/[.!]$/);
    expect(title).not.toContain(code);
  });

  test("no two refusals share a title", () => {
    const titles = CODES.map((code) => textFor(new DomainError(code, SAMPLES[code])).title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  test("say what the reader needs to go on", () => {
    expect(textFor(refuse("already_claimed", { by: "Ana", until: AT })).detail).toContain("09:20 UTC");
    expect(textFor(refuse("not_holder", { by: "Ana" })).detail).toContain("Ana");
    expect(textFor(refuse("too_long", SAMPLES.too_long)).detail).toContain("2000");
    expect(textFor(refuse("needs_reason", SAMPLES.needs_reason)).detail).toContain("400 mg");
    const setup = textFor(refuse("setup", SAMPLES.setup)).detail;
    for (const gap of SAMPLES.setup.missing) expect(setup).toContain(gapText(gap));
  });

  test.each(FOR_MEMBERS)("%s is said to a member in Spanish, and no part of it in English", (code) => {
    const error = new DomainError(code, SAMPLES[code]);
    const [english, spanish] = [textFor(error), inLanguage("es", () => textFor(error))];
    for (const part of ["title", "detail", "nextStep"] as const) {
      expect(spanish[part]).not.toBe(english[part]);
      expect(spanish[part]).not.toMatch(ENGLISH);
      expect(spanish[part]).not.toMatch(/\{\w+\}|undefined/);
    }
  });

  test("a field that the catalogue does not know is named as the core names it, in either language", () => {
    const error = refuse("empty", { field: "as-of day" });
    expect(textFor(error).detail).toBe("The as-of day is empty.");
    expect(inLanguage("es", () => textFor(error)).detail).toBe("The as-of day no tiene texto.");
  });
});
