import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Actor, can, ROLES, type Role, VERBS, type Verb } from "#core/access.ts";

/** Writes docs/access.md from what src/core/access.ts answers; with --check it only says whether the file is that. */
const file = join(import.meta.dirname, "..", "docs", "access.md");

/** Each verb as an admin would say it; a verb without words does not compile. */
const WORDS: Readonly<Record<Verb, string>> = {
  "question.ask": "ask a question",
  "question.send": "send a question that was shown",
  "question.read": "read one's questions and what came back",
  "question.follow-up": "reply, and ask again",
  "question.take-back": "take a question back",
  "question.ask-peers": "let other members read one's question",
  "question.stop-peers": "let nobody read it any more",
  "question.read-peers": "read a question whose patient lets members read it",
  "question.rate": "say whether an answer helped",
  "question.read-card": "read the card of a question that waits",
  "question.claim": "take a question to answer it",
  "question.release": "give a question back, or step back from it",
  "question.answer": "answer, edit the answer, write to the patient",
  "question.look": "look at a colleague's answer before it is sent",
  "question.second-opinion": "say what one thinks of a colleague's answer",
  "question.withdraw-opinion": "withdraw what one said of a colleague's answer",
  "question.ask-back": "ask the patient something back",
  "question.report": "report a conversation, which pauses it",
  "report.file": "report a post or a person",
  "report.read": "read the transparency report of a month",
  "report.publish": "post the transparency report to both sides",
  "question.resume": "let a reported conversation go on",
  "question.list": "see how questions stand, never what was asked",
  "crisis.take": "go to somebody who may be in danger",
  "crisis.ask-company": "ask for company in an alert about oneself",
  "crisis.worry": "tell the team that one is worried about somebody",
  "sheet.make": "make a visit sheet of one's questions, answers and notes",
  "note.write": "write, read and delete one's notes for it",
  "member.care": "say that one is here for somebody else too",
  "experience.draft": "write an experience, and choose who may use it",
  "experience.share": "share an experience that was shown",
  "experience.read-own": "see one's own experiences",
  "experience.withdraw": "withdraw or delete one's own experience",
  "experience.find": "read others' experiences, as far as they agreed to it",
  "experience.list": "see shared experiences to moderate them, never who somebody is",
  "experience.label": "put a label before somebody's experience",
  "member.settings": "change one's name here, country, and how replies come",
  "member.digest": "choose a weekly digest, read it, and stop it",
  "member.who-saw": "see who opened one's questions, by role and day",
  "member.erase": "erase everything of oneself",
  "member.read": "list members with their roles, never who they are",
  "member.invite": "invite somebody to the command line",
  "member.change-role": "give a role or take it back",
  "credential.claim": "claim a credential",
  "credential.prove": "enter a code, or prove a work address",
  "credential.vouch": "vouch for a colleague",
  "credential.attest": "check a claim, begin a proof, put it to a second person",
  "credential.approve": "approve as the second person",
  "credential.reject": "say no to a claim",
  "credential.suspend": "end a credential's standing at once",
  "credential.revoke": "end a credential for good",
  "credential.read": "see claims, checks and what is due",
  "badge.issue": "issue a badge for somebody",
  "badge.issue-own": "issue a badge for oneself",
  "badge.publish": "make the list of revoked badges",
  "credential.question": "question a credential",
  "case.read": "read what was asked about credentials",
  "case.read-private": "read a case about what was said in private",
  "case.reply": "reply to a question about one's credential",
  "case.decide": "decide on a question about a credential",
  "threshold.read": "see at how many points a strike also pauses somebody",
  "threshold.set": "set at how many points it does",
  "shift.set": "say when one is there to moderate",
  "shift.set-other": "say when somebody else is there to moderate",
  "shift.read": "see who is there when",
  "policy.replay": "try a changed policy on what was written before",
  "policy.push": "bring Discord's own filter in line with the policies",
  "policy.propose": "propose other rules of screening, or put them in force for a day",
  "policy.approve": "agree to them as the second person",
  "decision.undo": "take back a decision of the last day",
  "decision.confirm": "confirm a ban or a suspension for good as the second person",
  "decision.read-own": "see what was decided about oneself",
  "appeal.file": "ask for another look at a decision about oneself",
  "appeal.read": "see appeals",
  "appeal.decide": "decide an appeal",
  "identity.propose": "ask to see which account is a member's",
  "identity.approve": "agree to it as the second person",
  "identity.show": "look, for a quarter of an hour, as one of the two",
  "export.propose": "ask to save what is kept about a member",
  "export.approve": "agree to it as the second person",
  "export.save-own": "save what is kept about oneself",
  "export.save": "save it, for a day, as one of the two",
  "erase.propose": "ask to erase everything of a member",
  "erase.approve": "agree to it as the second person",
  "erase.read": "see the receipt of an erasure, by its code",
  "peers.connect": "say what one would like to be found by, and switch matching on or off",
  "peers.answer": "say no to somebody who was offered",
  "peers.accept": "say yes to somebody who was offered",
  "peers.block": "block somebody, and take that back",
  "peers.leave": "leave a pair",
  "mentor.apply": "take the questions for becoming a mentor",
  "mentor.keep": "say how one is a mentor, and stop",
  "mentor.read": "see who is a mentor and who would like to be",
  "mentor.decide": "approve, decline or end a mentor",
  "friends.read": "see one's friends, and what they share",
  "friends.add": "ask somebody whom one met to be friends",
  "friends.remove": "end a friendship",
  "update.write": "write an update, cancel it, mute answers to it",
  "update.send": "send an update to one's friends",
  "update.answer": "answer a friend's update",
  "library.find": "look for answers that are kept, and thank for them",
  "library.keep": "ask whether an answer may be kept for others",
  "library.agree": "say yes or no to it, and take it out again",
  "library.look": "look at it before others find it, and again when its day has come",
  "library.retire": "take it out for good, or merge it into another one",
  "library.import": "bring in answers from elsewhere",
  "library.list": "see what is kept, what waits and what is due",
  "community.create": "make a further community",
  "community.configure": "link channels, name a crisis contact, change settings",
  "community.read": "see what is linked and what is missing",
  "audit.verify": "check that the record was not changed",
};

