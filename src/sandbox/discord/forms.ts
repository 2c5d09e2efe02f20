import type { Interaction, Json } from "./model.ts";
import { formOf } from "./render.ts";
import type { World } from "./world.ts";

/** The form appears on the screen of whoever pressed; it takes the place of one that was open. */
export function openForm(world: World, interaction: Interaction, modal: Json): void {
  const form = formOf(interaction.id, modal);
  world.forms.set(interaction.personId, { form, interaction });
  world.emit({
    at: world.clock.now(),
    platform: "discord",
    place: "private",
    channel: "",
    viewers: [interaction.personId],
    from: interaction.application.name,
    kind: "form",
    text: form.text,
    ref: form.ref,
  });
}

/** The form goes from the screen, sent or dismissed. */
export function closeForm(world: World, personId: string): void {
  const open = world.forms.get(personId);
  if (open === undefined) return;
  world.forms.delete(personId);
  const { form, interaction } = open;
  world.emit({
    at: world.clock.now(),
    platform: "discord",
    place: "private",
    channel: "",
    viewers: [personId],
    from: interaction.application.name,
    kind: "removed",
    text: "",
    ref: form.ref,
  });
}
