import type { Issue } from '../../planning/index';
import { readWithEffects } from '../read-problem';
import type { WorkbookContent } from '../workbook';

/** What a scenario makes of one input, before and after, by item (or resource) and period. */
export interface InputPreview {
  readonly input: string;
  /** Labels of the rows and columns; null where one number holds for all. */
  readonly rows: readonly (string | null)[];
  readonly columns: readonly (string | null)[];
  /** Null: not given, no limit, or a place that the scenario leaves as it is. */
  readonly before: readonly (readonly (number | null)[])[];
  readonly after: readonly (readonly (number | null)[])[];
}

/** What a scenario changes, shown before anything is planned; rows and columns without a change are left out. */
export function previewScenario(
  content: WorkbookContent,
  scenario: string,
): { readonly inputs: readonly InputPreview[]; readonly issues: readonly Issue[] } {
  const { reading, effects } = readWithEffects(content, { scenario });
  const names = [...new Set(effects.map(({ input }) => input))];
  const inputs = names.map((input): InputPreview => {
    const own = effects.filter((effect) => effect.input === input);
    const rows = [...new Set(own.map(({ item }) => item))];
    const columns = inOrder(
      [...new Set(own.map(({ period }) => period))],
      reading.periods.map(({ text }) => text),
    );
    const places = new Map(own.map((effect) => [JSON.stringify([effect.item, effect.period]), effect]));
    const matrix = (side: 'before' | 'after') =>
      rows.map((item) => columns.map((period) => places.get(JSON.stringify([item, period]))?.[side] ?? null));
    return { input, rows, columns, before: matrix('before'), after: matrix('after') };
  });
  return { inputs, issues: reading.issues };
}

/** Labels in the order of the periods, whatever row they first occurred in. */
function inOrder(labels: readonly (string | null)[], order: readonly string[]): readonly (string | null)[] {
  const rank = (label: string | null) => (label === null ? -1 : order.indexOf(label));
  return [...labels].sort((one, other) => rank(one) - rank(other));
}
