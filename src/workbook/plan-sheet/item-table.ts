import { brokenText } from './broken-text';
import type { PlanSheetInput } from './input';
import type { ItemCost, UnitCost } from './item-costs';
import type { ItemRows } from './item-rows';
import { numberText, sum, valueAt } from './plan-row';
import type { PlanRow } from './plan-row';
import type { RateColumns } from './rate-columns';
import { blankLine, freeLine, measureColumn, ownerColumn, totalColumn } from './sheet-block';
import type { FreeCell, FreeLine, LinePlaces } from './sheet-block';
import type { SheetStyles } from './styles';
import { quantityTolerance } from './tolerance';
import type { ShownTerm } from './cost-summary';

/** One line per item: what is wanted, made, held, delivered, and what it costs. */
export interface ItemTable {
  readonly lines: readonly FreeLine[];
  /** One line per item, in order, with the item's check in the measure column. */
  readonly itemLines: readonly FreeLine[];
  readonly checks: readonly boolean[];
  readonly checkColumn: number;
  /** What each column holds at most, from the column of totals on. */
  readonly figures: readonly TableFigure[];
}

/** A number of the table as it is shown. */
export interface TableFigure {
  readonly value: number;
  readonly format: string;
}

/** An item with its costs. */
export interface CostedItem {
  readonly rows: ItemRows;
  /** By the label of the term; absent where the item has no part in it. */
  readonly costs: ReadonlyMap<string, ItemCost>;
  readonly revenue: ItemCost | null;
}

interface TableColumn {
  readonly title: string;
  readonly style: FreeCell['style'];
  /** Sum of the column below the items. */
  readonly summed: boolean;
  value(item: CostedItem): number;
  formula(item: CostedItem, places: LinePlaces, line: FreeLine): string | null;
}

/** A long table repeats its headings, because those of the periods stay at the top of the window. */
const linesPerHeading = 30;

/** The table of items. */
export function itemTable(
  input: PlanSheetInput,
  terms: readonly ShownTerm[],
  items: readonly CostedItem[],
  rates: RateColumns,
  styles: SheetStyles,
): ItemTable {
  const columns = tableColumns(terms, items, rates, styles);
  const heading = () => headingLines(input.breaksLimits ? 'Balance' : 'Balance and limits', columns, styles);
  const checks = items.map(({ rows }) => itemHolds(input, rows));
  const itemLines = items.map((item, i): FreeLine => {
    const line: FreeLine = freeLine((places) => [
      { column: ownerColumn, value: input.problem.items[item.rows.item].name, style: styles.label },
      { column: measureColumn, value: checks[i], formula: itemCheck(input, item.rows, places), style: styles.check },
      ...columns.map((column, c) => ({
        column: totalColumn + c,
        value: column.value(item),
        formula: column.formula(item, places, line),
        style: column.style,
      })),
    ]);
    return line;
  });
  const lines: FreeLine[] = [];
  itemLines.forEach((line, i) => {
    if (i % linesPerHeading === 0) lines.push(...heading());
    lines.push(line);
  });
  if (items.length > 1) lines.push(totalLine(columns, items, itemLines, styles));
  const figures = columns.map(({ value, style }): TableFigure => {
    const sumOfColumn = items.reduce((all, item) => all + value(item), 0);
    return { value: sumOfColumn, format: style?.numberFormat ?? 'General' };
  });
  return { lines: [...lines, blankLine()], itemLines, checks, checkColumn: measureColumn, figures };
}

function headingLines(check: string, columns: readonly TableColumn[], styles: SheetStyles): readonly FreeLine[] {
  const titles = [check, ...columns.map(({ title }) => title)].map((title, c) =>
    brokenText(title, c === 0 ? measureCharacters : columnCharacters),
  );
  const height = Math.max(...titles.map((parts) => parts.length));
  return Array.from({ length: height }, (_, line) => {
    const last = line === height - 1;
    return freeLine([
      { column: ownerColumn, value: last ? 'Item' : null, style: styles.tableLabelHeading },
      ...titles.map((parts, c) => ({
        column: measureColumn + c,
        value: parts[line - height + parts.length] ?? null,
        style: styles.tableHeading,
      })),
    ]);
  });
}

