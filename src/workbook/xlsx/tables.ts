import type { TableShape } from '../name-target';
import { partText, type Parts } from './parts';
import { relationshipsOf } from './relationships';
import { referenceArea } from './sheet-grid';
import type { WorkbookPart } from './workbook-part';
import { decodeCellText } from './xml-text';
import { attribute, child, childrenNamed, parseXml } from './xml';

/** A table with the part that holds it. */
export interface TableOfPart extends TableShape {
  readonly part: string;
  /** Its number in the workbook. */
  readonly id: number;
}

/** All Excel tables of the workbook. */
export function readTables(parts: Parts, workbook: WorkbookPart): readonly TableOfPart[] {
  return workbook.sheets.flatMap((sheet) =>
    relationshipsOf(parts, sheet.part)
      .filter((relationship) => relationship.kind === 'table')
      .flatMap(({ target }) => {
        const root = parseXml(partText(parts, target));
        const area = referenceArea(attribute(root, 'ref'));
        if (area === null) return [];
        const columns = childrenNamed(child(root, 'tableColumns'), 'tableColumn');
        return [
          {
            part: target,
            id: Number(attribute(root, 'id') ?? 0),
            name: attribute(root, 'displayName') ?? attribute(root, 'name') ?? '',
            sheet: sheet.name,
            area,
            headerRows: Number(attribute(root, 'headerRowCount') ?? 1),
            totalsRows: Number(attribute(root, 'totalsRowCount') ?? 0),
            headers: columns.map((column) => decodeCellText(attribute(column, 'name') ?? '')),
          },
        ];
      }),
  );
}
