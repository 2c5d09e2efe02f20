import type { CapCard } from "#core/moderation/care/cap-card.ts";

/** Words that are the same on every platform; nobody is named. */
export function capWords({ waiting, urgent }: CapCard): { title: string; lines: string[] } {
  const cases = waiting === 1 ? "One case waits" : `${waiting} cases wait`;
  const grave = urgent === 0 ? "" : waiting === 1 ? ", and it is urgent" : `, ${urgent} of them urgent`;
  return {
    title: "Everybody who is there had enough for today",
    lines: [
      `${cases}${grave}. Whoever is there now has looked at as many as is asked of one person here in a day. That is what the cap is for: please do not go on because of this.`,
      "Whoever is not there yet and has room: curbside next. In an emergency, curbside case take NUMBER takes one all the same. More people, or another cap (curbside community care), are up to the admins.",
    ],
  };
}
