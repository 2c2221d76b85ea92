import type { CaseTables } from './table-book';
import { sharedCase } from './run-case';

/** The parts of the case file that the tables are made of. */
export interface Demo {
  readonly weeks: readonly number[];
  readonly articles: readonly string[];
  readonly locations: { readonly dc: string; readonly plant: string };
  readonly resource: {
    readonly name: string;
    readonly hours_per_unit: Readonly<Record<string, number>>;
    readonly capacity_full: number;
    readonly capacity_reduced: Readonly<Record<string, number>>;
  };
  readonly price: Readonly<Record<string, number>>;
  readonly margin_rate: Readonly<Record<string, number>>;
  readonly demand: Readonly<Record<string, readonly number[]>>;
  readonly production_stop: { readonly article: string; readonly weeks: readonly number[] };
  readonly frozen_through_week: number;
  readonly max_lateness_weeks: { readonly scenario2: number; readonly scenario3: number };
  readonly costs: {
    readonly non_delivery_per_unit: number;
    readonly late_per_unit_week: number;
    readonly holding_per_unit_week: number;
    readonly production_per_unit: number;
    readonly stability_band: {
      readonly min_utilisation: number;
      readonly max_utilisation: number;
      readonly penalty_per_hour: number;
    };
  };
  readonly fair_share: { readonly segments: number; readonly growth_per_segment: number };
  readonly profit_mode: {
    readonly non_delivery_per_unit: Readonly<Record<string, number>>;
    readonly late_per_unit_week: Readonly<Record<string, number>>;
  };
}

export const demo: Demo = sharedCase('seed004_ibp_demo_reconstruction').data;

/** One of the demo's stories. */
export interface Story {
  /** The production stop of IBP-320. */
  readonly stop?: boolean;
  /** The soft band of use. */
  readonly band?: boolean;
  /** The capacity cut, with everything up to its announcement frozen. */
  readonly cut?: boolean;
  readonly frozen?: boolean;
  /** Cost rates per article (of the profit story) instead of one for all. */
  readonly byMargin?: boolean;
}

const week = (number: number): string => `CW${String(number).padStart(2, '0')}`;

/** The published demo as tables: three articles, one plant, one distribution centre, one resource. */
export function demoTables({ stop, band, cut, frozen, byMargin }: Story): CaseTables {
  const { weeks, articles, resource, price, margin_rate: margin, demand, costs, locations } = demo;
  const { min_utilisation: least, max_utilisation: most, penalty_per_hour: penalty } = costs.stability_band;
  const { dc, plant } = locations;
  const hours = resource.capacity_full;
  const frozenWeeks = frozen ? weeks.filter((number) => number <= demo.frozen_through_week) : [];
  return {
    SOP_Periods: [['Period', 'Days'], ...weeks.map((number) => [week(number), 7])],
    SOP_Products: [
      ['Product', 'Price', 'UnitCost'],
      ...articles.map((article) => [article, price[article], price[article] * (1 - margin[article])]),
    ],
    SOP_Demand: [
      ['Product', 'Location', 'Period', 'Quantity', 'NonDeliveryCost', 'LateCost', 'MaxLateness'],
      ...articles.flatMap((article) =>
        weeks.map((number, t) => [
          article,
          dc,
          week(number),
          demand[article][t],
          byMargin ? demo.profit_mode.non_delivery_per_unit[article] : costs.non_delivery_per_unit,
          byMargin ? demo.profit_mode.late_per_unit_week[article] : costs.late_per_unit_week,
          cut ? demo.max_lateness_weeks.scenario3 : demo.max_lateness_weeks.scenario2,
        ]),
      ),
    ],
    SOP_Sources: [
      ['Product', 'Location', 'Resource', 'Use', 'Cost'],
      ...articles.map((article) => [
        article,
        plant,
        resource.name,
        resource.hours_per_unit[article],
        costs.production_per_unit,
      ]),
    ],
    SOP_Lanes: [
      ['Product', 'From', 'To'],
      ['*', plant, dc],
    ],
    SOP_Resources: [
      ['Resource', 'Period', 'Capacity', 'MinUse', 'MinUseCost', 'TargetUse', 'TargetUseCost'],
      [resource.name, '*', hours, ...(band ? [least * hours, penalty, most * hours, penalty] : [0, 0, null, 0])],
      ...(cut
        ? Object.entries(resource.capacity_reduced).map(([number, reduced]) => [
            resource.name,
            week(Number(number)),
            reduced,
            null,
            null,
            null,
            null,
          ])
        : []),
    ],
    SOP_Stock: [
      ['Product', 'Location', 'HoldingCost'],
      ['*', plant, costs.holding_per_unit_week],
      ['*', dc, costs.holding_per_unit_week],
    ],
    SOP_Adjusted: [
      ['Kind', 'Product', 'Location', 'To', 'Period', 'Quantity'],
      ...(stop
        ? demo.production_stop.weeks.map((number) => [
            'production',
            demo.production_stop.article,
            plant,
            null,
            week(number),
            0,
          ])
        : []),
      ...frozenWeeks.flatMap((number) =>
        articles.flatMap((article) => {
          const units = demand[article][weeks.indexOf(number)];
          return [
            ['production', article, plant, null, week(number), units],
            ['transport', article, plant, dc, week(number), units],
            ['delivery', article, dc, null, week(number), units],
          ];
        }),
      ),
    ],
  };
}
