import { number, sayIn, worded } from '../planning/index';
import type { Issue, PlanningMode } from '../planning/index';
import { addressOf } from './find-input';
import type { FoundInput } from './find-input';
import { isGiven } from './input-set';
import type { InputSet } from './input-set';
import { inputDefinition } from './schema';
import type { InputName } from './schema';

/** Why an input that is given changes nothing. */
export const effectTexts = {
  noPrice: 'The mode profit has no Price to earn, so it plans to make and deliver as little as possible.',
  givePrice: 'Let the name Price refer to the revenue per unit of each item, or choose another mode.',
  workersWithoutHours: 'Initial_Workers is given without Hours_Per_Worker, so that workers have no regular capacity.',
  giveHours:
    'Let the name Hours_Per_Worker refer to what one worker adds to capacity in a period, or delete the name Initial_Workers.',
  noEffect: '{name} has no effect without {other}.',
  noEffectWithoutAny: '{name} has no effect without any of {others}.',
  addOne: 'Add {others}, or delete the name {name}.',
  addEither: 'Add {one} or {other}, or delete the name {name}.',
  capacityPerResource:
    'Capacity is read as {resources} resources, each used by every item, though it has as many rows as items.',
  useMaximum: 'To limit each item by itself, use Max_Production; else name the labels of the resources Resources.',
  workersAreCapacity: 'Capacity has no effect because Initial_Workers is given: the workers’ hours are the capacity.',
  deleteOne: 'Delete the name Capacity or the name Initial_Workers.',
} as const;

const say = sayIn(effectTexts);

/** Warnings about inputs that are given but change nothing, because what they work with is missing. */
export function checkEffects(
  found: ReadonlyMap<InputName, FoundInput>,
  set: InputSet,
  mode: PlanningMode,
  report: (input: InputName, issue: Issue) => void,
): void {
  if (mode === 'profit' && !isGiven(set, 'Price')) {
    report('Price', {
      severity: 'warning',
      code: 'profit-without-price',
      sheet: null,
      cell: null,
      ...worded(say('noPrice'), say('givePrice')),
    });
  }
  const givenNames: ReadonlySet<string> = new Set(set.numbers.keys());
  for (const [name, input] of found) {
    const { kind, worksWith } = inputDefinition(name);
    const given = kind === 'number' ? isGiven(set, name) : true;
    if (!given || worksWith.length === 0 || worksWith.some((other) => givenNames.has(other))) continue;
    report(name, {
      severity: 'warning',
      code: 'no-effect',
      ...addressOf(input),
      ...worded(
        worksWith.length === 1
          ? say('noEffect', { name, other: worksWith[0] })
          : say('noEffectWithoutAny', { name, others: worksWith.join(', ') }),
        worksWith.length === 2
          ? say('addEither', { name, one: worksWith[0], other: worksWith[1] })
          : say('addOne', { name, others: worksWith.join(' or ') }),
      ),
    });
  }
  checkCapacity(found, set, report);
  checkWorkers(found, set, report);
}

function checkWorkers(
  found: ReadonlyMap<InputName, FoundInput>,
  set: InputSet,
  report: (input: InputName, issue: Issue) => void,
): void {
  const workers = found.get('Initial_Workers');
  if (!workers || !isGiven(set, 'Initial_Workers') || isGiven(set, 'Hours_Per_Worker')) return;
  report('Hours_Per_Worker', {
    severity: 'warning',
    code: 'workers-without-hours',
    ...addressOf(workers),
    ...worded(say('workersWithoutHours'), say('giveHours')),
  });
}

function checkCapacity(
  found: ReadonlyMap<InputName, FoundInput>,
  set: InputSet,
  report: (input: InputName, issue: Issue) => void,
): void {
  const capacity = found.get('Capacity');
  const { items, resources } = set.dimensions;
  if (capacity && resources > 1 && resources === items && !found.has('Resources') && !isGiven(set, 'Capacity_Use')) {
    report('Capacity', {
      severity: 'warning',
      code: 'capacity-per-resource',
      ...addressOf(capacity),
      ...worded(say('capacityPerResource', { resources: number(resources) }), say('useMaximum')),
    });
  }
  if (capacity && isGiven(set, 'Capacity') && isGiven(set, 'Initial_Workers') && set.dimensions.resources === 1) {
    report('Capacity', {
      severity: 'warning',
      code: 'no-effect',
      ...addressOf(capacity),
      ...worded(say('workersAreCapacity'), say('deleteOne')),
    });
  }
}
