import type { SheetChart } from '../sheet-content';
import type { Vocabulary } from './vocabulary';
import { escapeAttribute } from './xml-text';

/** The drawing part that anchors a sheet's charts to its cells (ECMA-376 part 1, 20.5); `ids` are the charts' relationships. */
export function drawingXml(charts: readonly SheetChart[], ids: readonly string[], vocabulary: Vocabulary): string {
  const anchors = charts.map((chart, index) => anchorXml(chart, ids[index], index + 2, vocabulary));
  const namespaces = `xmlns:xdr="${vocabulary.spreadsheetDrawing}" xmlns:a="${vocabulary.drawing}"`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr ${namespaces}>${anchors.join('')}</xdr:wsDr>`;
}

function anchorXml(chart: SheetChart, id: string, shapeId: number, vocabulary: Vocabulary): string {
  const { row, column, rowCount, columnCount } = chart.anchor;
  const description = `descr="${escapeAttribute(chart.description)}" title="${escapeAttribute(chart.title)}"`;
  const properties = `<xdr:cNvPr id="${shapeId}" name="${escapeAttribute(chart.name)}" ${description}/>`;
  const reference = `<c:chart xmlns:c="${vocabulary.chart}" xmlns:r="${vocabulary.relationships}" r:id="${id}"/>`;
  return [
    `<xdr:twoCellAnchor>${cornerXml('from', row, column)}${cornerXml('to', row + rowCount, column + columnCount)}`,
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>${properties}<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
    `<a:graphic><a:graphicData uri="${vocabulary.chart}">${reference}</a:graphicData></a:graphic>`,
    '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>',
  ].join('');
}

function cornerXml(name: 'from' | 'to', row: number, column: number): string {
  return `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
}
