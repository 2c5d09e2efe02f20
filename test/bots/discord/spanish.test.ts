import { describe, expect, test } from "vitest";
import { faceOf } from "#bots/discord/cards/cards.ts";
import { contentOf } from "#bots/discord/markup.ts";
import { currentLanguage, inLanguage } from "#core/language/language.ts";
import type { CardKind } from "#core/messenger.ts";
import { answerQuestion } from "#core/questions/answer-question.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import { modalsToCheck } from "./modals.ts";
import { FIELDS, screenOf, sees, teamCard } from "./patient.ts";
import { rig, until } from "./rig.ts";
import { SAMPLE_CARDS } from "./sample-cards.ts";

/** Those that go to a channel of the team, which several people read. */
const FOR_TEAMS: ReadonlySet<CardKind> = new Set<CardKind>([
  ...(["triage", "follow-up", "sent-copy", "sent-back", "team-notice", "crisis", "case", "cap"] as const),
  ...(["reveal", "policy-change", "credential-alert", "transparency", "reading-alarm"] as const),
  ...(["keep-team", "library-due", "appeal", "mentor-request", "shelf-answer"] as const),
]);

describe("every card to a member, in Spanish", () => {
  for (const card of SAMPLE_CARDS.filter(({ kind }) => !FOR_TEAMS.has(kind)))
    test(`${card.kind} has a title and buttons of its own language, within Discord's limits`, () => {
      const english = faceOf(card);
      const spanish = inLanguage("es", () => faceOf(card));
      expect(spanish.title).not.toBe(english.title);
      // Its body is what was written when the help was sent.
      if (card.kind !== "crisis-support") expect(spanish.body).not.toBe(english.body);
      for (const [at, { label }] of spanish.buttons.entries()) {
        expect(label).not.toBe(english.buttons[at]?.label);
        expect(label.length).toBeLessThanOrEqual(80);
      }
      expect(inLanguage("es", () => contentOf(spanish)).embeds[0]?.title?.length).toBeLessThanOrEqual(256);
    });
});

/** What Discord takes in a form: longer ones it refuses, and the person sees nothing. */
const LONGEST: Readonly<Record<string, number>> = {
  title: 45,
  label: 45,
  description: 100,
  placeholder: 100,
};

function tooLong(node: unknown, inOptions = false): string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (typeof value !== "string") return tooLong(value, inOptions || key === "options");
    const most = inOptions ? 100 : LONGEST[key];
    return most !== undefined && value.length > most ? [`${key}: ${value}`] : [];
  });
}

test("every form has room for its Spanish", () => {
  const forms = inLanguage("es", () => Object.values(modalsToCheck()));
  expect(forms.flatMap((form) => tooLong(form))).toEqual([]);
});

describe("somebody whose Discord is in Spanish", () => {
  test("reads forms, previews, refusals, receipts and answers in it, and somebody else in English", async () => {
    await using it = await rig();
    const woken = new Set<string>();
    it.core.onWake(() => woken.add(currentLanguage()));
    const luz = it.discord.addPerson({ name: "luz", guildIds: [it.guildId], locale: "es-419" });
    await luz.command("start");
    await luz.press("Siguiente");
    await luz.press("Siguiente");
    await luz.press("Unirme");
    await luz.submit({ "Nombre aquí": "Luz Clara", País: "ES", "Tengo 18 años o más": "yes" });
    await sees(luz, "Te damos la bienvenida, Luz Clara");

    await luz.command("ask");
    expect(luz.form?.title).toBe("Preguntar a un profesional");
    const form = {
      "Tu pregunta": "¿Es normal el cansancio con el hierro?",
      "Lo que has probado": "Té",
      Tema: "Síntomas",
      "Para quién": "Para mí",
      Edad: "30-44",
    };
    await luz.submit(form);
    await sees(luz, "Lo que se enviará: esta tarjeta");
    expect(screenOf(luz)).toContain("Síntomas · Para mí");
    await luz.press("Enviar esta tarjeta");
    await sees(luz, "recibida");
    const card = await until(() => teamCard(it, "triage"));
    expect(card.topic).toBe("Symptoms");
    expect(card.text?.question).toBe("¿Es normal el cansancio con el hierro?");
    const { questionId } = card;
    await claimQuestion(it.core, { actor: it.provider, questionId });
    await answerQuestion(it.core, { actor: it.provider, questionId, text: FIELDS });
    await sees(luz, "Una respuesta a tu pregunta");
    expect(screenOf(luz)).toContain(FIELDS.often);

    await luz.command("friends");
    await sees(luz, "Todavía no tienes amistades aquí");
    // What is sent to others because of her is not sent in her language.
    expect([...woken]).toEqual(["en"]);
    const ann = it.newPerson("ann");
    // What stands in a menu has a Spanish name for her, and no other.
    await expect(luz.userMenu("Block", ann.id)).rejects.toThrow();
    await luz.userMenu("Bloquear", ann.id);
    await sees(luz, "¿Bloquear a esta persona?");
    await ann.command("start");
    await sees(ann, "Next");
    expect(screenOf(ann)).not.toContain("Siguiente");
    expect(it.logged.filter(({ event }) => event.startsWith("discord."))).toEqual([]);
  });
});
