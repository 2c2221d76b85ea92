import type { BookDesk } from '../planning-worker/book-desk';
import { planSheetName } from '../workbook/plan-sheet/sheet-name';
import { excelWorkbook } from '../workbook/excel/excel-workbook';
import { readForProblem } from '../workbook/read-problem';
import { noChange } from '../workbook/workbook';
import type { RangeReference, Result } from '../workbook/workbook';
import { absoluteReference, parseArea } from '../workbook/address';
import { downloadText } from './download';
import { done, refused } from './host';
import type { HostChange, PaneHost, SampleName, Theme } from './host';
import { languageFor, stringsOf } from './language';
import { sampleContent } from './sample-content';

/** The pane's surroundings inside Excel: selection, activation and theme by Office.js, the cells by the workbook port. */
export function excelHost(desk: BookDesk): PaneHost {
  const { displayLanguage, contentLanguage } = Office.context;
  const language = displayLanguage || navigator.language;
  const texts = stringsOf[languageFor(language)];
  const workbook = excelWorkbook();

  async function insertSample(sample: SampleName): Promise<Result<void>> {
    const response = await fetch(`samples/${sample}.xlsx`);
    if (!response.ok) return refused(texts.sampleMissing);
    // Reading files is only needed here, and not before somebody asks.
    const { openXlsx } = await import('../workbook/xlsx/open-xlsx');
    const opened = openXlsx(new Uint8Array(await response.arrayBuffer()));
    if (!opened.ok) return opened;
    const here = await workbook.read({ names: [], tables: [], ranges: [], settings: [] });
    if (!here.ok) return here;
    const content = await sampleContent(opened.value, here.value.sheets);
    if (!content.ok) return content;
    const { sheets, names, tables } = content.value;
    const written = await workbook.write({ ...noChange, sheets });
    if (!written.ok) return written;
    return inExcel(async (context) => {
      const existing = names.map(({ name }) => context.workbook.names.getItemOrNullObject(name));
      const existingTables = tables.map(({ name }) => context.workbook.tables.getItemOrNullObject(name));
      [...existing, ...existingTables].forEach((item) => item.load('name'));
      await context.sync();
      names.forEach(({ name, refersTo }, n) => {
        if (existing[n].isNullObject) context.workbook.names.add(name, refersTo);
      });
      tables.forEach(({ name, reference }, n) => {
        if (!existingTables[n].isNullObject) return;
        context.workbook.tables.add(absoluteReference(reference.sheet, reference), true).name = name;
      });
      context.workbook.worksheets.getItem(sheets[0].name).activate();
      await context.sync();
    });
  }

  return {
    kind: 'excel',
    workbook: () => workbook,
    given: async () => {
      const read = await readForProblem(workbook.readRaw);
      if (!read.ok) return read;
      const { request, answer } = read.value;
      return { ok: true, value: { kind: 'excel', raw: answer, request } };
    },
    writePlan: async () => {
      const drawn = await desk.drawPlanSheet();
      if (!drawn.ok) return drawn;
      const { sheet, settings } = drawn.value;
      return workbook.writeDrawn({ drawing: sheet, block: desk.planSheetBlock }, settings);
    },
    workbookName: () => null,
    selectCell: (sheet, address) =>
      inExcel(async (context) => {
        const target = context.workbook.worksheets.getItem(sheet);
        target.activate();
        target.getRange(address).select();
        await context.sync();
      }),
    selectedRange: () => selectedRange(texts.nothingSelected),
    showSheet: (sheet) =>
      inExcel(async (context) => {
        context.workbook.worksheets.getItem(sheet).activate();
        await context.sync();
      }),
    insertSample,
    removeResult: (sheet) => workbook.write({ ...noChange, removeSheets: [sheet] }),
    // No part of the first scripts: it is only needed once somebody replaces a plan.
    replacePlan: async (options) => {
      const { replaceInPlace } = await import('../workbook/replace-in-place');
      return replaceInPlace(workbook, (content) => desk.replacement(content, options));
    },
    restorePlan: async () => {
      const { restoreInPlace } = await import('../workbook/replace-in-place');
      return restoreInPlace(workbook);
    },
    onInputsChanged: listenToCells,
    saveCopy: null,
    exportFile: downloadText,
    locale: { language, format: contentLanguage || language },
    theme: officeTheme,
    onThemeChanged: (listener) => matchMedia('(prefers-color-scheme: dark)').addEventListener('change', listener),
  };
}

/** Runs a batch; what Excel refuses becomes a value with Excel's own sentence. */
async function inExcel(batch: (context: Excel.RequestContext) => Promise<void>): Promise<Result<void>> {
  try {
    await Excel.run(batch);
    return done;
  } catch (refusal) {
    if (refusal instanceof OfficeExtension.Error) return refused(refusal.message);
    throw refusal;
  }
}

async function selectedRange(nothingSelected: string): Promise<Result<RangeReference>> {
  let address = '';
  const read = await inExcel(async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load('address');
    await context.sync();
    address = range.address;
  });
  if (!read.ok) return refused(nothingSelected);
  const cut = address.lastIndexOf('!');
  const area = parseArea(address.slice(cut + 1));
  if (!area) return refused(nothingSelected);
  const sheet = address.slice(0, cut).replace(/^'|'$/g, '').replace(/''/g, "'");
  return { ok: true, value: { sheet, ...area } };
}

/** Hears of every changed cell but those of our own result sheets; of the plan's own it says so. */
function listenToCells(listener: (change: HostChange) => void): () => void {
  const ownSheets = planSheetName(null).toLowerCase();
  const handle = async ({ worksheetId, triggerSource }: Excel.WorksheetChangedEventArgs) => {
    // What we write ourselves raises an event for every block; Excel says so since ExcelApi 1.14.
    if (triggerSource === 'ThisLocalAddin') return;
    let name = '';
    await inExcel(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(worksheetId);
      sheet.load('name');
      await context.sync();
      if (!sheet.isNullObject) name = sheet.name;
    });
    if (name.toLowerCase() === ownSheets) listener('plan');
    else if (!name.toLowerCase().startsWith(ownSheets)) listener('cells');
  };
  let stop = () => undefined as void;
  void inExcel(async (context) => {
    const registered = context.workbook.worksheets.onChanged.add(handle);
    await context.sync();
    stop = () => {
      void Excel.run(registered.context, async (same) => {
        registered.remove();
        await same.sync();
      });
    };
  });
  return () => stop();
}

/** Dark when Excel's own pane background is. */
function officeTheme(): Theme {
  const background = Office.context.officeTheme?.bodyBackgroundColor;
  const [, red, green, blue] = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})/i.exec(background ?? '') ?? [];
  if (red === undefined) return 'system';
  const brightness = [red, green, blue].reduce((sum, part) => sum + parseInt(part, 16), 0) / 3;
  return brightness < 110 ? 'dark' : 'light';
}
