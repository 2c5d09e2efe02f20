import type { Core } from "#core/core.ts";
import { DomainError, type Help } from "#core/errors.ts";
import { spaceKey } from "#core/foundation/vault/index-keys.ts";
import { typedCodeKey } from "#core/members/token.ts";
import { crisisLinesFor } from "#core/screening/crisis-lines.ts";
import { strangerMessage } from "#core/screening/crisis-message.ts";
import { screen } from "#core/screening/screen.ts";
import { isGrave } from "#core/screening/screening.ts";
import { hearDanger } from "../hear-danger.ts";
import type { InDanger } from "../raise-alert.ts";
import { membersBehind } from "./appealable.ts";
import type { FromAccount, Proof } from "./proof.ts";

/** More than this is no message of a person, and screening it would keep others waiting. */
const MOST_HEARD = 50_000;

/** The member who writes, as far as their proof tells; one who is still here before one who is not. */
async function writerOf(core: Core, proof: Proof): Promise<InDanger | undefined> {
  if ("actor" in proof) return proof.actor;
  if ("code" in proof) {
    const appealKey = typedCodeKey(core, proof.code);
    const decision = await core.db.decision.findUnique({ where: { appealKey } });
    if (decision !== null && decision.subjectMemberId !== null)
      return { communityId: decision.communityId, memberId: decision.subjectMemberId };
  }
  if (proof.from === undefined) return undefined;
  const members = await membersBehind(core.db, core, proof.from);
  const writer = members.find(({ state }) => state === "active") ?? members[0];
  return writer === undefined ? undefined : { communityId: writer.communityId, memberId: writer.id };
}

/** The country of the space that a stranger writes from, or of the only community that there is. */
async function countryOf({ db, vault }: Core, from: FromAccount | undefined): Promise<string | undefined> {
  if (from?.spaceId !== undefined) {
    const { platform, spaceId } = from;
    const externalKey = spaceKey({ vault }, platform, spaceId);
    const space = await db.space.findUnique({
      where: { platform_externalKey: { platform, externalKey } },
      include: { community: true },
    });
    return space?.community.country;
  }
  const [only, another] = await db.community.findMany({ take: 2 });
  return another === undefined ? only?.country : undefined;
}

/** The lines for somebody whom nobody can be told of, since nobody knows who they are. */
async function adviseUnknown(
  core: Core,
  from: FromAccount | undefined,
  text: string,
): Promise<Help | undefined> {
  const { verdict: level } = screen(text.slice(0, MOST_HEARD), { policies: core.policies() });
  if (!isGrave(level)) return undefined;
  const country = await countryOf(core, from);
  const lines = country === undefined ? undefined : crisisLinesFor(core.crisisLines(), country);
  return { text: strangerMessage({ lines, level }) };
}

/** What to show at once to whoever appeals in words that sound as if they were in danger; a member's team is told. */
export async function hearAppellant(
  core: Core,
  { proof, text }: { proof: Proof; text: string },
): Promise<Help | undefined> {
  const writer = await writerOf(core, proof);
  if (writer !== undefined) return hearDanger(core, { actor: writer, text });
  return adviseUnknown(core, "from" in proof ? proof.from : undefined, text);
}

/** Does the work; where it is refused, whatever for, the words are heard all the same, and help comes with the refusal. */
export async function hearingRefused<T>(
  core: Core,
  said: { proof: Proof; text: string },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError) || error.help !== undefined) throw error;
    throw new DomainError(error.code, error.details, await hearAppellant(core, said));
  }
}
