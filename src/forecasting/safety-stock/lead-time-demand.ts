/** Demand while an order is on its way. */
export interface LeadTimeDemand {
  /** Units over the lead time. */
  mean: number;
  /** Standard deviation, units over the lead time. */
  deviation: number;
}

/** What is known of an item's demand and of its supply. */
export interface DemandAndLeadTime {
  /** Mean demand, units per period. */
  meanPerPeriod: number;
  /** Standard deviation of demand, or better of the forecast error, units per period. */
  deviationPerPeriod: number;
  /** Mean lead time in periods; with periodic review plus the time between reviews. */
  leadTime: number;
  /** Standard deviation of the lead time, periods. */
  leadTimeDeviation?: number;
}

/**
 * Mean D·L and standard deviation √(L·σ² + D²·s²) of the demand over the lead time, for independent periods. Chopra & Meindl, Supply Chain
 * Management, "Managing uncertainty in a supply chain: safety inventory", impact of supply uncertainty on safety inventory.
 */
export function leadTimeDemand(given: DemandAndLeadTime): LeadTimeDemand {
  const { meanPerPeriod, deviationPerPeriod, leadTime, leadTimeDeviation = 0 } = given;
  return {
    mean: meanPerPeriod * leadTime,
    deviation: Math.sqrt(leadTime * deviationPerPeriod ** 2 + (meanPerPeriod * leadTimeDeviation) ** 2),
  };
}
