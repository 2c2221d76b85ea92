import type { SpeechCatalogue } from './speech';
import { english } from './strings';
import type { Strings } from './strings';
import { german } from './strings.de';

/** Languages that the pane speaks. */
export const languages = ['en', 'de'] as const;

export type LanguageCode = (typeof languages)[number];

/** Every text of a language. */
export const stringsOf: Readonly<Record<LanguageCode, Strings>> = { en: english, de: german };

/** How each language says the sentences of the core and the workbook, fetched when it is spoken; null: as they are, in English. */
export const speechOf: Readonly<Record<LanguageCode, () => Promise<SpeechCatalogue | null>>> = {
  en: () => Promise.resolve(null),
  de: async () => (await import('./speech.de')).germanSpeech,
};

/** The pane's language for a display language such as `de-AT`; English where there is no better one. */
export function languageFor(displayLanguage: string): LanguageCode {
  const wanted = displayLanguage.toLowerCase().split('-')[0];
  return languages.find((language) => language === wanted) ?? 'en';
}
