import type { PlanningMode } from '../../planning/index';

/** What a rate of a preset is a multiple of: money itself, the product's price, its margin, or the workbook's own rate. */
export const presetBases = ['', 'price', 'margin', 'current'] as const;
export type PresetBase = (typeof presetBases)[number];

/** One row of a preset: a cost rate that it sets. */
export interface PresetRow {
  readonly preset: string;
  /** Goes with the whole preset; null: the workbook's own. */
  readonly mode: PlanningMode | null;
  /** Name of a single plant's input, which networks know too. */
  readonly input: string;
  readonly value: number;
  readonly of: PresetBase;
  readonly note: string | null;
}

/**
 * Presets that every workbook has; rows of the same name in SOP_Presets take their place. The ratios are ours: ten prices
 * for a lost sale outweigh every cost of making a unit, and a tenth of that for a period of lateness lets two periods of it
 * still be better than losing the sale.
 */
export const builtInPresets: readonly PresetRow[] = [
  row('service-first', null, 'Shortage_Cost', 10, 'price', 'A lost sale costs more than any way to prevent it'),
  row('service-first', null, 'Backorder_Cost', 1, 'price'),
  row('service-first', null, 'Safety_Stock_Cost', 0.5, 'price'),
  row('by-margin', null, 'Shortage_Cost', 10, 'margin', 'What earns most is delivered first'),
  row('by-margin', null, 'Backorder_Cost', 1, 'margin'),
  row('profit', 'profit', 'Shortage_Cost', 0, '', 'Only what pays for itself is delivered'),
  row('profit', 'profit', 'Backorder_Cost', 0.01, 'price'),
  row('low-stock', null, 'Holding_Cost', 2, 'current', 'Stock counts double'),
  row('low-stock', null, 'Safety_Stock_Cost', 0.5, 'current'),
  row('steady-use', null, 'Min_Capacity_Cost', 10, 'current', 'Keeps resources inside their band of use'),
  row('steady-use', null, 'Target_Capacity_Cost', 10, 'current'),
];

function row(
  preset: string,
  mode: PlanningMode | null,
  input: string,
  value: number,
  of: PresetBase,
  note: string | null = null,
): PresetRow {
  return { preset, mode, input, value, of, note };
}
