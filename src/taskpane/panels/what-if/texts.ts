import type { LanguageCode } from '../../language';

const english = {
  lead: 'What-if.',
};

const german: typeof english = {
  lead: 'What-if (deutsch).',
};

/** Every text of this panel. */
export const panelTexts: Readonly<Record<LanguageCode, typeof english>> = { en: english, de: german };
