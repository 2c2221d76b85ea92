import { formatRectangle, quoteSheetName } from './addresses';
import { isCustomFunctionCall } from './calculation';
import { removeSpill } from './changes';
import { readArguments } from './custom-function-arguments';
import type { FunctionMetadata } from './custom-function-metadata';
import { isRecord, type Json } from './json';
import type { OpenWorkbook } from './open-workbook';
import { cellKey, cellPosition, type CellValue, type SheetModel } from './workbook-model';

/** How a custom function ended: values to spill, or an error value with the message Excel shows beside the cell. */
export type FunctionOutcome =
  { kind: 'values'; values: CellValue[][] } | { kind: 'error'; code: string; message: string };

/** A running call: its end, and the way to cancel it. */
export interface FunctionCall {
  readonly id: number;
  readonly outcome: Promise<FunctionOutcome>;
  /** For a streaming function: hears of every result after the first. */
  later(listener: (outcome: FunctionOutcome) => void): void;
  /** Tells the add-in that nobody waits any more; the outcome of a cancelled call never comes. */
  cancel(): void;
}

/** An entry of the message that carries calls to the add-in: category, type, target, message, number. */
export type MessageEntry = [number, number, string, string, number, boolean?];

/** Calls of the add-in's custom functions, from tests and from cells. */
export interface CustomFunctions {
  /** Makes the functions of a `functions.json` known under a namespace; cells that call them are calculated. */
  register(namespace: string, metadata: FunctionMetadata): void;
  /** Calls a function (`SOP.PLAN`) with values; a missing optional argument is null. */
  invoke(name: string, values: Json[], address?: string): FunctionCall;
  /** Brings cells with custom functions up to date: calls those whose arguments changed. */
  refresh(): void;
  /** Ends when no call is waiting for its result. */
  idle(): Promise<void>;
  /** Cell → the message of its error. */
  readonly messages: Map<string, string>;
  receive(results: Json): void;
  ready(): void;
}

/** Numbers of Office.js for failed results. */
const errorCodes: Record<number, string> = {
  1: '#N/A',
  5: '#DIV/0!',
  6: '#NUM!',
  8: '#NULL!',
  9: '#NAME?',
  10: '#NAME?',
};

