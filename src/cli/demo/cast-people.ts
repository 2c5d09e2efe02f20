import { actAs } from "#sandbox/people.ts";
import type { Scenario } from "#sandbox/scenario.ts";
import type { Cast, Place, Stage } from "#sandbox/stage.ts";
import { must, slugOf } from "./set-up-community.ts";

type Person = Scenario["people"][string];

/** Where somebody is: in the communities that the scenario names for them, else in the first. */
function placesOf(name: string, { communities }: Person, places: readonly Place[]): Place[] {
  if (communities === undefined) return places.slice(0, 1);
  return communities.map((community) => {
    const place = places.find((one) => one.community === community);
    if (place === undefined) throw new Error(`${name} is in ${community}, which the scenario does not have`);
    return place;
  });
}

/** Puts everybody on the stage: patients join, and providers are registered with a credential that two admins approve. */
export async function castPeople(
  stage: Stage,
  cast: Map<string, Cast>,
  { people }: Scenario,
  all: readonly Place[],
): Promise<void> {
  for (const [name, who] of Object.entries(people)) {
    const places = placesOf(name, who, all);
    if (who.platform === "discord") {
      const guildIds = places.map(({ guildId }) => guildId);
      cast.set(name, { platform: "discord", person: stage.discord.addPerson({ name, guildIds }), places });
      if (who.role === "patient" || who.role === "caregiver")
        for (const { community } of places) await actAs(stage, { as: name, do: "join", in: community });
      continue;
    }
    const [place] = places;
    if (place === undefined || places.length > 1)
      throw new Error(`${name} works in one Slack workspace, so name one community`);
    const person = stage.slack.addPerson({ teamId: place.teamId, name });
    for (const channelId of [place.intakeChannelId, place.moderationChannelId, place.crisisChannelId])
      stage.slack.join(channelId, person.id);
    cast.set(name, { platform: "slack", person, places });
    if (who.role === "provider" || who.role === "lead") await registerProvider(stage, { name, who, place });
  }
}

/** The provider asks for a code in App Home; one admin records what was checked, the other approves it. */
async function registerProvider(
  stage: Stage,
  { name, who, place }: { name: string; who: Person; place: Place },
): Promise<void> {
  const { profession = "nurse", jurisdiction = "Oregon", role } = who;
  await actAs(stage, { as: name, do: "join" });
  const shown = stage.screens.seen.findLast(
    (one) => one.platform === "slack" && /\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/.test(one.text),
  );
  const code = shown === undefined ? undefined : /\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/.exec(shown.text)?.[0];
  if (code === undefined) throw new Error(`${name} saw no code after asking for one`);
  const { admin } = stage.backstage;
  const here = ["--community", slugOf(place.community)];
  const licensed = ["--first", name, "--last", "Vale", "--licence", `12345 ${name}`];
  const evidence = ["--profession", profession, "--jurisdiction", jurisdiction, ...licensed];
  const today = new Date().toISOString().slice(0, 10);
  const source = ["--source", `${jurisdiction} public register`, "--checked", today, "--proof", "video"];
  const made = await must<{ proposalId: string; credentialId: string }>(admin, "admin", [
    ...["credential", "add", "--code", code, "--name", name, "--role", role],
    ...evidence,
    ...source,
    ...here,
  ]);
  await must(admin, "admin2", ["credential", "approve", made.proposalId, ...here]);
  stage.named.set("@credential", made.credentialId);
}
