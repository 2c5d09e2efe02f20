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
];

/** What only people who run a community read, in English. */
const FOR_STAFF = [
  /^src\/core\/(communities|moderation|credentials)\/.*-text\.ts$/,
  /^src\/bots\/discord\/(check-|invite|client|connection|closing-strategy|automod)/,
];

/** Rooms that are not in the catalogues yet. */
const NOT_YET = [/^src\/bots\//, /^src\/core\//];

export const isForMembers = (file: string): boolean =>
  FOR_MEMBERS.some((some) => some.test(file)) && ![...FOR_STAFF, ...NOT_YET].some((some) => some.test(file));

/** A source file by its path in the project. */
export const pathOf = (file: string): string => join(root, file);
