import { planSheetName } from '../workbook/plan-sheet/sheet-name';
import { readOverrides } from '../workbook/plan-overrides';
import type { PaneSurroundings } from './pane-surroundings';
import { errorText } from './speech';

/** Looks for quantities that were typed over the plan on its sheet, shows them, and what they cost as soon as that is known. */
export function overrideFinder({
  store,
  host,
  desk,
}: Pick<PaneSurroundings, 'store' | 'host' | 'desk'>): () => Promise<void> {
  const { dispatch, state } = store;
  return async () => {
    const workbook = host.workbook();
    if (!workbook) return;
    const found = await readOverrides(workbook, planSheetName(null));
    if (!found.ok) return dispatch({ kind: 'alerted', message: errorText(store.state(), found.error) });
    const quantities = found.value;
    if (quantities.length === 0) return dispatch({ kind: 'quantitiesTyped', typed: null });
    dispatch({ kind: 'quantitiesTyped', typed: { quantities, prices: null } });
    const given = await host.given();
    if (!given?.ok) return;
    const { mode, preset } = state();
    const prices = await desk.priceOverrides(given.value, { mode, preset, overrides: quantities });
    if (prices && state().typed?.quantities === quantities) {
      dispatch({ kind: 'quantitiesTyped', typed: { quantities, prices } });
    }
  };
}
