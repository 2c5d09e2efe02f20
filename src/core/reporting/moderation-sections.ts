import { ACTIONS, type Action } from "#core/moderation/decisions/action.ts";
import { type RuleBook, ruleCounted } from "#core/moderation/rules.ts";
import { row, type Section, type Table } from "./section.ts";

const DID: Readonly<Record<Exclude<Action, "dismiss">, string>> = {
  hide: "A text was hidden",
  redact: "Some words were removed",
  warn: "Somebody was asked to keep to a rule",
  strike: "A strike that fades",
  "time-out": "Somebody's writing was paused",
  "suspend-provider": "A provider's answering was paused",
  remove: "Somebody was removed",
  ban: "Somebody was banned",
};

const acts = ACTIONS.filter((action) => action !== "dismiss");

const UNKNOWN = row("rule.other", "A rule that is no longer in the list");

const casesBy = ({ all }: RuleBook): readonly Table[] => [
  {
    title: "Cases opened",
    total: row("cases.opened", "Opened"),
    rows: [
      row("cases.opened.decided", "Decided by the end of the month"),
      row("cases.opened.waiting", "Still open at the end of the month"),
    ],
  },
  {
    title: "Cases decided",
    total: row("cases.decided", "Decided"),
    rows: [
      row("cases.opened.decided", "Opened this month"),
      row("cases.earlier.decided", "Opened in an earlier month"),
    ],
  },
  {
    title: "What was decided",
    total: row("cases.decided", "Decided"),
    rows: [row("cases.acted", "Something was done"), row("cases.dismissed", "Nothing was against the rules")],
  },
  {
    title: "What was done",
    total: row("cases.acted", "Something was done"),
    rows: acts.map((action) => row(`action.${action}`, DID[action])),
  },
  {
    title: "By which rule",
    total: row("cases.acted", "Something was done"),
    rows: [
      // Those that are retired too, whether decisions name them or not: a row that comes and goes would tell whether any does.
      ...all.map((rule) => row(`rule.${rule.id}`, ruleCounted(rule))),
      UNKNOWN,
    ],
  },
];

export const moderationSections = (rules: RuleBook): readonly Section[] => [
  {
    id: "reports",
    title: "Reports",
    about: "What members or the screening flagged for the moderators.",
    tables: [
      {
        title: "Who reported",
        total: row("reports", "Reports"),
        rows: [row("reports.members", "Members"), row("reports.screening", "Screening")],
      },
      {
        title: "What was reported",
        total: row("reports", "Reports"),
        rows: [
          row("reports.text", "A text of a conversation"),
          row("reports.post", "A post in the server"),
          row("reports.experience", "An experience that somebody shared"),
          row("reports.person", "How somebody behaves"),
        ],
      },
    ],
    rows: [],
    shares: [],
    times: [],
  },
  {
    id: "cases",
    title: "Cases and decisions",
    about: "All reports about one thing are one case. A moderator decides it, by a rule that is named.",
    tables: casesBy(rules),
    rows: [
      row("decisions.lapsed", "Bans and suspensions that ended because no second person agreed"),
      row("decisions.undone", "Decisions that the moderators took back themselves"),
      row("moderators", "People who decided cases"),
    ],
    shares: [],
    times: [{ id: "decision", words: "From the first report to the decision", counted: ["cases.decided"] }],
  },
  {
    id: "appeals",
    title: "Appeals",
    about: "Whoever a decision is about can ask for another look, by a different person.",
    tables: [
      {
        title: "Appeals decided",
        total: row("appeals.decided", "Decided"),
        rows: [
          row("appeals.upheld", "The decision stayed"),
          row("appeals.overturned", "The decision was undone"),
        ],
      },
    ],
    rows: [row("appeals.filed", "Appeals filed")],
    shares: [
      {
        id: "appeals.overturned",
        words: "Decisions undone, of all appeals decided",
        of: ["appeals.overturned"],
        from: "appeals.decided",
      },
    ],
    times: [{ id: "appeal", words: "From the appeal to its decision", counted: ["appeals.decided"] }],
  },
];
