import { formatRectangle, parseRectangle, quoteSheetName, type Rectangle } from '../addresses';
import { failure } from '../host-failure';
import { hostObject, readOnly, type HostObject } from '../host-object';
import type { OpenWorkbook } from '../open-workbook';
import type { SheetModel } from '../workbook-model';
import { rangeFormat } from './range-format';

/** Longest list of addresses that Excel takes. */
const longestAddress = 8192;

/** `Excel.RangeAreas`: several rectangles of one sheet, `A1:B2,D4`, that are formatted together. */
export function rangeAreas(book: OpenWorkbook, sheet: SheetModel, addresses: string): HostObject {
  const areas = addresses.split(',').map((address) => parseRectangle(address.trim()));
  if (addresses.length > longestAddress || areas.some((area) => area === undefined)) throw failure('InvalidArgument');
  const known = areas.filter((area): area is Rectangle => area !== undefined);
  const prefix = `${quoteSheetName(sheet.name)}!`;
  return hostObject('RangeAreas', {
    scalars: {
      // Never tracked by an id: Office.js finds it again by its addresses.
      _ReferenceId: readOnly(() => ''),
      Address: readOnly(() => known.map((area) => prefix + formatRectangle(area)).join(',')),
      AreaCount: readOnly(() => known.length),
      CellCount: readOnly(() => known.reduce((sum, { rows, columns }) => sum + rows * columns, 0)),
    },
    methods: { _KeepReference: () => undefined },
    navigation: { Format: () => together(known.map((area) => rangeFormat(book, sheet, area))) },
  });
}

/** One object that sets each of several alike, and reads a property where all agree. */
function together(objects: readonly HostObject[]): HostObject {
  const [first] = objects;
  const each = <T>(members: Readonly<Record<string, T>>, make: (name: string) => T) =>
    Object.fromEntries(Object.keys(members).map((name) => [name, make(name)]));
  return {
    ...first,
    scalars: each(first.scalars, (name) => {
      const own = objects.map((object) => object.scalars[name]);
      const agreed = () => (own.every((scalar) => scalar.get() === own[0].get()) ? own[0].get() : null);
      return { get: agreed, ...(own[0].set && { set: (value) => own.forEach((scalar) => scalar.set?.(value)) }) };
    }),
    navigation: each(first.navigation, (name) => () => {
      return together(objects.flatMap((object) => object.navigation[name]() ?? []));
    }),
    methods: each(first.methods, (name) => (...args) => {
      const results = objects.map((object) => object.methods[name](...args));
      const found = results.filter(
        (result): result is HostObject => typeof result === 'object' && result !== null && 'className' in result,
      );
      return found.length > 0 ? together(found) : results[0];
    }),
  };
}
