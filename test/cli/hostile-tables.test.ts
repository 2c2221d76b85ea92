import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTemporaryFolder, sop } from '../cases/run-case';
import { tableBook } from '../cases/table-book';
import type { CaseTables } from '../cases/table-book';

const whole: CaseTables = {
  SOP_Periods: [['Period'], ['P1'], ['P2'], ['P3']],
  SOP_Demand: [
    ['Product', 'Location', 'Period', 'Quantity'],
    ['A', 'Shop', 'P1', 10],
    ['A', 'Shop', 'P3', 10],
  ],
  SOP_Sources: [
    ['Product', 'Location', 'Resource', 'Cost'],
    ['A', 'Plant', 'Line', 1],
    ['B', 'Plant', null, 1],
  ],
  SOP_Lanes: [
    ['Product', 'From', 'To', 'LeadTime'],
    ['A', 'Plant', 'Shop', 0],
  ],
  SOP_Resources: [
    ['Resource', 'Capacity'],
    ['Line', 100],
  ],
};

/** What is wrong, the tables that say it, what `sop check` ends with, and what it says. */
const hostile: readonly (readonly [string, CaseTables, number, string])[] = [
  [
    'a bill of material that leads in a circle',
    {
      SOP_Components: [
        ['Product', 'Component', 'Quantity'],
        ['A', 'B', 1],
        ['B', 'A', 1],
      ],
    },
    2,
    'error: Components!B2: "A" goes into "B", which is to go into it. Delete one of the rows',
  ],
  [
    'a component that nothing supplies',
    {
      SOP_Components: [
        ['Product', 'Component', 'Quantity'],
        ['A', 'Bolt', 1],
      ],
    },
    0,
    'warning: Components!B2: No source, lane, receipt or stock supplies "Bolt" at "Plant", so "A" cannot be made there.',
  ],
  [
    'a lane from nowhere',
    {
      SOP_Lanes: [
        ['Product', 'From', 'To'],
        ['A', 'Mars', 'Shop'],
      ],
    },
    0,
    'warning: Lanes!B2: No source, lane, receipt or stock supplies "A" at "Mars", so the lane carries nothing.',
  ],
  [
    'lanes that lead in a circle',
    {
      SOP_Lanes: [
        ['Product', 'From', 'To'],
        ['A', 'Plant', 'Shop'],
        ['A', 'Shop', 'Plant'],
      ],
    },
    0,
    'The data is complete',
  ],
  [
    'a lead time beyond the horizon',
    {
      SOP_Lanes: [
        ['Product', 'From', 'To', 'LeadTime'],
        ['A', 'Plant', 'Shop', 99],
      ],
    },
    0,
    'warning: Lanes!D2: A lead time of 99 is longer than all periods together',
  ],
  [
    'a location that nothing names',
    {
      SOP_Locations: [
        ['Location', 'StorageCapacity'],
        ['Mars', 5],
      ],
    },
    0,
    'warning: Locations!A2: No other table names the location "Mars"',
  ],
  [
    'no room at all for what is under way',
    {
      SOP_Locations: [
        ['Location', 'StorageCapacity', 'StorageCost'],
        ['Shop', 0, 3],
      ],
      SOP_Adjusted: [
        ['Kind', 'Product', 'Location', 'Period', 'Quantity'],
        ['receipt', 'A', 'Shop', 'P1', 50],
      ],
    },
    0,
    'The data is complete',
  ],
  [
    'no capacity at all',
    {
      SOP_Resources: [
        ['Resource', 'Capacity'],
        ['Line', 0],
      ],
    },
    0,
    'The data is complete',
  ],
  [
    'a cost below zero',
    {
      SOP_Sources: [
        ['Product', 'Location', 'Cost'],
        ['A', 'Plant', -5],
      ],
    },
    0,
    'warning: Sources!C2: Cost is -5: a cost below zero is money earned',
  ],
];

describe('tables that are legal and cannot be meant', () => {
  it.each(hostile)(
    '%s: told in plain words with cell and remedy, and planned without an error of ours',
    (_what, tables, code, said) =>
      inTemporaryFolder(async (folder) => {
        const book = join(folder, 'book.xlsx');
        writeFileSync(book, tableBook({ ...whole, ...tables }));
        const check = await sop('check', book);
        expect(check.code).toBe(code);
        expect(`${check.err}${check.out}`).toContain(said);
        for (const words of [
          ['optimize', book, '--json', '-'],
          ['optimize', book, '--mode', 'fair-share'],
          ['optimize', book, '--planner', 'heuristic'],
          ['compare', book],
        ]) {
          const run = await sop(...words);
          expect([0, 2]).toContain(run.code);
          expect(`${run.err}${run.out}`).not.toMatch(/undefined|NaN|\[object|    at /);
        }
      }),
  );
});
