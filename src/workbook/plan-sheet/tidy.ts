import type { Plan } from '../../planning';

const tolerance = 1e-7;

/** A quantity without the solver's noise: a whole number where it is one but for rounding, else unchanged. */
export function tidy(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) <= tolerance * Math.max(1, Math.abs(value) * 1e-3) ? whole + 0 : value;
}

/** A plan whose decisions are tidied, so that cells show 0 and 100 %, not -0 and 99.99999 %. */
export function tidyPlan(plan: Plan): Plan {
  const rows = (matrix: readonly (readonly number[])[]) => matrix.map((row) => row.map(tidy));
  return {
    production: rows(plan.production),
    setups: rows(plan.setups),
    transport: rows(plan.transport),
    subcontract: rows(plan.subcontract),
    inventory: rows(plan.inventory),
    deliveries: rows(plan.deliveries),
    shortage: rows(plan.shortage),
    backorders: rows(plan.backorders),
    overtime: rows(plan.overtime),
    overflow: rows(plan.overflow),
    workforce: plan.workforce && {
      workers: plan.workforce.workers.map(tidy),
      hired: plan.workforce.hired.map(tidy),
      laidOff: plan.workforce.laidOff.map(tidy),
    },
  };
}

/** Whether anything in a row differs from 0. */
export function occurs(values: readonly (number | null)[]): boolean {
  for (let period = 0; period < values.length; period++)
    if (values[period] !== null && values[period] !== 0) return true;
  return false;
}
