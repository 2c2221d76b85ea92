import type { Timer } from '../forecasting/index';

/** The clock of the machine, for time limits. */
export const machineTimer: Timer = (milliseconds, callback) => {
  const handle = setTimeout(callback, milliseconds);
  return () => clearTimeout(handle);
};
