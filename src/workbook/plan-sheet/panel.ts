import type { CellStyle } from '../sheet-content';
import type { CellValue } from '../workbook';
import { freeLine, measureColumn, ownerColumn } from './sheet-block';
import type { FreeLine, LinePlaces } from './sheet-block';
import type { SheetStyles } from './styles';

/** A line of the panel left of the charts: what it is, and its value. */
export interface PanelEntry {
  readonly label: string;
  readonly value: CellValue;
  readonly formula?: (places: LinePlaces) => string;
  readonly style: CellStyle;
}

/** A panel line. */
export function panelLine(entry: PanelEntry, styles: SheetStyles): FreeLine {
  return freeLine((places) => [
    { column: ownerColumn, value: entry.label, style: styles.label },
    {
      column: measureColumn,
      value: entry.value,
      formula: entry.formula ? entry.formula(places) : null,
      style: entry.style,
    },
  ]);
}

/** The heading of a section, underlined across the given columns. */
export function sectionLine(title: string, styles: SheetStyles, columns: number): FreeLine {
  return freeLine(
    Array.from({ length: columns }, (_, column) => ({
      column,
      value: column === 0 ? title : null,
      style: styles.section,
    })),
  );
}
