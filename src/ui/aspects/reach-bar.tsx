import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { type Cone, coneOf, readBy } from '../../model/cone.ts';
import { type CoveringStack, judgeCone, stacksCovering } from '../../model/cone-judgement.ts';
import { restack, type Slide, setSlide, slideOf } from '../../model/edit/stack.ts';
import { coneNotes, seesAllSteps } from '../../scene/cone/cone-notes.ts';
import { formatCount } from '../../scene/format.ts';
import { layerAbove } from '../../scene/lens/aspects.ts';
import { coneTexts } from '../../text/cone.ts';
import { edit } from '../builder/edit.ts';
import { type Kernelscope, useDocument, useKernelscope, useView } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { NumberField } from '../controls/number-field.tsx';
import { pinned } from '../view-actions.ts';
import './reach-bar.css';
import { writeText } from '../write-text.ts';

/** Milliseconds that a cell must be looked at before it is read aloud. */
const REST_MS = 700;
const MOST = 100_000;

const isCount = (value: number) => Number.isInteger(value) && value >= 1 && value <= MOST;

function said(cone: Cone, layer: string, step: number): string {
  const top = cone.levels.length - 1;
  if (step >= cone.levels[top]!.size) return '';
  const seen = readBy(cone, top, step).steps[0]!;
  const source = cone.levels[0]!.name;
  if (seen.length === 0) return coneTexts.spokenNone(layer, formatCount(step), source);
  const [count, first, last] = [seen.length, seen[0]!, seen.at(-1)!].map(formatCount) as [
    string,
    string,
    string,
  ];
  return coneTexts.spoken(layer, formatCount(step), count, source, first, last);
}

/** The looked-at step's cone in words; silent while it plays. */
function Spoken({ cone, layer }: { readonly cone: Cone; readonly layer: string }): ReactElement {
  const { stores } = useKernelscope();
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = () => {
      const { index, layer: looked } = pinned(stores);
      if (line.current && looked === layer) writeText(line.current, said(cone, layer, index[cone.axis]!));
    };
    const wait = () => {
      clearTimeout(timer);
      if (!stores.view.getState().playing) timer = setTimeout(say, REST_MS);
    };
    wait();
    const off = stores.view.subscribe((state, before) => {
      if (state.cell !== before.cell || state.trail !== before.trail || state.playing !== before.playing)
        wait();
    });
    return () => {
      clearTimeout(timer);
      off();
    };
  }, [stores, cone, layer]);
  return <p className="spoken" aria-live="polite" ref={line} />;
}

/** Whether the last steps, `lookback` of them, reach one output. */
function answer(cone: Cone, lookback: number): string {
  const top = cone.levels.length - 1;
  const { reach, size } = cone.levels[top]!;
  if (reach === undefined) return '';
  const [reaches, wanted] = [formatCount(reach), formatCount(lookback)];
  if (reach < lookback) return coneTexts.short(reaches, wanted, formatCount(lookback - reach));
  const seen = readBy(cone, top, size - 1).steps[0]!;
  const counted = Math.min(lookback, cone.levels[0]!.size);
  const read = seen.filter((step) => step > (seen.at(-1) ?? 0) - counted).length;
  return read < counted ? coneTexts.holes(formatCount(read), wanted) : coneTexts.covers(reaches, wanted);
}

interface Member extends Slide {
  readonly name: string;
}

const writtenStack = ({ kernel, dilations }: CoveringStack) =>
  coneTexts.stack(formatCount(kernel), formatCount(dilations.at(-1)!));

/** Kernel and dilation of each layer of the stack; they change the document. */
function Members({
  members,
  send,
}: {
  readonly members: readonly Member[];
  readonly send: (app: Kernelscope, name: string, what: keyof Slide, value: number) => void;
}): ReactElement {
  const app = useKernelscope();
  return (
    <ul className="reach-layers">
      {members.map((member) => (
        <li key={member.name}>
          <span className="reach-layer">{member.name}</span>
          {(['kernel', 'dilation'] as const).map((what) => (
            <NumberField
              key={what}
              label={coneTexts[what]}
              value={member[what]}
              width={44}
              disabled={false}
              accepts={isCount}
              refusal={coneTexts.refusal}
              onChange={(value) => send(app, member.name, what, value)}
            />
          ))}
        </li>
      ))}
    </ul>
  );
}

