const DAY_MS = 86_400_000;
const WORDS = /\{today([+-]\d+)?(?:\|([^}]+))?\}/g;

/** "{today+30|MM/DD/YYYY}" as the day that it is, by the clock of the product under test; YYYY-MM-DD unless said. */
export function withDays(text: string, now: Date): string {
  return text.replace(WORDS, (_, days: string | undefined, form = "YYYY-MM-DD") => {
    const [year = "", month = "", day = ""] = new Date(now.getTime() + Number(days ?? 0) * DAY_MS)
      .toISOString()
      .slice(0, 10)
      .split("-");
    return String(form).replace("YYYY", year).replace("MM", month).replace("DD", day);
  });
}
