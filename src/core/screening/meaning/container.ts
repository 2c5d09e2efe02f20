/** Named arrays in one file: the length of a JSON list of contents, the list, then the arrays, each at a multiple of 8. */
const KINDS = { Int8Array, Uint8Array, Uint16Array, Uint32Array, Float32Array } as const;

type Kind = keyof typeof KINDS;
export type Packed = Int8Array | Uint8Array | Uint16Array | Uint32Array | Float32Array;

interface Entry {
  readonly name: string;
  readonly kind: Kind;
  readonly at: number;
  readonly length: number;
}

const aligned = (at: number) => Math.ceil(at / 8) * 8;

function kindOf(array: Packed): Kind {
  if (array instanceof Int8Array) return "Int8Array";
  if (array instanceof Uint8Array) return "Uint8Array";
  if (array instanceof Uint16Array) return "Uint16Array";
  return array instanceof Uint32Array ? "Uint32Array" : "Float32Array";
}

/** Packs arrays by their names. */
export function pack(arrays: Readonly<Record<string, Packed>>): Uint8Array {
  let at = 0;
  const entries: Entry[] = Object.entries(arrays).map(([name, array]) => {
    const entry = { name, kind: kindOf(array), at, length: array.length };
    at = aligned(at + array.byteLength);
    return entry;
  });
  const list = new TextEncoder().encode(JSON.stringify(entries));
  const start = aligned(4 + list.length);
  const file = new Uint8Array(start + at);
  new DataView(file.buffer).setUint32(0, list.length, true);
  file.set(list, 4);
  for (const { name, at: offset } of entries) {
    const array = arrays[name];
    if (array !== undefined)
      file.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), start + offset);
  }
  return file;
}

/** Reads what `pack` made: a function that gives the array of a name, or an empty one. */
export function unpack(
  file: Uint8Array,
): <T extends Kind>(name: string, kind: T) => InstanceType<(typeof KINDS)[T]> {
  const { buffer, byteOffset: origin } =
    file.byteOffset % 8 === 0 && file.buffer instanceof ArrayBuffer
      ? { buffer: file.buffer, byteOffset: file.byteOffset }
      : new Uint8Array(file);
  const listLength = new DataView(buffer, origin).getUint32(0, true);
  const entries: Entry[] = JSON.parse(
    new TextDecoder().decode(new Uint8Array(buffer, origin + 4, listLength)),
  );
  const start = origin + aligned(4 + listLength);
  return (name, kind) => {
    const entry = entries.find((one) => one.name === name && one.kind === kind);
    const make = KINDS[kind];
    return new make(buffer, start + (entry?.at ?? 0), entry?.length ?? 0) as InstanceType<
      (typeof KINDS)[typeof kind]
    >;
  };
}
