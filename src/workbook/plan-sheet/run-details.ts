import { rateText, rateTitle } from '../presets/rate-text';
import type { PlanSheetInput } from './input';
import type { PanelEntry } from './panel';
import type { SheetStyles } from './styles';

/** What the sheet calls the fingerprint of the inputs. */
export const fingerprintLabel = 'Inputs (fingerprint)';

/** What it calls the date and time of the run. */
export const runLabel = 'Run';

const modeTexts = {
  cost: 'least cost',
  delivery: 'best delivery, then least cost',
  'fair-share': 'fair share of shortage, then least cost',
  profit: 'largest profit',
} as const;

/** How good the plan is, as the solver proved it: `optimal, gap 0`. */
export function statusText({ status, gap, engine }: Pick<PlanSheetInput, 'status' | 'gap' | 'engine'>): string {
  const gapText = gap === null ? 'gap unknown' : `gap ${gap < 1e-9 ? '0' : percentText(gap)}`;
  switch (status) {
    case 'optimal':
      return `optimal, ${gapText}`;
    case 'stoppedEarly':
      return `stopped early, ${gapText}`;
    case 'rule':
      return `plan by ${engine.name === 'propagation' ? 'supply propagation' : `the ${engine.name}`}, which may break limits`;
    case 'closest':
      return 'closest plan: no plan satisfies all limits';
  }
}

function percentText(fraction: number): string {
  return `${Number((fraction * 100).toPrecision(3))} %`;
}

/** What the plan minimises or maximises, and at whose rates. */
export function modeText({ problem, preset }: Pick<PlanSheetInput, 'problem' | 'preset'>): string {
  return preset ? `${modeTexts[problem.mode]}, preset ${preset.name}` : modeTexts[problem.mode];
}

/** When, by what and from which inputs the plan was made. */
export function runDetails(input: PlanSheetInput, styles: SheetStyles): readonly PanelEntry[] {
  const { scenario, preset, tried, runDate, engine, model, fingerprint } = input;
  const text = (label: string, value: string): PanelEntry => ({ label, value, style: styles.detail });
  return [
    ...(scenario === null ? [] : [text('Scenario', scenario)]),
    ...(tried === undefined ? [] : [text('Tried, not in the workbook', tried)]),
    text('Mode', modeText({ ...input, preset: null })),
    ...(preset ? [text('Preset', preset.name)] : []),
    ...(preset?.rates ?? []).map((rate) => text(rateTitle(rate), rateText(rate))),
    text('Status', statusText(input)),
    { label: runLabel, value: runDate, style: typeof runDate === 'number' ? styles.detailDate : styles.detail },
    text('Engine', `${engine.name} ${engine.version}`),
    text('Model', `${model.rows} rows, ${model.columns} columns, ${model.nonzeros} nonzeros`),
    text(fingerprintLabel, fingerprint),
  ];
}
