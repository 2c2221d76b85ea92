/** Takes one step of a change back. */
export type UndoStep = (context: Excel.RequestContext) => Promise<void>;
