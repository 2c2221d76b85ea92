import type { bottleneckTexts } from './explanation/bottlenecks';
import type { conflictTexts } from './explanation/conflict';
import type { groupTexts } from './explanation/conflict-of-groups';
import type { fixTexts } from './explanation/fixes';
import type { warningTexts } from './explanation/input-warnings';
import type { factorTexts } from './explanation/limiting-factors';
import type { differenceTexts } from './explanation/plan-difference';
import type { shortfallTexts } from './explanation/shortfalls';
import type { comparisonTexts } from './explanation/why-this-item';
import type { brokenTexts } from './explanation/yield-limits';
import type { heuristicTexts } from './rules/heuristic';
import type { alertTexts } from './rules/rule-alerts';
import type { shortageTexts } from './rules/shortage-reasons';
import type { overrideTexts } from './what-if/overrides';

/** Every sentence that the core says about a plan, for the catalogues of other languages. */
export type ReasonTexts = typeof bottleneckTexts &
  typeof conflictTexts &
  typeof groupTexts &
  typeof fixTexts &
  typeof warningTexts &
  typeof factorTexts &
  typeof differenceTexts &
  typeof shortfallTexts &
  typeof comparisonTexts &
  typeof brokenTexts &
  typeof heuristicTexts &
  typeof alertTexts &
  typeof shortageTexts &
  typeof overrideTexts;
