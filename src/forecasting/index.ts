export {
  groupAccuracy,
  itemAccuracy,
  measureAccuracy,
  seasonalNaiveScale,
  type Accuracy,
  type ForecastError,
  type ItemAccuracy,
} from './accuracy';
export { eventDays, eventRegressors, type PlannedEvent } from './event-calendar';
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
export { pointForecast, type PointForecast } from './point-forecast';
export { runPool, type PoolOutcome, type PoolPlan, type PoolRun, type PoolWorker } from './pool';
export type { Reply, StartWorker, Timer } from './pool';
export { findSeason, type Season } from './seasonality';
export { snapshotAccuracy, type ActualDemand, type ForecastSnapshot, type SnapshotAccuracy } from './snapshots';
export { aggregate, bucketStart, followingPeriods, nextBucketStart, spanOf } from './aggregate';
export type { Bucket, BucketHistory, HistorySpan } from './aggregate';
export { rowFingerprint } from './cleaning/row-fingerprint';
export { spellingKey } from './cleaning/item-spelling';
export { readDate, type DateReading } from './cleaning/read-date';
export { dayFromExcelSerial, dayFromIso, excelSerial, isoDay, type DayNumber } from './calendar-day';
export { classifyItems, coefficientOfVariation, USUAL_BOUNDS } from './classes';
export type { ClassBounds, ItemClass, ItemSales } from './classes';
export { cleanedDays, cleanHistory, type CleaningOptions } from './cleaning/clean-history';
export type {
  AuditRow,
  CleanedDay,
  CleanedHistory,
  CleaningAction,
  CleaningKind,
  CleaningResult,
  HistoryCalendar,
  Overrule,
  QuarantinedRow,
  RawHistoryRow,
} from './cleaning/history';
export { demandOverLeadTime, type LeadTime } from './safety-stock/demand-over-lead-time';
export { fillRateAt, itemSafetyStock } from './safety-stock/item-safety-stock';
export type { DemandDistribution, SafetyStock, ServiceTarget } from './safety-stock/item-safety-stock';
export { leadTimeDemand, type DemandAndLeadTime, type LeadTimeDemand } from './safety-stock/lead-time-demand';
export { serviceCurve, type ServiceCurveOptions, type ServicePoint } from './safety-stock/service-curve';
