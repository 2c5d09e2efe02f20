/** `answer/version` of a button: the words of an answer that a colleague read. */
export function seenFrom(subjectId: string): { answerId: string; version: number } {
  const [answerId = "", version] = subjectId.split("/");
  return { answerId, version: Number(version) };
}
