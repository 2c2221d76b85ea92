import type { LanguageCode } from '../../language';

const english = {
  lead: 'Scenarios.',
};

const german: typeof english = {
  lead: 'Scenarios (deutsch).',
};

/** Every text of this panel. */
export const panelTexts: Readonly<Record<LanguageCode, typeof english>> = { en: english, de: german };
