import type { Core } from "#core/core.ts";

const FIRST = [
  "Amber",
  "Calm",
  "Clear",
  "Gentle",
  "Golden",
  "Green",
  "Kind",
  "Quiet",
  "Silver",
  "Soft",
  "Sunny",
  "Warm",
];
const SECOND = [
  "Brook",
  "Cedar",
  "Finch",
  "Harbor",
  "Heron",
  "Lantern",
  "Maple",
  "Meadow",
  "Otter",
  "River",
  "Sparrow",
  "Willow",
];
const TRIES = 20;

/** Two warm words that nobody here uses; a number is added when all tries are taken. */
export async function suggestPseudonym(
  core: Core,
  { communityId }: { communityId: string },
): Promise<string> {
  let name = "";
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const [a = 0, b = 0] = core.randomBytes(2);
    name = `${FIRST[a % FIRST.length]} ${SECOND[b % SECOND.length]}`;
    const taken = await core.db.member.count({ where: { communityId, pseudonym: name } });
    if (taken === 0) return name;
  }
  const members = await core.db.member.count({ where: { communityId } });
  return `${name} ${members + 1}`;
}
