import type { ItemResult } from '../../../../workbook/forecast/item-result';
import { element } from '../../../view-node';
import type { ViewNode } from '../../../view-node';
import { button } from '../../../views/controls';
import { dataTable } from '../../../views/data-table';
import { servicePointAt, servicePoints } from '../service-points';
import type { DemandContext } from './demand-context';
import { lineChart } from './line-chart';

/** Service level against safety stock, with the level chosen; the table behind it. */
export function serviceChart(context: DemandContext, result: ItemResult): ViewNode {
  const { demand, pane, texts, commands } = context;
  const { percent, units } = pane.numbers;
  const level = demand.level ?? result.rules.serviceLevel;
  const points = servicePoints(result);
  const levels = points.map(({ serviceLevel }) => serviceLevel);
  const [from, to] = [levels[0], levels[levels.length - 1]];
  /** The axis is linear in the level, in steps of a tenth of a percent. */
  const at = (value: number) => Math.round((Math.min(to, Math.max(from, value)) - from) * 1000);
  const count = at(to) + 1;
  const values = new Array<number | null>(count).fill(null);
  points.forEach((point, n) => {
    const next = points[n + 1];
    const end = next ? at(next.serviceLevel) : at(point.serviceLevel) + 1;
    for (let t = at(point.serviceLevel); t < end; t++) {
      const share = next ? (t - at(point.serviceLevel)) / (end - at(point.serviceLevel)) : 0;
      values[t] = point.safetyStock + share * ((next?.safetyStock ?? point.safetyStock) - point.safetyStock);
    }
  });
  const chosen = servicePointAt(result, level);
  const showsTable = demand.shown.includes('curveTable');
  return element(
    'div',
    { class: 'chart-block', key: 'curve' },
    element(
      'figure',
      { class: 'figure' },
      element('figcaption', { class: 'heading' }, texts.curveTitle(result.item)),
      !showsTable &&
        lineChart(
          {
            label: texts.curveLabel(units(chosen.safetyStock), percent(level)),
            count,
            band: null,
            lines: [{ values, look: 'demand-line-forecast' }],
            marks: [
              {
                at: at(level),
                value: chosen.safetyStock,
                look: 'demand-mark-chosen',
                title: units(chosen.safetyStock),
              },
            ],
            ticks: [0.5, 0.6, 0.7, 0.8, 0.9, 0.99].map((tick) => ({ at: at(tick), text: percent(tick) })),
            rules: [{ at: at(result.rules.serviceLevel), look: 'demand-today' }],
          },
          pane.numbers,
        ),
      dataTable(
        {
          caption: texts.curveTitle(result.item),
          columns: [texts.serviceLevel, texts.safetyStock, texts.reorderPoint, texts.averageInventory, texts.fillRate],
          rows: points.map((point) => ({
            title: percent(point.serviceLevel),
            texts: [
              units(point.safetyStock),
              units(point.reorderPoint),
              units(point.averageInventory),
              percent(point.fillRate),
            ],
          })),
        },
        showsTable,
      ),
    ),
    button('link', showsTable ? texts.showChart : texts.showTable, () => commands.togglePart('curveTable'), {
      'aria-pressed': String(showsTable),
      id: 'demand-curve-toggle',
    }),
  );
}
