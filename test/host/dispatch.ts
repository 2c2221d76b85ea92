import type { Call } from './call-log';
import { failure, isHostFailure } from './host-failure';
import { isHostObject, type Argument, type HostObject, type MethodResult } from './host-object';
import { isRecord, type Json } from './json';
import type { OpenWorkbook } from './open-workbook';
import { service } from './objects/services';
import { workbook } from './objects/workbook';
import { actionTypes, pathTypes, type ArgumentInfo, type RequestBody, type ResponseBody } from './protocol';
import { identityOf, load, type IsKnown } from './query';

/** Properties that Office.js writes under another name than it reads. */
const writtenAs: Record<string, string> = {
  'Worksheet.Gridlines': 'ShowGridlines',
  'Worksheet.Headings': 'ShowHeadings',
};

/** Carries out one request, action by action; the first failure ends it, and what came before stays done, as in Excel. */
export function dispatch(
  book: OpenWorkbook,
  request: RequestBody,
  isKnown: IsKnown,
  before: (call: Call) => void,
): ResponseBody {
  const resolved = new Map<number, HostObject | null>();
  const response: ResponseBody = { Results: [], TraceIds: [] };
  let location = '';

  function note(kind: Call['kind'], className: string, member: string): void {
    location = `${className}.${member}`;
    before({ kind, member: location });
    if (kind !== 'load' && !isKnown(location)) throw failure('ApiNotFound');
  }

  function argumentsOf(info: ArgumentInfo | undefined): Argument[] {
    const ids = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((argument, i) => {
      const id = ids[i];
      if (typeof id === 'number' && id !== 0) return resolve(id);
      if (isRecord(argument) && typeof argument._ObjectPathId === 'number') return resolve(argument._ObjectPathId);
      return argument;
    });
  }

  function invoke(object: HostObject, name: string, info: ArgumentInfo | undefined): MethodResult {
    const method = Object.hasOwn(object.methods, name) ? object.methods[name] : undefined;
    note('call', object.className, name);
    if (!method) throw failure('ApiNotFound', `${object.className}.${name} is not emulated.`);
    return method(...argumentsOf(info));
  }

  function resolve(id: number): HostObject | null {
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const path = request.ObjectPaths[id];
    if (!path) throw failure('InvalidObjectPath');
    const found = follow(path.ObjectPathType, path.Name, path.ParentObjectPathId, path.ArgumentInfo);
    resolved.set(id, found);
    return found;
  }

  function follow(type: number, name: string, parentId: number | undefined, info?: ArgumentInfo): HostObject | null {
    if (type === pathTypes.global) return workbook(book);
    if (type === pathTypes.null) return null;
    if (type === pathTypes.new) return service(book, name);
    if (type === pathTypes.referenceId) {
      const tracked = book.references.get(name);
      if (!tracked) throw failure('InvalidObjectPath');
      return tracked;
    }
    const parent = parentId === undefined ? null : resolve(parentId);
    // What is asked of a null object is null as well.
    if (!parent) return null;
    if (type === pathTypes.property) {
      const navigation = Object.hasOwn(parent.navigation, name) ? parent.navigation[name] : undefined;
      note('get', parent.className, name);
      if (!navigation) throw failure('ApiNotFound', `${parent.className}.${name} is not emulated.`);
      return navigation();
    }
    if (type === pathTypes.indexer) {
      note('get', parent.className, 'GetItem');
      if (!parent.item) throw failure('ApiNotFound', `${parent.className} has no items by key.`);
      return parent.item(argumentsOf(info)[0]);
    }
    const result = invoke(parent, name, info);
    if (result !== null && !isHostObject(result)) throw failure('InvalidObjectPath');
    return result;
  }

  function perform(action: RequestBody['Actions'][number]): Json {
    if (action.ActionType === actionTypes.trace) {
      response.TraceIds.push(action.Id);
      return null;
    }
    const object = resolve(action.ObjectPathId);
    if (!object) return null;
    switch (action.ActionType) {
      case actionTypes.instantiate:
        return identityOf(object);
      case actionTypes.query: {
        note('load', object.className, (action.QueryInfo?.Select ?? []).join(','));
        if (book.model.calculationMode !== 'Manual') book.calculation.calculate();
        return load(object, action.QueryInfo ?? {}, isKnown);
      }
      case actionTypes.method: {
        const result = invoke(object, action.Name, action.ArgumentInfo);
        return isHostObject(result) ? identityOf(result) : (result ?? null);
      }
      case actionTypes.setProperty: {
        const name = writtenAs[`${object.className}.${action.Name}`] ?? action.Name;
        const scalar = Object.hasOwn(object.scalars, name) ? object.scalars[name] : undefined;
        note('set', object.className, name);
        if (!scalar?.set) throw failure('ApiNotFound', `${object.className}.${name} is not emulated.`);
        scalar.set(action.ArgumentInfo?.Arguments?.[0] ?? null);
        return null;
      }
      default:
        throw failure('ApiNotFound', `Actions of type ${action.ActionType} are not emulated.`);
    }
  }

  request.Actions.some((action, index) => {
    try {
      response.Results.push({ ActionId: action.Id, Value: perform(action) });
      return false;
    } catch (error) {
      if (!isHostFailure(error)) throw error;
      response.Error = {
        Code: error.code,
        Message: error.message,
        Location: location,
        ActionIndex: index,
        HttpStatusCode: error.httpStatus,
      };
      return true;
    }
  });
  return response;
}
