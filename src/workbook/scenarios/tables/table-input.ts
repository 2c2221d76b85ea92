import { tables } from '../../schema';
import type { TableName } from '../../schema';
import type { ColumnDefinition } from '../../schema-definitions';

/** What a row of SOP_Adjusted fixes. */
export type AdjustedKind = 'production' | 'transport' | 'delivery' | 'receipt';
export const adjustedKinds: readonly AdjustedKind[] = ['production', 'transport', 'delivery', 'receipt'];

/** A column of a network table whose numbers a scenario may change. */
export interface TableInput {
  /** As comparisons show it, e.g. `Lanes Cost`, `Adjusted production`. */
  readonly label: string;
  readonly table: TableName;
  readonly column: string;
  /** Only rows of this kind; null in every other table. */
  readonly kind: AdjustedKind | null;
  readonly unit: string;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly whole: boolean;
  /** What a blank cell means; null where that is no number. */
  readonly standard: number | null;
}

const changeable: ReadonlySet<TableName> = new Set([
  'SOP_Products',
  'SOP_Demand',
  'SOP_Sources',
  'SOP_Lanes',
  'SOP_Resources',
  'SOP_Stock',
  'SOP_Locations',
  'SOP_Components',
]);

/** Every column that a scenario may change, and every kind of fixed quantity. */
export const tableInputs: readonly TableInput[] = [
  ...tables
    .filter(({ name }) => changeable.has(name))
    .flatMap(({ name, columns }) =>
      columns
        .filter(({ kind }) => kind === 'number')
        .map((column) => inputOf(name, column, `${name.slice(4)} ${column.name}`, null)),
    ),
  ...tables
    .filter(({ name }) => name === 'SOP_Adjusted')
    .flatMap(({ name, columns }) =>
      columns
        .filter((column) => column.name === 'Quantity')
        .flatMap((column) => adjustedKinds.map((kind) => inputOf(name, column, `Adjusted ${kind}`, kind))),
    ),
];

function inputOf(table: TableName, column: ColumnDefinition, label: string, kind: AdjustedKind | null): TableInput {
  const { name, unit, minimum, maximum, whole } = column;
  const standard = /^\d+/.exec(column.default);
  return { label, table, column: name, kind, unit, minimum, maximum, whole, standard: standard && Number(standard[0]) };
}

/** Names of the contract's single-plant inputs that mean a column of a table. */
const siteNames: Readonly<Record<string, string>> = {
  Demand: 'Demand Quantity',
  Shortage_Cost: 'Demand NonDeliveryCost',
  Backorder_Cost: 'Demand LateCost',
  Initial_Inventory: 'Stock Initial',
  Max_Inventory: 'Stock MaxStock',
  Production_Cost: 'Sources Cost',
  Capacity_Use: 'Sources Use',
  Lot_Size: 'Sources LotSize',
  Min_Lot: 'Sources MinLot',
  Overtime_Capacity: 'Resources Expansion',
  Overtime_Cost: 'Resources ExpansionCost',
  Min_Capacity: 'Resources MinUse',
  Min_Capacity_Cost: 'Resources MinUseCost',
  Target_Capacity: 'Resources TargetUse',
  Target_Capacity_Cost: 'Resources TargetUseCost',
  Warehouse_Capacity: 'Locations StorageCapacity',
  Overflow_Cost: 'Locations StorageCost',
  Fixed_Production: 'Adjusted production',
};

const inputsByWords = wordsOfInputs();

/**
 * The column that a planner's words mean: table and column (`Lanes Cost`, `SOP_Lanes[Cost]`), a column alone where only one
 * table has it (`Capacity`), or the name of a single plant's input (`Holding_Cost`, `Demand`); null where none is meant.
 */
export function tableInputNamed(words: string): TableInput | null {
  return inputsByWords.get(bare(words)) ?? null;
}

function wordsOfInputs(): ReadonlyMap<string, TableInput> {
  const found = new Map<string, TableInput>();
  for (const input of tableInputs) {
    const alone = tableInputs.filter(({ column }) => column === input.column).length === 1;
    const [table, ...rest] = input.label.split(' ');
    const words = [input.label, `${table.replace(/s$/, '')} ${rest.join(' ')}`, ...(alone ? [input.column] : [])];
    words.forEach((each) => found.set(bare(each), input));
  }
  for (const [name, label] of Object.entries(siteNames)) {
    const input = tableInputs.find((each) => each.label === label);
    if (input) found.set(bare(name), input);
  }
  return found;
}

/** Letters and digits in lower case, without the prefix of the contract's names. */
function bare(words: string): string {
  return words
    .toLowerCase()
    .replace(/^\s*sop_/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
