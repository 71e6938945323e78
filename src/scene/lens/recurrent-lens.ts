import { recurrentText } from '../../text/layers/recurrent.ts';
import { formatCount, formatNumber, formatShape } from '../format.ts';
import type { Mark } from '../marks.ts';
import { moved } from './draw.ts';
import { cellName, leftSide, plain } from './formula.ts';
import { gateTerms, openGates } from './gate-terms.ts';
import type { FormulaPart, LensContext, LensPicture } from './request.ts';
import { stateEquations, stateFlow, stateFormula } from './state-flow.ts';
import { unrolledSteps } from './unrolled-steps.ts';
import type { Lane, Unrolling } from './unrolling.ts';
import { unrollingOf } from './unrolling.ts';

const GAP = 18;
const BESIDE = 40;
const STRIPS = 480;
const HIGH = 500;

/** The steps above, the one looked at opened below: its gates, and beside or under them the states. */
function drawing(context: LensContext, lane: Unrolling): Mark[] {
  const { width, height } = context;
  const states = stateFlow(context, lane, stateEquations(lane, openGates(lane)));
  const widest = width - states.width - BESIDE;
  const tight = gateTerms(context, lane, widest, height * 0.4);
  // Strips that would be short stand over the states, where the lens is high enough.
  const cramped = !tight.readable && widest < STRIPS && height >= HIGH;
  const beside = widest >= 300 && tight.width <= widest && !cramped;
  const least = beside ? Math.max(tight.height, states.height + 20) : tight.height + GAP + states.height;
  const steps = unrolledSteps(context, lane, width, Math.max(150, height - least - GAP - 8));
  const room = Math.max(0, height - steps.height - GAP - 4 - (beside ? 0 : states.height + GAP));
  const gates = gateTerms(context, lane, beside ? widest : width, room);
  const top = steps.height + GAP;
  const left = beside ? Math.min(width - states.width, gates.width + BESIDE + 40) : 0;
  const below = beside ? top + Math.max(20, (gates.height - states.height) / 2) : top + gates.height + GAP;
  return [...steps.marks, ...moved(gates.marks, 0, top), ...moved(states.marks, left, below)];
}

/** `y[3, 2] = …`; at another step than the last of a layer that only gives its last, the hidden state there. */
function formulaOf(context: LensContext, lane: Unrolling): FormulaPart[] {
  const { layer, index } = context;
  const open = openGates(lane);
  const output = lane.unrolled.moments[lane.at]!.states[0]![lane.unit]!;
  const isOutput = lane.told || lane.at === lane.unrolled.moments.length - 1;
  const left = isOutput
    ? leftSide(layer, index)
    : [plain(`${cellName(index).replace('y', 'h')} ${recurrentText.atStep(formatCount(lane.step))} = `)];
  return [
    ...left,
    ...stateFormula(stateEquations(lane, open), open, lane.config.activation),
    plain(' = '),
    { text: formatNumber(output), tone: 'output' },
  ];
}

/** `4 × (units × (units + features) + units) = 4 × (4 × (4 + 3) + 4) = 128`. */
export function recurrentParams({ unrolled, config, features, values }: Unrolling): {
  text: string;
  count: number;
} {
  const gates = unrolled.gates.length;
  const { units } = config;
  const rows = values.weights[2]?.shape.length === 2 ? 2 : 1;
  const biases = values.weights[2] ? rows * units : 0;
  const times = gates > 1 ? `${gates} × ` : '';
  const one = (u: string, f: string) => {
    const bias = biases === 0 ? '' : ` + ${rows > 1 ? '2 × ' : ''}${u}`;
    const sum = `${u} × (${u} + ${f})${bias}`;
    return gates > 1 ? `${times}(${sum})` : sum;
  };
  const count = gates * (units * (units + features) + biases);
  const filled = one(formatCount(units), formatCount(features));
  return { text: `${one('units', 'features')} = ${filled} = ${formatCount(count)}`, count };
}

/** `10×3 → 10×4`, and that any number of steps would do. */
function recurrentShapes({ node }: LensContext): FormulaPart[] {
  const [input] = node.inputShapes;
  const free = (shape: readonly number[]) =>
    shape.length > 1 ? `None×${formatShape(shape.slice(1))}` : formatShape(shape);
  const general = `${free(input!)} → ${free(node.outputShape)}`;
  return [
    plain(`${formatShape(input!)} → ${formatShape(node.outputShape)}; ${recurrentText.anySteps}: ${general}`),
  ];
}

/** A recurrent layer's lens, from one of its lanes. */
export function recurrentLens(
  context: LensContext,
  lane: Lane,
): LensPicture & { readonly unrolling: Unrolling } {
  const { width, height } = context;
  const unrolling = unrollingOf(context, lane);
  return {
    unrolling,
    picture: { width, height, marks: drawing(context, unrolling) },
    formula: formulaOf(context, unrolling),
    size: recurrentShapes(context),
    params: [plain(recurrentParams(unrolling).text)],
  };
}
