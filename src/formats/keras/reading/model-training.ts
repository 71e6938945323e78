import { bound } from '../python/calls.ts';
import type { Place } from '../python/fault.ts';
import type { Arguments, Placed, Value } from '../python/values.ts';
import { Data } from './data.ts';
import type { Session } from './session.ts';

const FIT = 'x y batch_size epochs verbose callbacks validation_split validation_data shuffle'.split(' ');
const COMPILE = 'optimizer loss loss_weights metrics weighted_metrics'.split(' ');
const EVALUATE = 'x y batch_size verbose'.split(' ');

/** How the model is computed or shown, not what it computes. */
const QUIET: ReadonlySet<string> = new Set([
  'run_eagerly',
  'steps_per_execution',
  'jit_compile',
  'auto_scale_loss',
  'verbose',
  'workers',
  'use_multiprocessing',
  'max_queue_size',
]);

/** What goes through `fit`'s names of old. */
const OLD_FIT: Readonly<Record<string, string>> = { nb_epoch: 'epochs' };

function sizesOf(value: Value): number[] | undefined {
  return value instanceof Data && value.known ? [...value.known.shape] : undefined;
}

/** How a model of the code is compiled and trained. */
export class ModelTraining {
  compiled: ReadonlyMap<string, Placed> | undefined;
  readonly fits: ReadonlyMap<string, Placed>[] = [];
  /** The shape of the samples that it is first trained with, where that is known. */
  fitted: { readonly shape: readonly number[]; readonly place: Place } | undefined;
  private readonly session: Session;

  constructor(session: Session) {
    this.session = session;
  }

  compile(given: Arguments): Value {
    const quiet = new Map([...given.named].filter(([name]) => !QUIET.has(name)));
    this.compiled = bound('compile', COMPILE, { ...given, named: quiet });
    return null;
  }

  fit(given: Arguments): Value {
    const { session } = this;
    const named = new Map<string, Placed>();
    for (const [name, placed] of given.named) {
      const now = OLD_FIT[name];
      if (now) session.findings.note('renamed', placed.place, { old: name, name: now });
      if (FIT.includes(now ?? name)) named.set(now ?? name, placed);
      else if (!QUIET.has(name)) session.findings.note('fit-left-out', placed.place, { argument: name });
    }
    const values = bound('fit', FIT, { ...given, named });
    const validation = values.get('validation_data');
    if (validation && validation.value !== null) session.findings.note('validation-data', validation.place);
    const x = values.get('x');
    this.rowsOf(x, 'train');
    const shape = x && sizesOf(x.value);
    if (shape && !this.fitted) this.fitted = { shape: shape.slice(1), place: x.place };
    this.fits.push(values);
    return new Data(session, 'history');
  }

  evaluate(given: Arguments): Value {
    const known = new Map([...given.named].filter(([name]) => EVALUATE.includes(name)));
    this.rowsOf(bound('evaluate', EVALUATE, { ...given, named: known }).get('x'), 'test');
    return new Data(this.session, 'score');
  }

  private rowsOf(x: Placed | undefined, split: 'train' | 'test'): void {
    if (!(x?.value instanceof Data)) return;
    const rows = x.value.known?.rows;
    if (rows !== undefined && rows > 0) this.session.rows[split] = rows;
  }
}
