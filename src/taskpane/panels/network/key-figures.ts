import type { NetworkRow } from '../../../planning';

/** Key figures of a product at a place, in the order of the balance. */
export const keyFigures = [
  'demand',
  'delivered',
  'late',
  'short',
  'production',
  'consumption',
  'transportIn',
  'transportOut',
  'receipts',
  'stock',
  'safetyStock',
  'targetGap',
  'backlog',
] as const satisfies readonly (keyof NetworkRow)[];

export type KeyFigure = (typeof keyFigures)[number];