/** Characters of a heading that fit into the narrowest column. */
const columnCharacters = 10;
const measureCharacters = 20;

function tableColumns(
  terms: readonly ShownTerm[],
  items: readonly CostedItem[],
  rates: RateColumns,
  styles: SheetStyles,
): readonly TableColumn[] {
  const total = (title: string, row: (item: CostedItem) => PlanRow | null, style: FreeCell['style']): TableColumn => ({
    title,
    style,
    summed: true,
    value: (item) => row(item)?.total?.value ?? 0,
    formula: (item, places) => {
      const found = row(item);
      return found && places.total(found);
    },
  });
  const money = (measure: string, cost: (item: CostedItem) => ItemCost | null): TableColumn => ({
    title: measure,
    style: styles.money,
    summed: true,
    value: (item) => cost(item)?.total ?? 0,
    formula: (item, places) => {
      const found = cost(item);
      return found && moneyText(found, places, rates.cost(measure));
    },
  });
  const itemTerms = terms.filter(({ measure }) => items.some(({ costs }) => costs.has(measure)));
  const cost = (item: CostedItem) =>
    itemTerms.reduce((all, { measure }) => all + (item.costs.get(measure)?.total ?? 0), 0);
  const quantities: TableColumn[] = [
    total('Demand', ({ rows }) => rows.demand.demand.total, styles.quantity),
    total('Production', ({ rows }) => rows.production.total, styles.quantity),
    {
      title: 'Average inventory',
      style: styles.quantity,
      summed: true,
      value: ({ rows }) => sum(rows.inventory.values) / rows.inventory.values.length,
      formula: ({ rows }, places) => `AVERAGE(${places.span(rows.inventory)})`,
    },
    {
      title: 'Demand delivered',
      style: styles.percent,
      summed: false,
      value: ({ rows }) => deliveredFraction(rows),
      formula: ({ rows }, places) => {
        const { demand, shortage } = rows.demand;
        if (!demand.total || !shortage.total) return null;
        const wanted = places.total(demand.total);
        return `IF(${wanted}>0,1-${places.total(shortage.total)}/${wanted},1)`;
      },
    },
  ];
  const first = totalColumn + quantities.length;
  const costColumns: TableColumn[] = [
    ...itemTerms.map(({ measure }) => money(measure, ({ costs }) => costs.get(measure) ?? null)),
    {
      title: 'Cost of the item',
      style: styles.money,
      summed: true,
      value: cost,
      formula: (_, places, line) =>
        itemTerms.length === 0
          ? null
          : `SUM(${places.address(line, first)}:${places.address(line, first + itemTerms.length - 1)})`,
    },
  ];
  if (items.every(({ revenue }) => revenue === null)) return [...quantities, ...costColumns];
  const revenueColumn = first + costColumns.length;
  return [
    ...quantities,
    ...costColumns,
    money('Revenue', ({ revenue }) => revenue),
    {
      title: 'Margin',
      style: styles.money,
      summed: true,
      value: (item) => (item.revenue?.total ?? 0) - cost(item),
      formula: (_, places, line) => `${places.address(line, revenueColumn)}-${places.address(line, revenueColumn - 1)}`,
    },
  ];
}

/** An item's money under a term: each cost per unit times its units, and the rows of money by period. */
function moneyText({ unitCosts, row }: ItemCost, places: LinePlaces, column: number): string {
  const products = unitCosts.map((unitCost) => `${places.rate(unitCost.row, column)}*${unitsText(unitCost, places)}`);
  return [...products, ...(row ? [places.total(row)] : [])].join('+');
}

