import type { Calculation } from './calculation';
import type { HostObject } from './host-object';
import type { Json } from './json';
import type { WorkbookModel } from './workbook-model';

/** Office.js's numbers for the events of a workbook (`eventType` in its sources). */
export const eventTypes = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  visibilityChanged: 65_539,
} as const;

/** Something that happened in the workbook, before it is known who listens. */
export interface WorkbookEvent {
  type: number;
  sheetId: string;
  detail: { [key: string]: Json };
}

/** How much of the add-in runs. */
export type RuntimeState = 'Inactive' | 'Background' | 'Visible';

/** A workbook that is open in the emulated Excel: its data, its calculation, and what the open add-in keeps in it. */
export interface OpenWorkbook {
  readonly model: WorkbookModel;
  readonly calculation: Calculation;
  /** Events since the last delivery. */
  readonly events: WorkbookEvent[];
  /** `type|target` of every registered event. */
  readonly listeners: Set<string>;
  /** Ranges that the add-in tracks, by reference id. */
  readonly references: Map<string, HostObject>;
  /** True while a request of the add-in is carried out. */
  readonly acting: { byAddIn: boolean };
  /** Whether the add-in's pane shows, and whether the add-in starts with the workbook. */
  readonly runtime: { state: RuntimeState; startState: RuntimeState };
  /** Where custom functions and their results meet. */
  readonly receiveResults: (results: Json) => void;
  /** True from `_SetOsfControlContainerReadyForCustomFunctions` on. */
  readonly customFunctionsReady: () => void;
}
