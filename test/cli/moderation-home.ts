import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { join } from "#core/members/join.ts";
import { CONSENT_VERSION } from "#core/members/joining-text.ts";
import { readActor } from "#core/members/read-actor.ts";
import { reportMember } from "#core/moderation/reports/report-member.ts";
import { reportPost } from "#core/moderation/reports/report-post.ts";
import { CredentialHome } from "./credential-home.ts";

const PLATFORM = "discord";
const SPACE = "900000000000000001";
export const LOUNGE = "900000000000000002";

interface Posted {
  readonly by: string;
  /** The account of whoever wrote it; members write under their name. */
  readonly author: string;
  readonly text?: string;
  readonly messageId?: string;
  readonly reason?: string;
  readonly rule?: string;
  readonly isPrivate?: boolean;
  readonly days?: number;
}

/** The same community with patients, a moderator Mo beside the admins Ada and Ben and the lead Lea, and what they report. */
export class ModerationHome extends CredentialHome {
  override async setUp(): Promise<void> {
    await super.setUp({ registries: false });
    await this.json(["community", "link", "--platform", PLATFORM, "--space", SPACE, "--side", "patients"]);
    const { code } = await this.json(["admin", "invite", "Mo", "--role", "moderator"]);
    await this.json(["login", code], { who: "mo" });
    for (const name of ["Quiet Heron", "Loud Otter"]) await this.join(name);
  }

  join(pseudonym: string): Promise<Actor> {
    return this.open(async (core) => {
      const { id: spaceId, communityId } = await core.db.space.findFirstOrThrow({
        where: { side: "patients" },
      });
      return join(core, {
        communityId,
        spaceId,
        platform: PLATFORM,
        externalId: pseudonym,
        pseudonym,
        country: "US",
        statesAdult: true,
        textVersion: CONSENT_VERSION,
      });
    });
  }

  async member(core: Core, pseudonym: string): Promise<Actor> {
    const { id } = await core.db.member.findFirstOrThrow({ where: { pseudonym } });
    const actor = await readActor(core.db, id);
    if (actor === undefined) throw new Error(`${pseudonym} is not here`);
    return actor;
  }

  /** Somebody reports a post in a channel. Gives the case's number. */
  report({
    by,
    author,
    text = "Buy my cure.",
    messageId = "1",
    reason = "Sales",
    rule,
    isPrivate = false,
    days,
  }: Posted) {
    return this.open(async (core) => {
      const { caseId } = await reportPost(core, {
        actor: await this.member(core, by),
        post: {
          platform: PLATFORM,
          spaceId: SPACE,
          channelId: LOUNGE,
          messageId,
          authorId: author,
          text,
          writtenAt: core.clock.now(),
          isPrivate,
        },
        reason,
        ...(rule === undefined ? {} : { rule }),
      });
      return this.numberOf(core, caseId);
    }, days);
  }

  /** Somebody reports how a person behaves. Gives the case's number. */
  reportPerson(by: string, accountId: string, rule?: string): Promise<string> {
    return this.open(async (core) => {
      const actor = await this.member(core, by);
      const person = { platform: PLATFORM, spaceId: SPACE, accountId };
      const more = rule === undefined ? {} : { rule };
      const { caseId } = await reportMember(core, { actor, person, reason: "They sell things", ...more });
      return this.numberOf(core, caseId);
    });
  }

  async numberOf(core: Core, caseId: string): Promise<string> {
    return String((await core.db.case.findUniqueOrThrow({ where: { id: caseId } })).number);
  }
}
