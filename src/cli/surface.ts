import {
  ACTION_NAMES,
  BLOCKED_NAMES,
  CREDENTIAL_ROLES,
  DAEMON_ROLES,
  DIRECTIONS,
  ENTRY_STATE_NAMES,
  FAQ_FORMAT_NAMES,
  FILE_KINDS,
  FORMATS,
  GIVEN,
  INVITABLE,
  PLATFORM_NAMES,
  PROOFS,
  PURPOSES,
  PUSHED_NAMES,
  REGISTRY_NAMES,
  SAW_NAMES,
  SHARED_NAMES,
  SHELLS,
  SIDES,
  STATUS_NAMES,
  TAKEN,
} from "#cli/choices.ts";
import type { CommandModule } from "#cli/command.ts";

/** What can be typed where the words are fixed: one of them, or several with commas between. */
export type Choices = readonly string[] | { readonly severalOf: readonly string[] };

export type Option = readonly [flags: string, meaning: string, choices?: Choices];

/** What every command takes. */
export const COMMON_OPTIONS: readonly Option[] = [
  ["--json", "print one JSON document and nothing else"],
  ["--community <slug>", "which community, when you are in several"],
  ["--debug", "with an error, print where it came from"],
];

/** The nouns that have several verbs. */
export const GROUPS: Readonly<Record<string, string>> = {
  admin: "People who run the community",
  community: "Servers, workspaces and channels",
  member: "Members",
  credential: "Providers' credentials",
  badge: "Signed proofs of a credential, checked without a database",
  question: "Conversations",
  library: "Answers that are kept for others to find",
  experience: "What members shared of treatments and coping",
  mentor: "Members who are there for others, approved by moderators",
  case: "What was reported, and what is decided on it",
  shift: "When somebody is there to moderate",
  appeal: "Another look at a decision, by a different person",
  strike: "What was decided about a member",
  threshold: "At how many points a strike also pauses somebody",
  proposal: "What waits for a second person",
  identity: "Whose account it is: two people, and the member is told",
  erase: "Everything of a member, for good: two people, and the member gets a receipt",
  export: "What is kept about a member, as files: two people, and the member is told",
  audit: "The record of acts",
  db: "The database",
  policy: "The rules of screening",
  registry: "Public files that credentials are checked against",
};

export interface Surface {
  readonly words: string;
  readonly summary: string;
  readonly options?: readonly Option[];
  /** Of its arguments, by their names in `words`. */
  readonly choices?: Readonly<Record<string, Choices>>;
  /** Lines that can be typed as they stand. */
  readonly examples?: readonly string[];
  readonly load: () => Promise<CommandModule>;
}

const NEW_COMMUNITY: NonNullable<Surface["options"]> = [
  ["--name <name>", "the community's name"],
  ["--country <code>", "two letters, for crisis lines"],
  ["--admin <name>", "the first admin's name here"],
  ["--treats-these-patients <yes|no>", "is the workspace under a BAA, or does it treat these patients?"],
  ["--promise-hours <hours>", "told by then even if nobody could answer (72)"],
  ["--second-looks <n>", "a colleague looks at so many first answers of a provider; 0 is off (3)"],
  ["--cases-a-day <n>", "so many cases a day one person is offered by next; 0 is no cap (30)"],
  ["--urgent-a-day <n>", "the same of urgent ones (8)"],
];

