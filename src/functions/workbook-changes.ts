import { inExcel } from '../workbook/excel/excel-batch';

/**
 * Hears of changed cells, and of formulas with new results, on any sheet. Where events cannot be had, the functions keep their
 * first answer until they are recalculated.
 */
export function onWorkbookChanged(listener: () => void): () => void {
  const handle = () => {
    listener();
    return Promise.resolve();
  };
  const registered = inExcel(async (context) => {
    const { worksheets } = context.workbook;
    const handlers = [worksheets.onChanged.add(handle), worksheets.onCalculated.add(handle)];
    await context.sync();
    return handlers;
  });
  return () => {
    void registered.then(async (handlers) => {
      if (!handlers.ok) return;
      await Excel.run(handlers.value[0].context, async (context) => {
        for (const handler of handlers.value) handler.remove();
        await context.sync();
      });
    });
  };
}
