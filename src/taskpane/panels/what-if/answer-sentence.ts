import type { NumberTexts } from '../../number-texts';
import type { WhatIfFigures } from './figures';
import type { PanelTexts } from './texts';

/** Money less than this is no difference. */
const leastMoney = 0.005;

/** What an answer says, in one sentence: for those who do not look at the figures. */
export function answerSentence(
  texts: PanelTexts,
  numbers: NumberTexts,
  goal: string,
  figures: WhatIfFigures,
  now: WhatIfFigures | null,
): string {
  if (figures.kind === 'infeasible') return texts.noPlan;
  if (figures.kind === 'failed') return failureText(texts, figures);
  const objective = `${goal}: ${numbers.money(figures.objective)}.`;
  return now === null || now === figures ? objective : `${objective} ${differenceText(texts, numbers, figures, now)}.`;
}

/** How the objective differs from that of the workbook as it stands. */
export function differenceText(
  texts: PanelTexts,
  numbers: NumberTexts,
  figures: Extract<WhatIfFigures, { kind: 'planned' }>,
  now: WhatIfFigures,
): string {
  if (now.kind !== 'planned') return texts.noPlanNow;
  const difference = figures.objective - now.objective;
  if (Math.abs(difference) < leastMoney) return texts.sameAsNow;
  const share = now.objective === 0 ? '' : ` (${numbers.percent(Math.abs(difference / now.objective))})`;
  const amount = `${numbers.money(Math.abs(difference))}${share}`;
  return difference > 0 ? texts.moreThanNow(amount) : texts.lessThanNow(amount);
}

/** Why there is no answer, although there may be a plan. */
export function failureText(
  texts: PanelTexts,
  { reason, message }: Extract<WhatIfFigures, { kind: 'failed' }>,
): string {
  if (reason === 'timeLimit') return texts.tooLong;
  return reason === 'unbounded' ? texts.endless : message;
}
