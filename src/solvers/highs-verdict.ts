import type { ModelStatusCode } from 'highs';

/** What a status of HiGHS lets us conclude. `numerical` is worth another attempt; `error` is not. */
export type HighsVerdict =
  | 'optimal'
  | 'infeasible'
  | 'unbounded'
  | 'unboundedOrInfeasible'
  | 'timeLimit'
  | 'interrupted'
  | 'numerical'
  | 'error';

/** Translates the status of a finished run (HighsModelStatus in HConst.h of HiGHS 1.15). */
export function verdictOf(status: ModelStatusCode): HighsVerdict {
  switch (status) {
    case 7: // optimal
      return 'optimal';
    case 8: // infeasible
      return 'infeasible';
    case 9: // unbounded or infeasible
      return 'unboundedOrInfeasible';
    case 10: // unbounded
      return 'unbounded';
    case 13: // time limit
      return 'timeLimit';
    case 17: // interrupted by a callback
      return 'interrupted';
    case 3: // presolve failed
    case 4: // solve failed
    case 5: // postsolve failed
    case 14: // iteration limit: none is set, so the simplex has stalled
    case 15: // unknown
      return 'numerical';
    case 0: // not set
    case 1: // load error
    case 2: // model error
    case 6: // empty: a programme without columns never reaches HiGHS
    case 11: // objective bound: none is set
    case 12: // objective target: none is set
    case 16: // solution limit: none is set
      return 'error';
    default:
      return unknownStatus(status);
  }
}

function unknownStatus(status: never): never {
  throw new Error(`HiGHS ended with a status this version does not know: ${status}.`);
}
