/** Units by which a cell may miss a limit before a check fails: far below what anybody plans, far above rounding. */
export const quantityTolerance = 0.0001;

/** Fraction by which a total may differ from the solver's. */
export const relativeTolerance = 0.000001;

/** Whether two totals agree; `agreementFormula` says the same on the sheet. */
export function agrees(value: number, stated: number): boolean {
  return Math.abs(value - stated) <= relativeTolerance * Math.max(1, Math.abs(stated));
}

/** The formula of `agrees`, for the addresses of the two totals. */
export function agreementFormula(value: string, stated: string): string {
  return `ABS(${value}-${stated})<=0.000001*MAX(1,ABS(${stated}))`;
}
