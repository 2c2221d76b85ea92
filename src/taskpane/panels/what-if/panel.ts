import { element } from '../../view-node';
import type { OpenPanel } from '../panel';
import { panelTexts } from './texts';

/** What-if. */
export const openPanel: OpenPanel = () => ({
  view: ({ state }) => [element('p', { class: 'lead', key: 'what-if-lead' }, panelTexts[state.language].lead)],
});
