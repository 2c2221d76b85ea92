import { element } from '../../view-node';
import type { OpenPanel } from '../panel';
import { panelTexts } from './texts';

/** Network. */
export const openPanel: OpenPanel = () => ({
  view: ({ state }) => [element('p', { class: 'lead', key: 'network-lead' }, panelTexts[state.language].lead)],
});
