import { readQuantity, type QuantityReading } from './read-quantity';
import { addFinding, type WorkingRow } from './working-row';

/** Gives every row its quantity. Nothing, a negative number and text without a number are missing demand, never zero. */
export function resolveQuantities(rows: readonly WorkingRow[]): void {
  const readings = rows.map((row) => readQuantity(row.raw.quantity));
  const numbers = readings.filter((reading) => reading.kind === 'number').length;
  const plainTexts = readings.filter((reading) => reading.kind === 'text' && reading.plain).length;
  const isPlainTextUsual = plainTexts > numbers;
  const usualLogs = usualLogQuantities(rows, readings);
  rows.forEach((row, index) => {
    const reading = readings[index];
    if (reading.kind === 'missing') {
      addFinding(row, 'missingQuantity', 'imputed', 'The row has no quantity; that is missing demand, not zero.');
      return;
    }
    if (reading.kind === 'unreadable') {
      addFinding(row, 'textQuantity', 'imputed', `“${row.raw.quantity}” is no number.`);
      return;
    }
    const value =
      reading.kind === 'number' ? reading.value : nearest(reading.values, usualLogs.get(row.item ?? '') ?? null);
    if (reading.kind === 'text') {
      const isAsUsual = reading.plain && isPlainTextUsual && value === reading.values[0];
      if (!isAsUsual) addFinding(row, 'textQuantity', 'reread', `“${row.raw.quantity}” is read as ${value}.`);
    }
    if (value < 0 && !row.isDecided) {
      addFinding(row, 'negativeQuantity', 'imputed', 'Demand cannot be negative; the quantity of the day is missing.');
    } else {
      row.quantity = value;
    }
  });
}

/** Median logarithm of each item's unmistakable positive quantities. */
function usualLogQuantities(rows: readonly WorkingRow[], readings: readonly QuantityReading[]): Map<string, number> {
  const logs = new Map<string, number[]>();
  rows.forEach((row, index) => {
    const reading = readings[index];
    const value =
      reading.kind === 'number'
        ? reading.value
        : reading.kind === 'text' && reading.values.length === 1
          ? reading.values[0]
          : 0;
    if (value <= 0) return;
    const ofItem = logs.get(row.item ?? '');
    if (ofItem) ofItem.push(Math.log(value));
    else logs.set(row.item ?? '', [Math.log(value)]);
  });
  return new Map(
    [...logs].map(([item, values]) => [item, values.sort((a, b) => a - b)[Math.floor(values.length / 2)]]),
  );
}

function nearest(values: readonly number[], usualLog: number | null): number {
  if (values.length === 1 || usualLog === null) return values[0];
  const distance = (value: number): number => Math.abs(Math.log(Math.abs(value)) - usualLog);
  return values.reduce((best, value) => (distance(value) < distance(best) ? value : best));
}
