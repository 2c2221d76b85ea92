import { createStore } from '../../store';
import { element } from '../../view-node';
import type { ViewNode } from '../../view-node';
import type { OpenPanel } from '../panel';
import { answerCard, answerDetails, unusableSection } from './answer-section';
import { sliderSection } from './slider-section';
import { sweepCommands } from './sweep-commands';
import { sweptInputs } from './sweep-inputs';
import { sweepSection } from './sweep-section';
import type { SweepContext } from './sweep-section';
import { firstSweep, reduceSweep } from './sweep-state';
import { panelTexts } from './texts';
import { whatIfCommands } from './what-if-commands';
import type { WhatIfContext } from './what-if-context';
import { firstWhatIf, reduceWhatIf } from './what-if-state';
import type { OpenWhatIfBook } from './what-if-state';

/** What-if: sliders that plan again while they move, and how the cost follows one input. */
export const openPanel: OpenPanel = (surroundings) => {
  const { store: pane, redraw } = surroundings;
  const sliders = createStore(reduceWhatIf, firstWhatIf);
  const commands = whatIfCommands(sliders, surroundings);
  const sweep = createStore(reduceSweep, firstSweep);
  const ofSweep = sweepCommands(sweep, sliders.state, surroundings);
  let opened: OpenWhatIfBook | null = null;
  sliders.subscribe(({ book }) => {
    if (book.kind === 'open' && book !== opened) {
      opened = book;
      ofSweep.cancel();
      sweep.dispatch({ kind: 'bookOpened', inputs: sweptInputs(book.problem), format: pane.state().format });
    }
    redraw();
  });
  sweep.subscribe(redraw);
  pane.subscribe(commands.follow);
  commands.follow(pane.state());
  return {
    view: (context) =>
      whatIfView({
        pane: context,
        texts: panelTexts[context.state.language],
        state: sliders.state(),
        commands,
        sweep: sweep.state(),
        sweepCommands: ofSweep,
      }),
  };
};

function whatIfView(context: WhatIfContext & SweepContext): readonly ViewNode[] {
  const { texts, state } = context;
  switch (state.book.kind) {
    case 'opening':
      return [element('p', { class: 'lead', key: 'opening' }, texts.opening)];
    case 'unusable':
      return [unusableSection(context, state.book.message)];
    case 'open': {
      const below = [answerDetails(context), sweepSection(context)];
      return [
        // One box, so that the figure stays in sight just as long as the sliders do.
        element('div', { class: 'what-if-play', key: 'play' }, answerCard(context), sliderSection(context, state.book)),
        ...below.filter((node): node is ViewNode => node !== null),
      ];
    }
  }
}
