import type { Budget } from './budget.ts';
import { itemsOf } from './calls.ts';
import { type Place, PythonFault } from './fault.ts';
import { setItem } from './items.ts';
import type { Scope } from './scope.ts';
import type { Expression } from './syntax.ts';
import { PyList, Thing, typeName, type Value } from './values.ts';

/** What gives expressions their values, and names theirs. */
interface Assigning {
  readonly budget: Budget;
  value(expression: Expression, scope: Scope): Value;
  bind(name: string, value: Value, scope: Scope, place: Place): void;
}

/** Gives a target its value: a name, an item, an attribute, or several of them. */
export function assign(
  evaluator: Assigning,
  target: Expression,
  value: Value,
  scope: Scope,
  place: Place,
): void {
  const { budget } = evaluator;
  budget.step(target);
  switch (target.type) {
    case 'name':
      evaluator.bind(target.name, value, scope, place);
      return;
    case 'tuple':
    case 'list':
      budget.deeper(target, () => unpack(evaluator, target.items, value, scope, place));
      return;
    case 'item': {
      const object = evaluator.value(target.object, scope);
      setItem(object, evaluator.value(target.index, scope), value, budget, target);
      return;
    }
    case 'attribute': {
      const object = evaluator.value(target.object, scope);
      if (object instanceof Thing) object.setAttribute?.(target.name, { value, place });
      else throw new PythonFault('no-attribute', target, { type: typeName(object), name: target.name });
      return;
    }
    default:
      throw new PythonFault('assignment', target);
  }
}

function unpack(
  evaluator: Assigning,
  targets: readonly Expression[],
  value: Value,
  scope: Scope,
  place: Place,
): void {
  const star = targets.findIndex(({ type }) => type === 'star');
  const parts = value instanceof Thing ? value.unpack?.(targets.length, place) : undefined;
  const items = parts ?? itemsOf(value, evaluator.budget, place);
  const fits = star < 0 ? items.length === targets.length : items.length >= targets.length - 1;
  if (!fits) throw new PythonFault('unpack', place, { count: targets.length, received: items.length });
  for (const [position, target] of targets.entries()) {
    const fromEnd = items.length - targets.length + position;
    if (target.type !== 'star') {
      assign(evaluator, target, items[star >= 0 && position > star ? fromEnd : position]!, scope, place);
    } else if (parts) {
      assign(evaluator, target.value, parts[position]!, scope, place);
    } else {
      assign(evaluator, target.value, new PyList(items.slice(position, fromEnd + 1)), scope, place);
    }
  }
}
