import { planningModes } from '../src/planning';
import type { PlanningMode } from '../src/planning';
import { formulation, formulationFor, prioritiesOf } from '../src/planning/formulation/formulation';
import type { Balance, Bound, Coordinate, CostTerm, Decision, Limit } from '../src/planning/formulation/parts';

const coordinates: Readonly<Record<Coordinate, readonly [letter: string, meaning: string]>> = {
  item: ['i', 'items: a product at a location'],
  period: ['t', 'periods 1 … T of the horizon'],
  demand: ['k', 'demands: an item wanted by one customer on the same terms'],
  source: ['s', 'sources: ways to make an item'],
  subcontract: ['q', 'subcontracts: items that can be bought'],
  lane: ['l', 'lanes: ways to move a product between two locations'],
  resource: ['r', 'resources: what production draws on'],
  warehouse: ['h', 'warehouses: room that items share'],
};

/** What the letters of the data mean that stand in the equations; the decisions explain their own. */
const data: readonly (readonly [symbol: string, meaning: string])[] = [
  ['D_{k,t},\\ R_{i,t}', 'demand; receipts under way, units'],
  ['I_{i,0},\\ W_0', 'inventory and workers before the first period'],
  ['SS_{i,t},\\ \\bar I_{i,t},\\ F_i', 'safety stock; most inventory; least inventory after the last period, units'],
  ["a_{r,s},\\ a'_{r,s}", 'capacity units that a unit, and that a set-up, uses'],
  ['K_{r,t},\\ \\bar o_{r,t}', 'regular capacity; most overtime, capacity units'],
  [
    '\\underline K_{r,t},\\ \\hat K_{r,t}',
    'use that should be reached; use that should not be exceeded, capacity units',
  ],
  ['h_t,\\ \\bar h_t,\\ \\bar W_t', 'hours and most overtime of a worker; most workers'],
  ['C_{h,t},\\ \\theta_h,\\ \\sigma_i', 'warehouse capacity; its usable fraction; storage units per unit of an item'],
  ['\\underline x_{s,t},\\ \\bar x_{s,t},\\ \\tilde x_{s,t}', 'least, most and fixed production, units'],
  ['\\bar y_{l,t},\\ \\tilde y_{l,t},\\ \\tilde d_{k,t}', 'most and fixed transport; fixed deliveries, units'],
  ['\\bar u_{q,t}', 'most that is bought, units'],
  ['\\ell_s,\\ q_s,\\ M_{s,t}', 'smallest lot; lot size; most that could sensibly be made in a period, units'],
  [
    '\\ell^{y}_l,\\ q^{y}_l,\\ M^{y}_{l,t}',
    'smallest quantity and lot size of a lane; most that it could sensibly carry in a period, units',
  ],
  ['L_k', 'most periods of lateness'],
  ['c,\\ h_{i,t},\\ p_{k,t}', 'costs by their upper index; holding cost; price, money per unit'],
];

const introductions = {
  balances:
    'Rows that decisions join. A balance does not know who draws on it: what enters and leaves is said by the decisions below.',
  decisions: 'Columns. Each says what one unit of it adds to which balances.',
  limits: 'Rules about decisions, each a family of rows.',
  bounds: 'Rules about a single decision, kept as bounds of its columns.',
  costs: 'Terms of the objective; all of them are added up.',
};

/**
 * The mathematics as a Markdown page, written from the parts themselves, so that it cannot differ from what is solved.
 *
 * @throws when a part has no equation.
 */
export function formulationDocument(): string {
  const { balances, decisions, limits } = formulation;
  const costs = formulationFor('profit').costs;
  return [
    '# The mathematical formulation',
    'Written by `npx tsx scripts/build-formulation.ts` from the parts in `src/planning/formulation`; do not edit it by hand.',
    'A plan minimises the sum of the cost terms subject to the balances, the limits and the bounds. A part that a problem does not need makes no rows and no columns. A price is the change of total cost per unit more of a right-hand side; with whole numbers, or after an early stop, there is none.',
    '## Indices',
    list(Object.values(coordinates).map(([letter, meaning]) => `$${letter}$: ${meaning}`)),
    '## Data',
    list(data.map(([symbol, meaning]) => `$${symbol}$: ${meaning}`)),
    '## Balances',
    introductions.balances,
    ...balances.map(rowText),
    '## Decisions',
    introductions.decisions,
    ...decisions.map(decisionText),
    '## Limits',
    introductions.limits,
    ...limits.flatMap((part) => (part.kind === 'limit' ? [rowText(part)] : [])),
    '## Bounds',
    introductions.bounds,
    ...limits.flatMap((part) => (part.kind === 'bound' ? [boundText(part)] : [])),
    '## Costs',
    introductions.costs,
    ...costs.map(costText),
    '## Modes',
    'A goal goes before cost, and a later goal never worsens an earlier one.',
    list(planningModes.map(modeText)),
    '',
  ].join('\n\n');
}

function rowText(part: Balance<Coordinate> | Limit<Coordinate>): string {
  const relation = { '=': 'an equation', '<=': 'at most', '>=': 'at least' }[part.sense];
  const price = part.price ? `, price in ${part.price.unit}` : '';
  return entry(part, [`One row for each ${indexText(part.index)}; ${relation}${price}.`]);
}

function decisionText(part: Decision<Coordinate>): string {
  const joined = [...new Set(part.flows.map(({ balance }) => `\`${balance.id}\``))];
  const flows = joined.length > 0 ? ` Joins ${joined.join(' and ')}.` : '';
  return entry(part, [
    `$${part.symbol}$, in ${part.unit}; one column for each ${indexText(part.index)}.${part.whole ? ' Whole where the data asks for it.' : ''}${flows}`,
  ]);
}

function boundText(part: Bound<Coordinate>): string {
  const price = part.price ? ` Price in ${part.price.unit}.` : '';
  return entry(part, [`Bounds \`${part.decision.id}\` for each ${indexText(part.index)}.${price}`]);
}

function costText(part: CostTerm): string {
  const priced = [...new Set(part.prices.map(({ decision }) => `\`${decision.id}\``))];
  const only = part.id === 'revenue' ? ' Counts in mode `profit` only.' : '';
  return entry(part, [`Prices ${priced.join(', ')}.${only}`]);
}

function modeText(mode: PlanningMode): string {
  const goals = prioritiesOf(mode).map(({ title, equation }) => `${title.toLowerCase()} ($\\min ${equation}$)`);
  const last = mode === 'profit' ? 'cost less revenue' : 'cost';
  return `\`${mode}\`: ${[...goals, last].join(', then ')}`;
}

function entry(
  part: { readonly id: string; readonly title: string; readonly equation: string },
  lines: readonly string[],
): string {
  if (part.equation.trim() === '') throw new Error(`${part.id} has no equation.`);
  return [`### ${part.title} (\`${part.id}\`)`, `$$\n${part.equation}\n$$`, ...lines].join('\n\n');
}

function indexText(index: readonly Coordinate[]): string {
  return index.map((coordinate) => `${coordinate} $${coordinates[coordinate][0]}$`).join(' and ');
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}
