import { sameJson } from '../base/json.ts';
import { admit } from '../model/gate.ts';
import { initialWeights } from '../model/initialise.ts';
import type { Network } from '../model/network.ts';
import { minimise } from '../model/normalise.ts';
import type { Weights } from '../model/trace.ts';
import { carriedWeights } from '../scope/carry.ts';
import type { Scope } from '../scope/scope.ts';
import type { Stores } from '../stores/stores.ts';
import type { LessonWeights, Scene, SceneFocus, Step } from './lesson.ts';
import type { Asked } from './question.ts';

/** What a lesson drives. */
export interface Page {
  readonly scope: Scope;
  readonly stores: Stores;
  /** The trained weights that come with the page. */
  readonly shipped?: () => Promise<Weights>;
  /** Whether nothing shall move by itself. */
  readonly still?: () => boolean;
}

/** A model with what is looked at: what a scene, or a question that is answered, puts on the page. */
export type Setting = Pick<Scene, 'document' | 'weights' | 'input' | 'focus' | 'aspect' | 'playing'>;

/** The model that a question is about; undefined where it is about the page as it is. */
export function settingOf({ document, weights, input, focus, aspect }: Asked): Setting | undefined {
  const given = [document, weights, input, focus].some((part) => part !== undefined);
  if (!given) return undefined;
  return {
    ...(document !== undefined && { document, focus: null }),
    ...(weights !== undefined && { weights }),
    ...(input !== undefined && { input }),
    ...(focus !== undefined && { focus, playing: false }),
    ...(aspect !== undefined && { aspect }),
  };
}

/** One setting after another: a new document takes the weights and the input of the one before with it. */
function followedBy(before: Setting, next: Setting): Setting {
  if (next.document === undefined) return { ...before, ...next };
  const { weights: _, input: __, ...kept } = before;
  return { ...kept, ...next };
}

/**
 * What the page shows in a step that is not come to from the one before it: the settings of all steps up to it, and of
 * their questions that are answered.
 */
export function settingAt(
  steps: readonly Step[],
  at: number,
  answered: (step: number) => Asked | undefined,
): Setting {
  return steps.slice(0, at + 1).reduce<Setting>((before, { scene = {} }, step) => {
    const { show: _, ...own } = scene;
    const asked = answered(step);
    return followedBy(followedBy(before, own), (asked && settingOf(asked)) ?? {});
  }, {});
}

/** Puts a setting on the page. `label` is what the change is called in the history. */
export async function show(page: Page, setting: Setting, label: string): Promise<void> {
  const { scope, stores } = page;
  const { document, weights, input } = setting;
  if (document !== undefined || weights !== undefined) {
    const next = document ?? scope.getDocument();
    const given = weights === 'shipped' ? await shippedFor(page, next) : weights;
    await scope.setDocument(next, {
      label,
      ...(given !== undefined && { weights: given }),
      ...(input && { input }),
    });
    if (weights === 'shipped') stores.trace.setState({ provenance: 'shipped' });
  } else if (input) await scope.setInput(input);
  look(page, setting);
}

/** The same, where the document in hand already is that of the setting: its weights and what was made of them stay. */
export async function showAgain(page: Page, setting: Setting, label: string): Promise<void> {
  const { document, weights, ...rest } = setting;
  if (document === undefined) return show(page, rest, label);
  if (isInHand(page, document)) return show(page, rest, label);
  // From another model than the lesson thought of: what fits is carried.
  const kept = weights === 'keep' ? { ...setting, weights: 'carry' as const } : setting;
  return show(page, kept, label);
}

function isInHand({ stores }: Page, document: unknown): boolean {
  const wanted = minimise(admit(document).document) as object;
  const held = minimise(stores.document.getState().document) as object;
  return sameJson({ ...wanted, view: undefined }, { ...held, view: undefined });
}

function look({ stores, still }: Page, { focus, aspect, playing }: Setting): void {
  const { view } = stores;
  if (focus === null) view.setState({ open: undefined, aspect: undefined, trail: [], hover: undefined });
  else if (focus) {
    const cell = cellOf(stores.document.getState().network, focus);
    view.setState({ open: focus.layer, aspect, cell, trail: [], hover: undefined });
  } else if (aspect) view.setState({ aspect });
  if (playing !== undefined) view.setState({ playing: playing && !still?.() });
}

function cellOf(network: Network, { layer, index, step }: SceneFocus) {
  const shape = network.byName.get(layer)?.outputShape ?? network.inputShape;
  return { layer, index: index ?? shape.map(() => 0), ...(step !== undefined && { step }) };
}

/** The page's own trained weights, for the layers that they fit; the others are fresh. */
async function shippedFor({ shipped }: Page, json: unknown): Promise<Exclude<LessonWeights, string>> {
  const { document, network } = admit(json);
  const { carried } = carriedWeights((await shipped?.()) ?? new Map(), network);
  return Object.fromEntries(initialWeights(network, document.seed, carried));
}
