import type { PlanReport } from '../../../planning';
import type { Sentence } from '../../speech';
import { createStore } from '../../store';
import { element } from '../../view-node';
import type { ViewNode } from '../../view-node';
import { heading, section } from '../../views/controls';
import type { PaneContext } from '../../views/pane-context';
import { chosenPosition, positionOptions, positionValue, selectField } from '../../views/select-field';
import type { OpenPanel } from '../panel';
import { alertList } from './alert-list';
import { networkCommands } from './network-commands';
import type { NetworkCommands } from './network-commands';
import { firstNetworkState, reduceNetwork } from './network-state';
import type { NetworkState } from './network-state';
import { pictureView } from './picture-view';
import { placeView } from './place-view';
import { plannersView } from './planners-view';
import { panelTexts } from './texts';

/** The network: who plans it, where the plan is tight, the figures behind each place, and the alerts. */
export const openPanel: OpenPanel = (surroundings) => {
  const store = createStore(reduceNetwork, firstNetworkState);
  store.subscribe(surroundings.redraw);
  const commands = networkCommands(store, surroundings);
  return { view: (context) => [networkSection(context, store.state(), commands)] };
};

function networkSection(context: PaneContext, state: NetworkState, commands: NetworkCommands): ViewNode {
  const texts = panelTexts[context.state.language];
  const { run } = context.state;
  return section(
    'network',
    heading('network', texts.title),
    plannersView(context, state, commands),
    'message' in run && element('p', { class: 'hint', key: 'failure' }, run.message),
    run.kind === 'planned' ? plan(context, state, commands, run) : element('p', { class: 'hint' }, texts.noPlan),
  );
}

/** What the last run planned. */
function plan(
  context: PaneContext,
  state: NetworkState,
  commands: NetworkCommands,
  { charts, report }: Extract<PaneContext['state']['run'], { kind: 'planned' }>,
): readonly (ViewNode | false)[] {
  const texts = panelTexts[context.state.language];
  const picture = charts.network;
  if (picture === null) return [];
  const period = state.period !== null && state.period < picture.periods.length ? state.period : null;
  const place = picture.places.some(({ name }) => name === state.place) ? state.place : null;
  return [
    element('p', { class: 'network-shown', key: 'shown' }, texts.shownPlan(texts.plannerNames[report.planner])),
    selectField(
      'network-period',
      texts.period,
      positionValue(period),
      positionOptions(texts.worstPeriod, picture.periods),
      (value) => commands.choosePeriod(chosenPosition(value)),
    ),
    ...pictureView(context, picture, { period, place }, commands.choosePlace),
    element('p', { class: 'hint', key: 'hint' }, texts.pictureHint),
    place !== null && placeView(context, picture, place, state, commands),
    alertList(context, alertsOf(report)),
  ];
}

/** What a planner has to see to: what a rule leaves to mend, or the limits that gave way. */
function alertsOf({ alerts, brokenLimits }: PlanReport): readonly Sentence[] {
  return [...(alerts ?? []), ...(brokenLimits ?? [])];
}
