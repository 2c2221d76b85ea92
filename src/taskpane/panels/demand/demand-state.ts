import type { Bucket, CleaningKind } from '../../../forecasting/index';
import type { Issue } from '../../../planning';
import type { CleanedWorkbook } from '../../../workbook/forecast/clean-workbook';
import type { ItemResult } from '../../../workbook/forecast/item-result';
import type { ForecastedWorkbook } from '../../../workbook/forecast-workbook';

/** The way from the sales to the plan, in the order that it is walked. */
export const demandSteps = ['clean', 'forecast', 'stock', 'use'] as const;
export type DemandStep = (typeof demandSteps)[number];

/** Everything that the panel shows beside what the pane knows. */
export interface DemandState {
  readonly step: DemandStep;
  readonly work: DemandWorkState | null;
  /** The history as it was last read and cleaned; null before. */
  readonly cleaned: CleanedWorkbook | null;
  /** Whether what the cleaning found stands on its sheet. */
  readonly isCleaningWritten: boolean;
  /** The last forecast; null before there is one, or where the data was wrong. */
  readonly forecast: ForecastedWorkbook | null;
  /** Of the history and settings that the forecast was made from. */
  readonly forecastOf: string;
  /** Of those that were read last. */
  readonly historyOf: string;
  readonly options: ForecastChoices;
  readonly filter: FindingFilter;
  /** How many findings, and how many items, are listed. */
  readonly listed: { readonly findings: number; readonly items: number };
  /** Data row and kind of the finding that is being decided, and what was typed about it. */
  readonly deciding: { readonly row: number; readonly kind: CleaningKind; readonly text: string } | null;
  /** The item whose forecast and stock are shown; null for the first. */
  readonly item: string | null;
  readonly shown: readonly ShownPart[];
  /** Service level on the slider, 0–1; null where the workbook's own holds. */
  readonly level: number | null;
  /** Whether former demand is kept in the workbook and can be put back. */
  readonly canRestore: boolean;
  /** What was done with the forecast last. */
  readonly used: 'demand' | 'scenarios' | null;
  /** What of it had no place in the plan. */
  readonly issues: readonly Issue[];
}

/** What is shown beside the charts. */
export type ShownPart = 'demandTable' | 'parts' | 'curveTable';

export interface ForecastChoices {
  /** Null: as the workbook says. */
  readonly bucket: Bucket | null;
  /** As typed; empty for as many as the plan needs. */
  readonly periods: string;
}

/** Empty for all. */
export interface FindingFilter {
  readonly item: string;
  readonly kind: CleaningKind | '';
}

/** What keeps the panel busy. */
export type DemandWorkState =
  | { readonly kind: 'looking' | 'cleaning' | 'writing' }
  | { readonly kind: 'forecasting'; readonly finished: number; readonly total: number };

/** Everything that can happen to the panel. */
export type DemandAction =
  | { readonly kind: 'bookOpened' }
  | { readonly kind: 'workStarted'; readonly work: DemandWorkState }
  | { readonly kind: 'workEnded' }
  | { readonly kind: 'itemsForecast'; readonly finished: number; readonly total: number }
  | {
      readonly kind: 'cleaned';
      readonly cleaned: CleanedWorkbook;
      readonly historyOf: string;
      readonly isWritten: boolean;
      readonly canRestore: boolean;
    }
  | { readonly kind: 'forecasted'; readonly forecast: ForecastedWorkbook; readonly historyOf: string }
  | {
      readonly kind: 'used';
      readonly used: 'demand' | 'scenarios' | null;
      readonly canRestore: boolean;
      readonly issues: readonly Issue[];
    }
  | { readonly kind: 'levelUsed'; readonly forecast: ForecastedWorkbook; readonly issues: readonly Issue[] }
  | { readonly kind: 'stepChosen'; readonly step: DemandStep }
  | { readonly kind: 'filterChosen'; readonly filter: Partial<FindingFilter> }
  | { readonly kind: 'moreListed'; readonly list: keyof DemandState['listed'] }
  | { readonly kind: 'decisionTyped'; readonly deciding: DemandState['deciding'] }
  | { readonly kind: 'itemChosen'; readonly item: string }
  | { readonly kind: 'partToggled'; readonly part: ShownPart }
  | { readonly kind: 'choicesTyped'; readonly choices: Partial<ForecastChoices> }
  | { readonly kind: 'levelChosen'; readonly level: number | null };

