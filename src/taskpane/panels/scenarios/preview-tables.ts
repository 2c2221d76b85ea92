import { isQuantity } from '../../../workbook/compare-sheet/input-differences';
import type { InputPreview } from '../../../workbook/scenarios/preview-scenario';

/** What a scenario makes of one input, summed up (rates: averaged) over its changed places. */
export interface PreviewTable {
  readonly input: string;
  /** Number of changed places. */
  readonly places: number;
  readonly how: 'sum' | 'average';
  readonly total: BeforeAfter;
  /** By period, or by item where periods do not matter; none where there is one place only. */
  readonly rows: readonly (BeforeAfter & { readonly title: string })[];
  readonly by: 'period' | 'item';
  /** Further rows that are not listed. */
  readonly more: number;
}

/** Null: not given, or no limit. */
export interface BeforeAfter {
  readonly before: number | null;
  readonly after: number | null;
}

/** Most rows of a preview. */
const mostRows = 12;

/** The previews of a scenario as small tables. */
export function previewTables(inputs: readonly InputPreview[]): readonly PreviewTable[] {
  return inputs.map(({ input, rows, columns, before, after }): PreviewTable => {
    const places = rows.flatMap((item, r) =>
      columns.flatMap((period, c) =>
        before[r][c] === after[r][c] ? [] : [{ item, period, before: before[r][c], after: after[r][c] }],
      ),
    );
    const how = isQuantity(input) ? 'sum' : 'average';
    const by = columns.some((period) => period !== null) ? 'period' : 'item';
    const titles = (by === 'period' ? columns : rows).filter((title) => title !== null);
    const listed = titles.map((title) => ({
      title,
      ...folded(
        places.filter((place) => place[by] === title),
        how,
      ),
    }));
    const shown = places.length === 1 && listed.length === 0 ? [] : listed;
    return {
      input,
      places: places.length,
      how,
      total: folded(places, how),
      rows: shown.slice(0, mostRows),
      by,
      more: Math.max(0, shown.length - mostRows),
    };
  });
}

/** Sum or average; null as soon as one place has no number. */
function folded(places: readonly BeforeAfter[], how: PreviewTable['how']): BeforeAfter {
  const fold = (side: keyof BeforeAfter) => {
    const numbers = places.flatMap((place) => place[side] ?? []);
    if (numbers.length < places.length || places.length === 0) return null;
    const sum = numbers.reduce((total, number) => total + number, 0);
    return how === 'sum' ? sum : sum / numbers.length;
  };
  return { before: fold('before'), after: fold('after') };
}
