import { element } from '../../view-node';
import type { OpenPanel } from '../panel';
import { panelTexts } from './texts';

/** Demand. */
export const openPanel: OpenPanel = () => ({
  view: ({ state }) => [element('p', { class: 'lead', key: 'demand-lead' }, panelTexts[state.language].lead)],
});
