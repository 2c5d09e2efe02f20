import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** A package that people would take instead: what it leaves of a text. */
export interface Peer {
  readonly name: string;
  readonly scrub: (text: string) => string | Promise<string>;
}

const HOME = join(import.meta.dirname, "peers");

/** Whether `npm run bench:screening` has installed them. */
export const peersAreThere = (): boolean => existsSync(join(HOME, "node_modules"));

// biome-ignore lint/suspicious/noExplicitAny: packages that are installed for the bench only, some without types.
type Anything = any;

function cut(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  return spans
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => `${left.slice(0, start)}[x]${left.slice(end)}`, text);
}

/** The peers with the settings under which each finds most. */
export async function loadPeers(): Promise<Peer[]> {
  const require = createRequire(join(HOME, "package.json"));
  const loadWhole = async (name: string): Promise<Anything> => import(require.resolve(name));
  const load = async (name: string): Promise<Anything> => {
    const loaded = await loadWhole(name);
    return { ...loaded, ...loaded.default };
  };
  const { SyncRedactor } = await load("redact-pii");
  const { Redactor } = await load("@redactpii/node");
  const { OpenRedaction } = await load("openredaction");
  const { sanitizePii } = await load("@cdssnc/sanitize-pii");
  const { removePII } = await import(join(HOME, "node_modules", "@coffeeandfun", "remove-pii", "index.js"));
  const chrono = await load("chrono-node");
  const compromise = (await loadWhole("compromise")).default;
  const { findNumbers } = await load("libphonenumber-js/max");
  const redactPii = new SyncRedactor();
  const redactor = new Redactor({ aggressive: true });
  const whole = new OpenRedaction();
  const hipaa = new OpenRedaction({ preset: "hipaa" });
  return [
    { name: "redact-pii", scrub: (text) => redactPii.redact(text) },
    { name: "@redactpii/node (aggressive)", scrub: (text) => redactor.redact(text) },
    { name: "openredaction", scrub: async (text) => (await whole.detect(text)).redacted },
    { name: "openredaction (hipaa)", scrub: async (text) => (await hipaa.detect(text)).redacted },
    { name: "@cdssnc/sanitize-pii", scrub: (text) => sanitizePii(text) },
    { name: "@coffeeandfun/remove-pii", scrub: (text) => removePII(text) },
    {
      name: "chrono-node",
      scrub: (text) =>
        cut(
          text,
          chrono.parse(text).map((one: Anything) => ({ start: one.index, end: one.index + one.text.length })),
        ),
    },
    {
      name: "libphonenumber-js",
      scrub: (text) =>
        cut(
          text,
          findNumbers(text, { defaultCountry: "US", v2: true }).map((one: Anything) => ({
            start: one.startsAt,
            end: one.endsAt,
          })),
        ),
    },
    {
      name: "compromise",
      scrub: (text) => {
        const document = compromise(text);
        const found = [...document.people().out("array"), ...document.places().out("array")];
        return found.reduce((left: string, one: string) => left.replaceAll(one, "[x]"), text);
      },
    },
  ];
}
