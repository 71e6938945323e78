import { KernelscopeError } from '../../base/errors.ts';
import type { Json } from '../../base/json.ts';
import { findDataset } from '../../model/datasets/registry.ts';
import { admit } from '../../model/gate.ts';
import { sentence } from '../../text/errors.ts';
import { type Place, PythonFault } from './python/fault.ts';
import { Machine } from './python/machine.ts';
import { parsePython } from './python/parse.ts';
import type { PythonContext } from './reading/context.ts';
import { Data, meantBy } from './reading/data.ts';
import { type Finding, Findings } from './reading/findings.ts';
import { ancestry, Tensor } from './reading/graph.ts';
import { KerasModel } from './reading/keras-model.ts';
import { modelJson } from './reading/model-json.ts';
import { everythingOf, moduleOf } from './reading/modules.ts';
import { Places } from './reading/places.ts';
import { Refused } from './reading/refused.ts';
import { type Session, shownValue } from './reading/session.ts';
import { compileJson, fitJson } from './reading/training-json.ts';
import { titleComment } from './title-comment.ts';

/** What a script says. */
export interface PythonReading {
  /** The document as JSON, which the gate takes; undefined where there are problems. */
  readonly document: unknown;
  /** What was taken from the data set, left out or read in another way. */
  readonly notes: readonly Finding[];
  /** What cannot be taken, at its place. */
  readonly problems: readonly Finding[];
  /** What `print` printed, line by line. */
  readonly printed: readonly string[];
  /** Where the document's layers stand in the code. */
  readonly layers: readonly (Place & { readonly name: string })[];
  /** How many models the code fits from the same lines, where it is more than one: an experiment that is repeated. */
  readonly repeats?: number;
}

/** Characters that are read. */
const LONGEST = 60_000;

/** Lines that only a notebook understands become comments of the same length. */
function withoutMagics(code: string): string {
  return code.replace(/^([ \t]*)[%!](?=[a-zA-Z])/gm, '$1#');
}

function sessionOf(context: PythonContext, findings: Findings): { session: Session; machine: Machine } {
  let count = 0;
  const { title } = context.dataset;
  const machine = new Machine({
    module: (path) => moduleOf(session, path),
    everything: (path) => everythingOf(session, path),
    missing: (name, place) => session.meant(name, place) ?? new Data(session, name),
    unknown: (what) => new Data(session, what),
    undecided: (place) => findings.note('undecided', place, { what: findings.textAt(place) }),
    ownClass: (name) => new Refused('own-class', name),
  });
  const session: Session = {
    context,
    findings,
    budget: machine.budget,
    models: [],
    dataset: undefined,
    rows: {},
    seed: undefined,
    next: () => count++,
    fromData: (place, value) =>
      findings.note('from-data', place, {
        what: findings.textAt(place),
        value: shownValue(value),
        dataset: title,
      }),
    usesData: (place) => findings.note('data', place, { dataset: title }),
    leftOut: (root, place) => findings.note('left-out', place, { what: root }),
    meant: (name, place) => meantBy(session, name, place),
    shapeOf(tensor, place) {
      const output = tensor as Tensor;
      if (!output.node) return 'layer' in output.source ? [] : output.source.shape;
      machine.budget.checkTime(place);
      const { inputs } = ancestry([output]);
      const json = {
        kernelscope: 1,
        model: modelJson(
          { inputs: inputs.map((input) => new Tensor(session, input)), outputs: [output] },
          new Places(),
        ),
      };
      try {
        const { network } = admit(json);
        return network.byName.get(network.output)!.outputShape;
      } catch (error) {
        if (!(error instanceof KernelscopeError)) throw error;
        throw new PythonFault('gate', place, { text: gateText(error) });
      }
    },
  };
  return { session, machine };
}

/** The model that the code is about: the last one that it fits, compiles or makes. */
function chosen(models: readonly KerasModel[]): KerasModel | undefined {
  return (
    models.findLast(({ training }) => training.fits.length > 0) ??
    models.findLast(({ training }) => training.compiled !== undefined) ??
    models.at(-1)
  );
}

/** The first comment of the code is its title. */
function titleOf(code: string, context: PythonContext): string {
  const first = /^\s*#\s*(.*)$/m.exec(code.split('\n').find((line) => line.trim() !== '') ?? '')?.[1]?.trim();
  const before = context.title ?? '';
  if (first === undefined || first === '') return context.title ?? 'Untitled';
  return titleComment(before) === `# ${first}` ? before : first.slice(0, 200);
}

