import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import type { Shape, Tensor } from '../../base/tensor.ts';
import { channelAxisOf } from '../../model/channel-axis.ts';
import { INPUT_NAME } from '../../model/network.ts';
import { formatShape } from '../../scene/format.ts';
import { imageOf, viewOfShape } from '../../scene/view-of-shape.ts';
import type { DocumentState } from '../../stores/state.ts';
import { page } from '../../text/page.ts';
import {
  attempt,
  FIRST_EXAMPLE,
  type Kernelscope,
  useDocument,
  useInputShape,
  useKernelscope,
} from '../context.ts';
import { Button } from '../controls/button.tsx';
import { Segments } from '../controls/segments.tsx';
import { shownNumber, typedNumber } from '../controls/typed-number.ts';

/** The largest input, along each axis, that is comfortable to type. */
const LARGEST = 12;

/** Short enough for its cell; what is typed keeps its own digits until it is left. */
function shown(value: number): string {
  return shownNumber(String(Math.round(value * 1000) / 1000));
}

function withValue({ shape, data }: Tensor, at: number, value: number): Tensor {
  const copy = data.slice();
  copy[at] = value;
  return { shape, data: copy };
}

function setTensor(app: Kernelscope, tensor: Tensor): Promise<void> {
  return attempt(app, () => app.scope.setInput({ tensor }));
}

interface CellProps {
  readonly value: number;
  readonly label: string;
  readonly onChange: (value: number) => void;
}

function Cell({ value, label, onChange }: CellProps): ReactElement {
  const [text, setText] = useState(shown(value));
  useEffect(() => setText(shown(value)), [value]);
  const valid = Number.isFinite(typedNumber(text));
  return (
    <input
      inputMode="decimal"
      autoComplete="off"
      value={text}
      aria-label={label}
      aria-invalid={!valid}
      title={valid ? undefined : page.probe.notNumber}
      onFocus={(event) => event.target.select()}
      onChange={(event) => {
        setText(event.target.value);
        const typed = typedNumber(event.target.value);
        if (Number.isFinite(typed)) onChange(typed);
      }}
      onBlur={() => setText(shown(value))}
    />
  );
}

/** Pixels that a number of several digits needs. */
const LONG_CELL = 44;
/** Numbers of a flat input that stand in a line. */
const PER_LINE = 4;
const MOST_UNITS = 64;

const inputAxis = ({ network }: DocumentState) => channelAxisOf(network, INPUT_NAME);

/** How an input stands to be typed: `rows` cells in lines of `cols`, for each of `channels`. */
function gridOf(shape: Shape, channelAxis: number) {
  if (shape.length === 1) {
    const [count] = shape as [number];
    const nameOf = (at: number) => page.probe.number(at);
    return { rows: count, cols: Math.min(PER_LINE, count), channels: 1, flatOf: (at: number) => at, nameOf };
  }
  const view = viewOfShape(shape, channelAxis);
  const { rows, cols, rowStride, colStride } = imageOf(view, 0, []);
  const channels = view.maps === undefined ? 1 : shape[view.maps]!;
  const flatOf = (at: number, channel: number) => {
    const { offset } = imageOf(view, channel, []);
    return offset + Math.floor(at / cols) * rowStride + (at % cols) * colStride;
  };
  const name = shape.length === 2 ? page.probe.stepCell : page.probe.cell;
  return {
    rows: rows * cols,
    cols,
    channels,
    flatOf,
    nameOf: (at: number) => name(Math.floor(at / cols), at % cols),
  };
}

/** The numbers of a small input, to be typed; arrow keys go from cell to cell. */
function Grid(): ReactElement {
  const app = useKernelscope();
  const shape = useInputShape();
  const { rows, cols, channels, flatOf, nameOf } = gridOf(shape, useDocument(inputAxis));
  const [channel, setChannel] = useState('0');
  const [tensor, setTyped] = useState<Tensor>(() => app.stores.trace.getState().probe.input);
  const grid = useRef<HTMLFieldSetElement>(null);
  useEffect(
    () => app.stores.trace.subscribe(({ probe }, before) => probe !== before.probe && setTyped(probe.input)),
    [app],
  );
  const long = tensor.data.some((value) => shown(value).length > 3);
  const change = (next: Tensor) => {
    setTyped(next);
    void setTensor(app, next);
  };
  const moved = (event: KeyboardEvent) => {
    const inputs = [...grid.current!.querySelectorAll('input')];
    const at = inputs.indexOf(event.target as HTMLInputElement);
    const by = { ArrowUp: -cols, ArrowDown: cols, Enter: cols, ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined || at < 0 || !inputs[at + by]) return;
    event.preventDefault();
    inputs[at + by]!.focus();
  };
  return (
    <div className="type">
      <div className="type-head">
        <span className="section-title">{page.probe.type}</span>
        <Button look="quiet" onClick={() => change({ shape, data: new Float32Array(tensor.data.length) })}>
          {page.probe.clear}
        </Button>
      </div>
      {channels > 1 && (
        <Segments
          label={page.probe.channel}
          options={Array.from({ length: channels }, (_, at) => [String(at), String(at)] as const)}
          value={channel}
          onChange={setChannel}
        />
      )}
      <fieldset
        className="type-grid"
        aria-label={page.probe.type}
        ref={grid}
        style={{ gridTemplateColumns: `repeat(${cols}, minmax(${long ? LONG_CELL : 0}px, 1fr))` }}
        onKeyDown={moved}
      >
        {Array.from({ length: rows }, (_, at) => {
          const flat = flatOf(at, Number(channel));
          const name = nameOf(at);
          return (
            <Cell
              key={name}
              value={tensor.data[flat] ?? 0}
              label={name}
              onChange={(value) => change(withValue(tensor, flat, value))}
            />
          );
        })}
      </fieldset>
    </div>
  );
}

/** What to do where the input is too large to be typed. */
function TooLarge({ shape }: { readonly shape: Shape }): ReactElement {
  const app = useKernelscope();
  const first = app.examples.find(({ id }) => id === FIRST_EXAMPLE);
  return (
    <>
      <p className="muted">{page.probe.tooLarge(formatShape(shape))}</p>
      {first && (
        <Button look="quiet" onClick={() => attempt(app, () => app.openExample(first))}>
          {page.stage.first}
        </Button>
      )}
    </>
  );
}

/** Whether an input of so many numbers is typed rather than chosen. */
export function isTyped(shape: Shape): boolean {
  if (shape.length === 1) return shape[0]! <= MOST_UNITS;
  if (shape.length === 2) return shape.every((size) => size <= LARGEST);
  return shape.length === 3 && shape[0]! <= LARGEST && shape[1]! <= LARGEST && shape[2]! <= 4;
}

/** Numbers typed by hand, where the model's input is small enough for it. */
export function TypeGrid(): ReactElement {
  const shape = useInputShape();
  return isTyped(shape) ? <Grid key={String(shape)} /> : <TooLarge shape={shape} />;
}
