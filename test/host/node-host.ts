import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MessageEntry } from './custom-functions';
import { emulatorMistake, openHost, type Host, type HostAnswer } from './open-host';
import { isSupported, type Requirements } from './requirements';
import { officeJsFolder } from './office-js';
import type { WorkbookData } from './workbook-data';

/** The channel that Office.js finds in a native host; text both ways. */
interface NativeBridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?: (text: string) => void;
}

interface BridgeRequest {
  id: number;
  flags: number;
  message: { body: unknown };
}

/**
 * Opens a workbook in an emulated Excel and loads the unmodified Office.js on it, anew for every call: afterwards
 * `Excel`, `Office`, `OfficeExtension` and `CustomFunctions` are globals, as in a pane.
 */
export function openNodeHost(data: WorkbookData, requirements?: Requirements): Host {
  const host = openHost(data, requirements);
  const bridge: NativeBridge = {
    sendMessageToHost: (text) => {
      const { id, flags, message }: BridgeRequest = JSON.parse(text);
      const body = typeof message.body === 'string' ? message.body : JSON.stringify(message.body);
      const respond = (answer: HostAnswer) => bridge.onMessageFromHost?.(responseText(id, answer));
      void host.request(body, flags).then(respond, (mistake: unknown) => respond(emulatorMistake(mistake)));
    },
  };
  loadOfficeJs(bridge, host.requirements);
  host.onEntries((entries: MessageEntry[]) => {
    bridge.onMessageFromHost?.(JSON.stringify({ type: 3, message: { entries } }));
  });
  host.customFunctions.ready();
  return host;
}

function responseText(id: number, answer: HostAnswer): string {
  if (answer.kind === 'answered') {
    return JSON.stringify({ id, message: { statusCode: 200, headers: {}, body: answer.body } });
  }
  const { code, message, httpStatus } = answer.refusal;
  return JSON.stringify({
    id,
    message: { statusCode: httpStatus, headers: {}, body: JSON.stringify({ error: { code, message } }) },
  });
}

/** Names of the globals that the last load added: a document that is opened starts without them. */
const loaded: string[] = [];

/** Runs `excel-web-16.00.js` in this realm, with the little of a browser that it touches while it loads. */
function loadOfficeJs(bridge: NativeBridge, requirements: Requirements): void {
  for (const name of loaded.splice(0)) Reflect.deleteProperty(globalThis, name);
  const before = new Set(Object.getOwnPropertyNames(globalThis));
  const mappings = associations();
  Object.assign(globalThis, {
    window: globalThis,
    _richApiNativeBridge: bridge,
    navigator: globalThis.navigator ?? { userAgent: 'node' },
    location: globalThis.location ?? new URL('https://add-in.example/'),
    document: globalThis.document ?? emptyDocument(),
    CustomFunctionMappings: {},
    CustomFunctions: { _association: mappings, associate: mappings.associate },
  });
  const source = readFileSync(join(officeJsFolder, 'excel-web-16.00.js'), 'utf8');
  // Indirect evaluation is how a script element would run it: in the global scope.
  (0, eval)(source);
  loaded.push(...Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name)));
  const context = {
    host: 'Excel',
    platform: 'OfficeOnline',
    displayLanguage: 'en-US',
    contentLanguage: 'en-US',
    requirements: { isSetSupported: (name: string, version?: string) => isSupported(requirements, name, version) },
  };
  // The loader, office.js, would have made this factory from what the host said.
  Reflect.set(Reflect.get(globalThis, 'OSF'), '_OfficeAppFactory', { getContext: () => context });
}

/** The table behind `CustomFunctions.associate`, which is part of office.js, the loader that Node does not run. */
function associations() {
  const mappings: Record<string, unknown> = {};
  const changed: (() => void)[] = [];
  return {
    mappings,
    onchange: (handler: () => void) => void changed.push(handler),
    associate: (id: string, implementation: unknown) => {
      mappings[id.toUpperCase()] = implementation;
      for (const handler of changed) handler();
    },
  };
}

function emptyDocument() {
  return {
    readyState: 'loading',
    domain: 'add-in.example',
    createElement: () => ({}),
    getElementsByTagName: () => [],
    getElementById: () => null,
    addEventListener: () => undefined,
  };
}
