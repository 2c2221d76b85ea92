import { demandOverLeadTime, itemSafetyStock } from '../../../forecasting/index';
import { safetyStockEdits } from '../../../workbook/forecast/apply-forecast';
import { forecastSheet } from '../../../workbook/forecast/forecast-sheet';
import type { ItemResult } from '../../../workbook/forecast/item-result';
import { planItem } from '../../../workbook/forecast/plan-demand';
import type { ForecastedWorkbook } from '../../../workbook/forecast-workbook';
import type { SheetContent } from '../../../workbook/sheet-content';
import type { CellsEdit } from '../../../workbook/workbook';

/** What a chosen service level makes of a forecast, and the cells that hold it. */
export interface LevelChoice {
  readonly forecast: ForecastedWorkbook;
  /** Of Service_Level and Safety_Stock. */
  readonly cells: readonly CellsEdit[];
  /** The forecast's sheet with the new stocks. */
  readonly sheet: SheetContent;
  /** Whether the workbook has cells for the level; else only the stocks are written. */
  readonly keepsLevel: boolean;
}

/** A service level (0–1) for an item, or for all where `item` is null. A single cell holds it for all items anyway. */
export function levelChoice(
  made: ForecastedWorkbook,
  item: string | null,
  level: number,
  runDate: string,
): LevelChoice {
  const { cleaned, results } = made;
  const { plan, found } = cleaned;
  const target = found.get('Service_Level')?.reference ?? null;
  const isForAll = item === null || (target !== null && target.rowCount * target.columnCount === 1);
  const isChanged = (result: ItemResult) => isForAll || result.item === item;
  const next = results.map((result) => (isChanged(result) ? withLevel(result, level) : result));
  const changed = next.filter(isChanged);
  const stock = plan ? safetyStockEdits(found.get('Safety_Stock'), plan, next).cells : [];
  const levels: CellsEdit[] = !target
    ? []
    : target.rowCount * target.columnCount === 1
      ? [{ reference: target, cells: [[level]] }]
      : changed.flatMap((result): CellsEdit[] => {
          const position = plan ? planItem(plan.items, result.item, results.length === 1) : -1;
          if (position < 0) return [];
          const isDown = target.rowCount > 1;
          if (position >= (isDown ? target.rowCount : target.columnCount)) return [];
          const at = isDown ? { row: target.row + position } : { column: target.column + position };
          return [{ reference: { ...target, ...at, rowCount: 1, columnCount: 1 }, cells: [[level]] }];
        });
  const forecast = { ...made, results: next };
  return {
    forecast,
    cells: [...levels, ...stock],
    sheet: forecastSheet({
      results: next,
      bucket: made.report.bucket,
      historyPeriods: made.historyPeriods,
      periods: made.periods,
      past: made.past,
      runDate,
      date1904: cleaned.content.date1904,
    }),
    keepsLevel: levels.length > 0,
  };
}

function withLevel(result: ItemResult, serviceLevel: number): ItemResult {
  const rules = { ...result.rules, serviceLevel };
  const demand = demandOverLeadTime(result.forecast, { periods: rules.leadTime, deviation: rules.leadTimeDeviation });
  return { ...result, rules, stock: itemSafetyStock(demand, { measure: 'cycleServiceLevel', level: serviceLevel }) };
}