const HERE = "here";
const ME = "me";

const mayAs = (roles: readonly Role[], verb: Verb, ownerId?: string): boolean => {
  const actor: Actor = { memberId: ME, communityId: HERE, pseudonym: "", roles };
  return can(actor, verb, ownerId === undefined ? undefined : { communityId: HERE, ownerId });
};

/** Roles that take a permission away from whoever holds them too. */
const spoilers = (verb: Verb, role: Role): readonly Role[] =>
  ROLES.filter((other) => !mayAs([role, other], verb));

function cell(verb: Verb, role: Role): string {
  if (!mayAs([role], verb)) return "–";
  const [own, others] = [mayAs([role], verb, ME), mayAs([role], verb, "them")];
  const which = own && others ? "yes" : own ? "own" : "others'";
  return spoilers(verb, role).length === 0 ? which : `${which} ¹`;
}

function reference(): string {
  const spoiled = new Set(
    VERBS.flatMap((verb) =>
      ROLES.filter((role) => mayAs([role], verb)).flatMap((role) => spoilers(verb, role)),
    ),
  );
  return [
    "# Who may do what",
    "Written by `npm run generate` from `src/core/access.ts`; change it there. A person may hold several roles: one that allows an act is enough. Whoever holds none, has no account here, or left, may do nothing of it.",
    "",
    "**own**: only with what is one's own (one's question, data, credential). **others'**: never with one's own. **yes**: both. –: no. What belongs to another community is not there, for anybody.",
    "",
    `| | ${ROLES.join(" | ")} |`,
    `|---|${ROLES.map(() => "---").join("|")}|`,
    ...VERBS.map(
      (verb) => `| ${WORDS[verb]} (\`${verb}\`) | ${ROLES.map((role) => cell(verb, role)).join(" | ")} |`,
    ),
    "",
    ...(spoiled.size === 0
      ? []
      : [`¹ Not for somebody who is also ${[...spoiled].map((role) => `a ${role}`).join(" or ")}.`, ""]),
    "A role is not all that is asked. Whoever answers, looks at an answer, vouches, or as a provider goes to somebody in danger needs a credential that stands at that moment. A credential needs two people: who proposes it, who approves it and whose it is are three. Nobody decides on a question about a credential that they asked. Patients report their own conversations only.",
    "",
    "Anybody, also who never joined, may read what this is (`/start`), see help lines (`/help-now`), check what was checked of a provider, and on the team's side claim a credential. Commands about the machine itself (`start`, `doctor`, `db`, `registry`, `rules`, `completion`, `policy` but `replay`, `push`, `propose` and `take-back`, `screen`) ask for no role: whoever can run them owns the files.",
    "",
    "That every command, menu, button and form keeps to this, for every role, is tested through the real doors: `test/contracts/access-table.ts` has a line for each, written by hand.",
  ].join("\n");
}

const wanted = `${reference()}\n`;
if (process.argv.includes("--check")) {
  const found = await readFile(file, "utf8").catch(() => "");
  if (found !== wanted) {
    process.stdout.write("docs/access.md is not that of src/core/access.ts; run npm run generate.\n");
    process.exit(1);
  }
} else {
  await writeFile(file, wanted);
}
