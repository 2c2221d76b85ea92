import type { TableName } from '../../schema';

/** Reads the text of a column of a row. */
type TextOf = (column: string) => string;

/**
 * What a row is about, by its names from general to specific; a scenario's `Item` may use any of them. They are the names that
 * items, sources and lanes have everywhere: `product @ location`, `product @ location on resource`, `product: from > to`.
 */
export function rowNames(table: TableName, text: TextOf): readonly string[] {
  const product = text('Product');
  const place = `${product} @ ${text('Location')}`;
  const specific = (name: string, detail: string) => (['', '*'].includes(detail) ? [] : [name]);
  switch (table) {
    case 'SOP_Resources':
      return [text('Resource')];
    case 'SOP_Locations':
      return [text('Location')];
    case 'SOP_Lanes':
      return [product, `${product}: ${text('From')} > ${text('To')}`];
    case 'SOP_Sources':
      return [product, place, ...specific(`${place} on ${text('Resource')}`, text('Resource'))];
    case 'SOP_Demand':
      return [product, place, ...specific(`${place} > ${text('Customer')}`, text('Customer'))];
    case 'SOP_Adjusted':
      return [product, place, ...specific(`${place} > ${text('To')}`, text('To'))];
    case 'SOP_Stock':
      return [product, place];
    case 'SOP_Components':
      return [product, `${product}: ${text('Component')}`];
    default:
      return [product];
  }
}

/** Columns that, with the product, tell the rows for one product from those for another place; null: rows simply add up. */
export const keyColumns: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  SOP_Sources: ['Location'],
  SOP_Lanes: ['From', 'To'],
  SOP_Stock: ['Location'],
  SOP_Components: ['Component'],
};
