import { element } from '../../view-node';
import type { OpenPanel } from '../panel';
import { panelTexts } from './texts';

/** Scenarios. */
export const openPanel: OpenPanel = () => ({
  view: ({ state }) => [element('p', { class: 'lead', key: 'scenarios-lead' }, panelTexts[state.language].lead)],
});
