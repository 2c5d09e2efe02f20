import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { Language } from "#core/language/language.ts";

/** Remembers in which language somebody uses their platform: messages to them follow it. Does nothing where it is known. */
export async function noteLanguage(core: Core, actor: Actor, language: Language): Promise<void> {
  if (actor.language === language) return;
  await core.db.member.updateMany({ where: { id: actor.memberId }, data: { language } });
}
