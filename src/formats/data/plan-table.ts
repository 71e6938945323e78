import type { DatasetTarget } from '../../model/datasets/definition.ts';
import type { Reading } from '../../model/datasets/reading.ts';
import { dataFaults, dataNotes, dataPlaces } from '../../text/own-data.ts';
import { type Classes, classesAmong, MOST_CLASSES } from './classes.ts';
import type { Plan } from './plan.ts';
import { refusal } from './refuse.ts';
import { shuffled, splitByGroup, splitBySeed } from './split.ts';
import { type Column, columnNamed, type Table } from './table.ts';
import { cutChronologically, runsOf, windowsIn } from './windows.ts';

/** A reading of a table in which nothing is left open. */
export interface TableReading {
  readonly columns: readonly string[];
  readonly target: string;
  readonly targetType: 'classes' | 'numbers';
  readonly group: string | undefined;
  readonly samples: 'windows' | 'rows' | 'series';
  readonly length: number;
  readonly step: number;
  readonly ahead: number;
  readonly testShare: number;
  readonly seed: number;
}

const USUAL_LENGTH = 32;
const TEST_SHARE = 0.2;

/** Different whole numbers that are taken for classes, where a column is called one of what is to be said. */
const MOST_KINDS = 20;

/** Names that say what a column is for. */
const TARGETS = /^(y|label|labels|class|classes|target|activity|category|output|species|gesture|state)$/i;
const GROUPS =
  /^(id|group|subject|user|person|participant|device|series|session|trial|run|recording|file)([ _-]?id)?$/i;
const TIMES =
  /^(time|timestamp|date|datetime|index|row|step|t|no|nr|sample|unnamed.*|hour|ms|seconds?)([ _-].*)?$/i;

function differentOf({ values }: Column, most: number): number {
  const seen = new Set<number>();
  for (const value of values) {
    if (!Number.isNaN(value)) seen.add(value);
    if (seen.size > most) break;
  }
  return seen.size;
}

/** Whether a column only counts, as a time or a row's number does. */
function isCounting(column: Column): boolean {
  if (column.type !== 'number' || column.missing > 0 || column.values.length < 3) return false;
  return (
    TIMES.test(column.name) &&
    column.values.every((value, row) => row === 0 || value >= column.values[row - 1]!)
  );
}

/** Rows of the longest run, and whether all runs are as long. */
function runLengths(table: Table, group: Column): { readonly longest: number; readonly same: boolean } {
  const lengths = runsOf(table.rows, [group.values]).map(({ from, to }) => to - from);
  return { longest: Math.max(...lengths), same: lengths.length > 1 && new Set(lengths).size === 1 };
}

/** What the reading leaves open, chosen by what is in the table. */
export function completeReading(table: Table, reading: Reading): TableReading {
  const { columns } = table;
  const usable = columns.filter(({ type }) => type !== 'other');
  const group =
    // An empty name is none.
    reading.group === ''
      ? undefined
      : (reading.group ?? usable.find(({ name }) => GROUPS.test(name) && name !== reading.target)?.name);
  const texts = usable.filter(
    ({ type, name }) =>
      type === 'words' &&
      name !== group &&
      differentOf(columnNamed(table, name)!, MOST_CLASSES) <= MOST_CLASSES,
  );
  const named = usable.find(({ name }) => TARGETS.test(name) && name !== group);
  const numeric = columns.filter((column) => column.type === 'number' && column.name !== group);
  const measured = numeric.filter((column) => !isCounting(column));
  const target =
    reading.target ??
    (
      named ??
      texts.find((column) => differentOf(column, 50) > 1 && differentOf(column, 50) <= 50) ??
      measured.at(-1) ??
      usable.at(-1)
    )?.name ??
    '';
  const wanted = columnNamed(table, target);
  const few =
    wanted !== undefined &&
    TARGETS.test(target) &&
    wanted.values.every((value) => Number.isInteger(value) || Number.isNaN(value)) &&
    differentOf(wanted, MOST_KINDS) <= Math.min(MOST_KINDS, table.rows / 4);
  const targetType = reading.targetType ?? (wanted?.type === 'words' || few ? 'classes' : 'numbers');
  const forecast = targetType === 'numbers';
  // A number is forecast from what came before it, which the model may see.
  const inputs =
    reading.columns ??
    measured
      .filter(({ name }) => name !== target || (forecast && !hasManyColumns(measured)))
      .map(({ name }) => name);
  const many = hasManyColumns(measured);
  const samples = reading.samples ?? (many ? 'series' : 'windows');
  const seesTarget = inputs.includes(target);
  const grouping = group === undefined ? undefined : columnNamed(table, group);
  const runs = grouping && runLengths(table, grouping);
  const usual = runs?.same
    ? runs.longest
    : Math.max(1, Math.min(USUAL_LENGTH, Math.floor((runs?.longest ?? table.rows) / 8)));
  const length = samples === 'windows' ? (reading.length ?? Math.min(usual, 1000)) : 1;
  return {
    columns: inputs,
    target,
    targetType,
    group,
    samples,
    length,
    step: reading.step ?? (forecast ? 1 : Math.max(1, Math.floor(length / 2))),
    ahead: forecast && samples === 'windows' ? (reading.ahead ?? (seesTarget ? 1 : 0)) : 0,
    testShare: reading.testShare ?? TEST_SHARE,
    seed: reading.seed ?? 0,
  };
}

