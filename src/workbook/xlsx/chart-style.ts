import type { ChartSeries } from '../sheet-content';
import { escapeText } from './xml-text';

const inkColor = '404040';

/** Text properties of an axis or a legend; size in hundredths of a point. */
export function textStyle(size: number): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${runStyle('defRPr', size, false)}</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;
}

/** A chart's or an axis's title; size in hundredths of a point. */
export function titleXml(title: string, size: number, bold: boolean, upward = false): string {
  const turned = upward ? '<a:bodyPr rot="-5400000" vert="horz"/>' : '<a:bodyPr/>';
  const paragraph = `<a:p><a:pPr>${runStyle('defRPr', size, bold)}</a:pPr><a:r>${runStyle('rPr', size, bold)}<a:t>${escapeText(title)}</a:t></a:r></a:p>`;
  return `<c:title><c:tx><c:rich>${turned}<a:lstStyle/>${paragraph}</c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

function runStyle(name: 'defRPr' | 'rPr', size: number, bold: boolean): string {
  const language = name === 'rPr' ? ' lang="en-US"' : '';
  return `<a:${name}${language} sz="${size}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="${inkColor}"/></a:solidFill></a:${name}>`;
}

const presetPatterns: Readonly<Record<Exclude<ChartSeries['pattern'], undefined | 'solid'>, string>> = {
  wideUpwardDiagonal: 'wdUpDiag',
  wideDownwardDiagonal: 'wdDnDiag',
  percent20: 'pct20',
  percent50: 'pct50',
  horizontal: 'narHorz',
  vertical: 'narVert',
};

/** Fill of a column or an area: a pattern tells series apart in black and white. */
export function seriesFill({ color, pattern }: ChartSeries): string {
  const solid = solidFill(color);
  const outline = `<a:ln w="6350">${solid}</a:ln>`;
  if (pattern === undefined || pattern === 'solid') return `<c:spPr>${solid}${outline}</c:spPr>`;
  const colors = `<a:fgClr><a:srgbClr val="${color.toUpperCase()}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr>`;
  return `<c:spPr><a:pattFill prst="${presetPatterns[pattern]}">${colors}</a:pattFill>${outline}</c:spPr>`;
}

/** Stroke and marker of a line. */
export function seriesLine({ color, dashed, marker }: ChartSeries): string {
  const dash = dashed ? '<a:prstDash val="dash"/>' : '';
  const stroke = `<c:spPr><a:ln w="25400" cap="rnd">${solidFill(color)}${dash}<a:round/></a:ln></c:spPr>`;
  if (marker === undefined || marker === 'none') return `${stroke}<c:marker><c:symbol val="none"/></c:marker>`;
  const face = `<c:spPr>${solidFill(color)}<a:ln w="9525">${solidFill(color)}</a:ln></c:spPr>`;
  return `${stroke}<c:marker><c:symbol val="${marker}"/><c:size val="6"/>${face}</c:marker>`;
}

function solidFill(color: string): string {
  return `<a:solidFill><a:srgbClr val="${color.toUpperCase()}"/></a:solidFill>`;
}
