import { english } from './strings';
import type { Strings } from './strings';
import { german } from './strings.de';

/** Languages that the pane speaks. */
export const languages = ['en', 'de'] as const;

export type LanguageCode = (typeof languages)[number];

/** Every text of a language. */
export const stringsOf: Readonly<Record<LanguageCode, Strings>> = { en: english, de: german };

/** The pane's language for a display language such as `de-AT`; English where there is no better one. */
export function languageFor(displayLanguage: string): LanguageCode {
  const wanted = displayLanguage.toLowerCase().split('-')[0];
  return languages.find((language) => language === wanted) ?? 'en';
}
