import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import type { Evaluation, Outcome, Split } from '../engine/engine.ts';
import type { Context } from './context.ts';
import { refuseUnfit, splitNamed } from './dataset.ts';
import { refuseDuringRun } from './run.ts';
import type { Mistake, Predictions } from './scope.ts';
import { refuseUncompiled } from './training.ts';

/** How many mistakes are given where no limit is. */
const LIMIT = 24;

export async function evaluate(
  context: Context,
  split: unknown,
): Promise<Record<string, number | number[][]>> {
  return context.queue(async () => {
    const { metrics, confusion, numbers } = await evaluation(context, splitNamed(split), 'evaluate');
    return {
      ...(numbers && {
        ...numbers.errors,
        baseline_mean_absolute_error: numbers.baseline.mean_absolute_error,
        baseline_mean_squared_error: numbers.baseline.mean_squared_error,
      }),
      ...metrics,
      ...(confusion.length > 0 && { confusion: confusion.map((row) => [...row]) }),
    };
  });
}

/** What is predicted of the samples of a split, where the targets are numbers. */
export async function predictions(context: Context, split: unknown): Promise<Predictions> {
  return context.queue(async () => {
    const { numbers } = await evaluation(context, splitNamed(split), 'predictions');
    if (numbers) {
      const { truths, predictions: given, errors, baseline } = numbers;
      return {
        truths: truths.slice(),
        predictions: given.slice(),
        errors: { ...errors },
        baseline: { ...baseline },
      };
    }
    throw new KernelscopeError({
      code: 'unsupported',
      path: 'dataset',
      expected: 'a data set whose targets are numbers',
      received: context.stores.document.getState().document.dataset.name,
    });
  });
}

/** The split's samples that one of the classes is taken for another, with their pictures. */
export async function mistakes(
  context: Context,
  options: {
    readonly split?: unknown;
    readonly truth?: unknown;
    readonly predicted?: unknown;
    readonly limit?: unknown;
  },
): Promise<Mistake[]> {
  return context.queue(async () => {
    const split = splitNamed(options.split);
    const truth = wholeNumber(options.truth, 'truth', 0);
    const predicted = wholeNumber(options.predicted, 'predicted', 0);
    const limit = wholeNumber(options.limit, 'limit', 1) ?? LIMIT;
    const { outcomes } = await evaluation(context, split, 'mistakes');
    const chosen = outcomesIn(outcomes, truth, predicted).slice(0, limit);
    return Promise.all(
      chosen.map(async (outcome) => {
        const { input } = await context.engine.sample(split, outcome.index);
        return { ...outcome, input: { shape: [...input.shape], data: input.data.slice() } };
      }),
    );
  });
}

/** The outcomes of a cell of the confusion matrix, or of a row or column of it: wrong ones by falling confidence. */
function outcomesIn(
  outcomes: readonly Outcome[],
  truth: number | undefined,
  predicted: number | undefined,
): Outcome[] {
  const right = truth !== undefined && truth === predicted;
  return outcomes
    .filter(
      (outcome) =>
        (outcome.truth === outcome.prediction) === right &&
        (truth === undefined || outcome.truth === truth) &&
        (predicted === undefined || outcome.prediction === predicted),
    )
    .sort((a, b) => (right ? 1 : -1) * (a.confidence - b.confidence) || a.index - b.index);
}

/** Within the queue; computed once for the same document, weights and split. */
async function evaluation(context: Context, split: Split, call: string): Promise<Evaluation> {
  const { engine, stores } = context;
  const { document, network } = stores.document.getState();
  refuseUncompiled(context);
  refuseUnfit(document, network);
  refuseDuringRun(context, call);
  const { weights } = stores.trace.getState();
  const last = context.evaluated;
  if (last?.split === split && last.document === document && last.weights === weights) return last.evaluation;
  const fresh = await engine.evaluate(split);
  context.evaluated = { split, document, weights, evaluation: fresh };
  return fresh;
}

function wholeNumber(given: unknown, path: string, least: number): number | undefined {
  if (given === undefined) return undefined;
  if (Number.isSafeInteger(given) && (given as number) >= least) return given as number;
  throw new KernelscopeError({
    code: typeof given === 'number' ? 'range' : 'type',
    path,
    expected: `a whole number of at least ${least}`,
    received: printable(given),
  });
}