/** Lines that a list starts with, and that each press of "more" adds. */
const listStep = 20;

export const firstDemandState: DemandState = {
  step: 'clean',
  work: null,
  cleaned: null,
  isCleaningWritten: false,
  forecast: null,
  forecastOf: '',
  historyOf: '',
  options: { bucket: null, periods: '' },
  filter: { item: '', kind: '' },
  listed: { findings: listStep, items: listStep },
  deciding: null,
  item: null,
  shown: [],
  level: null,
  canRestore: false,
  used: null,
  issues: [],
};

/** The state after an action. */
export function reduceDemand(state: DemandState, action: DemandAction): DemandState {
  switch (action.kind) {
    case 'bookOpened':
      return firstDemandState;
    case 'workStarted':
      return { ...state, work: action.work };
    case 'workEnded':
      return { ...state, work: null };
    case 'itemsForecast':
      return state.work?.kind === 'forecasting'
        ? { ...state, work: { kind: 'forecasting', finished: action.finished, total: action.total } }
        : state;
    case 'cleaned': {
      const { cleaned, historyOf, isWritten, canRestore } = action;
      const isSame = state.cleaned !== null && historyOf === state.historyOf;
      return {
        ...state,
        work: null,
        cleaned,
        historyOf,
        isCleaningWritten: isWritten || (isSame && state.isCleaningWritten),
        deciding: null,
        canRestore,
      };
    }
    case 'forecasted': {
      const { forecast, historyOf } = action;
      const isKnown = forecast.results.some(({ item }) => item === state.item);
      return {
        ...state,
        work: null,
        cleaned: forecast.cleaned,
        isCleaningWritten: true,
        forecast,
        forecastOf: historyOf,
        historyOf,
        item: isKnown ? state.item : null,
        used: null,
        issues: [],
      };
    }
    case 'used':
      return { ...state, work: null, used: action.used, canRestore: action.canRestore, issues: action.issues };
    case 'levelUsed':
      return { ...state, work: null, forecast: action.forecast, level: null, canRestore: true, issues: action.issues };
    case 'stepChosen':
      return { ...state, step: action.step };
    case 'filterChosen':
      return {
        ...state,
        filter: { ...state.filter, ...action.filter },
        listed: { ...state.listed, findings: listStep },
        deciding: null,
      };
    case 'moreListed':
      return { ...state, listed: { ...state.listed, [action.list]: state.listed[action.list] + listStep } };
    case 'decisionTyped':
      return { ...state, deciding: action.deciding };
    case 'itemChosen':
      return { ...state, item: action.item, level: null };
    case 'partToggled':
      return {
        ...state,
        shown: state.shown.includes(action.part)
          ? state.shown.filter((part) => part !== action.part)
          : [...state.shown, action.part],
      };
    case 'choicesTyped':
      return { ...state, options: { ...state.options, ...action.choices } };
    case 'levelChosen':
      return { ...state, level: action.level };
  }
}

/** Whether the history or its settings are no longer what the forecast was made from. */
export function isForecastStale({ forecast, forecastOf, historyOf }: DemandState): boolean {
  return forecast !== null && forecastOf !== historyOf;
}

/** The item whose forecast and stock are shown; null without a forecast. */
export function shownItem({ forecast, item }: DemandState): ItemResult | null {
  if (!forecast) return null;
  return forecast.results.find((result) => result.item === item) ?? forecast.results[0] ?? null;
}
