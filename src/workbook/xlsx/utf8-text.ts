/** Takes a text piece by piece. */
export interface TextSink {
  add(piece: string): void;
}

/** Collects a long text as UTF-8 bytes, without ever holding it as one string. */
export interface Utf8Text extends TextSink {
  bytes(): Uint8Array;
}

export function utf8Text(): Utf8Text {
  let buffer = new Uint8Array(1 << 16);
  let length = 0;
  const encoder = new TextEncoder();
  /** A UTF-16 unit takes at most three bytes. */
  const makeRoom = (units: number) => {
    if (length + 3 * units <= buffer.length) return;
    const larger = new Uint8Array(Math.max(2 * buffer.length, length + 3 * units));
    larger.set(buffer.subarray(0, length));
    buffer = larger;
  };
  return {
    add(piece) {
      const units = piece.length;
      makeRoom(units);
      for (let index = 0; index < units; index++) {
        const code = piece.charCodeAt(index);
        if (code > 127) {
          length += encoder.encodeInto(piece.slice(index), buffer.subarray(length)).written;
          return;
        }
        buffer[length++] = code;
      }
    },
    bytes: () => buffer.subarray(0, length),
  };
}
