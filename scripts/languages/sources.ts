import { globSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

/** Everything that may say something. */
export const sources = (): string[] => globSync("src/**/*.ts", { cwd: root }).sort();

/** Where everything is for members, so that nothing may be said but by a catalogue. */
const FOR_MEMBERS = [
  /^src\/bots\/discord\//,
  /^src\/bots\/[^/]+\.ts$/,
  /^src\/core\/(.+\/)?[a-z-]+-text\.ts$/,
  /^src\/core\/refusal-text\.ts$/,
  /^src\/core\/experiences\/experience-refusals\.ts$/,
  /^src\/core\/screening\/(crisis-message|crisis-line-words|worry-message)\.ts$/,
  /^src\/core\/visit-sheet\/sheet-(words|html)\.ts$/,
];

/** What only people who run a community, or answer in Slack, read: in English. */
const FOR_STAFF = [
  /^src\/core\/running-text\.ts$/,
  /^src\/core\/communities\/.*-text\.ts$/,
  /^src\/core\/credentials\/(checking-text|badge\/.*-text)\.ts$/,
  /^src\/core\/moderation\/deciding-text\.ts$/,
  /^src\/core\/questions\/answering-text\.ts$/,
  /^src\/core\/screening\/.*-text\.ts$/,
  /^src\/bots\/(alert|ask-back|care|case|credential-alert|library-team|mentor|opinion-act|policy|reading|transparency)-words\.ts$/,
  /^src\/bots\/(check-platforms|check-up|main|timers)\.ts$/,
  /^src\/bots\/discord\/(check-|invite|client|connection|closing-strategy|automod|files-note)/,
  /^src\/bots\/discord\/cards\/(appeal|triage|follow-up|sent-copy|sent-back|team-notice|crisis|case|cap|reveal|policy-change|credential-alert|keep-team|reading-alarm|transparency|library-due)\.ts$/,
  /^src\/bots\/discord\/events\/(filter-found|post-found)\.ts$/,
];

/** What everybody in a channel reads, whatever their language: in English. */
const FOR_CHANNELS = [/^src\/bots\/discord\/(panel|ready-shelf|shelf-tags|watched\/notice)\.ts$/];

export const isForMembers = (file: string): boolean =>
  FOR_MEMBERS.some((some) => some.test(file)) &&
  ![...FOR_STAFF, ...FOR_CHANNELS].some((some) => some.test(file));

/** A source file by its path in the project. */
export const pathOf = (file: string): string => join(root, file);