/** Under a lens: what is worth knowing of the stack's reach; with its cone in the lens, what would cover a lookback. */
export function ReachBar({ edits }: { readonly edits: boolean }): ReactElement | null {
  const app = useKernelscope();
  const network = useDocument((state) => state.network);
  const open = useView((view) => view.open);
  const shown = useView((view) => view.aspect === 'cone');
  const cone = open === undefined ? undefined : coneOf(network, open);
  const judged = useMemo(() => cone && judgeCone(cone), [cone]);
  const [asked, setAsked] = useState<number>();
  const [refused, setRefused] = useState<string>();
  if (!cone || !judged || open === undefined) return null;
  const joined = seesAllSteps(network, cone);
  const notes = coneNotes(cone, judged, joined);
  if (!shown) {
    // What a layer in the middle of a stack does not see, or what later layers join, needs no warning.
    const { reach, size, first, last } = judged;
    const fine = (reach ?? 0) <= size && last - first + 1 < size && joined && judged.holes === 0;
    const within = layerAbove(network, cone.levels.at(-1)!.name) !== undefined;
    if (notes.length === 0 || fine || within) return null;
    return (
      <p className="reach-note muted">
        {notes[0]}{' '}
        <Button look="quiet" onClick={() => app.stores.view.setState({ aspect: 'cone', hover: undefined })}>
          {coneTexts.show}
        </Button>
      </p>
    );
  }
  const lookback = asked ?? cone.levels[0]!.size;
  const members = cone.levels.flatMap(({ name, layer }): Member[] => {
    const slide = layer && slideOf(layer);
    return slide ? [{ name, ...slide }] : [];
  });
  const linear = cone.levels.every(({ reads }) => reads.length < 2) && members.length > 0;
  const names = members.map(({ name }) => name);
  const sent = (change: Promise<string | undefined>) => void change.then(setRefused);
  const send = (_: Kernelscope, name: string, what: keyof Slide, value: number) =>
    sent(
      edit(app, {
        make: (document) => setSlide(document, name, { [what]: value }),
        label: coneTexts.done(name, what, String(value)),
        about: name,
        of: name,
      }),
    );
  const put = (stack: CoveringStack) =>
    sent(
      edit(app, {
        make: (document) => restack(document, names, stack.kernel, stack.dilations),
        label: coneTexts.restacked(writtenStack(stack)),
        of: open,
      }),
    );
  return (
    <section className="reach-bar" aria-label={coneTexts.panel}>
      <Spoken cone={cone} layer={open} />
      {notes.length > 0 && (
        <ul className="reach-notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <div className="reach-answer">
        <NumberField
          label={coneTexts.lookback}
          value={lookback}
          width={64}
          disabled={false}
          accepts={isCount}
          refusal={coneTexts.lookbackRefusal}
          onChange={setAsked}
        />
        <output>{answer(cone, lookback)}</output>
      </div>
      {edits && <Members members={members} send={send} />}
      <div className="reach-stacks">
        <span className="muted">{coneTexts.suggestions(formatCount(lookback))}</span>
        <ul title={coneTexts.pair}>
          {stacksCovering(lookback)
            .slice(0, 3)
            .map((stack) => {
              const text = writtenStack(stack);
              return (
                <li key={text}>
                  {linear && edits ? (
                    <Button aria-label={coneTexts.put(text)} onClick={() => put(stack)}>
                      {text}
                    </Button>
                  ) : (
                    <span>{text}</span>
                  )}
                  <span className="muted">
                    {coneTexts.reach(formatCount(stack.reach), formatCount(stack.weights))}
                  </span>
                </li>
              );
            })}
        </ul>
      </div>
      {refused !== undefined && <p role="alert">{refused}</p>}
    </section>
  );
}
