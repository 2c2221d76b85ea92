import { hostObject, type Argument, type HostObject } from '../host-object';
import type { OpenWorkbook } from '../open-workbook';

/** The service by which the custom-functions runtime in Office.js reports; undefined for any other service. */
export function customFunctionsService(book: OpenWorkbook, name: string): HostObject | undefined {
  if (name !== 'Microsoft.ExcelServices.CustomFunctions') return undefined;
  return hostObject('CustomFunctions', {
    methods: {
      SetInvocationArrayResults: (results: Argument) => {
        if (Array.isArray(results)) book.receiveResults(results);
      },
      _SetOsfControlContainerReadyForCustomFunctions: () => book.customFunctionsReady(),
      _GetEnabledFeatures: () => [],
    },
  });
}