export function openCustomFunctions(book: () => OpenWorkbook, send: (entry: MessageEntry) => void): CustomFunctions {
  const registered = new Map<string, FunctionMetadata['functions'][number]>();
  const waiting = new Map<number, (outcome: FunctionOutcome) => void>();
  const outcomes = new Map<number, Promise<FunctionOutcome>>();
  const streams = new Map<number, (outcome: FunctionOutcome) => void>();
  const cells = new Map<string, { call: FunctionCall; argumentsText: string }>();
  const messages = new Map<string, string>();
  let queue: MessageEntry[] | undefined = [];
  let lastId = 0;

  function post(entry: MessageEntry): void {
    if (queue) queue.push(entry);
    else send(entry);
  }

  function invoke(name: string, values: Json[], address = 'Sheet1!A1'): FunctionCall {
    const metadata = registered.get(name.toUpperCase());
    if (!metadata) throw new Error(`${name} is not registered.`);
    const id = (lastId += 1);
    const flags = (metadata.options?.cancelable ? 1 : 0) | (metadata.options?.stream ? 2 : 0);
    const outcome = new Promise<FunctionOutcome>((resolve) => waiting.set(id, resolve));
    outcomes.set(id, outcome);
    post([1, 1000, '', JSON.stringify([id, metadata.id, values, address, flags, null]), id]);
    if (metadata.options?.stream) streams.set(id, () => undefined);
    const cancel = () => {
      const isStreaming = streams.delete(id);
      if (waiting.delete(id) || isStreaming) post([1, 1001, '', JSON.stringify({ invocationId: id }), id]);
    };
    return { id, outcome, cancel, later: (listener) => void (streams.has(id) && streams.set(id, listener)) };
  }

  function refreshCell(sheet: SheetModel, key: number, formula: string): void {
    const place = `${sheet.id}|${key}`;
    const { row, column } = cellPosition(key);
    const address = `${quoteSheetName(sheet.name)}!${formatRectangle({ top: row, left: column, rows: 1, columns: 1 })}`;
    const [, name, text] = /^=\s*([\w.]+)\((.*)\)\s*$/s.exec(formula) ?? [];
    const metadata = registered.get(name?.toUpperCase() ?? '');
    if (!metadata) {
      spill(sheet, key, [['#NAME?']]);
      return;
    }
    const given = readArguments(book(), sheet, metadata, text);
    const argumentsText = JSON.stringify([formula, given]);
    const current = cells.get(place);
    if (current?.argumentsText === argumentsText) return;
    current?.call.cancel();
    messages.delete(address);
    if (given.kind === 'error') {
      cells.set(place, {
        argumentsText,
        call: { id: 0, outcome: new Promise(() => undefined), cancel: () => undefined, later: () => undefined },
      });
      spill(sheet, key, [[given.code]]);
      return;
    }
    spill(sheet, key, [['#BUSY!']]);
    const call = invoke(name, given.values, address);
    cells.set(place, { argumentsText, call });
    const show = (outcome: FunctionOutcome) => {
      if (cells.get(place)?.call !== call || sheet.cells.get(key)?.formula !== formula) return;
      if (outcome.kind === 'error') messages.set(address, outcome.message);
      else messages.delete(address);
      spill(sheet, key, outcome.kind === 'error' ? [[outcome.code]] : outcome.values);
      book().calculation.calculate();
      refresh();
    };
    void call.outcome.then(show);
    call.later(show);
  }

  function spill(sheet: SheetModel, key: number, values: CellValue[][]): void {
    const cell = sheet.cells.get(key);
    if (!cell) return;
    removeSpill(book(), sheet, key);
    const { row, column } = cellPosition(key);
    const keys = values.flatMap((line, i) => line.map((_, j) => cellKey(row + i, column + j)));
    const blocked = keys.some((other) => other !== key && sheet.cells.has(other));
    values.forEach((line, i) =>
      line.forEach((value, j) => {
        const target = cellKey(row + i, column + j);
        if (target === key) cell.value = blocked ? '#SPILL!' : value;
        else if (!blocked) sheet.cells.set(target, { value, spilledFrom: key });
        if (target === key || !blocked) book().calculation.touch(sheet, target);
      }),
    );
  }

  function refresh(): void {
    book().calculation.calculate();
    for (const sheet of book().model.sheets) {
      for (const [key, cell] of [...sheet.cells]) {
        if (cell.formula !== undefined && isCustomFunctionCall(cell.formula)) refreshCell(sheet, key, cell.formula);
      }
    }
    for (const [place, { call }] of cells) {
      const [sheetId, key] = place.split('|');
      const formula = book()
        .model.sheets.find(({ id }) => id === sheetId)
        ?.cells.get(Number(key))?.formula;
      if (formula !== undefined && isCustomFunctionCall(formula)) continue;
      call.cancel();
      cells.delete(place);
    }
  }

  return {
    messages,
    invoke,
    refresh,
    idle: async () => {
      while (waiting.size > 0) {
        await Promise.race([...waiting.keys()].map((id) => outcomes.get(id)));
        // The cell that waits for the result is filled after the race is won.
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    },
    register: (namespace, { functions }) => {
      for (const metadata of functions) registered.set(`${namespace}.${metadata.name}`.toUpperCase(), metadata);
      refresh();
    },
    receive: (results) => {
      for (const result of Array.isArray(results) ? results : []) {
        if (!Array.isArray(result)) continue;
        const [id, succeeded, value, errorCode] = result;
        const resolve = waiting.get(Number(id)) ?? streams.get(Number(id));
        waiting.delete(Number(id));
        resolve?.(succeeded === true ? outcomeOf(value) : failed(errorCode, value));
      }
    },
    ready: () => {
      const queued = queue ?? [];
      queue = undefined;
      for (const entry of queued) send(entry);
    },
  };
}

function failed(errorCode: Json, message: Json): FunctionOutcome {
  return {
    kind: 'error',
    code: errorCodes[Number(errorCode)] ?? '#VALUE!',
    message: typeof message === 'string' ? message : '',
  };
}

function outcomeOf(value: Json): FunctionOutcome {
  if (isRecord(value) && value.type === 'Error') {
    return { kind: 'error', code: String(value.basicValue), message: String(value.message ?? '') };
  }
  const rows = Array.isArray(value) ? value.map((row) => (Array.isArray(row) ? row : [row])) : [[value]];
  if (rows.length === 0 || rows.some((row) => row.length !== rows[0].length || row.length === 0)) {
    return { kind: 'error', code: '#VALUE!', message: 'The result is not a rectangle.' };
  }
  return { kind: 'values', values: rows.map((row) => row.map(shown)) };
}

function shown(value: Json): CellValue {
  if (value === null) return 0;
  if (isRecord(value)) return String(value.basicValue ?? '#VALUE!');
  if (Array.isArray(value)) return '#VALUE!';
  return value;
}
