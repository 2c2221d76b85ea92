import type { PlanReport } from '../../../planning';
import { createStore } from '../../store';
import { element } from '../../view-node';
import type { ViewNode } from '../../view-node';
import { button, heading, section } from '../../views/controls';
import type { PaneContext } from '../../views/pane-context';
import type { OpenPanel } from '../panel';
import { alertList } from './alert-list';
import { firstNetworkState, reduceNetwork } from './network-state';
import type { NetworkAction, NetworkState } from './network-state';
import { periodChoice } from './period-choice';
import { pictureView } from './picture-view';
import { placeView } from './place-view';
import { panelTexts } from './texts';

/** The network: a picture of where the plan is tight, the figures behind each place, and the alerts. */
export const openPanel: OpenPanel = ({ redraw }) => {
  const store = createStore(reduceNetwork, firstNetworkState);
  store.subscribe(redraw);
  return { view: (context) => [networkSection(context, store.state(), store.dispatch)] };
};

function networkSection(
  context: PaneContext,
  state: NetworkState,
  dispatch: (action: NetworkAction) => void,
): ViewNode {
  const texts = panelTexts[context.state.language];
  const { run } = context.state;
  const title = heading('network', texts.title);
  const picture = run.kind === 'planned' ? run.charts.network : null;
  if (run.kind !== 'planned' || picture === null) {
    return section(
      'network',
      title,
      element('p', { class: 'hint' }, texts.noPlan),
      button('primary', texts.optimize, () => {
        context.commands.choosePanel(null);
        context.commands.optimize();
      }),
    );
  }
  const period = state.period !== null && state.period < picture.periods.length ? state.period : null;
  const place = picture.places.some(({ name }) => name === state.place) ? state.place : null;
  const shown = { ...state, period, place };
  const rows = run.report.network ?? [];
  return section(
    'network',
    title,
    periodChoice(texts, picture.periods, period, dispatch),
    pictureView(context, picture, shown, (chosen) => dispatch({ kind: 'placeChosen', place: chosen })),
    element('p', { class: 'hint', key: 'hint' }, texts.pictureHint),
    place !== null && placeView(context, picture, rows, place, state.product, dispatch),
    alertList(context, alertsOf(run.report)),
  );
}

/** What a planner has to see to: what a rule leaves to mend, or the limits that gave way. */
function alertsOf({ alerts, brokenLimits }: PlanReport): readonly string[] {
  return [...(alerts ?? []), ...(brokenLimits ?? [])].map(({ sentence }) => sentence);
}
