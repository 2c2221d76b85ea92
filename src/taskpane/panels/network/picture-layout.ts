import type { NetworkPlace } from '../../../workbook/network-picture';

/** Where a place is drawn, in drawing units. */
export interface PlaceBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PictureLayout {
  readonly width: number;
  readonly height: number;
  /** One for each place of the picture. */
  readonly boxes: readonly PlaceBox[];
}

/** As wide as the narrowest pane has room, so that texts are as large as elsewhere. */
const width = 284;
const boxHeight = 50;
const gapAcross = 14;
const gapDown = 44;
/** Between rows of one layer, where a lane to the second row comes out from behind the first. */
const gapWithin = 18;
const mostInRow = 2;

/** Layers from top to bottom, as goods flow; a layer with many places takes several rows. */
export function pictureLayout({ places }: { readonly places: readonly Pick<NetworkPlace, 'layer'>[] }): PictureLayout {
  const boxes: PlaceBox[] = places.map(() => ({ x: 0, y: 0, width: 0, height: boxHeight }));
  const layers = [...new Set(places.map(({ layer }) => layer))].sort((a, b) => a - b);
  let y = 2;
  layers.forEach((layer, l) => {
    const members = places.flatMap((place, p) => (place.layer === layer ? [p] : []));
    const rows = Math.ceil(members.length / mostInRow);
    const perRow = Math.ceil(members.length / rows);
    if (l > 0) y += gapDown;
    for (let row = 0; row < rows; row++) {
      const inRow = members.slice(row * perRow, (row + 1) * perRow);
      const boxWidth = Math.min(150, (width - gapAcross * (perRow - 1) - 4) / perRow);
      const start = (width - inRow.length * boxWidth - gapAcross * (inRow.length - 1)) / 2;
      inRow.forEach((p, n) => {
        boxes[p] = { x: start + n * (boxWidth + gapAcross), y, width: boxWidth, height: boxHeight };
      });
      y += boxHeight + (row < rows - 1 ? gapWithin : 0);
    }
  });
  return { width, height: y + 2, boxes };
}

/** The way of a lane between two boxes: downwards from edge to edge, else around the side. */
export function lanePath(from: PlaceBox, to: PlaceBox): string {
  const round = (value: number) => Math.round(value * 10) / 10;
  const startX = round(from.x + from.width / 2);
  const endX = round(to.x + to.width / 2);
  if (to.y > from.y) {
    const [startY, endY] = [from.y + from.height, to.y];
    const middle = round((startY + endY) / 2);
    return `M${startX} ${startY}C${startX} ${middle} ${endX} ${middle} ${endX} ${endY}`;
  }
  const [startY, endY] = [from.y, to.y + (to.y === from.y ? 0 : to.height)];
  const bend = round(Math.min(startY, endY) - (to.y === from.y ? 14 : 0));
  return `M${startX} ${startY}C${startX} ${bend} ${endX} ${bend} ${endX} ${endY}`;
}