/** So many columns of numbers are one sample a row: a spectrum, a signal. */
function hasManyColumns(columns: readonly Column[]): boolean {
  return columns.length > 24;
}

function given(table: Table, name: string): Column {
  const column = columnNamed(table, name);
  if (column) return column;
  const known = table.columns
    .slice(0, 12)
    .map((one) => one.name)
    .join(', ');
  throw refusal('not-found', `${table.file}, column ${name}`, dataFaults.noColumn(known));
}

/** @throws KernelscopeError with the line of the first cell that is no number. */
function numbersOf(table: Table, name: string): Column {
  const column = given(table, name);
  const strange =
    column.strange ?? (column.type === 'number' ? undefined : { row: 0, text: column.words[0] ?? 'text' });
  if (!strange) return column;
  const place = `${table.file}, line ${table.lineOf(strange.row)}`;
  throw refusal('type', place, dataFaults.textColumn(name, JSON.stringify(strange.text.slice(0, 40))));
}

function labelsOf(table: Table, name: string): Classes {
  const column = given(table, name);
  if (column.type === 'other') throw refusal('range', table.file, dataFaults.wordyColumn(name));
  if (column.type === 'number') numbersOf(table, name);
  const { values, words, type } = column;
  const labels = Array.from(values, (value) => {
    if (type === 'words') return words[value];
    return Number.isNaN(value) ? undefined : String(value);
  });
  return classesAmong(labels, name, table.file);
}

/** Of each row, how many rows up to and with it have a number missing in one of the columns. */
function missingUpTo(rows: number, columns: readonly Column[]): Uint32Array {
  const sums = new Uint32Array(rows + 1);
  const holed = columns.filter(({ missing }) => missing > 0);
  for (let row = 0; row < rows; row++) {
    sums[row + 1] = sums[row]! + (holed.some(({ values }) => Number.isNaN(values[row])) ? 1 : 0);
  }
  return sums;
}

