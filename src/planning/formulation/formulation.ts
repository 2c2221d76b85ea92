import type { PlanningMode } from '../domain/planning-problem';
import { demandBalance } from './balances/demand-balance';
import { inventoryBalance } from './balances/inventory-balance';
import { workforceBalance } from './balances/workforce-balance';
import { backorderCost } from './costs/backorder-cost';
import { holdingCost } from './costs/holding-cost';
import { maximumInventoryCost } from './costs/maximum-inventory-cost';
import { overflowCost } from './costs/overflow-cost';
import { overtimeCost } from './costs/overtime-cost';
import { productionCost } from './costs/production-cost';
import { revenue } from './costs/revenue';
import { safetyStockCost } from './costs/safety-stock-cost';
import { setupCost } from './costs/setup-cost';
import { shortageCost } from './costs/shortage-cost';
import { subcontractCost } from './costs/subcontract-cost';
import { transportCost } from './costs/transport-cost';
import { minimumUseCost, targetUseCost } from './costs/use-band-costs';
import { hireCost, layoffCost, wageCost } from './costs/workforce-costs';
import { backorders } from './decisions/backorders';
import { deliveries } from './decisions/deliveries';
import { excessInventory, inventory, safetyStockGap } from './decisions/inventory';
import { laneLots, laneSetUps } from './decisions/lane-lots';
import { lots } from './decisions/lots';
import { overflow } from './decisions/overflow';
import { overtime } from './decisions/overtime';
import { production } from './decisions/production';
import { setUps } from './decisions/set-ups';
import { shortage } from './decisions/shortage';
import { subcontracting } from './decisions/subcontracting';
import { transport } from './decisions/transport';
import { overUse, underUse } from './decisions/use-band';
import { hiring, layoffs, workers } from './decisions/workforce';
import { finalInventory } from './limits/final-inventory';
import { fixedDeliveries } from './limits/fixed-deliveries';
import { lateness } from './limits/lateness';
import { maximumInventory } from './limits/maximum-inventory';
import { overtimePerWorker } from './limits/overtime-per-worker';
import { fixedProduction, productionLimits } from './limits/production-limits';
import { resourceCapacity } from './limits/resource-capacity';
import { safetyStock } from './limits/safety-stock';
import { lotSize, setUpForProduction, smallestLot } from './limits/set-up-rules';
import { storageCapacity } from './limits/storage-capacity';
import { shipmentForTransport, smallestTransport, transportLotSize } from './limits/transport-lots';
import { fixedTransport, transportLimits } from './limits/transport-limits';
import { minimumUse, targetUse } from './limits/use-band';
import { anyBalance, anyBound, anyDecision, anyLimit } from './parts';
import type { Formulation, Priority } from './parts';
import { demandFractions, itemFractions, safetyStockFractions } from './priorities/fair-share';
import { undelivered, unitPeriodsLate } from './priorities/service';

/**
 * The table of contents of the mathematics: the only place where a part is registered. A part that a problem does not need
 * makes no rows and no columns.
 */
export const formulation: Formulation = {
  balances: [anyBalance(inventoryBalance), anyBalance(demandBalance), anyBalance(workforceBalance)],
  decisions: [
    anyDecision(production),
    anyDecision(inventory),
    anyDecision(safetyStockGap),
    anyDecision(excessInventory),
    anyDecision(shortage),
    anyDecision(deliveries),
    anyDecision(backorders),
    anyDecision(subcontracting),
    anyDecision(transport),
    anyDecision(overtime),
    anyDecision(underUse),
    anyDecision(overUse),
    anyDecision(overflow),
    anyDecision(workers),
    anyDecision(hiring),
    anyDecision(layoffs),
    anyDecision(setUps),
    anyDecision(lots),
    anyDecision(laneSetUps),
    anyDecision(laneLots),
  ],
  limits: [
    anyLimit(resourceCapacity),
    anyLimit(overtimePerWorker),
    anyLimit(minimumUse),
    anyLimit(targetUse),
    anyLimit(storageCapacity),
    anyLimit(lateness),
    anyLimit(setUpForProduction),
    anyLimit(smallestLot),
    anyLimit(lotSize),
    anyLimit(shipmentForTransport),
    anyLimit(smallestTransport),
    anyLimit(transportLotSize),
    anyBound(safetyStock),
    anyBound(finalInventory),
    anyBound(maximumInventory),
    anyBound(productionLimits),
    anyBound(fixedProduction),
    anyBound(transportLimits),
    anyBound(fixedTransport),
    anyBound(fixedDeliveries),
  ],
  costs: [
    productionCost,
    holdingCost,
    shortageCost,
    backorderCost,
    safetyStockCost,
    overtimeCost,
    subcontractCost,
    setupCost,
    overflowCost,
    wageCost,
    hireCost,
    layoffCost,
    transportCost,
    minimumUseCost,
    targetUseCost,
    maximumInventoryCost,
  ],
};

/** The parts whose costs a mode adds up: revenue counts in mode `profit` only. */
export function formulationFor(mode: PlanningMode): Formulation {
  return mode === 'profit' ? { ...formulation, costs: [...formulation.costs, revenue] } : formulation;
}

/** What goes before cost in a mode, most important first. */
export function prioritiesOf(mode: PlanningMode): readonly Priority[] {
  switch (mode) {
    case 'cost':
    case 'profit':
      return [];
    case 'delivery':
      return [undelivered, unitPeriodsLate];
    case 'fair-share':
      return [itemFractions, demandFractions, undelivered, unitPeriodsLate, safetyStockFractions];
  }
}
