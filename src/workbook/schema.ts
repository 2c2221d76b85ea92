import type { InputDefinition, TableDefinition } from './schema-definitions';
import { inputDefinitions } from './schema-inputs';
import { tableDefinitions } from './schema-tables';

/** A name of the contract, as the contract spells it. */
export type InputName = (typeof inputDefinitions)[number]['name'];

/** A table of the contract, as the contract spells it. */
export type TableName = (typeof tableDefinitions)[number]['name'];

/** Every named input, in the order of the user's reference. */
export const inputs: readonly (InputDefinition & { readonly name: InputName })[] = inputDefinitions;

/** Every input table. */
export const tables: readonly (TableDefinition & { readonly name: TableName })[] = tableDefinitions;

/** Every name may carry this prefix, so that it cannot collide with one already in the workbook. */
export const namePrefix = 'SOP_';

/** The definition of a named input. */
export function inputDefinition(name: InputName): InputDefinition & { readonly name: InputName } {
  const found = inputs.find((input) => input.name === name);
  if (!found) throw new Error(`The schema has no input ${name}.`);
  return found;
}

/** The contract's input that a defined name stands for, whatever its case and with or without the prefix; else null. */
export function inputNamed(definedName: string): InputName | null {
  const key = definedName.toLowerCase();
  const bare = key.startsWith(namePrefix.toLowerCase()) ? key.slice(namePrefix.length) : key;
  return inputs.find((input) => input.name.toLowerCase() === bare)?.name ?? null;
}

/** The definition of an input table. */
export function tableDefinition(name: TableName): TableDefinition & { readonly name: TableName } {
  const found = tables.find((table) => table.name === name);
  if (!found) throw new Error(`The schema has no table ${name}.`);
  return found;
}

/** Tables that only the forecast reads. */
export const forecastTables: readonly TableName[] = ['SOP_History', 'SOP_Events', 'SOP_Planner_Forecast'];

/** Inputs and tables of a planning problem, and those of the forecast, which may hold a long history that a plan need not read. */
export const planInputs = inputs.filter(({ topic }) => topic !== 'forecast');
export const planTables = tables.filter(({ name }) => !forecastTables.includes(name));
export const forecastInputs = inputs.filter(({ topic }) => topic === 'forecast');
