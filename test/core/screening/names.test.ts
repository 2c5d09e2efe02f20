import { describe, expect, test } from "vitest";
import { screen } from "#core/screening/screen.ts";

const removed = (text: string) =>
  screen(text).identifiers.map(({ start, end, type }) => `${type} ${text.slice(start, end)}`);

describe("people, places and what else has no form of its own", () => {
  test.each([
    ["hey its denise again, my a1c came back 7.2", ["NAME denise"]],
    ["My rheumatologist, Dr. Okonkwo-Bell, moved away", ["NAME Dr. Okonkwo-Bell"]],
    ["will and i went to the clinic", ["NAME will"]],
    ["My uncle Fergal O'Dwyer lives in Skibbereen", ["NAME Fergal O'Dwyer", "CITY Skibbereen"]],
    ["we moved from Moose Jaw to Trois-Rivières", ["CITY Moose Jaw", "CITY Trois-Rivières"]],
    ["mi hija Lupita tiene fiebre y vivimos en Toluca", ["NAME Lupita", "CITY Toluca"]],
    [
      "Send it to 12 Harbour Lane, Whitby YO21 1AA",
      ["ADDRESS 12 Harbour Lane", "CITY Whitby", "ZIP YO21 1AA"],
    ],
    ["P.O. Box 118, near 5th and Main St", ["ADDRESS P.O. Box 118", "ADDRESS 5th and Main St"]],
    [
      "She was at Larkfield Surgery, then Royal Elmhurst Infirmary",
      ["HOSPITAL Larkfield Surgery", "HOSPITAL Royal Elmhurst Infirmary"],
    ],
    ["estuve en el Hospital San Rafael", ["HOSPITAL Hospital San Rafael"]],
    ["my nan is ninety-four and my plate is LB19 XKC", ["AGE90 ninety-four", "VEHICLE LB19 XKC"]],
    ["grandpa was born in 1931", ["AGE90 1931"]],
  ])("finds them in %j", (text, expected) => {
    expect(removed(text)).toEqual(expected);
  });

  test.each([
    "Crohn's, Parkinson's and Hashimoto's in one family",
    "May I ask what Wilson's disease is?",
    "Does Lyrica help with Raynauds? I take Eliquis and Keppra",
    "dolores de cabeza y la luz me molesta",
    "The eye clinic and the children's hospital both said no",
    "I moved from Texas to Canada in 1977",
    "the 90 minute wait, 98.6 F and 94 percent oxygen",
    "Node.js crashed, the MRI was fine",
    "There was a 4 way split and 10 years close to him",
    "tumors in brain and spine, a constant ache, waiting for a long time",
  ])("leaves %j as it is", (text) => {
    expect(removed(text)).toEqual([]);
  });

  test.each(["every Ճ or - max.p@mail.example ", "after QX-912382 weeks )] max_b@mail.example "])(
    "takes no sign of %j for a name",
    (text) => {
      expect(removed(text)).toEqual([expect.stringMatching(/^EMAIL max/)]);
    },
  );

  test("a name is the same name in capitals, a word in small letters is not", () => {
    expect(screen("My daughter Emma fell, EMMA is fine").scrubbed).toBe(
      "My daughter [name] fell, [name] is fine",
    );
    expect(screen("mark my words, my brother Mark said").scrubbed).toBe(
      "mark my words, my brother [name] said",
    );
  });

  test("a name that was found is removed wherever the text says it again", () => {
    expect(screen("My son Callum fell. callum is fine now.").scrubbed).toBe(
      "My son [name] fell. [name] is fine now.",
    );
  });
});
