import { argumentContent, isLeftOut } from './function-arguments';
import type { FunctionArgument, Given } from './function-arguments';
import type { FunctionAnswer } from './function-answer';
import type { FollowInputs } from './followed-workbook';
import type { PlanAnswer } from './plan-answers';
import type { PlanShare, SharedPlans } from './shared-plans';

/** Arguments of the functions that plan, in their order. */
export interface PlanArguments {
  readonly demand: Given;
  readonly capacity: Given;
  readonly production_cost: Given;
  readonly holding_cost: Given;
  readonly initial_inventory: Given;
  readonly safety_stock: Given;
  readonly options: Given;
}

/** A function at work in a cell: its answers go to `say`, the first one and any later ones. */
export interface FunctionCall {
  /** Ends it; nothing is said any more. */
  readonly cancel: () => void;
}

/** What the functions work with. */
export interface FunctionSurroundings {
  readonly plans: SharedPlans;
  readonly follow: FollowInputs;
}

/**
 * Answers a call once; without any argument it takes the workbook's named ranges, and answers again whenever they change, until
 * the cell does.
 */
export function callPlanFunction(
  args: PlanArguments,
  answer: PlanAnswer,
  { plans, follow }: FunctionSurroundings,
  say: (answer: FunctionAnswer) => void,
): FunctionCall {
  let share: PlanShare | null = null;
  let isCancelled = false;
  const plan = (content: Parameters<SharedPlans>[0]) => {
    const former = share;
    const current = plans(content);
    share = current;
    former?.release();
    void current.outcome.then((outcome) => {
      if (isCancelled || share !== current || outcome.kind === 'cancelled') return;
      say(outcome.kind === 'solved' ? answer(outcome.solved) : outcome.answer);
    });
  };
  const stop = Object.values(args).every(isLeftOut)
    ? follow((inputs) => {
        if (inputs.ok) plan(inputs.value);
        else say({ kind: 'notAvailable', message: inputs.error.message });
      })
    : planArguments(args, plan, say);
  return {
    cancel: () => {
      isCancelled = true;
      stop();
      share?.release();
    },
  };
}

const nothingToStop = () => undefined;

function planArguments(
  args: PlanArguments,
  plan: (content: Parameters<SharedPlans>[0]) => void,
  say: (answer: FunctionAnswer) => void,
): () => void {
  const list: readonly FunctionArgument[] = [
    { parameter: 'demand', input: 'Demand', given: args.demand },
    { parameter: 'capacity', input: 'Capacity', given: args.capacity },
    { parameter: 'production_cost', input: 'Production_Cost', given: args.production_cost },
    { parameter: 'holding_cost', input: 'Holding_Cost', given: args.holding_cost },
    { parameter: 'initial_inventory', input: 'Initial_Inventory', given: args.initial_inventory },
    { parameter: 'safety_stock', input: 'Safety_Stock', given: args.safety_stock },
  ];
  if (isLeftOut(args.demand)) {
    say({ kind: 'wrongInput', message: 'demand is missing. Give the cells with the demand per item and period.' });
    return nothingToStop;
  }
  const read = argumentContent(list, args.options);
  if (read.ok) plan(read.content);
  else say({ kind: 'wrongInput', message: read.message });
  return nothingToStop;
}
