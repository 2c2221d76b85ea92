import { cellAddress } from '../../src/workbook/address';
import { createInMemoryWorkbook } from '../../src/workbook/in-memory';
import { describeWorkbookContract } from '../contracts/workbook-contract';

describeWorkbookContract('The in-memory workbook', async (content) => {
  const workbook = createInMemoryWorkbook(content);
  const inspect = async () => ({
    sheets: workbook.current().sheets.map(({ name, cells, charts }) => ({
      name,
      charts: charts.map(({ title }) => title),
      cells: Object.fromEntries(
        cells.map(({ row, column, value, formula = null }) => [cellAddress(row, column), { value, formula }]),
      ),
    })),
  });
  return { workbook, inspect };
});
