import { DOMParser } from '@xmldom/xmldom';
import { failure } from '../host-failure';
import { hostObject, readOnly, text, type Argument, type HostObject } from '../host-object';
import type { OpenWorkbook } from '../open-workbook';
import { newId } from '../workbook-model';

/** `Excel.SettingCollection`: the add-in's own values in the workbook. */
export function settings(book: OpenWorkbook): HostObject {
  const stored = book.model.settings;
  const setting = (key: string): HostObject =>
    hostObject('Setting', {
      scalars: {
        _Id: readOnly(() => key),
        Key: readOnly(() => key),
        Value: { get: () => stored.get(key) ?? null, set: (value) => void stored.set(key, value) },
      },
      methods: { Delete: () => void stored.delete(key) },
    });
  const item = (key: Argument) => {
    if (!stored.has(text(key))) throw failure('ItemNotFound');
    return setting(text(key));
  };
  return hostObject('SettingCollection', {
    items: () => [...stored.keys()].map(setting),
    item,
    methods: {
      GetCount: () => stored.size,
      GetItem: item,
      GetItemOrNullObject: (key) => (stored.has(text(key)) ? setting(text(key)) : null),
      Add: (key, value) => {
        if (value === undefined || (typeof value === 'object' && value !== null && 'className' in value)) {
          throw failure('InvalidArgument');
        }
        stored.set(text(key), JSON.parse(JSON.stringify(value)));
        return setting(text(key));
      },
    },
  });
}

/** `Excel.CustomXmlPartCollection`; with a namespace, `Excel.CustomXmlPartScopedCollection`. */
export function customXmlParts(book: OpenWorkbook, namespaceUri?: string): HostObject {
  const here = () =>
    book.model.customXmlParts.filter(({ xml }) => namespaceUri === undefined || namespaceOf(xml) === namespaceUri);
  const part = (id: string): HostObject => {
    const model = book.model.customXmlParts.find((candidate) => candidate.id === id);
    if (!model) throw failure('ItemNotFound');
    return hostObject('CustomXmlPart', {
      scalars: { Id: readOnly(() => id), NamespaceUri: readOnly(() => namespaceOf(model.xml)) },
      methods: {
        GetXml: () => model.xml,
        SetXml: (xml) => {
          namespaceOf(text(xml));
          model.xml = text(xml);
        },
        Delete: () => {
          book.model.customXmlParts = book.model.customXmlParts.filter((other) => other !== model);
        },
      },
    });
  };
  const find = (id: Argument) => here().find((candidate) => candidate.id === id);
  const item = (id: Argument) => {
    if (!find(id)) throw failure('ItemNotFound');
    return part(text(id));
  };
  const common = {
    items: () => here().map(({ id }) => part(id)),
    item,
    methods: {
      GetCount: () => here().length,
      GetItem: item,
      GetItemOrNullObject: (id: Argument) => (find(id) ? part(text(id)) : null),
    },
  };
  if (namespaceUri !== undefined) {
    const only = () => (here().length === 1 ? part(here()[0].id) : undefined);
    return hostObject('CustomXmlPartScopedCollection', {
      ...common,
      methods: {
        ...common.methods,
        GetOnlyItem: () => {
          const found = only();
          if (!found) throw failure('ItemNotFound');
          return found;
        },
        GetOnlyItemOrNullObject: () => only() ?? null,
      },
    });
  }
  return hostObject('CustomXmlPartCollection', {
    ...common,
    methods: {
      ...common.methods,
      GetByNamespace: (uri) => customXmlParts(book, text(uri)),
      Add: (xml) => {
        namespaceOf(text(xml));
        const id = newId(book.model);
        book.model.customXmlParts.push({ id, xml: text(xml) });
        return part(id);
      },
    },
  });
}

/** Namespace of the root element; XML that is not well-formed is an `InvalidArgument`. */
function namespaceOf(xml: string): string {
  try {
    const parsed = new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new Error(message);
      },
    }).parseFromString(xml, 'application/xml');
    return parsed.documentElement?.namespaceURI ?? '';
  } catch {
    throw failure('InvalidArgument');
  }
}
