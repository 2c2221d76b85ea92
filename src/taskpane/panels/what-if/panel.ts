import { createStore } from '../../store';
import { element } from '../../view-node';
import type { ViewNode } from '../../view-node';
import type { OpenPanel } from '../panel';
import { answerCard, answerDetails, unusableSection } from './answer-section';
import { sliderSection } from './slider-section';
import { panelTexts } from './texts';
import { whatIfCommands } from './what-if-commands';
import type { WhatIfContext } from './what-if-context';
import { firstWhatIf, reduceWhatIf } from './what-if-state';

/** What-if: sliders that plan again while they move, and how the cost follows one input. */
export const openPanel: OpenPanel = (surroundings) => {
  const { store: pane, redraw } = surroundings;
  const sliders = createStore(reduceWhatIf, firstWhatIf);
  const commands = whatIfCommands(sliders, surroundings);
  sliders.subscribe(redraw);
  pane.subscribe(commands.follow);
  commands.follow(pane.state());
  return {
    view: (context) =>
      whatIfView({ pane: context, texts: panelTexts[context.state.language], state: sliders.state(), commands }),
  };
};

function whatIfView(context: WhatIfContext): readonly ViewNode[] {
  const { texts, state } = context;
  switch (state.book.kind) {
    case 'opening':
      return [element('p', { class: 'lead', key: 'opening' }, texts.opening)];
    case 'unusable':
      return [unusableSection(context, state.book.message)];
    case 'open': {
      const details = answerDetails(context);
      return [answerCard(context), sliderSection(context, state.book), ...(details ? [details] : [])];
    }
  }
}