function datasetJson(session: Session): Json {
  const { context, rows } = session;
  const name = session.dataset ?? context.dataset.name;
  const found = findDataset(name);
  const same = name === context.dataset.name;
  const count = (split: 'train' | 'test') => {
    const usual = same ? context.dataset[split] : found?.default[split];
    const wanted = rows[split] ?? usual;
    return wanted === undefined ? undefined : Math.min(wanted, found?.available[split] ?? wanted);
  };
  const [train, test] = [count('train'), count('test')];
  return { name, ...(train !== undefined && { train }), ...(test !== undefined && { test }) };
}

function documentOf(
  code: string,
  session: Session,
  model: KerasModel,
  places: Places,
): { readonly [key: string]: Json } {
  places.set('model', model.place);
  const { context } = session;
  const seed = session.seed ?? context.seed;
  const compile = model.training.compiled && compileJson(model.training.compiled, places);
  const fit = fitJson(session, model.training.fits, places) ?? (context.fit as Json | undefined);
  return {
    kernelscope: 1,
    title: titleOf(code, context),
    ...(seed !== undefined && { seed }),
    dataset: datasetJson(session),
    model: modelJson(model.tensors(), places) as unknown as Json,
    ...(compile && { compile }),
    ...(fit !== undefined && { fit }),
  };
}

/** Where the layers stand. Throws on one that has weights and stands in two places: it would share them. */
function layersOf(model: KerasModel, document: unknown): (Place & { readonly name: string })[] {
  const { network } = admit(document);
  const seen = new Set<unknown>();
  return ancestry(model.tensors().outputs).nodes.map(({ layer, place }, at) => {
    const { name, params } = network.layers[at]!;
    if (seen.has(layer) && params > 0) throw new PythonFault('shared', place, { layer: layer.what });
    seen.add(layer);
    return { name, from: layer.place.from, to: layer.place.to };
  });
}

/** How many models the code fits that come from the same place as this one. */
function repeatsOf(models: readonly KerasModel[], model: KerasModel): number {
  return models.filter(({ training, place }) => training.fits.length > 0 && place.from === model.place.from)
    .length;
}

/** What the gate says, without the path: the place says it. */
function gateText({ code, expected, received, reason }: KernelscopeError): string {
  return sentence({ code, expected, received, reason });
}

function faultOf(error: unknown): PythonFault {
  if (error instanceof PythonFault) return error;
  // A stack that overflows is the only other way out of code that is bounded in steps.
  if (error instanceof RangeError) return new PythonFault('recursion', { from: 0, to: 1 });
  throw error;
}

/**
 * Reads a script that builds a model with Keras, and gives the document of that model. The code is parsed and run by an
 * interpreter of its own, which takes at most two seconds, whatever the code; it never throws. What only data would
 * say is taken from `context`.
 */
export function fromPython(code: string, context: PythonContext): PythonReading {
  const findings = new Findings(code);
  if (code.length > LONGEST) {
    findings.problem('long-code', { from: 0, to: 1 }, { most: LONGEST });
    return { document: undefined, notes: [], problems: findings.problems, printed: [], layers: [] };
  }
  const { session, machine } = sessionOf(context, findings);
  const places = new Places();
  const { printed } = machine;
  const models = () => session.models.filter((model) => model instanceof KerasModel);
  const failed = () => ({
    document: undefined,
    notes: findings.notes,
    problems: findings.problems,
    printed,
    layers: [],
  });
  try {
    machine.run(parsePython(withoutMagics(code)));
    const model = chosen(models());
    if (!model) throw new PythonFault('no-model', lastLine(code));
    const document = documentOf(code, session, model, places);
    const layers = layersOf(model, document);
    const repeats = repeatsOf(models(), model);
    return {
      document,
      notes: findings.notes,
      problems: [],
      printed,
      layers,
      ...(repeats > 1 && { repeats }),
    };
  } catch (error) {
    if (error instanceof KernelscopeError) {
      const place = places.find(error.path ?? '') ?? chosen(models())?.place ?? lastLine(code);
      findings.problem('gate', place, { text: gateText(error) });
      return failed();
    }
    const { code: what, place, data } = faultOf(error);
    findings.problem(what, place, data);
    return failed();
  }
}

function lastLine(code: string): Place {
  const end = code.trimEnd().length;
  return { from: Math.max(code.lastIndexOf('\n', end - 1) + 1, 0), to: Math.max(end, 1) };
}
