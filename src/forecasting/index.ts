export {
  groupAccuracy,
  itemAccuracy,
  measureAccuracy,
  seasonalNaiveScale,
  type Accuracy,
  type ForecastError,
  type ItemAccuracy,
} from './accuracy';
export { eventEffects, type EventEffect, type EventRegressor } from './events';
export {
  cumulativeQuantile,
  fallbackForecast,
  forecastItem,
  type DemandParts,
  type DemandPattern,
  type ForecastOptions,
  type ItemForecast,
  type ItemHistory,
} from './forecast-item';
export {
  answerForecastTask,
  forecastItems,
  runForecastTask,
  type ForecastedItem,
  type ForecastRunPorts,
  type ForecastTask,
} from './forecast-items';
export { isHockeyStick } from './hockey-stick';
export { demandQuantile, type ForecastDistribution } from './intervals';
export type { Method, MethodForecast } from './methods/method';
export { methodRegistry, methodsFor, type MethodRole } from './methods/registry';
export { seededRandom, seedOf, type Random } from './numerics/random';
export { pointForecast, type PointForecast } from './point-forecast';
export { runPool, type PoolOutcome, type PoolPlan, type PoolRun, type PoolWorker } from './pool';
export type { Reply, StartWorker, Timer } from './pool';
export { findSeason, type Season } from './seasonality';
export { snapshotAccuracy, type ActualDemand, type ForecastSnapshot, type SnapshotAccuracy } from './snapshots';
