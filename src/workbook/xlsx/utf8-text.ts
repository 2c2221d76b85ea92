/** Takes a text piece by piece. */
export interface TextSink {
  add(piece: string): void;
}

/** Collects a long text as UTF-8 bytes, without ever holding it as one string. */
export interface Utf8Text extends TextSink {
  bytes(): Uint8Array;
}

/** Units that are collected before they are encoded: many pieces at once cost little more than one. */
const unitsAtOnce = 1 << 14;

export function utf8Text(): Utf8Text {
  let buffer = new Uint8Array(1 << 20);
  let length = 0;
  let pending = '';
  const encoder = new TextEncoder();
  const encode = () => {
    // A UTF-16 unit takes at most three bytes.
    const most = length + 3 * pending.length;
    if (most > buffer.length) {
      const larger = new Uint8Array(Math.max(2 * buffer.length, most));
      larger.set(buffer.subarray(0, length));
      buffer = larger;
    }
    length += encoder.encodeInto(pending, buffer.subarray(length)).written;
    pending = '';
  };
  return {
    add(piece) {
      pending += piece;
      if (pending.length > unitsAtOnce) encode();
    },
    bytes() {
      encode();
      return buffer.subarray(0, length);
    },
  };
}
