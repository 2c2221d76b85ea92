import type { MessageEntry } from './custom-functions';
import { isRecord, type Json } from './json';
import { emulatorMistake, emulatorMistakeCode, type Host, type HostAnswer } from './open-host';

/** A message between the pane and Excel on the web, as both post them. */
interface WireMessage {
  _messageType: 0 | 1;
  _actionType?: 0 | 1 | 2;
  _actionName: string;
  _conversationId: string;
  _correlationId: number;
  _origin?: string;
  _data: Json;
}

/** How a ribbon command ended: Office's status (0 is success), and what the add-in passed to `completed`. */
export interface CommandOutcome {
  status: number;
  data: string;
}

/** Excel on the web's side of the conversation with one pane. */
export interface WebWire {
  /** Answers a message of the pane; an empty text when there is nothing to say. */
  answer(text: string): Promise<string>;
  /** Runs the function command with this action id, once the add-in listens; ends when it calls `completed`. */
  invokeCommand(actionId: string): Promise<CommandOutcome>;
  /** Runs an action as a keyboard shortcut does. */
  invokeShortcut(actionId: string): void;
}

/** Numbers of the methods that Office.js calls by dispatch id. */
const richApiMethod = 93;
const commandCompletedMethod = 94;
/** Among the thirteen parts of a rich-API call. */
const bodyPart = 4;
const flagsPart = 6;

export function openWire(host: Host, locale: string, send: (text: string) => void): WebWire {
  const registered = new Set<string>();
  const waiting: { name: string; data: Json }[] = [];
  const commands = new Map<string, (outcome: CommandOutcome) => void>();
  let commandCount = 0;

  function raise(name: string, data: Json): void {
    if (!registered.has(name)) {
      waiting.push({ name, data });
      return;
    }
    send(
      JSON.stringify({
        _messageType: 1,
        _responseType: 1,
        _actionName: name,
        _conversationId: 'conversation1',
        _correlationId: -1,
        _errorCode: 0,
        _data: data,
      }),
    );
  }

  const raiseEntries = (entries: MessageEntry[]) =>
    raise('richApiMessage', {
      ArrayData: entries.map(([category, type, target, text, id]) => [category, type, target, text, id, false]),
    });
  host.onEntries(raiseEntries);

  async function invoke(name: string, data: Json): Promise<Json | undefined> {
    if (name === 'ContextActivationManager_getAppContextAsync') return appContext(host, locale);
    if (name !== 'executeMethod' || !isRecord(data) || !isRecord(data.DdaMethod)) return undefined;
    const { DispatchId, Version } = data.DdaMethod;
    if (DispatchId === commandCompletedMethod) {
      commands.get(String(data[0]))?.({ status: Number(data[1]), data: String(data[2] ?? '') });
      return { Error: 0, Version };
    }
    if (DispatchId !== richApiMethod || !Array.isArray(data.ArrayData)) return { Error: 5001, Version };
    const body = String(data.ArrayData[bodyPart]);
    const answer = await host.request(body, Number(data.ArrayData[flagsPart])).catch(emulatorMistake);
    return { ...richApiAnswer(answer), Version };
  }

  return {
    answer: async (text) => {
      const message: WireMessage = JSON.parse(text);
      if (message._messageType !== 0) return '';
      let data: Json | undefined;
      if (message._actionType === 0) data = await invoke(message._actionName, message._data);
      else data = { Error: 0 };
      if (message._actionType === 1) registered.add(message._actionName);
      if (message._actionType === 2) registered.delete(message._actionName);
      if (message._actionType === 1) {
        const due = waiting.filter(({ name }) => name === message._actionName);
        for (const event of due) waiting.splice(waiting.indexOf(event), 1);
        // After the answer, or Office.js would not know the event yet.
        setTimeout(() => due.forEach((event) => raise(event.name, event.data)), 50);
      }
      return JSON.stringify({
        _messageType: 1,
        _responseType: 0,
        _actionName: message._actionName,
        _conversationId: message._conversationId,
        _correlationId: message._correlationId,
        _errorCode: 0,
        _data: data ?? null,
      });
    },
    invokeCommand: (actionId) => {
      commandCount += 1;
      const id = `command-${commandCount}`;
      const outcome = new Promise<CommandOutcome>((resolve) => commands.set(id, resolve));
      raise('appCommandInvoked', [id, actionId, JSON.stringify({ source: { id: actionId } })]);
      return outcome;
    },
    invokeShortcut: (actionId) => raiseEntries([[2, 1000, '', JSON.stringify([actionId, '']), 0]]),
  };
}

function richApiAnswer(answer: HostAnswer): { [key: string]: Json } {
  if (answer.kind === 'refused' && answer.refusal.code === emulatorMistakeCode) {
    const { code, message, httpStatus } = answer.refusal;
    const error = { Code: code, Message: message, Location: '', ActionIndex: 0, HttpStatusCode: httpStatus };
    return { Error: 0, Data: [200, [], JSON.stringify({ Results: [], TraceIds: [], Error: error })] };
  }
  if (answer.kind === 'refused') return { Error: answer.refusal.officeCode };
  return { Error: 0, Data: [200, [], answer.body] };
}

/** What Office.js asks for first: which Excel this is, and what it can do. */
function appContext(host: Host, locale: string): Json {
  return {
    _id: 'control1',
    _appInstanceId: 'control1',
    _appName: 16,
    _appVersion: '16.01',
    _appUILocale: locale,
    _dataLocale: locale,
    _docUrl: 'https://example.sharepoint.com/Book1.xlsx',
    _clientMode: 1,
    _settings: [],
    _reason: 1,
    _osfControlType: 1,
    _eToken: '',
    _correlationId: 'correlation',
    _requirementMatrix: JSON.stringify(host.requirements),
    _hostFullVersion: '16.0.19000.10000',
    _hostCustomMessage: '',
    _clientWindowHeight: 800,
    _clientWindowWidth: 350,
    _addinName: 'Add-in',
    _appDomains: [],
    _featureGates: {},
    _initialDisplayMode: 1,
  };
}
