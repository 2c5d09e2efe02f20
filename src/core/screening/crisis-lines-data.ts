import type { CrisisLine, CrisisLines } from "./crisis-lines.ts";

/** A line that is open day and night. */
function dayAndNight(name: string, contact: string, ...languages: readonly string[]): CrisisLine {
  return { ...line(name, contact, ...languages), hours: "24 hours a day" };
}

/** A line whose hours were not certain when this was written, so none are shown. */
function line(name: string, contact: string, ...languages: readonly string[]): CrisisLine {
  return languages.length === 0 ? { name, contact } : { name, contact, languages };
}

/** Well-established public lines only; an admin checks those of their country when a community is set up. */
const ALL: readonly CrisisLines[] = [
  {
    country: "US",
    emergencyNumber: "911",
    source: "https://988lifeline.org",
    lines: [
      dayAndNight("988 Suicide & Crisis Lifeline", "call or text 988", "en", "es"),
      dayAndNight("Crisis Text Line", "text HOME to 741741", "en", "es"),
    ],
  },
  {
    country: "CA",
    emergencyNumber: "911",
    source: "https://988.ca",
    lines: [dayAndNight("9-8-8 Suicide Crisis Helpline", "call or text 988", "en", "fr")],
  },
  {
    country: "GB",
    emergencyNumber: "999",
    source: "https://www.samaritans.org",
    lines: [
      dayAndNight("Samaritans", "call 116 123", "en"),
      dayAndNight("Shout", "text SHOUT to 85258", "en"),
    ],
  },
  {
    country: "IE",
    emergencyNumber: "112 or 999",
    source: "https://www.samaritans.org/ireland",
    lines: [
      dayAndNight("Samaritans", "call 116 123", "en"),
      dayAndNight("Text About It", "text HELLO to 50808", "en"),
    ],
  },
  {
    country: "AU",
    emergencyNumber: "000",
    source: "https://www.lifeline.org.au",
    lines: [dayAndNight("Lifeline", "call 13 11 14", "en")],
  },
  {
    country: "NZ",
    emergencyNumber: "111",
    source: "https://1737.org.nz",
    lines: [dayAndNight("Need to talk?", "call or text 1737", "en")],
  },
  {
    country: "DE",
    emergencyNumber: "112",
    source: "https://www.telefonseelsorge.de",
    lines: [dayAndNight("TelefonSeelsorge", "call 0800 111 0 111 or 0800 111 0 222", "de")],
  },
  {
    country: "AT",
    emergencyNumber: "112 (ambulance 144)",
    source: "https://www.telefonseelsorge.at",
    lines: [dayAndNight("TelefonSeelsorge", "call 142", "de")],
  },
  {
    country: "CH",
    emergencyNumber: "112 (ambulance 144)",
    source: "https://www.143.ch",
    lines: [
      dayAndNight("Die Dargebotene Hand, La Main Tendue, Telefono Amico", "call 143", "de", "fr", "it"),
    ],
  },
  {
    country: "FR",
    emergencyNumber: "112 (ambulance 15)",
    source: "https://3114.fr",
    lines: [dayAndNight("3114", "call 3114", "fr")],
  },
  {
    country: "ES",
    emergencyNumber: "112",
    source: "https://www.sanidad.gob.es/linea024",
    lines: [dayAndNight("Línea 024", "call 024", "es")],
  },
  {
    country: "IT",
    emergencyNumber: "112",
    source: "https://www.telefonoamico.it",
    lines: [line("Telefono Amico Italia", "call 02 2327 2327", "it")],
  },
  {
    country: "NL",
    emergencyNumber: "112",
    source: "https://www.113.nl",
    lines: [dayAndNight("113 Zelfmoordpreventie", "call 113 or 0800 0113", "nl")],
  },
  {
    country: "BE",
    emergencyNumber: "112",
    source: "https://www.zelfmoord1813.be",
    lines: [
      dayAndNight("Zelfmoordlijn", "call 1813", "nl"),
      dayAndNight("Centre de Prévention du Suicide", "call 0800 32 123", "fr"),
    ],
  },
  {
    country: "SE",
    emergencyNumber: "112",
    source: "https://mind.se",
    lines: [dayAndNight("Mind Självmordslinjen", "call 90101", "sv")],
  },
  {
    country: "NO",
    emergencyNumber: "112 (ambulance 113)",
    source: "https://mentalhelse.no",
    lines: [dayAndNight("Mental Helse", "call 116 123", "no")],
  },
  {
    country: "DK",
    emergencyNumber: "112",
    source: "https://www.livslinien.dk",
    lines: [line("Livslinien", "call 70 201 201", "da")],
  },
  {
    country: "FI",
    emergencyNumber: "112",
    source: "https://mieli.fi",
    lines: [dayAndNight("MIELI Kriisipuhelin", "call 09 2525 0111", "fi")],
  },
  {
    country: "PL",
    emergencyNumber: "112",
    source: "https://centrumwsparcia.pl",
    lines: [
      dayAndNight("Centrum Wsparcia", "call 800 70 2222", "pl"),
      line("Kryzysowy Telefon Zaufania", "call 116 123", "pl"),
    ],
  },
  {
    country: "PT",
    emergencyNumber: "112",
    source: "https://www.sns24.gov.pt",
    lines: [
      dayAndNight("SNS 24", "call 808 24 24 24", "pt"),
      line("SOS Voz Amiga", "call 213 544 545", "pt"),
    ],
  },
  {
    country: "MX",
    emergencyNumber: "911",
    source: "https://www.gob.mx/lineadelavida",
    lines: [dayAndNight("Línea de la Vida", "call 800 911 2000", "es")],
  },
  {
    country: "AR",
    emergencyNumber: "911 (ambulance 107)",
    source: "https://www.asistenciaalsuicida.org.ar",
    lines: [
      line("Centro de Asistencia al Suicida", "call 135 in Buenos Aires or 0800 345 1435 elsewhere", "es"),
    ],
  },
  {
    country: "BR",
    emergencyNumber: "192 (ambulance) or 190 (police)",
    source: "https://cvv.org.br",
    lines: [dayAndNight("CVV", "call 188", "pt")],
  },
  {
    country: "IN",
    emergencyNumber: "112",
    source: "https://telemanas.mohfw.gov.in",
    lines: [dayAndNight("Tele-MANAS", "call 14416")],
  },
  {
    country: "ZA",
    emergencyNumber: "112 from a mobile (ambulance 10177)",
    source: "https://www.sadag.org",
    lines: [dayAndNight("SADAG Suicide Crisis Helpline", "call 0800 567 567")],
  },
  {
    country: "JP",
    emergencyNumber: "119 (ambulance) or 110 (police)",
    source: "https://www.since2011.net/yorisoi",
    lines: [dayAndNight("Yorisoi Hotline", "call 0120 279 338")],
  },
];

export const CRISIS_LINES: Readonly<Record<string, CrisisLines>> = Object.fromEntries(
  ALL.map((lines) => [lines.country, lines]),
);
