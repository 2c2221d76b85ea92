import type { WorkbookChange } from './workbook';

/** Namespace of the custom XML part in which the product keeps its settings inside a workbook. */
export const settingsNamespace = 'urn:sop-planner:settings';

/** The custom XML part's content; reading it is each adapter's, since each has its own parser. */
export function settingsXml(settings: Readonly<Record<string, string>>): string {
  const items = Object.entries(settings).map(
    ([name, value]) => `<setting name="${escaped(name)}">${escaped(value)}</setting>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<settings xmlns="${settingsNamespace}">${items.join('')}</settings>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"\r\n\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Settings after a change; null deletes. */
export function changedSettings(
  settings: Readonly<Record<string, string>>,
  change: WorkbookChange['settings'],
): Record<string, string> {
  const merged: Record<string, string> = { ...settings };
  for (const [name, value] of Object.entries(change)) {
    if (value === null) delete merged[name];
    else merged[name] = value;
  }
  return merged;
}
