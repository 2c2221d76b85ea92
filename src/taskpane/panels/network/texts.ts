import type { LanguageCode } from '../../language';

const english = {
  lead: 'Network.',
};

const german: typeof english = {
  lead: 'Network (deutsch).',
};

/** Every text of this panel. */
export const panelTexts: Readonly<Record<LanguageCode, typeof english>> = { en: english, de: german };
