import { cellAddress } from '../../../src/workbook/address';
import { buildXlsx } from '../../../src/workbook/xlsx/build-xlsx';
import { describeWorkbookContract } from '../../contracts/workbook-contract';
import { contentOf, expectConsistentPackage, expectWellFormed, opened, unpacked } from './package-files';

describeWorkbookContract('An .xlsx file', async (content) => {
  const workbook = opened(buildXlsx(content));
  return { workbook, inspect: () => inspect(workbook.save()) };
});

/** Looks at the saved bytes: cells through a fresh opening, charts in the chart parts. */
async function inspect(bytes: Uint8Array) {
  expectWellFormed(bytes);
  expectConsistentPackage(bytes);
  const workbook = opened(bytes);
  const { sheets } = await contentOf(workbook, {});
  const files = unpacked(bytes);
  const { ranges } = await contentOf(workbook, {
    ranges: sheets.map((sheet) => ({ sheet, row: 0, column: 0, rowCount: 20, columnCount: 20 })),
  });
  return {
    sheets: ranges.map(({ reference, cells }, index) => ({
      name: reference.sheet,
      charts: chartTitles(files, index),
      cells: Object.fromEntries(
        cells.flatMap((line, row) =>
          line.flatMap(({ value, formula }, column) =>
            value === null && formula === null ? [] : [[cellAddress(row, column), { value, formula }]],
          ),
        ),
      ),
    })),
  };
}

function chartTitles(files: Record<string, string>, sheet: number): string[] {
  const drawing = /drawings\/(drawing\d+)\.xml/.exec(
    files[`xl/worksheets/_rels/sheet${sheet + 1}.xml.rels`] ?? '',
  )?.[1];
  const charts = [...(files[`xl/drawings/_rels/${drawing}.xml.rels`] ?? '').matchAll(/charts\/chart\d+\.xml/g)];
  return charts.map(([path]) => /<a:t>([^<]*)<\/a:t>/.exec(files[`xl/${path}`])?.[1] ?? '');
}
