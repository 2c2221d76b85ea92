/** Numbers collected one after another in a typed array that doubles as it fills: a list of plain numbers is copied twice. */
export interface GrowingList<A extends Float64Array | Int32Array | Uint8Array> {
  /** The numbers so far, followed by room for more; another array after every `push`. */
  values: A;
  length: number;
}

/** An empty list. */
export function growingList<A extends Float64Array | Int32Array | Uint8Array>(
  make: (length: number) => A,
): GrowingList<A> & { push(value: number): void; finished(): A } {
  return {
    values: make(1024),
    length: 0,
    push(value) {
      if (this.length === this.values.length) {
        const larger = make(2 * this.length);
        larger.set(this.values);
        this.values = larger;
      }
      this.values[this.length++] = value;
    },
    finished() {
      const exact = make(this.length);
      exact.set(this.values.subarray(0, this.length));
      return exact;
    },
  };
}

export const wholeNumbers = (length: number): Int32Array => new Int32Array(length);
export const numbers = (length: number): Float64Array => new Float64Array(length);
