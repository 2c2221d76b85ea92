import { filled } from '../planning';
import type { CostTermId, CountWord, Said, SaidValue } from '../planning';
import type { WorkbookError } from '../workbook/workbook';

/** How a language says the sentences that the planner's core and the workbook make; plain data, loaded when it is spoken. */
export interface SpeechCatalogue {
  /** By code, with names in braces. */
  readonly patterns: Readonly<Record<string, string>>;
  /** One, and several. */
  readonly words: Readonly<Record<CountWord, readonly [string, string]>>;
  readonly costTerms: Readonly<Record<CostTermId, string>>;
  /** Families of limits, by their English title in lower case. */
  readonly titles: Readonly<Record<string, string>>;
  readonly and: string;
  readonly or: string;
  /** For a list that is cut: `{rest}` more. */
  readonly more: string;
  readonly span: string;
}

/** A sentence as others made it: in English, and what it is made of where it can be said otherwise. */
export interface Sentence {
  readonly sentence: string;
  readonly said?: readonly Said[];
}

/** A sentence, and whether it is still in English because the language has no other. */
export interface Spoken {
  readonly text: string;
  readonly isEnglish: boolean;
}

/** Says sentences in a language; without a catalogue in English, as they are. `format` is the user's BCP 47 tag for numbers. */
export function speak(catalogue: SpeechCatalogue | null, format: string, { sentence, said }: Sentence): Spoken {
  if (!catalogue || !said || !said.every((one) => isKnown(catalogue, one))) return { text: sentence, isEnglish: true };
  return { text: said.map((one) => textOf(catalogue, format, one)).join(' '), isEnglish: false };
}

/** Why a workbook could not be read or written, in the pane's language. */
export function errorText(
  { speech, format }: { readonly speech: SpeechCatalogue | null; readonly format: string },
  { message, said }: WorkbookError,
): string {
  return speak(speech, format, { sentence: message, ...(said && { said: [said] }) }).text;
}

function isKnown({ patterns }: SpeechCatalogue, { code }: Said): boolean {
  return patterns[code] !== undefined;
}

function textOf(catalogue: SpeechCatalogue, format: string, said: Said): string {
  return filled(catalogue.patterns[said.code] ?? said.text, said.values, (value) => write(catalogue, format, value));
}

function write(catalogue: SpeechCatalogue, format: string, value: SaidValue): string {
  if (typeof value === 'string') return value;
  const writeAll = (values: readonly SaidValue[]) => values.map((one) => write(catalogue, format, one));
  const digits = (of: number, minimum: number, maximum: number) =>
    of.toLocaleString(format, { minimumFractionDigits: minimum, maximumFractionDigits: maximum });
  switch (value.kind) {
    case 'money':
      return digits(value.of, 2, 2);
    case 'quantity':
      return digits(value.of, 0, 2);
    case 'exact':
    case 'number':
      return digits(value.of, 0, 10);
    case 'count':
    case 'tally': {
      const text = digits(value.of, 0, 2);
      const [one, several] = catalogue.words[value.word];
      return `${text} ${text === '1' ? one : several}`;
    }
    case 'word':
      return catalogue.words[value.word][0];
    case 'span':
      return value.from === value.to
        ? value.from
        : filled(catalogue.span, { from: value.from, to: value.to }, (label) => write(catalogue, format, label));
    case 'costTerm':
      return catalogue.costTerms[value.of];
    case 'title':
      return catalogue.titles[value.of] ?? value.of;
    case 'list': {
      const { most = 4 } = value;
      const rest = value.of.length - most + 1;
      if (value.of.length <= most) return joined(writeAll(value.of), catalogue.and);
      const more = filled(catalogue.more, { rest: String(rest) }, (label) => write(catalogue, format, label));
      return joined([...writeAll(value.of.slice(0, most - 1)), more], catalogue.and);
    }
    case 'either':
      return joined(writeAll(value.of), catalogue.or);
    case 'row':
      return writeAll(value.of).join('');
    case 'said':
      return textOf(catalogue, format, value);
  }
}

function joined(texts: readonly string[], last: string): string {
  return texts.length <= 1 ? texts.join('') : `${texts.slice(0, -1).join(', ')} ${last} ${texts[texts.length - 1]}`;
}
