import type { Candidate } from "../identifiers/candidate.ts";
import type { Evidence } from "../names/features.ts";
import { type LinearWeights, readWeights, weighFeatures } from "../reading/linear.ts";
import { HANDLE_FEATURE_LIMIT, handleFeatures, handleRuns } from "./features.ts";

/** What a stretch is; the second is a handle. */
export const HANDLE_KINDS = 2;
/** From which likelihood on a stretch is removed; chosen by the figures of corpus/heldout. */
const LEAST = 0.25;

const buffer = new Int32Array(HANDLE_FEATURE_LIMIT);
const likely = new Float64Array(HANDLE_KINDS);

/**
 * "marmalade", "sodaspringsmeg", "luna.sin.gluten": handles that look like words and are told by what stands around them.
 * `told`: the text has a word that speaks of handles.
 */
export function findWordHandles({ text, tokens, facts }: Evidence, told: boolean): readonly Candidate[] {
  const weights = trainedHandles();
  return handleRuns(text, tokens, facts, told).flatMap((run): Candidate[] => {
    weighFeatures(buffer, handleFeatures(text, tokens, facts, run, buffer), weights, likely);
    if ((likely[1] ?? 0) < LEAST) return [];
    return [{ start: tokens[run.first]?.start ?? 0, end: tokens[run.last]?.stemEnd ?? 0, type: "HANDLE" }];
  });
}

let trained: LinearWeights | undefined;

/** The trained weights, read at the first call. */
export function trainedHandles(): LinearWeights {
  trained ??= readWeights("handles.bin");
  return trained;
}
