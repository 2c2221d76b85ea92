import type { HostObject } from '../host-object';
import type { OpenWorkbook } from '../open-workbook';

/** The methods by which Office.js says that it wants an event of this target, and that it no longer does. */
export function listening(book: OpenWorkbook, target: string, events: Record<string, number>): HostObject['methods'] {
  return Object.fromEntries(
    Object.entries(events).flatMap(([name, type]) => [
      [`_Register${name}`, () => void book.listeners.add(`${type}|${target}`)],
      [`_Unregister${name}`, () => void book.listeners.delete(`${type}|${target}`)],
    ]),
  );
}
