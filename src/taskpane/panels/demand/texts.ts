import type { LanguageCode } from '../../language';

const english = {
  lead: 'Demand.',
};

const german: typeof english = {
  lead: 'Demand (deutsch).',
};

/** Every text of this panel. */
export const panelTexts: Readonly<Record<LanguageCode, typeof english>> = { en: english, de: german };
