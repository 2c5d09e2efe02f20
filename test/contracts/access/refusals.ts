import type { RefusalCode } from "#core/errors.ts";

/** How people hear of a refusal, by its title; any other title is a fault of this test's table. */
const TITLES: Partial<Record<RefusalCode, string>> = {
  not_allowed: "Not yours to do",
  not_found: "Not found",
  not_joined: "Not joined yet",
  no_standing: "You cannot answer yet",
  already_joined: "You are a member already",
  name_differs: "Nothing was erased",
  already_linked: "Linked already",
  own_question: "Your own question",
  own_answer: "Your own answer",
  not_your_opinion: "Not yours to withdraw",
  second_person: "Needs a second person",
  barred: "This community is closed to you",
  own_report: "This is your own",
  form_over: "This form was open for too long",
  appeal_closed: "Cannot be changed now",
  too_many: "A little slower",
  not_mentor_yet: "Not yet",
};

const CODES = new Map(Object.entries(TITLES).map(([code, title]) => [title, code]));

/** The code of the refusal that begins with this line; the line itself where no code is known for it. */
export function codeOfTitle(line: string): string {
  return CODES.get(line) ?? `"${line}"`;
}
