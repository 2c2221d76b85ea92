/**
 * A report as JSON, as a file holds it. Sentences stand in it as text: what they are made of is for the pane, which says them in
 * other languages.
 */
export function reportJson(report: unknown): string {
  return `${JSON.stringify(report, (key, value: unknown) => (key === 'said' ? undefined : value), 2)}\n`;
}
