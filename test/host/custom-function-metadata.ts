/** What the emulated host reads of a `functions.json`. */
export interface FunctionMetadata {
  functions: {
    id: string;
    name: string;
    parameters: {
      name: string;
      optional?: boolean;
      repeating?: boolean;
      type?: string;
      dimensionality?: string;
    }[];
    options?: { cancelable?: boolean; stream?: boolean };
    result?: { type?: string; dimensionality?: string };
  }[];
}
