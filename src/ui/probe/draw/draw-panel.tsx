import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { centre } from '../../../model/picture/centre.ts';
import { fitTo } from '../../../model/picture/fit.ts';
import { probeText } from '../../../text/probe.ts';
import { attempt, useKernelscope } from '../../context.ts';
import { Button } from '../../controls/button.tsx';
import { createLatest } from '../latest.ts';
import { createPad, type Drawing, PAPER, type Pad, type Pen } from './pad.ts';

interface Props {
  readonly shape: readonly [rows: number, cols: number, channels: number];
  /** Kept while other sources are in view. */
  readonly drawing: Drawing;
}

const INK = '#000000';
/** Pen widths in cells of a field of 28. */
const WIDTHS = { least: 1, most: 6, first: 2.5 } as const;
const FIELD = 28;

/** The pad takes keys of its own and says what they do. */
const padAttributes = () => ({
  tabIndex: 0,
  'aria-label': probeText.draw.pad,
  'aria-roledescription': probeText.draw.help,
  title: probeText.draw.help,
});

/** Whether the model's input is one of MNIST's, which are centred in one way. */
function isCentred([rows, cols, channels]: Props['shape']): boolean {
  return rows === 28 && cols === 28 && channels === 1;
}

/** Draws the probe; every stroke goes through the network while it is drawn. */
export function DrawPanel({ shape, drawing }: Props): ReactElement {
  const app = useKernelscope();
  const [rows, cols, channels] = shape;
  const canvas = useRef<HTMLCanvasElement>(null);
  const cursor = useRef<HTMLSpanElement>(null);
  const spoken = useRef<HTMLSpanElement>(null);
  const pad = useRef<Pad>(null);
  const pen = useRef<Pen>({ color: INK, width: (WIDTHS.first / FIELD) * Math.max(rows, cols) });
  const [color, setColor] = useState(INK);
  const [erasing, setErasing] = useState(false);
  const [centred, setCentred] = useState(isCentred(shape));
  const latest = useRef({ centred });
  latest.current = { centred };
  pen.current.color = erasing ? PAPER : color;
  const send = useRef<(value: undefined) => void>(null);
  send.current ??= createLatest(() =>
    attempt(app, async () => {
      // The panel may have gone while the last stroke waited.
      if (!pad.current) return;
      const settings = { how: 'stretch', invert: channels === 1 ? 'on' : 'off', threshold: 0 } as const;
      const source = pad.current.raster();
      const whole = latest.current.centred
        ? centre(fitTo(source, [source.height, source.width, 1], settings).picture, cols, rows)
        : fitTo(source, shape, settings).picture;
      await app.scope.setInput({
        tensor: { shape, data: whole.data },
        note: latest.current.centred ? probeText.draw.drawnCentred : probeText.draw.drawn,
      });
    }),
  );
  useEffect(() => {
    const made = createPad(
      canvas.current!,
      rows,
      cols,
      drawing,
      () => pen.current,
      () => send.current!(undefined),
    );
    pad.current = made;
    return () => {
      pad.current = null;
      made.destroy();
    };
  }, [rows, cols, drawing]);

  const keys = useRef({ x: cols / 2, y: rows / 2, down: false });
  const press = (event: KeyboardEvent) => {
    const at = keys.current;
    const step = Math.max(1, Math.round(Math.max(rows, cols) / FIELD));
    const [x, y] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[
      event.key
    ] ?? [0, 0];
    const lifts = event.key === ' ' || (event.key === 'Escape' && at.down);
    if (x === 0 && y === 0 && !lifts) return;
    event.preventDefault();
    at.x = Math.max(0, Math.min(cols, at.x + x! * step));
    at.y = Math.max(0, Math.min(rows, at.y + y! * step));
    if (lifts) {
      at.down = !at.down;
      if (at.down) pad.current!.down(at.x, at.y);
      else pad.current!.up();
    } else if (at.down) pad.current!.to(at.x, at.y);
    cursor.current!.style.left = `${(at.x / cols) * 100}%`;
    cursor.current!.style.top = `${(at.y / rows) * 100}%`;
    cursor.current!.toggleAttribute('data-down', at.down);
    spoken.current!.textContent = probeText.draw.at(
      String(Math.floor(at.y)),
      String(Math.floor(at.x)),
      at.down,
    );
  };
  const lift = () => {
    keys.current.down = false;
    pad.current?.up();
    cursor.current!.removeAttribute('data-down');
  };
  return (
    <div className="draw">
      <div className="draw-pad" role="application" {...padAttributes()} onKeyDown={press} onBlur={lift}>
        <canvas ref={canvas} />
        <span className="draw-cursor" ref={cursor} />
        <span className="spoken" role="status" ref={spoken} />
      </div>
      <div className="draw-tools">
        <input
          className="range"
          type="range"
          aria-label={probeText.draw.pen}
          title={probeText.draw.pen}
          min={WIDTHS.least}
          max={WIDTHS.most}
          step={0.5}
          defaultValue={WIDTHS.first}
          onInput={(event) => {
            pen.current.width = (Number(event.currentTarget.value) / FIELD) * Math.max(rows, cols);
          }}
        />
        {channels === 3 && (
          <input
            type="color"
            aria-label={probeText.draw.color}
            title={probeText.draw.color}
            value={color}
            onChange={(event) => setColor(event.target.value)}
          />
        )}
        <Button
          icon="eraser"
          look="quiet"
          aria-label={probeText.draw.eraser}
          aria-pressed={erasing}
          onClick={() => setErasing(!erasing)}
        />
        <Button
          icon="undo"
          look="quiet"
          aria-label={probeText.draw.undo}
          onClick={() => pad.current?.undo()}
        />
        <Button
          icon="close"
          look="quiet"
          aria-label={probeText.draw.clear}
          onClick={() => pad.current?.clear()}
        />
      </div>
      {channels === 1 && (
        <label className="check">
          <input
            type="checkbox"
            checked={centred}
            onChange={(event) => {
              setCentred(event.target.checked);
              latest.current = { centred: event.target.checked };
              if (drawing.length > 0) send.current!(undefined);
            }}
          />
          {probeText.draw.centred}
        </label>
      )}
    </div>
  );
}
