import type { TableRow, TableRows } from '../read-table';

/** A product with what a delivered unit of it earns. */
export interface Product {
  readonly name: string;
  readonly price: number;
  readonly unitCost: number;
  readonly fairShare: boolean;
}

/** The products of a network. */
export interface Products {
  readonly list: readonly Product[];
  /** Positions of the products that a cell means: one, or all for blank and `*`. */
  readonly of: (row: TableRow, column?: string) => readonly number[];
  /** Whether a cell means all products. */
  readonly isAll: (row: TableRow) => boolean;
}

/** Products of SOP_Products, and those that other tables name. */
export function readProducts(products: TableRows | null, others: readonly TableRows[]): Products {
  const list: Product[] = [];
  const positions = new Map<string, number>();
  const add = (product: Product): void => {
    positions.set(product.name.toLowerCase(), list.length);
    list.push(product);
  };
  for (const row of products?.rows ?? []) {
    const name = row.text('Product');
    if (name === '' || name === '*') {
      row.report('error', 'blank-label', 'Product', 'The product has no name.', 'Enter a name.');
    } else if (positions.has(name.toLowerCase())) {
      row.report(
        'error',
        'duplicate-label',
        'Product',
        `The product "${name}" appears twice.`,
        'Delete one of the rows.',
      );
    } else {
      add({
        name,
        price: row.number('Price') ?? 0,
        unitCost: row.number('UnitCost') ?? 0,
        fairShare: row.truth('FairShare') ?? true,
      });
    }
  }
  const mention = (row: TableRow, column: string): void => {
    const name = row.text(column);
    if (name === '' || name === '*' || positions.has(name.toLowerCase())) return;
    if (products) {
      row.report(
        'warning',
        'unknown-product',
        column,
        `The product "${name}" is not in SOP_Products, so it has neither price nor cost.`,
        'Correct the name, or add the product to SOP_Products.',
      );
    }
    add({ name, price: 0, unitCost: 0, fairShare: true });
  };
  for (const table of others) {
    for (const row of table.rows) {
      mention(row, 'Product');
      if (table.name === 'SOP_Components') mention(row, 'Component');
    }
  }
  const isAll = (row: TableRow, column = 'Product'): boolean => ['', '*'].includes(row.text(column));
  const everyProduct = (): number[] => list.map((_, product) => product);
  return {
    list,
    isAll,
    of: (row, column = 'Product') => {
      const position = positions.get(row.text(column).toLowerCase());
      return isAll(row, column) ? everyProduct() : position === undefined ? [] : [position];
    },
  };
}

/**
 * Rows by the products they hold for. A row for all products counts only for those that have no row of their own with the
 * same key (e.g. the same location).
 */
export function rowsByProduct(
  table: TableRows | null,
  products: Products,
  keyOf: (row: TableRow) => string,
): { readonly row: TableRow; readonly product: number }[] {
  const rows = table?.rows ?? [];
  const specific = new Set(
    rows.filter((row) => !products.isAll(row)).flatMap((row) => products.of(row).map((p) => `${p}|${keyOf(row)}`)),
  );
  return rows.flatMap((row) =>
    products
      .of(row)
      .filter((product) => !products.isAll(row) || !specific.has(`${product}|${keyOf(row)}`))
      .map((product) => ({ row, product })),
  );
}
