import type { CleaningKind } from '../../forecasting/index';

/** What the kinds of findings are called, on the sheet and in the pane. */
export const kindTitles: Readonly<Record<CleaningKind, string>> = {
  outlier: 'Outlier',
  missingQuantity: 'Missing quantity',
  negativeQuantity: 'Negative quantity',
  badDate: 'Date in another format',
  missingDate: 'Missing date',
  impossibleDate: 'Impossible date',
  duplicate: 'Repeated row',
  conflict: 'Conflicting rows',
  itemSpelling: 'Spelling of the item',
  textQuantity: 'Quantity as text',
};
