import { type ReactElement, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { page } from '../../text/page.ts';
import type { Asked } from '../builder/asked.ts';
import { listenToDrag } from '../builder/drag.ts';
import { listenToHeaderKeys } from '../builder/header-keys.ts';
import { InputHeader, LayerHeader } from '../builder/layer-header.tsx';
import { useDocument, useKernelscope, useLocked, useView } from '../context.ts';
import { useGlide } from '../glide.ts';
import { Answer } from '../late.tsx';
import { LensPanel } from '../lens/lens-panel.tsx';
import { createLensPanel, type LensPanel as LensPanelView } from '../lens/lens-panel-view.ts';
import { createWeightEditor } from '../lens/weight-editor.ts';
import { enlargedBy } from '../projector.ts';
import { Describe } from './describe.tsx';
import { StageBar } from './stage-bar.tsx';
import { createStageView, type StageView } from './stage-view.ts';

/** The picture takes keys of its own (`keyboard.ts`) and says what they do. */
const picture = () => ({
  tabIndex: 0,
  role: 'application',
  'aria-roledescription': page.stage.picture,
  'aria-label': page.stageLabel,
  'aria-describedby': 'stage-help stage-cell',
  'data-picture': '',
});

interface Props {
  /** The network can be changed. */
  readonly edits?: boolean;
  /** It keeps its place and is neither seen nor reached. */
  readonly covered?: boolean;
}

/** The network: its canvases, a button a layer over them, and the open layer's panel below. */
export function Stage({ edits = false, covered = false }: Props): ReactElement {
  const app = useKernelscope();
  const { stores } = app;
  const network = useDocument((state) => state.network);
  const inputShape = useDocument((state) => state.document.model.input_shape);
  const open = useView((view) => view.open);
  const viewport = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const base = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const lens = useRef<HTMLCanvasElement>(null);
  const headers = useRef<HTMLUListElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<Asked>();
  const ask = edits ? setAsked : undefined;
  const locked = useLocked('weights');
  const editor = useMemo(() => (locked ? undefined : createWeightEditor(app)), [app, locked]);
  const view = useRef<StageView>(undefined);
  const panelView = useRef<LensPanelView>(undefined);

  useEffect(() => {
    const stage = createStageView(
      {
        viewport: viewport.current!,
        sheet: sheet.current!,
        base: base.current!,
        overlay: overlay.current!,
        lens: lens.current!,
        headers: headers.current!,
      },
      stores,
      (picture, focus) => panelView.current?.update(picture, focus),
      editor,
    );
    view.current = stage;
    return () => stage.destroy();
  }, [stores, editor]);

  useEffect(() => {
    if (open === undefined || !panel.current) return;
    const created = createLensPanel(panel.current, stores);
    panelView.current = created;
    view.current?.update();
    return () => {
      panelView.current = undefined;
      created.destroy();
    };
  }, [stores, open]);

  useEffect(() => (ask ? listenToDrag(app, headers.current!, ask) : undefined), [app, ask]);

  // Layers were rendered anew: their buttons need their places.
  useLayoutEffect(() => {
    if (network.layers.length > 0) view.current?.update();
  }, [network]);

  // The keys go to the picture when a lens opens, and back to its layer's button when it closes.
  const last = useRef<string>(undefined);
  useEffect(() => {
    const before = last.current;
    last.current = open;
    if ((open === undefined) === (before === undefined)) return;
    const room = viewport.current!;
    // Only where the reader was here: a lens that a link opens takes the keys from nobody.
    const gone = open === undefined && document.activeElement === document.body;
    if (!gone && !room.contains(document.activeElement)) return;
    const back = headers.current!.querySelector<HTMLElement>(`[data-layer="${CSS.escape(before ?? '')}"]`);
    (open === undefined ? back : room)?.focus({ preventScroll: true });
    // On a phone and for a projector the page scrolls, and where one was is not where the lens is.
    const { height, bottom } = room.getBoundingClientRect();
    if (height <= innerHeight && (enlargedBy() === 1 || bottom < innerHeight)) return;
    if (open === undefined) requestAnimationFrame(() => back?.scrollIntoView({ block: 'center' }));
    else room.parentElement?.scrollIntoView({ block: 'start' });
  }, [open]);

  const place = useRef<HTMLElement>(null);
  useGlide(place);
  return (
    <main
      className="stage"
      ref={place}
      data-open={open !== undefined || undefined}
      data-covered={covered || undefined}
      inert={covered}
    >
      <StageBar />
      <div className="stage-viewport" ref={viewport} {...picture()}>
        <div className="stage-sheet" ref={sheet}>
          <canvas ref={base} />
          <canvas ref={lens} className="stage-lens" hidden />
          <canvas ref={overlay} className="stage-overlay" />
          <ul className="layer-headers" ref={headers} onKeyDown={ask && listenToHeaderKeys(app, ask)}>
            <InputHeader shape={inputShape} ask={ask} />
            {network.layers.map((layer) => (
              <LayerHeader key={layer.name} layer={layer} open={open === layer.name} ask={ask} />
            ))}
          </ul>
        </div>
      </div>
      <p id="stage-help" className="spoken">
        {page.stage.pictureHelp}
      </p>
      <Describe id="stage-cell" />
      {open !== undefined && <LensPanel ref={panel} editor={editor} edits={edits} />}
      {asked && <Answer asked={asked} ask={setAsked} />}
    </main>
  );
}
