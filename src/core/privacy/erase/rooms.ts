import { eraseAsking } from "./asking.ts";
import { eraseCredentials } from "./credentials.ts";
import type { EraseRoom } from "./erasing.ts";
import { eraseExperiences } from "./experiences.ts";
import { eraseLibrary } from "./library.ts";
import { eraseMessages } from "./messages.ts";
import { eraseModeration } from "./moderation.ts";
import { eraseNotes } from "./notes.ts";
import { erasePeers } from "./peers.ts";
import { eraseProposals } from "./proposals.ts";
import { eraseProviding } from "./providing.ts";
import { eraseReadings } from "./readings.ts";
import { eraseRemainder } from "./remainder.ts";
import { eraseRhythm } from "./rhythm.ts";
import { eraseYou } from "./you.ts";

/**
 * Every room that has something of a member, in the order in which they are asked. What a room takes back is enqueued before
 * `messages` removes what stands with the member; `you` makes the name neutral, and every card that is edited afterwards says that one.
 */
export const ROOMS: readonly EraseRoom[] = [
  eraseAsking,
  eraseNotes,
  eraseProviding,
  eraseLibrary,
  eraseExperiences,
  eraseCredentials,
  eraseModeration,
  eraseProposals,
  eraseReadings,
  erasePeers,
  eraseRhythm,
  eraseMessages,
  eraseRemainder,
  eraseYou,
];
