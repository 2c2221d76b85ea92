import { tightest } from '../../../workbook/network-picture';
import type { NetworkPicture, NetworkPlace, PlaceLimit } from '../../../workbook/network-picture';
import { element } from '../../view-node';
import type { ViewNode } from '../../view-node';
import { dataTable } from '../../views/data-table';
import type { PaneContext } from '../../views/pane-context';
import { lanePath, pictureLayout } from './picture-layout';
import type { PlaceBox } from './picture-layout';
import type { NetworkState } from './network-state';
import { panelTexts } from './texts';

/** From here on a limit counts as tight, and as full; the same as on the plan sheet. */
const tightUse = 0.85;
const fullUse = 1 - 1e-6;
/** Below this a quantity is rounding. */
const nothing = 1e-6;

/** The network drawn: places that open their figures, lanes as thick as what flows on them. */
export function pictureView(
  context: PaneContext,
  picture: NetworkPicture,
  { period, place: chosen }: Pick<NetworkState, 'period' | 'place'>,
  choose: (place: string) => void,
): readonly ViewNode[] {
  const texts = panelTexts[context.state.language];
  const { numbers } = context;
  const layout = pictureLayout(picture);
  const flows = picture.lanes.map(({ units }) => amount(units, period));
  const largest = Math.max(nothing, ...flows);
  const lanes = picture.lanes.map(({ from, to }, l) =>
    element(
      'path',
      {
        class: flows[l] > nothing ? 'network-lane' : 'network-lane network-lane-idle',
        d: lanePath(layout.boxes[from], layout.boxes[to]),
        'stroke-width': flows[l] > nothing ? 1.5 + Math.round((55 * flows[l]) / largest) / 10 : 1,
      },
      element(
        'title',
        {},
        texts.laneTitle(picture.places[from].name, picture.places[to].name, numbers.units(flows[l])),
      ),
    ),
  );
  const places = picture.places.map((place, p) =>
    placeNode(context, place, layout.boxes[p], period, place.name === chosen, choose),
  );
  return [
    element(
      'svg',
      {
        class: 'network-picture',
        key: 'picture',
        viewBox: `0 0 ${layout.width} ${layout.height}`,
        role: 'group',
        'aria-label': texts.pictureLabel,
      },
      lanes,
      places,
    ),
    dataTable(laneTable(context, picture, flows), false),
  ];
}

function placeNode(
  context: PaneContext,
  place: NetworkPlace,
  { x, y, width, height }: PlaceBox,
  period: number | null,
  isChosen: boolean,
  choose: (place: string) => void,
): ViewNode {
  const tight = tightest(place, period);
  const lines = placeLines(context, place, period);
  const look = tight === null || tight.use < tightUse ? 'calm' : tight.use < fullUse ? 'tight' : 'full';
  const open = () => choose(place.name);
  return element(
    'g',
    {
      class: `network-place network-${look}`,
      key: place.name,
      id: `place-${place.name}`,
      role: 'button',
      tabindex: '0',
      'aria-pressed': isChosen ? 'true' : 'false',
      onclick: open,
      onkeydown: (event) => {
        if (!(event instanceof KeyboardEvent) || (event.key !== 'Enter' && event.key !== ' ')) return;
        event.preventDefault();
        open();
      },
    },
    // The name that is read out: the texts in the box are cut to its room.
    element('title', {}, [place.name, ...lines].join(', ')),
    element('rect', { x, y, width, height, rx: 4 }),
    element('text', { class: 'network-name', x: x + 7, y: y + 15 }, fitted(place.name, width)),
    lines
      .slice(0, 2)
      .map((line, n) =>
        element('text', { class: 'network-line', x: x + 7, y: y + 30 + n * 13 }, fitted(line, width * 1.1)),
      ),
  );
}

/** What a place's box says: its fullest limit, then what is missing, else what is in stock. */
function placeLines({ state, numbers }: PaneContext, place: NetworkPlace, period: number | null): string[] {
  const texts = panelTexts[state.language];
  const tight = tightest(place, period);
  const short = amount(place.short, period);
  const late = amount(place.late, period);
  const gap = amount(place.targetGap, period);
  const stock = period === null ? (place.stock.at(-1) ?? 0) : place.stock[period];
  return [
    ...(tight ? [useText(texts, percentText(tight.use, numbers), tight)] : []),
    ...(short > nothing ? [texts.shortUnits(numbers.units(short))] : []),
    ...(late > nothing ? [texts.lateUnits(numbers.units(late))] : []),
    ...(short <= nothing && late <= nothing && gap > nothing ? [texts.gapUnits(numbers.units(gap))] : []),
    texts.stockUnits(numbers.units(stock)),
  ];
}

/** How full a place is, and of what; its storage is called like the place. */
function useText(texts: (typeof panelTexts)['en'], percent: string, { kind, name }: Pick<PlaceLimit, 'kind' | 'name'>) {
  return kind === 'storage' ? texts.storageUse(percent) : texts.useOf(percent, name);
}

/** A use as text; more than ever fits is no number. */
export function percentText(use: number, numbers: PaneContext['numbers']): string {
  return Number.isFinite(use) ? numbers.percent(use) : '>100 %';
}

/** Units of one period, or of all. */
function amount(units: readonly number[], period: number | null): number {
  return period === null ? units.reduce((sum, each) => sum + each, 0) : units[period];
}

/** A text cut to the room of a box; the box's label has it whole. */
function fitted(text: string, width: number): string {
  const most = Math.floor(width / 6.1);
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** What the lanes' thickness says, in figures. */
function laneTable({ state, numbers }: PaneContext, { lanes, places }: NetworkPicture, flows: readonly number[]) {
  const texts = panelTexts[state.language];
  return {
    caption: texts.lanesTable,
    columns: [texts.lane, texts.units],
    rows: lanes.map(({ from, to }, l) => ({
      title: `${places[from].name} → ${places[to].name}`,
      texts: [numbers.units(flows[l])],
    })),
  };
}
