import type { SheetText, VisitSheet } from "#core/visit-sheet/make-sheet.ts";

const day = (text: string): Date => new Date(`2026-${text}Z`);

const asked = (question: string, tried: string, at: Date): SheetText => ({
  by: "me",
  kind: "question",
  text: { question, tried },
  at,
  edited: false,
});

/** The sheet of a patient who does not exist, from a community that does not exist either. */
export const SYNTHETIC_SHEET: VisitSheet = {
  community: "Living with migraine",
  madeAt: day("11-26T09:30:00"),
  toAsk: [
    { text: "May I still drive on days with an aura?", from: undefined },
    {
      text: "Could one of my medicines bring the headaches on? How many days a month is too many?",
      from: 12,
    },
    { text: "Is there something to take before an attack, and who would check that it suits me?", from: 19 },
  ],
  notes: [
    {
      text: "Worse since I changed shifts in September.\nBetter in the week by the sea.",
      at: day("11-02T18:00:00"),
    },
    { text: "I count the days in my blue notebook: bring it.", at: day("11-20T18:00:00") },
  ],
  questions: [
    {
      number: 12,
      topic: "Medicines",
      forWhom: "self",
      texts: [
        asked(
          "I wake up at four with a headache, three times a week. I am [name], and I live in [place]. Is that from the tablets?",
          "Less coffee",
          day("10-08T20:15:00"),
        ),
        {
          by: "volunteer",
          card: {
            message: "answer",
            answer: {
              often:
                "That must be tiring. Headaches in the early morning are common with migraine, and also when tablets for pain are taken on many days.",
              can: "Many people write down each headache and each tablet for a month; it helps whoever looks at it.",
              urgent:
                "It is sudden and the worst you have had, or comes with weakness, a stiff neck or confusion.",
              clinician:
                "Could one of my medicines bring the headaches on? How many days a month is too many?",
            },
            text: "",
            credential: {
              profession: "Pharmacist",
              jurisdiction: "Ontario",
              checkedAt: day("09-30T10:00:00"),
              source: "the public register of the College of Pharmacists",
            },
            sentAt: day("10-09T14:40:00"),
            edited: false,
            opinions: [],
          },
        },
      ],
    },
    {
      number: 19,
      topic: "Living with a condition",
      forWhom: "self",
      texts: [
        asked("What do people do to get through a working day with an aura?", "", day("11-12T19:00:00")),
        {
          by: "volunteer",
          card: {
            message: "answer",
            answer: {
              often: "An aura often lasts less than an hour.",
              can: "Some people keep sunglasses, water and a quiet place ready, and tell one colleague.",
              urgent: "An aura is new for you after 50, or does not go away.",
              clinician: "Is there something to take before an attack, and who would check that it suits me?",
            },
            text: "",
            credential: {
              profession: "Nurse",
              jurisdiction: "Nova Scotia",
              checkedAt: day("08-12T10:00:00"),
              source: "the public register of the College of Nursing",
              name: "Robin Vale",
            },
            sentAt: day("11-13T08:20:00"),
            edited: true,
            opinions: [],
          },
        },
      ],
    },
  ],
};
