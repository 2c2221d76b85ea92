import { unitOfInput } from '../scenarios/unit-of-input';
import type { ScenarioEffect } from '../scenarios/apply-scenario';
import type { ComparedRun } from './input';
import type { MeasureRow } from './run-table';
import type { CompareStyles } from './styles';

/** More places of one input than this are summed up by period. */
const mostPlaces = 24;

/** What of a run tells how its inputs differ. */
type Differing = Pick<ComparedRun, 'report' | 'effects'>;

/** Numbers of an input that differ between runs: one place, or many of them together. */
export interface InputDifference {
  readonly input: string;
  /** Item or resource, and period; null: for all. */
  readonly item: string | null;
  readonly period: string | null;
  /** How many places are told together, and how; null for a single place. */
  readonly joined: { readonly how: 'sum' | 'average'; readonly places: number } | null;
  readonly values: readonly (number | null)[];
}

/** A place of an input with its value in each run. */
type Place = Pick<InputDifference, 'item' | 'period' | 'values' | 'joined'>;

/** Inputs that differ between the runs: every place, or where these are many, their sum or average by period. */
export function inputDifferences(runs: readonly Differing[], most = mostPlaces): readonly InputDifference[] {
  const inputs = [...new Set(runs.flatMap(({ effects }) => effects.map(({ input }) => input)))];
  return inputs.flatMap((input) => {
    const places = placesOf(input, runs);
    const shown = places.length > most ? joinedPlaces(places, isQuantity(input)) : places;
    return shown.map((place): InputDifference => ({ input, ...place }));
  });
}

/** The same as rows of the sheet. */
export function inputMeasures(runs: readonly Differing[], styles: CompareStyles): readonly MeasureRow[] {
  return inputDifferences(runs).map(({ input, item, period, joined, values }): MeasureRow => {
    const what = joined ? `${joined.how} of ${joined.places}` : item;
    return {
      label: input,
      detail: [what, period].filter((part) => part !== null).join(', ') || 'all',
      values,
      style: isQuantity(input) ? styles.quantity : styles.number,
      compared: true,
    };
  });
}

/** Whether numbers of an input add up: units of something, and no rate or ratio. */
export function isQuantity(input: string): boolean {
  return /^(?:units|capacity units\/period|storage units)$/.test(unitOfInput(input));
}

/** Places where some run differs from the first one, in the finest resolution that any run has. */
function placesOf(input: string, runs: readonly Differing[]): readonly Place[] {
  const effects = runs.map((run) => run.effects.filter((effect) => effect.input === input));
  const all = effects.flat();
  const items = all.some(({ item }) => item !== null) ? labelsOf(all, runs, 'item') : [null];
  const periods = all.some(({ period }) => period !== null) ? labelsOf(all, runs, 'period') : [null];
  const indexes = effects.map(indexOf);
  return items.flatMap((item) =>
    periods.flatMap((period): Place[] => {
      const found = indexes.map((index) => index(item, period));
      const workbook = found.find((effect) => effect !== null)?.before ?? null;
      const values = found.map((effect) => (effect ? effect.after : workbook));
      return values.some((value) => value !== values[0]) ? [{ item, period, values, joined: null }] : [];
    }),
  );
}

/** The effect that covers a place; an effect without item or period covers all of them. */
function indexOf(effects: readonly ScenarioEffect[]) {
  const byPlace = new Map(effects.map((effect) => [keyOf(effect.item, effect.period), effect]));
  return (item: string | null, period: string | null): ScenarioEffect | null =>
    byPlace.get(keyOf(item, period)) ??
    byPlace.get(keyOf(null, period)) ??
    byPlace.get(keyOf(item, null)) ??
    byPlace.get(keyOf(null, null)) ??
    null;
}

function keyOf(item: string | null, period: string | null): string {
  return JSON.stringify([item, period]);
}

function labelsOf(effects: readonly ScenarioEffect[], runs: readonly Differing[], axis: 'item' | 'period'): string[] {
  const { report } = runs.find((run) => run.report.items.length > 0) ?? runs[0];
  const resources = (report.resources ?? []).map(({ name }) => name);
  const mentioned = effects.flatMap((effect) => effect[axis] ?? []);
  const known = [axis === 'period' ? report.periods : report.items, resources].find((labels) =>
    mentioned.every((label) => labels.includes(label)),
  );
  return [...(known ?? new Set(mentioned))];
}

/** By period the sum over the items that differ, or the average of what does not add up. */
function joinedPlaces(places: readonly Place[], adds: boolean): readonly Place[] {
  const byPeriod = new Map<string | null, Place[]>();
  for (const place of places) byPeriod.set(place.period, [...(byPeriod.get(place.period) ?? []), place]);
  return [...byPeriod].map(([period, some]) => ({
    item: null,
    period,
    joined: { how: adds ? 'sum' : 'average', places: some.length },
    values: some[0].values.map(
      (_value, run) => some.reduce((sum, { values }) => sum + (values[run] ?? 0), 0) / (adds ? 1 : some.length),
    ),
  }));
}
