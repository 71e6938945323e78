import type { ScaleSpec } from '../../base/color.ts';
import { activateRow } from '../../model/activations.ts';
import { recurrentText } from '../../text/layers/recurrent.ts';
import { formatNumber } from '../format.ts';
import { signedScale } from '../layer-scale.ts';
import type { Mark, Target } from '../marks.ts';
import { caption, cell, operator } from './draw.ts';
import type { Block } from './flow.ts';
import { plain, signed } from './formula.ts';
import { letterOf, type OpenGate } from './gate-terms.ts';
import type { FormulaPart, LensContext } from './request.ts';
import { momentTarget, type Unrolling } from './unrolling.ts';

/** A number of an equation, with the sign before it. */
interface Piece {
  readonly sign: string;
  readonly name: string;
  readonly value: number;
  readonly kind: 'gate' | 'state';
}

/** How a state of the unit comes from the one before. */
export interface StateEquation {
  readonly name: string;
  readonly pieces: readonly Piece[];
  readonly after: number;
  readonly hidden: boolean;
}

/** The equations of the unit's states at the step: of an LSTM two, else one. */
export function stateEquations(
  { unrolled, at, unit, config }: Unrolling,
  open: readonly OpenGate[],
): StateEquation[] {
  const { before, states } = unrolled.moments[at]!;
  const value = (letter: string) => open.find(({ gate }) => gate === letter)!.value;
  const gate = (sign: string, letter: string): Piece => ({
    sign,
    name: letterOf(letter),
    value: value(letter),
    kind: 'gate',
  });
  const state = (sign: string, name: string, number: number): Piece => ({
    sign,
    name,
    value: number,
    kind: 'state',
  });
  const after = states[0]![unit]!;
  const { previous, hidden, cell: kept } = recurrentText;
  if (states.length > 1) {
    const next = states[1]![unit]!;
    const shown = activateRow(states[1]!, config.activation)[unit]!;
    return [
      {
        name: kept,
        pieces: [gate('', 'f'), state('×', previous, before[1]![unit]!), gate('+', 'i'), gate('×', 'c')],
        after: next,
        hidden: false,
      },
      {
        name: hidden,
        pieces: [gate('', 'o'), state('×', `${config.activation}(c)`, shown)],
        after,
        hidden: true,
      },
    ];
  }
  if (open.length === 1)
    return [{ name: hidden, pieces: [state('', previous, before[0]![unit]!)], after, hidden: true }];
  const share: Piece = { sign: '+', name: '1−z', value: 1 - value('z'), kind: 'gate' };
  return [
    {
      name: hidden,
      pieces: [gate('', 'z'), state('×', previous, before[0]![unit]!), share, gate('×', 'h')],
      after,
      hidden: true,
    },
  ];
}

const CELL = 30;
const SIGN = 15;
const NAME = 14;
const ROW = CELL + 16;
const UNIT = { type: 'diverging', limit: 1 } as const satisfies ScaleSpec;

/** The states before and after the step, as equations of cells, one below the other. */
export function stateFlow(context: LensContext, lane: Unrolling, equations: readonly StateEquation[]): Block {
  const numbers = equations.flatMap(({ pieces, after }) => [after, ...pieces.map(({ value }) => value)]);
  const kept = signedScale(Float32Array.from(numbers));
  const hiddenScale = signedScale(lane.hidden.data);
  const own: Target = momentTarget(context, lane, lane.step, lane.unit);
  const marks: Mark[] = [];
  let width = 0;
  equations.forEach(({ name, pieces, after, hidden }, line) => {
    const y = line * (ROW + NAME) + NAME;
    const middle = y + CELL / 2;
    const scale = hidden ? hiddenScale : kept;
    marks.push(caption(0, y - 4, name, { ink: 'ink', weight: hidden ? 600 : 400 }));
    let x = 0;
    const put = (sign: string, text: string, value: number, of: ScaleSpec, target?: Target) => {
      if (sign) {
        marks.push(operator(x + SIGN / 2, middle, sign, 13));
        x += SIGN;
      }
      marks.push(cell(x, y, CELL, value, of, target ? { target, outline: 'accent' } : {}));
      marks.push(caption(x + CELL / 2, y + CELL + 10, text, { size: 9, anchor: 'middle' }));
      x += CELL;
    };
    for (const piece of pieces)
      put(piece.sign, piece.name, piece.value, piece.kind === 'gate' ? UNIT : scale);
    const sign = pieces.length === 1 ? '→' : '=';
    put(sign, recurrentText.after, after, scale, hidden ? own : undefined);
    width = Math.max(width, x);
  });
  return { width, height: equations.length * (ROW + NAME), marks };
}

/** `o × tanh( f×before + i×c̃ ) = 0.61×tanh(…) = 0.12`, in numbers. */
export function stateFormula(
  equations: readonly StateEquation[],
  open: readonly OpenGate[],
  activation: string,
): FormulaPart[] {
  const products = (pieces: readonly Piece[]) =>
    pieces.map(({ sign, value }) => `${sign === '+' ? ' + ' : sign}${signed(value)}`).join('');
  const [first, second] = equations;
  if (second) {
    const [gate] = second.pieces;
    return [
      plain(
        `${gate!.name}×${activation}(c) = ${formatNumber(gate!.value)}×${activation}( ${products(first!.pieces)} )`,
      ),
    ];
  }
  const [only] = open;
  if (open.length > 1) return [plain(products(first!.pieces))];
  const bias = only!.bias === undefined ? '' : ` + ${signed(only!.bias)}`;
  return [plain(`${activation}( ${formatNumber(only!.inputSum)} + ${signed(only!.hiddenSum)}${bias} )`)];
}
