import { keptWords, type Message, msg } from "#core/language/t.ts";
import type { Rule, RuleBook } from "./rules.ts";

type Told = Pick<Rule, "points" | "severity" | "reason"> & Record<"title" | "text", Message>;

const rule = (number: number, id: string, told: Told): Rule & Told => ({
  ...{ id, number, ...told },
  from: "shipped",
  retired: false,
});

/**
 * The rules that come with Curbside. Their numbers and ids are kept in decisions, so none is used anew or taken out: what is no
 * rule any more is retired. Numbers from 20 on belong to communities.
 */
export const SHIPPED_RULES: readonly (Rule & Told)[] = [
  rule(1, "kind", {
    title: msg("Be kind"),
    text: msg("No insults, threats or hate, and no pressure on anybody."),
    points: 1,
    severity: 1,
    reason: "This text attacks a person. You can disagree here; please do it without insults.",
  }),
  rule(2, "private", {
    title: msg("Keep people private"),
    text: msg("Do not share what shows who somebody is, yourself included."),
    points: 1,
    severity: 2,
    reason: "This text shows who somebody is. People stay private here, so that they can speak openly.",
  }),
  rule(3, "no-sales", {
    title: msg("No selling or recruiting"),
    text: msg("No sales, fundraising, studies or links to your own practice."),
    points: 1,
    severity: 1,
    reason: "This text offers or asks for {what}. Nothing is sold and nobody is recruited here.",
  }),
  rule(4, "no-dosing", {
    title: msg("No dosing advice"),
    text: msg("Say what happened to you, not what others should take, stop or change."),
    points: 1,
    severity: 2,
    reason:
      "This text tells others what to take, stop or change. What happened to you is welcome; what others do is for them and their own clinician.",
  }),
  rule(5, "honest-roles", {
    title: msg("Be honest about your role"),
    text: msg("Nobody says or hints that they are a clinician unless it was checked here."),
    points: 3,
    severity: 3,
    reason:
      "This text says or hints that its writer is a {profession}. Only somebody whose credential was checked here says so.",
  }),
  rule(6, "no-methods", {
    title: msg("No ways to get hurt"),
    text: msg("Feeling very low may be said here. How to hurt oneself or others may not."),
    points: 2,
    severity: 3,
    reason:
      "This text says how somebody could get hurt, so it can hurt others who read it. How you feel may be said here, and you are still welcome.",
  }),
  rule(7, "no-harassment", {
    title: msg("No harassment"),
    text: msg("Leave people alone who want to be left alone, and nothing sexual."),
    points: 2,
    severity: 3,
    reason: "Somebody wants to be left alone. Please do not write to them or about them any more.",
  }),
  rule(8, "no-flooding", {
    title: msg("No flooding"),
    text: msg("Do not post the same thing many times, or use the rules against somebody."),
    points: 1,
    severity: 1,
    reason: "The same was posted many times. Once is enough: people do read it.",
  }),
  rule(9, "general", {
    title: msg("Keep it general"),
    text: msg("Providers here give general information: no diagnosis and no care of one person."),
    points: 1,
    severity: 2,
    reason: "This answer judges one person's own case. Providers give general information here.",
  }),
  rule(10, "lawful", {
    title: msg("Nothing illegal"),
    text: msg("No offers of prescription medicines or of anything else that is against the law."),
    points: 3,
    severity: 3,
    reason: "This text offers or asks for {what}, which is against the law.",
  }),
];

const BOOK: RuleBook = { all: SHIPPED_RULES, inForce: SHIPPED_RULES };

/** The rules as they are without a rules.yaml. */
export const shippedRules = (): RuleBook => BOOK;

const WORDS = SHIPPED_RULES.flatMap(({ title, text }) => [title, text]);

/** A title or text of a rule, as a decision keeps it: what comes with Curbside is said in the reader's language. */
export const ruleWords = (kept: string): string => keptWords(kept, WORDS);