/** The whole command surface on one page: words and arguments, what it does, its flags, and the file that does it. */
export const SURFACE: readonly Surface[] = [
  {
    words: "init",
    summary: "Set up a community on this machine and make its first admin",
    options: [
      ...NEW_COMMUNITY,
      ["--discord-token-file <file>", "a file that holds the Discord bot token"],
      ["--slack-bot-token-file <file>", "a file that holds the Slack bot token (xoxb-)"],
      ["--slack-app-token-file <file>", "a file that holds the Slack app-level token (xapp-)"],
    ],
    examples: [
      "curbside init",
      'curbside init --name "Living with migraine" --country CA --admin "Night Desk" --treats-these-patients no --discord-token-file discord.token --slack-bot-token-file slack-bot.token --slack-app-token-file slack-app.token',
    ],
    load: () => import("#cli/commands/init.ts"),
  },
  {
    words: "login [code]",
    summary: "Sign in with a one-time code",
    examples: ["curbside login", "curbside login 7KQ2-M4XD"],
    load: () => import("#cli/commands/login.ts"),
  },
  {
    words: "admin invite <name>",
    summary: "Invite a second person; prints a one-time code",
    options: [["--role <role>", "admin, moderator, lead or auditor (admin)", INVITABLE]],
    examples: ['curbside admin invite "Second Desk"', 'curbside admin invite "Night Desk" --role moderator'],
    load: () => import("#cli/commands/admin-invite.ts"),
  },
  {
    words: "start",
    summary: "Run the bots and the delivery loop",
    options: [
      [
        "--only <roles>",
        "do only these parts of the work: gateway, http, worker, sender",
        { severalOf: DAEMON_ROLES },
      ],
    ],
    examples: ["curbside start", "curbside start --only gateway,http,worker", "curbside start --only sender"],
    load: () => import("#cli/commands/start.ts"),
  },
  {
    words: "doctor",
    summary:
      "Check tokens, rights, channels, clock, database and what waits for moderators, and send one message there and back",
    load: () => import("#cli/commands/doctor.ts"),
  },
  {
    words: "next",
    summary: "Decide on what was reported, the gravest first, with one key for each decision",
    options: [
      ["--limit <n>", "end after so many cases"],
      ["--break-after <n>", "suggest a break after so many urgent ones within an hour (5)"],
    ],
    examples: ["curbside next", "curbside next --limit 10"],
    load: () => import("#cli/commands/next.ts"),
  },
  {
    words: "show <anything...>",
    summary:
      "Show whatever a number, an id, a name or a link to a message means; where it may be several things, their list",
    examples: [
      "curbside show 12",
      "curbside show case 12",
      'curbside show "Warm Finch"',
      "curbside show https://example.slack.com/archives/C0123456789/p1700000000123456",
    ],
    load: () => import("#cli/commands/show.ts"),
  },
  {
    words: "retention",
    summary: "What is kept for how long, and why",
    examples: ["curbside retention"],
    load: () => import("#cli/commands/retention.ts"),
  },
  {
    words: "rules [file]",
    summary:
      "The rules that every decision names one of, and where each comes from; with a file, as it would make them",
    options: [["--all", "also those that are no longer rules"]],
    examples: ["curbside rules", "curbside rules draft.yaml"],
    load: () => import("#cli/commands/rules.ts"),
  },
  {
    words: "sandbox",
    summary: "Run a Discord and a Slack on this machine, for any program to use",
    options: [
      ["--speed <n>", "divide every waiting time (1)"],
      ["--discord-port <port>", "where Discord listens (a free port)"],
      ["--slack-port <port>", "where Slack listens (a free port)"],
      ["--jsonl", "one JSON line for the settings, then one for each thing that somebody sees"],
    ],
    examples: ["curbside sandbox", "curbside sandbox --speed 20 --jsonl"],
    load: () => import("#cli/commands/sandbox.ts"),
  },
  {
    words: "demo",
    summary: "Show a question cross and an answer come back, with no account",
    options: [
      ["--scenario <file...>", "run these scenario files instead"],
      ["--jsonl", "one JSON line for each thing that somebody sees"],
      ["--speed <n>", "divide every waiting time (2)"],
    ],
    examples: ["curbside demo", "curbside demo --scenario my-scenario.yaml --jsonl"],
    load: () => import("#cli/commands/demo.ts"),
  },
  {
    words: "community create",
    summary: "Make a further community on this machine",
    options: NEW_COMMUNITY,
    load: () => import("#cli/commands/community-create.ts"),
  },
  {
    words: "community sync",
    summary: "Bring Discord's commands and every pinned panel up to date, and make channels that are missing",
    options: [
      ["--create", "make the channels that are missing, and link them (Manage Channels on Discord)"],
      ["--library", "with --create: also the forum channel in which everybody there reads kept answers"],
      [
        "--with <id>",
        "your member id in Slack (Profile, three dots, Copy member ID), to be in new channels there",
      ],
    ],
    examples: [
      "curbside community sync",
      "curbside community sync --create --with U0123456789",
      "curbside community sync --create --library",
    ],
    load: () => import("#cli/commands/community-sync.ts"),
  },
  {
    words: "community unlink <purpose>",
    summary: "Stop using the channel of the library; its posts are removed there",
    examples: ["curbside community unlink library"],
    load: () => import("#cli/commands/community-unlink.ts"),
  },
  {
    words: "community link",
    summary: "Link a server, a workspace or one of its channels",
    options: [
      ["--platform <platform>", "discord or slack", PLATFORM_NAMES],
      ["--space <id>", "the server's or workspace's id"],
      ["--side <side>", "patients or providers", SIDES],
      ["--channel <id>", "a channel in it"],
      ["--purpose <purpose>", "ask, intake, moderation, crisis, library or peers", PURPOSES],
    ],
    examples: [
      "curbside community link --platform discord --space 1180000000000000001 --side patients --channel 1180000000000000002 --purpose ask",
      "curbside community link --platform slack --space T0123456789 --side providers --channel C0123456789 --purpose intake",
    ],
    load: () => import("#cli/commands/community-link.ts"),
  },
  {
    words: "community second-looks <n>",
    summary: "How many first answers of a provider a colleague looks at before they are sent",
    examples: ["curbside community second-looks 3", "curbside community second-looks 0"],
    load: () => import("#cli/commands/community-second-looks.ts"),
  },
  {
    words: "community digests <on|off>",
    summary: "Whether members here can get a weekly digest",
    examples: ["curbside community digests off"],
    load: () => import("#cli/commands/community-digests.ts"),
  },
  {
    words: "community care",
    summary: "How many cases one person is offered a day; by its number any can still be taken",
    options: [
      ["--cases-a-day <n>", "so many in all; 0 is no cap"],
      ["--urgent-a-day <n>", "so many urgent ones; 0 is no cap"],
    ],
    examples: [
      "curbside community care --cases-a-day 30 --urgent-a-day 8",
      "curbside community care --urgent-a-day 0",
    ],
    load: () => import("#cli/commands/community-care.ts"),
  },
  {
    words: "community watch <channel>",
    summary:
      "Read every message of a Discord channel, under a pinned notice, for danger and what breaks rules",
    options: [["--space <id>", "the server's id, where patients have several"]],
    examples: ["curbside community watch 1180000000000000002"],
    load: () => import("#cli/commands/community-watch.ts"),
  },
  {
    words: "community unwatch <channel>",
    summary: "Read a channel no more; its notice says so",
    examples: ["curbside community unwatch 1180000000000000002"],
    load: () => import("#cli/commands/community-unwatch.ts"),
  },
  {
    words: "community show",
    summary: "What is linked, and what is missing",
    load: () => import("#cli/commands/community-show.ts"),
  },
  {
    words: "member list",
    summary: "Members and their roles",
    load: () => import("#cli/commands/member-list.ts"),
  },
  {
    words: "member show <member>",
    summary: "One member's roles, agreements and credentials; never who they are",
    examples: ['curbside member show "Night Desk"'],
    load: () => import("#cli/commands/member-show.ts"),
  },
  {
    words: "member role <member>",
    summary: "Give a role or take it back",
    options: [
      ["--give <role>", "moderator, auditor or admin", GIVEN],
      ["--take <role>", "the same, the other way, and lead", TAKEN],
    ],
    examples: ['curbside member role "Warm Finch" --give moderator'],
    load: () => import("#cli/commands/member-role.ts"),
  },
  {
    words: "member crisis-contact <member>",
    summary: "Name somebody to be told when a member may be in danger",
    options: [["--off", "no longer"]],
    examples: [
      'curbside member crisis-contact "Night Desk"',
      'curbside member crisis-contact "Night Desk" --off',
    ],
    load: () => import("#cli/commands/member-crisis-contact.ts"),
  },
  {
    words: "credential add",
    summary: "Record a provider's checked credential; a second person approves it",
    options: [
      ["--code <code>", "the code from the provider's App Home"],
      ["--name <name>", "the name that the team sees"],
      ["--member <name>", "instead of code and name: a provider who is registered already, to renew"],
      ["--first <name>", "first name on the licence: the registers here are asked by it"],
      ["--last <name>", "last name on the licence"],
      ["--former <names>", "last names that they had before, with commas between"],
      ["--profession <profession>", "one that can be claimed, such as nurse, pharmacist, physician"],
      ["--jurisdiction <where>", "the state, province or country that licensed them, such as Ontario"],
      ["--licence <number>", "the licence number"],
      ["--npi <number>", "a US NPI, if there is one"],
      [
        "--proof <how>",
        "how the code reached you: video (or in person), or call-back to the practice",
        PROOFS,
      ],
      ["--source <register>", "the register that confirmed it"],
      ["--source-url <url>", "the page that was looked at"],
      ["--checked <date>", "the day it was looked up, YYYY-MM-DD"],
      ["--expires <date>", "the day the licence ends, YYYY-MM-DD"],
      ["--note <text>", "what you saw, where a register here is in doubt"],
      ["--role <role>", "provider, lead or trainee (provider)", CREDENTIAL_ROLES],
    ],
    examples: [
      'curbside credential add --code 7KQ2-M4XD --name "Robin Vale" --first Robin --last Vale --profession pharmacist --jurisdiction Ontario --licence 204817 --proof video --source "Ontario College of Pharmacists" --source-url https://members.example.org/204817 --checked 2026-11-20 --expires 2027-11-20',
    ],
    load: () => import("#cli/commands/credential-add.ts"),
  },
  {
    words: "credential queue",
    summary: "What waits for somebody, the oldest first, and what comes next",
    options: [["--review", "go through it in this terminal, one key for each decision"]],
    examples: ["curbside credential queue", "curbside credential queue --review"],
    load: () => import("#cli/commands/credential-queue.ts"),
  },
  {
    words: "credential show <credential>",
    summary: "All that is known of it: the claim beside what each register has, the proofs, and who decided",
    options: [["--fhir", "print it as a FHIR R4 bundle instead"]],
    examples: [
      "curbside credential show 0193a2c4-7f1e-7b6a-9c3d-5e8f10a2b4c6",
      "curbside credential show 0193a2c4-7f1e-7b6a-9c3d-5e8f10a2b4c6 --fhir > credential.json",
    ],
    load: () => import("#cli/commands/credential-show.ts"),
  },
  {
    words: "credential check [credential]",
    summary:
      "Ask the registers about a claim, or record what a person saw at a board's own page; without a claim, about anybody, and nothing is recorded",
    options: [
      ["--npi <number>", "without a claim: their NPI"],
      ["--first <name>", "first name"],
      ["--last <name>", "last name, with Jr. or Sr. behind it if there is one"],
      ["--middle <name>", "middle name or initial"],
      ["--former <names>", "last names that they had before, with commas between"],
      ["--state <state>", "where the licence is from, by letters or name"],
      ["--license <number>", "the licence number"],
      ["--profession <profession>", "what they say they are, such as pharmacist"],
      [
        "--dob <date>",
        "date of birth, YYYY-MM-DD: compared in memory only and kept nowhere here, but your shell may keep what you type",
      ],
      ["--live", "ask NPPES itself instead, when nppes_api is set"],
      ["--source <register>", "instead: the register that you looked at"],
      ["--url <page>", "the page that you looked at"],
      ["--saw <what>", "what it says: in-force, not-in-force or not-found", SAW_NAMES],
      ["--checked <date>", "the day that you looked, YYYY-MM-DD"],
      ["--expires <date>", "the day the licence ends, YYYY-MM-DD"],
    ],
    examples: [
      "curbside credential check --npi 1234567893 --first Robin --last Vale --state WA --license MD60123456 --profession physician",
      "curbside credential check 0193a2c4-7f1e-7b6a-9c3d-5e8f10a2b4c6",
      'curbside credential check 0193a2c4-7f1e-7b6a-9c3d-5e8f10a2b4c6 --source "Texas Medical Board" --url https://board.example.org/J1234 --saw in-force --checked 2026-11-20 --expires 2027-11-30',
    ],
    load: () => import("#cli/commands/credential-check.ts"),
  },
  {
    words: "credential prove <credential>",
    summary: "Begin a proof that the account is theirs: whom to call or to meet, and the code to read out",
    options: [
      ["--by <how>", "call-back, or video (or in person)", PROOFS],
      ["--phone <number>", "for call-back, when NPPES has no number that is old enough"],
      ["--phone-from <page>", "the board's or the hospital's page that the number is from"],
    ],
    examples: [
      "curbside credential prove 0193a2c4-7f1e-7b6a-9c3d-5e8f10a2b4c6 --by call-back",
      'curbside credential prove 0193a2c4-7f1e-7b6a-9c3d-5e8f10a2b4c6 --by call-back --phone "(206) 555-0100" --phone-from https://clinic.example.org/contact',
    ],
    load: () => import("#cli/commands/credential-prove.ts"),
  },
  {
    words: "credential approve <credential>",
    summary: "The first person proposes it, a second one approves; also by the proposal's id",
    options: [
      ["--note <text>", "what you saw, where the registers alone do not say yes"],
      ["--clear <row...>", "rows of the exclusion list that are somebody else, by their first 12 characters"],
      ["--role <role>", "provider, lead or trainee (as it was claimed)", CREDENTIAL_ROLES],
    ],
    examples: [
      "curbside credential approve 0193a2c4-7f1e-7b6a-9c3d-5e8f10a2b4c6",
      'curbside credential approve 0193a2c4-7f1e-7b6a-9c3d-5e8f10a2b4c6 --note "Called the board: the hyphen is theirs" --clear 3f2a9c01b2de',
    ],
    load: () => import("#cli/commands/credential-approve.ts"),
  },
  {
    words: "credential reject <credential>",
    summary: "Say no to a claim; one person is enough, and the provider reads the reason",
    options: [["--reason <reason>", "why; the provider reads it"]],
    examples: [
      'curbside credential reject 0193a2c4-7f1e-7b6a-9c3d-5e8f10a2b4c6 --reason "The number is another person\'s"',
    ],
    load: () => import("#cli/commands/credential-reject.ts"),
  },
  {
    words: "credential suspend <credential>",
    summary: "End its standing at once",
    options: [["--reason <reason>", "why; the provider reads it"]],
    examples: [
      'curbside credential suspend 0193a2c4-7f1e-7b6a-9c3d-5e8f10a2b4c6 --reason "The register says inactive"',
    ],
    load: () => import("#cli/commands/credential-suspend.ts"),
  },
  {
    words: "credential revoke <credential>",
    summary: "End it for good: it can only be claimed anew",
    options: [["--reason <reason>", "why; the provider reads it"]],
    examples: [
      'curbside credential revoke 0193a2c4-7f1e-7b6a-9c3d-5e8f10a2b4c6 --reason "It was never theirs"',
    ],
    load: () => import("#cli/commands/credential-revoke.ts"),
  },
  {
    words: "credential due",
    summary: "What ends or must be looked at again, the soonest first",
    options: [
      ["--within <days>", "so many days from today (60)"],
      ["--ics", "print a calendar (iCalendar) with one event for each, to import or to subscribe to"],
    ],
    examples: ["curbside credential due --within 30", "curbside credential due --within 365 --ics > due.ics"],
    load: () => import("#cli/commands/credential-due.ts"),
  },
  {
    words: "credential challenge [credential]",
    summary: "Questions that members asked about credentials, and the decision on one",
    options: [
      ["--agree", "there is something to look into: it is shown as under review"],
      ["--dismiss", "there is nothing in it"],
      ["--settle", "it was looked into, and the review ends"],
      ["--reason <text>", "why; for the record of the moderators"],
    ],
    examples: [
      "curbside credential challenge",
      'curbside credential challenge 0193a2c4-7f1e-7b6a-9c3d-5e8f10a2b4c6 --agree --reason "The licence number is not in the register"',
    ],
    load: () => import("#cli/commands/credential-challenge.ts"),
  },
  {
    words: "badge issue <credential>",
    summary: "Print a signed badge of a verified credential; it holds for 30 days at most",
    options: [["--role-only", "without the name: profession, jurisdiction and account only"]],
    examples: ["curbside badge issue 0193a2c4-7f1e-7b6a-9c3d-5e8f10a2b4c6"],
    load: () => import("#cli/commands/badge-issue.ts"),
  },
  {
    words: "badge keys",
    summary: "Print the public key that this community's badges are checked with, to be published",
    examples: ["curbside badge keys > badge-keys.json"],
    load: () => import("#cli/commands/badge-keys.ts"),
  },
  {
    words: "badge revocations",
    summary: "Print the signed list of revoked badges, to be published at least weekly",
    options: [["--out [file]", "write it to a file instead (badge-revocations.jws in CURBSIDE_HOME)"]],
    examples: ["curbside badge revocations --out", "curbside badge revocations > badge-revocations.jws"],
    load: () => import("#cli/commands/badge-revocations.ts"),
  },
  {
    words: "badge verify <token>",
    summary: "Check a badge, or - for standard input; needs no database, no network and nobody signed in",
    options: [
      ["--keys <file>", "the community's published keys (those of CURBSIDE_HOME)"],
      ["--revocations <file>", "the community's signed list (badge-revocations.jws in CURBSIDE_HOME)"],
      ["--no-revocations", "go without a list; a badge that was taken back is then not noticed"],
    ],
    examples: [
      "curbside badge verify - --keys badge-keys.json --revocations badge-revocations.jws < badge.txt",
    ],
    load: () => import("#cli/commands/badge-verify.ts"),
  },
  {
    words: "proposal list",
    summary: "What waits for a second person",
    load: () => import("#cli/commands/proposal-list.ts"),
  },
  {
    words: "identity propose <member>",
    summary: "Ask to see which account is a member's; a second person agrees, and the member is told",
    options: [["--reason <text>", "why, in words that the member reads"]],
    examples: ['curbside identity propose "Quiet Heron" --reason "The police ask where they are tonight"'],
    load: () => import("#cli/commands/identity-propose.ts"),
  },
  {
    words: "identity show <proposal>",
    summary: "See it, as one of the two who agreed, for a quarter of an hour",
    load: () => import("#cli/commands/identity-show.ts"),
  },
  {
    words: "export propose <member>",
    summary: "Ask to save what is kept about a member; a second person agrees, and the member is told",
    options: [["--reason <text>", "why, in words that the member reads"]],
    examples: ['curbside export propose "Quiet Heron" --reason "You asked us for it by e-mail on Monday"'],
    load: () => import("#cli/commands/export-propose.ts"),
  },
  {
    words: "export save <proposal>",
    summary: "Save it as a page and a file for programs, as one of the two who agreed, for a day",
    options: [
      ["--to <folder>", "a folder that is not there yet; only you can open it"],
      ["--replace", "put it in the place of an export that is there"],
    ],
    examples: ["curbside export save 0193a2c4-7f1e-7b6a-9c3d-5e8f10a2b4c6 --to quiet-heron"],
    load: () => import("#cli/commands/export-save.ts"),
  },
  {
    words: "erase propose <member>",
    summary: "Ask to erase everything of a member who wished for it; a second person agrees",
    options: [["--reason <text>", "why, for the second person"]],
    examples: ['curbside erase propose "Quiet Heron" --reason "They asked us for it by e-mail on Monday"'],
    load: () => import("#cli/commands/erase-propose.ts"),
  },
  {
    words: "erase show <code>",
    summary: "The receipt of an erasure, by the code that the member got: when and how much, never who",
    examples: ["curbside erase show 7KQ2-M4XD"],
    load: () => import("#cli/commands/erase-show.ts"),
  },
  {
    words: "proposal show <proposal>",
    summary: "One act that waits for a second person, and where to look before agreeing",
    examples: ["curbside proposal show 0193a2c4-7f1e-7b6a-9c3d-5e8f10a2b4c6"],
    load: () => import("#cli/commands/proposal-show.ts"),
  },
  {
    words: "proposal approve <proposal>",
    summary: "Agree to it as the second person: not who proposed it, and not whom it is about",
    examples: ["curbside proposal approve 0193a2c4-7f1e-7b6a-9c3d-5e8f10a2b4c6"],
    load: () => import("#cli/commands/proposal-approve.ts"),
  },
  {
    words: "case list",
    summary: "What was reported and waits, the gravest first",
    load: () => import("#cli/commands/case-list.ts"),
  },
  {
    words: "case show <case>",
    summary:
      "All of a case: what was reported, why, what was decided and how far it has got; never who reported",
    examples: ["curbside case show 12"],
    load: () => import("#cli/commands/case-show.ts"),
  },
  {
    words: "case take <case>",
    summary: "Take a case to yourself for twenty minutes",
    load: () => import("#cli/commands/case-take.ts"),
  },
  {
    words: "case release <case>",
    summary: "Hand a case back; nobody is asked why",
    load: () => import("#cli/commands/case-release.ts"),
  },
  {
    words: "case note <case>",
    summary: "Leave a note for the next moderator",
    options: [["--text <text>", "what they should know; nobody else reads it"]],
    examples: ['curbside case note 12 --text "The same person as in case 9"'],
    load: () => import("#cli/commands/case-note.ts"),
  },
  {
    words: "case decide [cases...]",
    summary: "Decide on a case; on several at once it only says what would be done, unless --yes is there",
    options: [
      [
        "--action <action>",
        "dismiss, hide, redact, warn, strike, time-out, suspend-provider, remove or ban",
        ACTION_NAMES,
      ],
      ["--rule <rule>", "the rule that it rests on, by its number; not for a dismissal"],
      ["--reason <text>", "why; whom it is about reads it (of a dismissal, whoever reported)"],
      ["--for <time>", "how long a time-out, a suspension or a ban lasts, such as 24h, 7d or 2w"],
      ["--words <words...>", "the words that a redaction removes"],
      ["--stays <text>", "what it leaves as it is, in your words"],
      ["--all-about <member>", "all open cases about somebody, instead of naming them"],
      ["--yes", "with several: do it, each on its own"],
    ],
    examples: [
      'curbside case decide 12 --action hide --rule 4 --reason "It tells others what to take."',
      'curbside case decide 12 --action redact --rule 2 --reason "It has a phone number." --words "555 0100" --words "Main Street"',
      'curbside case decide 12 13 14 --action dismiss --reason "The same joke, three times."',
      'curbside case decide --all-about "Loud Otter" --action hide --rule 8 --reason "Posted many times." --yes',
    ],
    load: () => import("#cli/commands/case-decide.ts"),
  },
  {
    words: "case undo <cases...>",
    summary: "Take a decision back within 24 hours, everywhere; the case waits again",
    examples: ["curbside case undo 12", "curbside case undo 12 13 14"],
    load: () => import("#cli/commands/case-undo.ts"),
  },
  {
    words: "shift set <hours...>",
    summary: "Say when you are there, every week; what ends before it begins goes on past midnight",
    options: [
      ["--zone <zone>", "your time zone, such as Europe/Berlin (the one you gave before)"],
      ["--of <member>", "somebody else who moderates; for admins"],
    ],
    examples: [
      'curbside shift set "mon-fri 19:00-23:00, sat 10:00-14:00" --zone Europe/Berlin',
      'curbside shift set "fri sat 22:00-02:00"',
      'curbside shift set "daily 7pm-9pm" --zone America/New_York --of "Night Desk"',
    ],
    load: () => import("#cli/commands/shift-set.ts"),
  },
  {
    words: "mentor list",
    summary: "Who waits for a yes, and who is a mentor",
    load: () => import("#cli/commands/mentor-list.ts"),
  },
  {
    words: "mentor show <member>",
    summary: "One of them; of their pairs only how many, and how many were handed back",
    examples: ['curbside mentor show "Quiet Heron"'],
    load: () => import("#cli/commands/mentor-show.ts"),
  },
  {
    words: "mentor approve <member>",
    summary: "They are a mentor from now on; nobody approves themselves",
    options: [["--reason <text>", "a word to them, if you like"]],
    examples: ['curbside mentor approve "Quiet Heron"'],
    load: () => import("#cli/commands/mentor-approve.ts"),
  },
  {
    words: "mentor decline <member>",
    summary: "Not now; they may try again in 90 days",
    options: [["--reason <text>", "why; they read it"]],
    examples: ['curbside mentor decline "Quiet Heron" --reason "Please be here a little longer first."'],
    load: () => import("#cli/commands/mentor-decline.ts"),
  },
  {
    words: "mentor end <member>",
    summary: "They are no mentor any more; their pairs go on as pairs like any other",
    options: [["--reason <text>", "why; they read it"]],
    examples: ['curbside mentor end "Quiet Heron" --reason "Two people were told which dose to take."'],
    load: () => import("#cli/commands/mentor-end.ts"),
  },
  {
    words: "shift list",
    summary: "Who is there in the seven days from now on, and when nobody is",
    options: [["--zone <zone>", "in which time zone to show it (yours, else UTC)"]],
    examples: ["curbside shift list", "curbside shift list --zone America/New_York"],
    load: () => import("#cli/commands/shift-list.ts"),
  },
  {
    words: "shift clear",
    summary: "Have no hours any more",
    options: [["--of <member>", "somebody else who moderates; for admins"]],
    examples: ["curbside shift clear"],
    load: () => import("#cli/commands/shift-clear.ts"),
  },
  {
    words: "appeal list",
    summary: "Appeals that wait, the one that is due first at the top",
    load: () => import("#cli/commands/appeal-list.ts"),
  },
  {
    words: "appeal show <appeal>",
    summary: "All of an appeal, by its id or its case's number",
    examples: ["curbside appeal show 12"],
    load: () => import("#cli/commands/appeal-show.ts"),
  },
  {
    words: "appeal ask <appeal>",
    summary: "Ask whoever appealed something, before you decide",
    options: [["--text <text>", "the question; they read it"]],
    examples: ['curbside appeal ask 12 --text "Which message do you mean?"'],
    load: () => import("#cli/commands/appeal-ask.ts"),
  },
  {
    words: "appeal uphold <appeal>",
    summary: "It stays as it was decided",
    options: [["--reason <text>", "why; they read it"]],
    examples: ['curbside appeal uphold 12 --reason "The link was to your own shop."'],
    load: () => import("#cli/commands/appeal-uphold.ts"),
  },
  {
    words: "appeal overturn <appeal>",
    summary: "It is undone on every platform, and its points are cleared",
    options: [["--reason <text>", "why; they read it"]],
    examples: ['curbside appeal overturn 12 --reason "It was a quote, and you said so."'],
    load: () => import("#cli/commands/appeal-overturn.ts"),
  },
  {
    words: "appeal file",
    summary: "Type in what somebody wrote who cannot get in any more, with the code that they were sent",
    options: [
      ["--code <code>", "the code in the message about the decision"],
      ["--text <text>", "what they say"],
    ],
    examples: ['curbside appeal file --code 7KQ2-M4XD --text "It was my sister who wrote that."'],
    load: () => import("#cli/commands/appeal-file.ts"),
  },
  {
    words: "appeal reply",
    summary: "Type in what they answered, with the same code",
    options: [
      ["--code <code>", "the code in the message about the decision"],
      ["--text <text>", "what they say"],
    ],
    examples: ['curbside appeal reply --code 7KQ2-M4XD --text "The one of Tuesday."'],
    load: () => import("#cli/commands/appeal-reply.ts"),
  },
  {
    words: "strike show <member>",
    summary: "What was decided about a member, and which points stand; also of somebody who was banned",
    examples: ['curbside strike show "Loud Otter"'],
    load: () => import("#cli/commands/strike-show.ts"),
  },
  {
    words: "threshold list",
    summary: "At how many points a strike also pauses somebody, and how many points people have",
    load: () => import("#cli/commands/threshold-list.ts"),
  },
  {
    words: "threshold set <points>",
    summary: "Set one: says what it would have done in the last 90 days, and holds with --yes",
    options: [
      ["--pause <time>", "how long a strike pauses writing from then on, such as 24h, 3d or 2w"],
      ["--yes", "let it hold from now on"],
    ],
    examples: ["curbside threshold set 3 --pause 24h", "curbside threshold set 6 --pause 7d --yes"],
    load: () => import("#cli/commands/threshold-set.ts"),
  },
  {
    words: "threshold remove <points>",
    summary: "Take one away: says what that would have changed, and does it with --yes",
    options: [["--yes", "do it"]],
    examples: ["curbside threshold remove 3 --yes"],
    load: () => import("#cli/commands/threshold-remove.ts"),
  },
  {
    words: "question list",
    summary: "How the questions stand; what was asked is not shown",
    options: [["--status <status>", "only questions that stand so", STATUS_NAMES]],
    examples: ["curbside question list", "curbside question list --status waiting"],
    load: () => import("#cli/commands/question-list.ts"),
  },
  {
    words: "question show <number>",
    summary: "What happened to one question; what was asked is not shown",
    load: () => import("#cli/commands/question-show.ts"),
  },
  {
    words: "question resume <number>",
    summary: "Resume a conversation that a report paused",
    load: () => import("#cli/commands/question-resume.ts"),
  },
  {
    words: "library list",
    summary: "Answers that are kept, and what waits to be; what members cannot read only by its number",
    options: [["--state <state>", "only those that stand so", ENTRY_STATE_NAMES]],
    examples: ["curbside library list", "curbside library list --state stale"],
    load: () => import("#cli/commands/library-list.ts"),
  },
  {
    words: "library show <number>",
    summary: "One answer of the library; never who asked",
    load: () => import("#cli/commands/library-show.ts"),
  },
  {
    words: "library keep <question>",
    summary: "Ask the patient and the author whether a question's newest answer may be kept",
    options: [["--words <text>", "the question in general words, as anybody could ask it"]],
    examples: ['curbside library keep 214 --words "Why does a knee click on the stairs?"'],
    load: () => import("#cli/commands/library-keep.ts"),
  },
  {
    words: "library due",
    summary: "What somebody has to look at again, now or within a month",
    load: () => import("#cli/commands/library-due.ts"),
  },
  {
    words: "library retire <number>",
    summary: "Take an answer out for good",
    load: () => import("#cli/commands/library-retire.ts"),
  },
  {
    words: "library merge <number> <other>",
    summary: "Two say the same: the other one leads to the first, and their counts add up",
    examples: ["curbside library merge 12 31"],
    load: () => import("#cli/commands/library-merge.ts"),
  },
  {
    words: "library import <file>",
    summary: "Bring in answers that somebody else looked at; without --yes it only says what it would do",
    options: [
      ["--format <format>", "yaml, json, csv or md (by the file's name)", FAQ_FORMAT_NAMES],
      ["--yes", "do it"],
    ],
    examples: ["curbside library import faq.yaml", "curbside library import faq.csv --yes"],
    load: () => import("#cli/commands/library-import.ts"),
  },
  {
    words: "experience list",
    summary: "What members shared, newest first; no words of it, and nobody's account",
    options: [["--status <status>", "only those that stand so", SHARED_NAMES]],
    examples: ["curbside experience list", "curbside experience list --status hidden"],
    load: () => import("#cli/commands/experience-list.ts"),
  },
  {
    words: "experience show <number>",
    summary: "One of them as others read it; that you looked is written down",
    examples: ["curbside experience show 12"],
    load: () => import("#cli/commands/experience-show.ts"),
  },
  {
    words: "experience label <number> <label>",
    summary: "Put a label before it, so that readers can choose; its author is told",
    options: [["--remove", "take away one that a moderator put there"]],
    examples: ["curbside experience label 12 self-harm", "curbside experience label 12 self-harm --remove"],
    load: () => import("#cli/commands/experience-label.ts"),
  },
  {
    words: "audit verify",
    summary: "Check that no entry of the record was changed",
    load: () => import("#cli/commands/audit-verify.ts"),
  },
  {
    words: "db migrate",
    summary: "Bring the database to this version",
    load: () => import("#cli/commands/db-migrate.ts"),
  },
  {
    words: "db backup <file>",
    summary: "Copy the SQLite database to a new file while it is in use",
    examples: ["curbside db backup curbside-2026-11-25.db"],
    load: () => import("#cli/commands/db-backup.ts"),
  },
  {
    words: "db restore <file>",
    summary: "Put a backup in the database's place; the present one is kept",
    load: () => import("#cli/commands/db-restore.ts"),
  },
  {
    words: "db status",
    summary: "Which database, and what is pending",
    load: () => import("#cli/commands/db-status.ts"),
  },
  {
    words: "report",
    summary: "The transparency report of a month that is over: counts only, small numbers hidden",
    options: [
      ["--month <month>", "which month, YYYY-MM (the last full one)"],
      ["--format <format>", "md, html or json (md)", FORMATS],
      ["--out <file>", "write it to this file instead of printing it"],
      ["--post", "post it in a few lines to patients and team, once"],
    ],
    examples: [
      "curbside report",
      "curbside report --month 2026-10 --format html --out report-2026-10.html",
      "curbside report --month 2026-10 --post",
    ],
    load: () => import("#cli/commands/report.ts"),
  },
  {
    words: "completion <shell>",
    choices: { shell: SHELLS },
    summary: "Print what bash, zsh or fish reads to complete commands, options and their words with Tab",
    examples: [
      "source <(curbside completion bash)",
      "source <(curbside completion zsh)",
      "curbside completion fish | source",
    ],
    load: () => import("#cli/commands/completion.ts"),
  },
  {
    words: "screen",
    summary: "Show what the screening finds in a text on standard input",
    options: [
      ["--direction <direction>", "inbound or answer (inbound)", DIRECTIONS],
      ["--jsonl", 'one JSON object a line in ({"id": 1, "text": "..."}), one out'],
    ],
    examples: [
      'echo "Call me at 555-013-4477" | curbside screen',
      "curbside screen --jsonl < messages.jsonl",
    ],
    load: () => import("#cli/commands/screen.ts"),
  },
  {
    words: "policy lint [files...]",
    summary: "Check the default rules with your draft in CURBSIDE_HOME/policies, or with these files",
    examples: ["curbside policy lint", "curbside policy lint house.yaml"],
    load: () => import("#cli/commands/policy-lint.ts"),
  },
  {
    words: "policy test [files...]",
    summary: "Run the mustMatch and mustNotMatch examples of every rule, your draft included",
    examples: ["curbside policy test", "curbside policy test house.yaml --json"],
    load: () => import("#cli/commands/policy-test.ts"),
  },
  {
    words: "policy explain [rule]",
    summary: "Show a rule, or which phrases of the rules a text on standard input holds",
    options: [
      ["--direction <direction>", "inbound or answer (inbound)", DIRECTIONS],
      ["--in-force", "by the rules in force, and not by the draft in CURBSIDE_HOME/policies"],
    ],
    examples: [
      "curbside policy explain self-harm.intent",
      'echo "I want to die of embarrassment" | curbside policy explain',
    ],
    load: () => import("#cli/commands/policy-explain.ts"),
  },
  {
    words: "policy diff [files...]",
    summary:
      "What these files would change in the rules in force; without files, what your draft in CURBSIDE_HOME/policies would",
    examples: ["curbside policy diff", "curbside policy diff house.yaml --json"],
    load: () => import("#cli/commands/policy-diff.ts"),
  },
  {
    words: "policy replay [files...]",
    summary:
      "Which past texts the changed rules would take for something else, and what rules in shadow would have done",
    options: [
      ["--since <when>", "how far back: 90d, 12h, 8w or a day such as 2026-08-12 (90d)"],
      ["--show", "also the words that were found, of texts that were sent, without what points at a person"],
      ["--jsonl", "one JSON line for each text that would flip, then one with the totals"],
    ],
    examples: [
      "curbside policy replay --since 90d house.yaml",
      "curbside policy replay --since 2026-08-12 --show",
      "curbside policy replay house.yaml --jsonl > flips.jsonl",
    ],
    load: () => import("#cli/commands/policy-replay.ts"),
  },
  {
    words: "policy propose [files...]",
    summary:
      "Put changed rules to a second person: these files among those in force, or without files all in CURBSIDE_HOME/policies",
    options: [
      ["--now", "an emergency: in force at once, and over after 24 hours unless a second person confirms it"],
    ],
    examples: ["curbside policy propose", "curbside policy propose raid.yaml --now"],
    load: () => import("#cli/commands/policy-propose.ts"),
  },
  {
    words: "policy in-force",
    summary: "Which files of your own are in force, since when, and how the draft is different",
    options: [["--write <folder>", "write them into a new folder, such as to have the draft back"]],
    examples: ["curbside policy in-force", "curbside policy in-force --write in-force"],
    load: () => import("#cli/commands/policy-in-force.ts"),
  },
  {
    words: "policy take-back",
    summary: "End an emergency change before its time; the rules that two people agreed to are back",
    load: () => import("#cli/commands/policy-take-back.ts"),
  },
  {
    words: "policy push",
    summary: "Show how the live rules in force stand in Discord's own filter, or with --yes bring it in line",
    options: [
      ["--yes", "change it; without, nothing is changed"],
      [
        "--kinds <kinds>",
        "only these: crisis, emergency, method, harassment, impersonation, sales (all)",
        { severalOf: PUSHED_NAMES },
      ],
      [
        "--block <kinds>",
        "keep such messages from being posted: harassment, impersonation, sales, or none",
        { severalOf: BLOCKED_NAMES },
      ],
      ["--alerts <channel>", "the channel of the server where Discord posts what it found"],
      ["--exempt-roles <ids>", "roles that are not looked at, or none"],
      ["--exempt-channels <ids>", "channels that are not looked at, or none"],
    ],
    examples: [
      "curbside policy push",
      "curbside policy push --alerts 1180000000000000000 --block sales --yes",
    ],
    load: () => import("#cli/commands/policy-push.ts"),
  },
  {
    words: "registry import <registry> <file>",
    choices: { registry: REGISTRY_NAMES },
    summary:
      "Make a registry (nppes, nucc, leie, license) out of its public file, or of - for standard input",
    options: [
      ["--profile <profile>", "for license: which state's file, or a profile of your own"],
      ["--as-of <date>", "the day that the file speaks of, when its name does not say so, YYYY-MM-DD"],
      ["--kind <kind>", "for nppes, when the name does not say so: full, weekly or deactivated", FILE_KINDS],
      ["--accept-smaller", "also a file that has far fewer rows than the one in use"],
    ],
    examples: [
      "curbside registry import nppes NPPES_Data_Dissemination_February_2026_V2.zip",
      "unzip -p nppes.zip 'npidata_pfile_*[0-9].csv' | curbside registry import nppes - --as-of 2026-02-08",
      "curbside registry import leie UPDATED.csv --as-of 2026-02-10",
      "curbside registry import license wa.csv --profile wa-health --as-of 2026-02-10",
    ],
    load: () => import("#cli/commands/registry-import.ts"),
  },
  {
    words: "registry status",
    summary: "How old each registry is, and how much it holds",
    examples: ["curbside registry status", "curbside registry status --json"],
    load: () => import("#cli/commands/registry-status.ts"),
  },
];
