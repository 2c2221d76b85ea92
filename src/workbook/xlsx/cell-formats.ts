import { partText, type Parts } from './parts';
import { isTrue, workbookTarget, type WorkbookPart } from './workbook-part';
import { attribute, child, childrenNamed, parseXml } from './xml';

/** What reading needs to know of the workbook's cell formats, by index of the format. */
export interface CellFormats {
  readonly numberFormats: readonly string[];
  /** Whether a cell of that format refuses edits once its sheet is protected. */
  readonly locked: readonly boolean[];
}

/** Number formats that files name by a number only (ECMA-376 part 1, 18.8.30), as Excel shows them in English. */
export const builtinNumberFormats: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  37: '#,##0_);(#,##0)',
  38: '#,##0_);[Red](#,##0)',
  39: '#,##0.00_);(#,##0.00)',
  40: '#,##0.00_);[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

export function readCellFormats(parts: Parts, workbook: WorkbookPart): CellFormats {
  const part = workbookTarget(parts, workbook, 'styles');
  if (part === null) return { numberFormats: [], locked: [] };
  const root = parseXml(partText(parts, part));
  const custom = new Map(
    childrenNamed(child(root, 'numFmts'), 'numFmt').map((format) => [
      Number(attribute(format, 'numFmtId')),
      attribute(format, 'formatCode') ?? 'General',
    ]),
  );
  const formats = childrenNamed(child(root, 'cellXfs'), 'xf');
  return {
    numberFormats: formats.map((format) => {
      const id = Number(attribute(format, 'numFmtId') ?? 0);
      return custom.get(id) ?? builtinNumberFormats[id] ?? 'General';
    }),
    locked: formats.map((format) => {
      const protection = child(format, 'protection');
      const stated = protection && attribute(protection, 'locked');
      return stated == null || isTrue(stated);
    }),
  };
}
