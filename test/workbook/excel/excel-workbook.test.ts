import { excelWorkbook } from '../../../src/workbook/excel/excel-workbook';
import { describeWorkbookContract } from '../../contracts/workbook-contract';
import { openNodeHost } from '../../host/node-host';
import { hostData, inspected } from './open-book';

describeWorkbookContract('Excel through Office.js', (content) => {
  const host = openNodeHost(hostData(content));
  return Promise.resolve({
    workbook: excelWorkbook(),
    inspect: () => Promise.resolve(inspected(host.snapshot())),
  });
});
