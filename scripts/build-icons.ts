import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zlibSync } from 'fflate';
import { crc32 } from '../src/workbook/xlsx/crc32';

/** Sizes that Office asks for on buttons, in the listing and in the store. */
const sizes = [16, 20, 24, 32, 40, 48, 64, 80, 128];
/** Samples per pixel and direction, for smooth edges. */
const fineness = 8;

type Color = readonly [number, number, number];
const blue: Color = [31, 78, 121];
const light: Color = [157, 195, 230];
const white: Color = [255, 255, 255];
const red: Color = [192, 0, 0];

/** What stands on a button, besides the frame: bars under a capacity line, and a sign of the command. */
type Glyph = 'plan' | 'optimize' | 'check' | 'samples';

/** Colour of a point of the unit square, or null where it is transparent. */
function colorAt(glyph: Glyph, x: number, y: number): Color | null {
  if (!insideRoundedSquare(x, y, 0.18)) return null;
  if (glyph === 'check') return onCheckMark(x, y) ? white : blue;
  if (glyph === 'samples') return inCells(x, y) ? white : blue;
  if (Math.abs(y - 0.3) < 0.045 && x > 0.12 && x < 0.88) return glyph === 'optimize' ? red : light;
  const bars = [0.46, 0.62, 0.3];
  for (const [index, top] of [0.62, 0.42, 0.36].entries()) {
    const left = 0.16 + 0.24 * index;
    if (x > left && x < left + 0.18 && y > top && y < 0.86) return y > top + bars[index] * 0.4 ? white : light;
  }
  return blue;
}

function insideRoundedSquare(x: number, y: number, radius: number): boolean {
  const dx = Math.max(radius - x, x - (1 - radius), 0);
  const dy = Math.max(radius - y, y - (1 - radius), 0);
  return dx * dx + dy * dy <= radius * radius;
}

function onCheckMark(x: number, y: number): boolean {
  return distance(x, y, 0.24, 0.53, 0.43, 0.72) < 0.075 || distance(x, y, 0.43, 0.72, 0.78, 0.3) < 0.075;
}

function distance(x: number, y: number, x1: number, y1: number, x2: number, y2: number): number {
  const along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - x1 - t * (x2 - x1), y - y1 - t * (y2 - y1));
}

function inCells(x: number, y: number): boolean {
  const cell = (value: number) => [0.18, 0.41, 0.64].some((start) => value > start && value < start + 0.18);
  return cell(x) && cell(y);
}

function pixels(glyph: Glyph, size: number): Uint8Array {
  const rows = new Uint8Array(size * (size * 4 + 1));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const sum = [0, 0, 0, 0];
      for (let sample = 0; sample < fineness * fineness; sample++) {
        const x = (column + ((sample % fineness) + 0.5) / fineness) / size;
        const y = (row + (Math.floor(sample / fineness) + 0.5) / fineness) / size;
        const color = colorAt(glyph, x, y);
        if (color) [...color, 1].forEach((value, channel) => (sum[channel] += value));
      }
      const at = row * (size * 4 + 1) + 1 + column * 4;
      for (let channel = 0; channel < 3; channel++)
        rows[at + channel] = sum[3] > 0 ? Math.round(sum[channel] / sum[3]) : 0;
      rows[at + 3] = Math.round((255 * sum[3]) / fineness ** 2);
    }
  }
  return rows;
}

/** A PNG file (ISO/IEC 15948) of 8-bit RGBA pixels. */
function png(glyph: Glyph, size: number): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, size);
  view.setUint32(4, size);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  const chunks = [
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(pixels(glyph, size), { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ];
  return Uint8Array.from([...signature, ...chunks.flatMap((bytes) => [...bytes])]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

const folder = join(__dirname, '../assets/icons');
mkdirSync(folder, { recursive: true });
for (const glyph of ['plan', 'optimize', 'check', 'samples'] as const) {
  for (const size of sizes) writeFileSync(join(folder, `${glyph}-${size}.png`), png(glyph, size));
}