/** Samples of a table: windows of its rows, or its rows. */
export function planTable(table: Table, reading: TableReading): Plan {
  const { rows, file } = table;
  if (reading.target === '') throw refusal('missing-key', file, dataFaults.noTarget);
  if (reading.columns.length === 0) throw refusal('missing-key', file, dataFaults.noInputs);
  const inputs = reading.columns.map((name) => numbersOf(table, name));
  const byClass = reading.targetType === 'classes';
  const classes = byClass ? labelsOf(table, reading.target) : undefined;
  const wanted = byClass ? undefined : numbersOf(table, reading.target);
  const group = reading.group === undefined ? undefined : given(table, reading.group);
  const inWindows = reading.samples === 'windows';
  const { length, step, ahead } = reading;
  const span = length + ahead;
  const notes: string[] = [];
  if (table.kept < 1) notes.push(dataNotes.kept(rows, table.kept));

  // A window has one class, and one person's rows.
  const keys = inWindows ? [...(group ? [group.values] : []), ...(classes ? [classes.numbers] : [])] : [];
  const unlabelled = classes ? classes.numbers.reduce((sum, number) => sum + (number < 0 ? 1 : 0), 0) : 0;
  if (unlabelled > 0) notes.push(dataNotes.unlabelled(unlabelled));
  const skip = (row: number) => (classes?.numbers[row] ?? 0) < 0;
  const holes = missingUpTo(rows, inputs);
  const targetHoles = wanted ? missingUpTo(rows, [wanted]) : undefined;
  const isWhole = (start: number) => {
    const last = start + span - 1;
    if (holes[start + length]! > holes[start]!) return false;
    return !targetHoles || targetHoles[last + 1] === targetHoles[last];
  };
  const runs = runsOf(rows, keys, skip);
  const byGroup = group !== undefined && differentOf(group, 1) > 1;
  const chronological = inWindows && !byGroup;
  let train: number[];
  let test: number[];
  let leftOut = 0;
  const whole = (starts: readonly number[]) => {
    const kept = starts.filter(isWhole);
    leftOut += starts.length - kept.length;
    return kept;
  };
  if (chronological) {
    const cut = cutChronologically(runs, span, step, reading.testShare);
    [train, test] = [whole(cut.train), whole(cut.test)];
    if (classes) train = shuffled(train, reading.seed);
  } else {
    const starts = whole(runs.flatMap((run) => windowsIn(run, span, inWindows ? step : 1)));
    const enough = starts.length > 1;
    const split = !enough
      ? { train: starts.map((_, at) => at), test: [] }
      : byGroup
        ? splitByGroup(
            starts.map((start) => group.values[start]!),
            reading.testShare,
            reading.seed,
          )
        : splitBySeed(starts.length, reading.testShare, reading.seed);
    train = shuffled(split.train, reading.seed).map((place) => starts[place]!);
    test = split.test.map((place) => starts[place]!);
  }
  const samples = train.length + test.length;
  for (const column of wanted && !inputs.includes(wanted) ? [...inputs, wanted] : inputs) {
    if (column.missing === 0) continue;
    notes.push(dataNotes.missing(column.name, column.missing, table.lineOf(column.firstMissing)));
  }
  if (leftOut > 0) notes.push(dataNotes.leftOut(leftOut));
  if (samples === 0) {
    if (leftOut > 0) throw refusal('range', file, dataFaults.allMissing);
    const longest = Math.max(0, ...runs.map(({ from, to }) => to - from));
    throw refusal('range', file, dataFaults.fewRows(span, longest));
  }
  if (train.length === 0 || test.length === 0) throw refusal('range', file, dataFaults.fewSamples(samples));
  if (chronological) notes.push(dataNotes.chronological);
  else if (byGroup) {
    const tested = new Set(test.map((start) => group.values[start]!)).size;
    notes.push(dataNotes.byGroup(tested, differentOf(group, MOST_GROUPS)));
  } else notes.push(dataNotes.bySeed);
  if (wanted && ahead > 0) notes.push(dataNotes.forecast(ahead));
  if (classes) notes.push(...classNotes(classes, train, test));

  const width = inputs.length;
  const target: DatasetTarget = classes
    ? { type: 'classes', classes: classes.names }
    : {
        type: 'numbers',
        names: [reading.target],
        unit: '',
        ...(ahead > 0 && wanted && inputs.includes(wanted) && { channel: inputs.indexOf(wanted) }),
      };
  const vector = reading.samples === 'rows';
  const oneSignal = reading.samples === 'series';
  return {
    shape: inWindows ? [length, width] : vector ? [width] : [width, 1],
    target,
    ...(!oneSignal && { channels: inputs.map(({ name }) => ({ name, unit: '' })) }),
    train,
    test,
    notes,
    write(start, into, at) {
      for (let row = 0; row < length; row++) {
        for (let column = 0; column < width; column++) {
          into[at + row * width + column] = inputs[column]!.values[start + row]!;
        }
      }
    },
    writeTargets(start, into, at) {
      into[at] = classes ? classes.numbers[start]! : wanted!.values[start + span - 1]!;
    },
    placeOf: (start) => dataPlaces.line(table.lineOf(start)),
  };
}

const MOST_GROUPS = 100_000;

function classNotes(classes: Classes, train: readonly number[], test: readonly number[]): string[] {
  const present = (samples: readonly number[]) => new Set(samples.map((sample) => classes.numbers[sample]!));
  const [trained, tested] = [present(train), present(test)];
  const only = (one: ReadonlySet<number>, other: ReadonlySet<number>) =>
    classes.names
      .filter((_, number) => one.has(number) && !other.has(number))
      .slice(0, 6)
      .join(', ');
  const [unseen, untested] = [only(tested, trained), only(trained, tested)];
  return [...(unseen ? [dataNotes.unseen(unseen)] : []), ...(untested ? [dataNotes.untested(untested)] : [])];
}
