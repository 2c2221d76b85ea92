/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "require"]}
 */
import { draw } from '../../../src/taskpane/draw';
import { stringsOf } from '../../../src/taskpane/language';
import { numberTexts } from '../../../src/taskpane/number-texts';
import { overridesSection } from '../../../src/taskpane/views/overrides-section';
import { firstState } from '../../../src/taskpane/pane-state';
import type { TypedQuantities } from '../../../src/taskpane/pane-state';

const quantities = [
  { item: 'SKU-001', kind: 'production' as const, name: 'SKU-001', period: '2026-01', optimal: 14000, typed: 12500 },
  { item: 'SKU-003', kind: 'production' as const, name: 'SKU-003', period: '2026-02', optimal: 0, typed: 100 },
];

function shown(found: TypedQuantities) {
  const pressed: string[] = [];
  const root = document.createElement('div');
  const context = { state: firstState('en', 'en-US', 'light'), texts: stringsOf.en, numbers: numberTexts('en-US') };
  const commands = {
    lockOverrides: () => void pressed.push('lock'),
    forgetOverrides: () => void pressed.push('forget'),
  };
  draw(root, [overridesSection(context, found, commands)]);
  const text = (selector: string) => root.querySelector(selector)?.textContent ?? '';
  return { root, pressed, text };
}

it('lists what was typed beside what was planned, while the prices are worked out', () => {
  const { root, text } = shown({ quantities, prices: null });
  expect(text('h2')).toBe('You changed 2 quantities');
  expect([...root.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
    'SKU-001, 2026-01: 12,500 instead of 14,000',
    'SKU-003, 2026-02: 100 instead of 0',
  ]);
  expect(root.textContent).toContain('Working out what they cost…');
});

it('says what each costs and what all cost, and locks or forgets them', () => {
  const sentences = [
    'Making 12,500 of SKU-001 in 2026-01 costs 24,000.',
    'Making 100 of SKU-003 in 2026-02 costs nothing.',
  ];
  const { root, text, pressed } = shown({
    quantities,
    prices: { total: 24000, sentences: sentences.map((sentence) => ({ sentence })) },
  });
  expect([...root.querySelectorAll('li .hint')].map(({ textContent }) => textContent)).toEqual(sentences);
  expect(text('#overrides-total')).toContain('Together they cost 24,000.');
  root.querySelector<HTMLElement>('#lock-overrides')?.click();
  root.querySelector<HTMLElement>('#forget-overrides')?.click();
  expect(pressed).toEqual(['lock', 'forget']);
});

it('says when they leave no plan', () => {
  const { text } = shown({
    quantities: quantities.slice(0, 1),
    prices: { total: null, sentences: [{ sentence: 'No plan.' }] },
  });
  expect(text('h2')).toBe('You changed 1 quantity');
  expect(text('#overrides-total')).toContain('With these quantities no plan satisfies all limits.');
});
