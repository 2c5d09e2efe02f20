import type { MemberExport } from "#core/privacy/export-member.ts";
import { leftOut } from "#core/privacy/what-is-kept.ts";

const day = (text: string): Date => new Date(`2026-${text}Z`);

/** What a community that does not exist keeps about a patient who does not exist either. */
export const SYNTHETIC_EXPORT: MemberExport = {
  schema: "curbside.member-export/1",
  community: "Living with migraine",
  madeAt: day("11-26T09:30:00"),
  you: {
    name: "Quiet Heron",
    state: "active",
    joinedAt: day("03-02T18:04:00"),
    roles: [{ role: "patient", since: day("03-02T18:04:00") }],
    country: "CA",
    saidAdultAt: day("03-02T18:04:00"),
    reach: "dm",
    quiet: true,
    crisisContact: false,
    toldOfOwnDetailsAt: null,
    moderatingHours: "",
    writingPausedUntil: null,
    answeringPausedAt: null,
  },
  accounts: [
    {
      platform: "discord",
      accountId: "900000000000000001",
      privateThreadId: null,
      since: day("03-02T18:04:00"),
    },
  ],
  agreements: [
    {
      purpose: "joining",
      textVersion: "2026-11",
      questionNumber: null,
      givenAt: day("03-02T18:04:00"),
      withdrawnAt: null,
    },
    {
      purpose: "bridge",
      textVersion: "2026-11",
      questionNumber: 12,
      givenAt: day("10-08T20:15:00"),
      withdrawnAt: null,
    },
  ],
  signIn: { tokens: [], invited: [], invitationsYouMade: [], linkCodes: [] },
  questions: [
    {
      number: 12,
      topic: "Medicines",
      forWhom: "other",
      relation: "parent",
      ageBand: "30-44",
      status: "answered",
      draftedAt: day("10-08T20:12:00"),
      sentAt: day("10-08T20:15:00"),
      promisedAt: day("10-11T20:15:00"),
      pausedAt: null,
      closedAt: null,
      sendWithoutAsking: false,
      texts: [
        {
          kind: "question",
          state: "sent",
          screening: "clear",
          writtenAt: day("10-08T20:12:00"),
          sentAt: day("10-08T20:15:00"),
          editedAt: null,
          removedAt: null,
          hiddenAt: null,
          typed: {
            question:
              "I wake up at four with a headache, three times a week.\nI am Maya, and I live in Halifax.",
            tried: "Less coffee",
          },
          card: {
            question:
              "I wake up at four with a headache, three times a week.\nI am [name], and I live in [place].",
            tried: "Less coffee",
          },
          typedAndWaiting: null,
          cardAndWaiting: null,
          earlierCards: [],
        },
      ],
      received: [
        {
          kind: "answer",
          sentAt: day("10-09T07:40:00"),
          editedAt: null,
          removedAt: null,
          hiddenAt: null,
          written: {
            often: "Headaches that come before morning are often about sleep or about what was taken late.",
            can: "A diary for two weeks helps: when you slept, what you ate and drank, when it began.",
            urgent: "It is sudden and the worst you have had, or you cannot speak or see as usual.",
            clinician: "Could the way I sleep have a part in this?",
          },
          from: {
            profession: "Pharmacist",
            jurisdiction: "Ontario",
            checkedAt: day("08-12T00:00:00"),
            source: "Ontario College of Pharmacists",
            shownName: null,
          },
        },
      ],
      ratings: [{ rating: "helped", at: day("10-09T08:02:00") }],
    },
  ],
  notes: [
    { goesUnder: "ask", text: "Can the dose be a reason that I wake up?", writtenAt: day("11-20T10:00:00") },
  ],
  providing: {
    texts: [],
    holding: [],
    looksYouGave: [],
    steppedBackFrom: [],
    vouchedForColleagues: [],
  },
  credentials: [
    {
      profession: "Nurse",
      jurisdiction: "Ontario",
      status: "claimed",
      shownAs: "role-only",
      firstName: "Maya",
      middleName: null,
      lastName: "Vale",
      formerNames: ["Reed"],
      licenceNumber: "204817",
      npi: null,
      roleAskedFor: "provider",
      restsOn: "",
      page: null,
      claimedAt: day("11-01T10:00:00"),
      checkedAt: day("11-01T10:00:00"),
      decidedAt: null,
      decidedFor: null,
      underReviewAt: null,
      expiresAt: null,
      nextLookAt: null,
      checks: [
        {
          register: "exclusions",
          method: "bulk",
          result: "not-found",
          file: "UPDATED.csv",
          fileOf: "2026-10-10",
          fileSha256: "3f2a9c01b2de",
          page: null,
          checkedAt: day("11-01T10:05:00"),
          says: "The list of exclusions has nobody like this person.",
          compared: [{ field: "last name", outcome: "same", inRegister: "VALE" }],
        },
      ],
      proofs: [
        {
          kind: "video",
          state: "over",
          begunAt: day("11-02T10:00:00"),
          endsAt: day("11-02T10:30:00"),
          doneAt: null,
          byRole: "admin",
          addressUsed: null,
          addressFrom: null,
        },
      ],
      badges: [],
      questioned: [
        {
          state: "dismissed",
          askedAt: day("11-03T10:00:00"),
          decidedAt: day("11-04T10:00:00"),
          yourReplies: [{ text: "It was renewed in May.", at: day("11-03T12:00:00") }],
        },
      ],
    },
  ],
  decisions: [
    {
      whatWeDid: "We noted a strike, which fades after 90 days.",
      rule: "rule 4 (no dosing advice)",
      reason: "It tells others how much to take.",
      whatStays: "Everything else stays as it is.",
      removedWords: ["400 mg", "twice"],
      points: 1,
      state: "standing",
      decidedAt: day("10-20T11:00:00"),
      endsAt: new Date("2027-01-18T11:00:00Z"),
      pausedUntil: null,
      needsSecondBy: null,
      undoneAt: null,
      appealUntil: day("11-09T11:00:00"),
      appeal: {
        state: "upheld",
        filedAt: day("10-21T09:00:00"),
        dueAt: day("10-24T09:00:00"),
        decidedAt: day("10-22T16:00:00"),
        said: [
          { by: "you", text: "I only said what I take myself.", at: day("10-21T09:00:00") },
          { by: "reviewer", text: "It reads as advice, so it stays.", at: day("10-22T16:00:00") },
        ],
      },
    },
  ],
  agreedLooks: [
    { what: "export", reason: "You asked us for it by e-mail on Monday.", at: day("11-26T09:20:00") },
  ],
  told: {
    reports: [
      {
        about: "post",
        questionNumber: null,
        rule: "rule 3 (no selling or recruiting)",
        reason: "They sell something.",
        filedAt: day("09-14T21:00:00"),
        state: "decided",
        outcome: { acted: true, reason: "" },
      },
    ],
    credentialsQuestioned: [],
    worries: [],
  },
  alerts: [],
  messagesToYou: {
    waiting: [],
    standing: [
      {
        card: "receipt",
        platform: "discord",
        place: "dm",
        sentAt: day("10-08T20:15:00"),
        removedAt: null,
      },
    ],
  },
  acts: {
    yours: [
      { act: "member.joined", at: day("03-02T18:04:00") },
      { act: "question.sent", at: day("10-08T20:15:00") },
      { act: "question.helped", at: day("10-09T08:02:00") },
    ],
    ofOthers: [
      { act: "question.claimed", byRole: "provider", at: day("10-09T07:21:00") },
      { act: "export.agreed", byRole: "lead", at: day("11-26T09:20:00") },
    ],
  },
  leftOut: leftOut(),
};
