import type { Demand, Item, Lane, PlanningProblem, Resource, Source } from '../src/planning';
import { seededRandom } from './seeded-random';

export interface NetworkSize {
  readonly products: number;
  /** Plants and distribution centres together, at least 3; a fifth of them are plants. */
  readonly locations: number;
  readonly periods: number;
}

/**
 * A network of any size: every product is made at one or two plants, each with two lines shared by all, moved to every centre
 * (one week on the way from the far plants), wanted at every centre with a season of its own. The lines are loaded to 97 %
 * over the horizon, so that peaks are built ahead and some demand is late or short. The same size gives the same problem.
 */
export function syntheticNetwork({ products, locations, periods }: NetworkSize): PlanningProblem {
  const random = seededRandom(products * 10_000 + locations * 100 + periods);
  const range = (count: number) => Array.from({ length: count }, (_entry, index) => index);
  const constant = <T>(value: T): T[] => range(periods).map(() => value);
  const between = (least: number, most: number) => least + (most - least) * random();
  const plants = Math.max(1, Math.round(locations / 5));
  const centres = locations - plants;
  const linesPerPlant = 2;
  const itemAt = (product: number, location: number) => product * locations + location;
  const nameOf = (location: number) => (location < plants ? `Plant ${location + 1}` : `DC ${location - plants + 1}`);

  const items = range(products).flatMap((product) => {
    const value = between(5, 40);
    return range(locations).map((location): Item => ({
      name: `P${product + 1} @ ${nameOf(location)}`,
      product: `P${product + 1}`,
      location: nameOf(location),
      openingInventory: 0,
      holdingCost: constant(value * (location < plants ? 0.004 : 0.006)),
      safetyStock: constant(0),
      safetyStockCost: value * 0.05,
      maxInventory: constant(Infinity),
      maxInventoryCost: null,
      finalInventory: 0,
      receipts: constant(0),
      storageUse: 1,
    }));
  });

  const demands: Demand[] = [];
  const load = range(plants * linesPerPlant).map(() => constant(0));
  const sources: Source[] = [];
  const lanes: Lane[] = [];
  const stocked = new Map<number, { readonly opening: number; readonly safety: number }>();
  for (const product of range(products)) {
    const made = random() < 0.5 ? [product % plants] : range(Math.min(2, plants)).map((k) => (product + k) % plants);
    const [use, price, phase] = [between(0.2, 1.5), between(20, 120), between(0, periods)];
    for (const centre of range(centres)) {
      const level = 10 + 190 * random() ** 2;
      const item = itemAt(product, plants + centre);
      const quantity = range(periods).map((t) => {
        const season = 1 + 0.4 * Math.sin((2 * Math.PI * (t + phase)) / Math.min(periods, 52));
        return Math.round(level * season * between(0.8, 1.2));
      });
      stocked.set(item, { opening: Math.round(1.6 * level), safety: Math.round(0.4 * level) });
      demands.push({
        item,
        customer: '',
        quantity,
        shortageCost: constant(price),
        backorderCost: constant(price * 0.1),
        maxLateness: 2,
        price: constant(price),
        fairShare: true,
        fixedDelivery: constant(null),
      });
      quantity.forEach((units, t) => {
        for (const plant of made) {
          const line = plant * linesPerPlant + (product % linesPerPlant);
          load[line][t] += (use * units) / made.length;
        }
      });
    }
    for (const plant of made) {
      sources.push({
        name: `P${product + 1} @ ${nameOf(plant)}`,
        item: itemAt(product, plant),
        uses: [{ resource: plant * linesPerPlant + (product % linesPerPlant), use }],
        cost: constant(between(5, 15)),
        arrival: range(periods),
        components: [],
        ...noLots,
        setupCost: constant(0),
        setupUses: [],
        minimum: constant(0),
        maximum: constant(Infinity),
        fixed: constant(null),
        quota: 1 / made.length,
      });
      for (const centre of range(centres)) {
        const far = (plant + centre) % plants !== 0;
        lanes.push({
          name: `P${product + 1}: ${nameOf(plant)} > ${nameOf(plants + centre)}`,
          from: itemAt(product, plant),
          to: itemAt(product, plants + centre),
          cost: constant(between(0.2, 1) + (far ? 0.5 : 0)),
          arrival: range(periods).map((t) => (far ? t + 1 : t)),
          ...noLots,
          maximum: constant(Infinity),
          fixed: constant(null),
          quota: 1 / made.length,
        });
      }
    }
  }
  const resources = load.map((weekly, r): Resource => ({
    name: `Plant ${Math.floor(r / linesPerPlant) + 1} line ${(r % linesPerPlant) + 1}`,
    capacity: constant(Math.ceil(weekly.reduce((sum, units) => sum + units, 0) / periods / 0.97)),
    overtimeCapacity: constant(0),
    overtimeCost: constant(0),
    minUse: constant(0),
    minUseCost: 0,
    targetUse: constant(Infinity),
    targetUseCost: 0,
  }));
  return {
    mode: 'cost',
    periods: range(periods).map((t) => ({ label: `W${t + 1}` })),
    items: items.map((item, i) => {
      const { opening = 0, safety = 0 } = stocked.get(i) ?? {};
      return { ...item, openingInventory: opening, safetyStock: constant(safety) };
    }),
    demands,
    sources,
    subcontracts: [],
    lanes,
    resources,
    warehouses: [],
    workforce: null,
    currentPractice: { coveragePeriods: null, production: null },
  };
}

const noLots = { minLot: 0, lotSize: 0, lotPeriods: Infinity };
