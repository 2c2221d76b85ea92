import { failure } from '../host-failure';
import { hostObject, oneOf, type Argument, type HostObject } from '../host-object';
import { eventTypes, type OpenWorkbook } from '../open-workbook';

const states = ['Inactive', 'Background', 'Visible'] as const;

function stateOf(argument: Argument): (typeof states)[number] {
  const word = oneOf(argument, states);
  return states.find((state) => state === word) ?? 'Inactive';
}

/** A service that Office.js opens by name, outside the workbook. */
export function service(book: OpenWorkbook, name: string): HostObject {
  const { runtime } = book;
  switch (name) {
    case 'Microsoft.ExcelServices.CustomFunctions':
      return hostObject('CustomFunctions', {
        methods: {
          SetInvocationArrayResults: (results: Argument) => {
            if (Array.isArray(results)) book.receiveResults(results);
          },
          _SetOsfControlContainerReadyForCustomFunctions: () => book.customFunctionsReady(),
          _GetEnabledFeatures: () => [],
        },
      });
    // Behind `Office.addin.showAsTaskpane` and `Office.addin.hide`.
    case 'Microsoft.AppRuntime.AppRuntimeService':
      return hostObject('AppRuntimeService', {
        methods: {
          GetAppRuntimeState: () => runtime.state,
          SetAppRuntimeState: (state: Argument) => {
            runtime.state = stateOf(state);
            const visibility = runtime.state === 'Visible' ? 'Visible' : 'Hidden';
            book.events.push({ type: eventTypes.visibilityChanged, sheetId: '', detail: { visibility } });
          },
        },
      });
    // Behind `Office.addin.setStartupBehavior`.
    case 'Microsoft.AppRuntime.AppRuntimePersistenceService':
      return hostObject('AppRuntimePersistenceService', {
        methods: {
          GetAppRuntimeStartState: () => runtime.startState,
          SetAppRuntimeStartState: (state: Argument) => void (runtime.startState = stateOf(state)),
        },
      });
    // By which Office.js says that shortcuts may come.
    case 'Microsoft.InternalService.AddinInternalService':
      return hostObject('AddinInternalService', { methods: { NotifyActionHandlerReady: () => undefined } });
    default:
      throw failure('ApiNotFound', `${name} is not emulated.`);
  }
}
