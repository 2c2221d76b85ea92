import { failure } from './host-failure';
import type { Json } from './json';
import type { Rectangle } from './addresses';
import type { SheetModel } from './workbook-model';

/** A property of an emulated object; without `set` it is read-only. */
export interface Scalar {
  readonly get: () => Json;
  readonly set?: (value: Json) => void;
}

/** An argument of a method: data, or another object of the host. */
export type Argument = Json | HostObject | undefined;

/** What a method gives back: an object, data, nothing; null is Office's null object. */
export type MethodResult = Json | HostObject | void;

/** An object of Excel's object model as the host keeps it; names are those of the wire, `GetUsedRangeOrNullObject`. */
export interface HostObject {
  /** The class in the `Excel` namespace that stands for it in Office.js. */
  readonly className: string;
  readonly scalars: Readonly<Record<string, Scalar>>;
  readonly navigation: Readonly<Record<string, () => HostObject | null>>;
  readonly methods: Readonly<Record<string, (...args: Argument[]) => MethodResult>>;
  /** Items of a collection. */
  readonly items?: () => HostObject[];
  /** What `getItem` or an indexer finds; throws `ItemNotFound`. */
  readonly item?: (key: Argument) => HostObject;
  /** For ranges: the cells they stand for. */
  readonly range?: { readonly sheet: SheetModel; readonly area: Rectangle };
}

/** Tells a host object from plain data. */
export function isHostObject(value: unknown): value is HostObject {
  return typeof value === 'object' && value !== null && 'className' in value && 'scalars' in value;
}

/** An object that has only what is given. */
export function hostObject(className: string, members: Partial<Omit<HostObject, 'className'>>): HostObject {
  return { scalars: {}, navigation: {}, methods: {}, ...members, className };
}

/** Read-only property. */
export function readOnly(get: () => Json): Scalar {
  return { get };
}

/** Properties kept by path in a plain record, with the defaults Excel would report. */
export function storedScalars(
  store: { [path: string]: Json },
  prefix: string,
  defaults: Record<string, Json>,
  onSet: (path: string) => void = () => undefined,
): Record<string, Scalar> {
  return Object.fromEntries(
    Object.entries(defaults).map(([name, byDefault]) => [
      name,
      {
        get: () => store[prefix + name] ?? byDefault,
        set: (value: Json) => {
          onSet(prefix + name);
          if (typeof byDefault === 'boolean' && typeof value !== 'boolean') throw failure('InvalidArgument');
          store[prefix + name] = value;
        },
      },
    ]),
  );
}

/** The argument as text; `InvalidArgument` otherwise. */
export function text(argument: Argument): string {
  if (typeof argument !== 'string') throw failure('InvalidArgument');
  return argument;
}

/** The argument as a number; the fallback when it is missing. */
export function number(argument: Argument, fallback?: number): number {
  if (typeof argument === 'number') return argument;
  if (argument == null && fallback !== undefined) return fallback;
  throw failure('InvalidArgument');
}

/** One of the words an enumeration allows. */
export function oneOf(argument: Argument, allowed: readonly string[]): string {
  const found = typeof argument === 'string' && allowed.find((word) => word.toLowerCase() === argument.toLowerCase());
  if (!found) throw failure('InvalidArgument');
  return found;
}