/** Units over the horizon. */
function unitsText({ row, units }: UnitCost, places: LinePlaces): string {
  const span = places.span(row);
  if (units === 'all') return row.total ? places.total(row) : `SUM(${span})`;
  const above = places.spanAbove(row);
  return `SUMPRODUCT((${span}>${above})*(${span}-${above}))`;
}

function totalLine(
  columns: readonly TableColumn[],
  items: readonly CostedItem[],
  itemLines: readonly FreeLine[],
  styles: SheetStyles,
): FreeLine {
  return freeLine((places) => [
    { column: ownerColumn, value: 'All items', style: styles.labelTotal },
    { column: measureColumn, value: null, style: styles.labelTotal },
    ...columns.map(({ summed, value, style }, c) => {
      const column = totalColumn + c;
      const range = `${places.address(itemLines[0], column)}:${places.address(itemLines[itemLines.length - 1], column)}`;
      const totalStyle = { ...style, ...styles.labelTotal };
      return summed
        ? {
            column,
            value: items.reduce((all, item) => all + value(item), 0),
            formula: `SUM(${range})`,
            style: totalStyle,
          }
        : { column, value: null, style: totalStyle };
    }),
  ]);
}

function deliveredFraction({ demand }: ItemRows): number {
  const wanted = demand.demand.total?.total?.value ?? 0;
  return wanted > 0 ? 1 - (demand.shortage.total?.total?.value ?? 0) / wanted : 1;
}

/** Whether a hard safety stock is asked of the item. */
function hardSafetyStock(input: PlanSheetInput, { item, safetyStock }: ItemRows): PlanRow | null {
  if (input.breaksLimits) return null;
  return input.problem.items[item].safetyStockCost === null ? safetyStock : null;
}

/**
 * Opening plus all that came in less all that went out is what is left; inventory is never below nil or (where the plan keeps
 * limits) a hard limit.
 */
function itemHolds(input: PlanSheetInput, rows: ItemRows): boolean {
  const { inventory, flows } = rows;
  const balance = rows.projected ?? inventory;
  const last = balance.values.length - 1;
  const moved = flows.reduce((all, { sign, row }) => all + sign * sum(row.values), valueAt(balance, -1));
  const closing = valueAt(balance, last);
  const floor = hardSafetyStock(input, rows);
  const finalInventory = finalInventoryOf(input, rows);
  return (
    Math.abs(moved - closing) <= quantityTolerance + quantityTolerance * Math.abs(closing) &&
    inventory.values.every((stock) => (stock ?? 0) >= -quantityTolerance) &&
    (!floor || floor.values.every((level, t) => valueAt(inventory, t) >= (level ?? 0) - quantityTolerance)) &&
    (finalInventory <= 0 || closing >= finalInventory - quantityTolerance)
  );
}

/** Least inventory at the end that the plan keeps to. */
function finalInventoryOf(input: PlanSheetInput, { item }: ItemRows): number {
  return input.breaksLimits ? 0 : input.problem.items[item].finalInventory;
}

function itemCheck(input: PlanSheetInput, rows: ItemRows, places: LinePlaces): string {
  const { inventory, flows } = rows;
  const balance = rows.projected ?? inventory;
  const closing = places.cell(balance, balance.values.length - 1);
  const moved = flows.map(({ sign, row }) => `${sign > 0 ? '+' : '-'}SUM(${places.span(row)})`).join('');
  const span = places.span(inventory);
  const tolerance = numberText(quantityTolerance);
  const floor = hardSafetyStock(input, rows);
  const finalInventory = finalInventoryOf(input, rows);
  return `AND(${[
    `ABS(${places.cell(balance, -1)}${moved}-${closing})<=${tolerance}+${tolerance}*ABS(${closing})`,
    `MIN(${span})>=-${tolerance}`,
    ...(floor ? [`SUMPRODUCT((${span}<${places.span(floor)}-${tolerance})*1)=0`] : []),
    ...(finalInventory > 0 ? [`${closing}>=${numberText(finalInventory)}-${tolerance}`] : []),
  ].join(',')})`;
}
