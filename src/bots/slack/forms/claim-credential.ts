import { claimCredential } from "#core/credentials/claim/claim-credential.ts";
import { PROFESSION_LABELS } from "#core/credentials/professions.ts";
import { findActor } from "#core/members/find-actor.ts";
import { communityOf } from "../actor.ts";
import type { Form } from "../markup.ts";
import type { SlackForm } from "../press.ts";

const DISPLAY = [
  { label: "Usual: my profession only (in the UK: my name too)", value: "usual" },
  { label: "My profession only", value: "role-only" },
  { label: "My name and profession", value: "named" },
];

const PROFESSIONS = PROFESSION_LABELS.map((label) => ({ label, value: label }));

/** Somebody new also says by which name the team is to know them. */
export function claimCredentialForm(isNew: boolean): Form {
  const field = (id: string, label: string, more: object = {}) => ({ id, label, limit: 80, ...more });
  return {
    verb: "claim-credential",
    subject: isNew ? "new" : "own",
    title: "Your credential",
    submit: "Send",
    pieces: [
      {
        ours: "We look this up in public registers. Then it must be shown that it is you, and two people decide. You are told each step here. Verified colleagues in this workspace see the name on the licence, so that they can vouch for you.",
      },
      {
        ours: "*Never give us* a photo of an ID or licence, a date of birth, a social security number or a DEA number. We do not want them, and refuse them.",
      },
    ],
    fields: [
      ...(isNew ? [field("pseudonym", "The name that the team sees", { limit: 32 })] : []),
      field("first", "First name, as on the licence"),
      field("last", "Last name, as on the licence"),
      field("former", "Earlier last names", { optional: true, hint: "With commas between." }),
      field("profession", "Profession", { choices: PROFESSIONS, hint: "The one that this licence is for." }),
      field("jurisdiction", "Licensed where?", { hint: "A state or province; elsewhere a country." }),
      field("licence", "Licence number"),
      field("npi", "NPI", { optional: true, hint: "In the United States: ten digits." }),
      field("display", "What patients see beside your answers", {
        choices: DISPLAY,
        value: "usual",
        optional: true,
        hint: "UK doctors: your regulator advises to use your name.",
      }),
    ],
  };
}

export const claimCredentialSent = {
  verb: "claim-credential",
  changes: true,
  access: "anyone",
  clean: true,
  blames: "licence",
  fieldIds: {
    name: "pseudonym",
    "first name": "first",
    "last name": "last",
    "earlier last names": "former",
    profession: "profession",
    "place of the licence": "jurisdiction",
    NPI: "npi",
  },
  async run({ core, handling, who, fields }) {
    const { communityId, spaceId } = await communityOf(core, who);
    const { actor } = await findActor(core, {
      platform: "slack",
      accountExternalId: who.accountId,
      spaceExternalId: who.spaceId,
    });
    const { pseudonym = "", display = "" } = fields;
    await claimCredential(handling, {
      claimant:
        actor === undefined
          ? { communityId, spaceId, platform: "slack", externalId: who.accountId, pseudonym }
          : { actor },
      typed: {
        first: fields.first ?? "",
        last: fields.last ?? "",
        former: fields.former ?? "",
        profession: fields.profession ?? "",
        jurisdiction: fields.jurisdiction ?? "",
        licence: fields.licence ?? "",
        npi: fields.npi ?? "",
        display: display === "named" || display === "role-only" ? display : "",
      },
    });
    return undefined;
  },
} satisfies SlackForm;
