type Column = "originalSealed" | "crossingSealed";

interface At {
  readonly updateId: string;
  readonly authorId: string;
  readonly column: Column;
}

const place = ({ updateId, column }: At) => ({ table: "CircleUpdate", column, row: updateId });

/** For many to be opened at once. */
export const sealedUpdate = (at: At, blob: Uint8Array) => ({
  owner: { memberId: at.authorId },
  place: place(at),
  blob,
});
