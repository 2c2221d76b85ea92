import { element } from '../view-node';
import type { ViewNode } from '../view-node';

/** Outlines on a grid of 16 × 16. */
const outlines = {
  error: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4',
  warning: 'M8 2 1.8 13.5h12.4L8 2ZM8 6.2v3.6M8 11.6v.2',
  success: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5 8.2l2.1 2.1L11 6.2',
  info: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 7.2v3.6M8 5v.2',
  spark: 'M2 12.5 6 8l2.5 2.5L14 4M10.5 4H14v3.5',
  sheet: 'M2.5 3.5h11v9h-11zM2.5 6.5h11M6.2 6.5v6',
  save: 'M8 2v7.5M4.8 6.6 8 9.8l3.2-3.2M2.5 13.5h11',
  export: 'M9 2H4v12h8V5L9 2ZM9 2v3h3M6.3 8 5 9.5 6.3 11M9.7 8l1.3 1.5L9.7 11',
  remove: 'M3 4.5h10M6 4.5V3h4v1.5M4.3 4.5l.6 9h6.2l.6-9M6.7 7v4M9.3 7v4',
  open: 'M2 13V3.5h4l1.5 2H14V13H2Z',
  target: 'M8 2v3M8 11v3M2 8h3M11 8h3M8 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z',
  chevron: 'M5.5 3.5 10 8l-4.5 4.5',
  add: 'M8 3v10M3 8h10',
  undo: 'M4.5 5.5h5a3.5 3.5 0 1 1 0 7H5M4.5 5.5 7 3M4.5 5.5 7 8',
  edit: 'M3 13l.7-3L11 2.7l2.3 2.3L6 12.3 3 13ZM9.6 4.1l2.3 2.3',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  lock: 'M4 7h8v6.5H4zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
} as const;

export type IconName = keyof typeof outlines;

/** A drawing for the eye only. */
export function icon(name: IconName): ViewNode {
  return element(
    'svg',
    { class: `icon icon-${name}`, viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' },
    element('path', { d: outlines[name] }),
  );
}
