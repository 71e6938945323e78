import { type ReactElement, useEffect, useLayoutEffect, useRef } from 'react';
import { INPUT_NAME } from '../../model/network.ts';
import { formatCount, formatShape } from '../../scene/format.ts';
import { page } from '../../text/page.ts';
import { useDocument, useKernelscope, useView } from '../context.ts';
import { useGlide } from '../glide.ts';
import { LensPanel } from '../lens/lens-panel.tsx';
import { createLensPanel, type LensPanel as LensPanelView } from '../lens/lens-panel-view.ts';
import { openLens } from '../view-actions.ts';
import { Describe } from './describe.tsx';
import { StageBar } from './stage-bar.tsx';
import { createStageView, type StageView } from './stage-view.ts';

/** The picture takes keys of its own (`keyboard.ts`) and says what they do. */
const PICTURE = {
  tabIndex: 0,
  role: 'application',
  'aria-roledescription': page.stage.picture,
  'aria-label': page.stageLabel,
  'aria-describedby': 'stage-help stage-cell',
  'data-picture': '',
} as const;

/** The network: its canvases, a button a layer over them, and the open layer's panel below. */
export function Stage(): ReactElement {
  const { stores } = useKernelscope();
  const network = useDocument((state) => state.network);
  const open = useView((view) => view.open);
  const viewport = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const base = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const lens = useRef<HTMLCanvasElement>(null);
  const headers = useRef<HTMLUListElement>(null);
  const panel = useRef<HTMLDivElement>(null);
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
    );
    view.current = stage;
    return () => stage.destroy();
  }, [stores]);

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
    // On a phone the page scrolls, and where one was is not where the lens is.
    if (room.clientHeight <= innerHeight) return;
    if (open === undefined) requestAnimationFrame(() => back?.scrollIntoView({ block: 'center' }));
    else room.parentElement?.scrollIntoView({ block: 'start' });
  }, [open]);

  const place = useRef<HTMLElement>(null);
  useGlide(place);
  return (
    <main className="stage" ref={place} data-open={open !== undefined || undefined}>
      <StageBar />
      <div className="stage-viewport" ref={viewport} {...PICTURE}>
        <div className="stage-sheet" ref={sheet}>
          <canvas ref={base} />
          <canvas ref={lens} className="stage-lens" hidden />
          <canvas ref={overlay} className="stage-overlay" />
          <ul className="layer-headers" ref={headers}>
            <li>
              <span className="layer-header" data-layer={INPUT_NAME}>
                <span className="layer-name">{page.layer.input}</span>
                <span className="layer-shape">{formatShape(network.inputShape)}</span>
              </span>
            </li>
            {network.layers.map((layer) => {
              const shape = formatShape(layer.outputShape);
              const params =
                layer.params > 0 ? page.layer.params(formatCount(layer.params)) : page.layer.noParams;
              return (
                <li key={layer.name}>
                  <button
                    type="button"
                    className="layer-header"
                    data-layer={layer.name}
                    aria-label={page.layer.open(layer.name, layer.kind, shape, params)}
                    aria-expanded={open === layer.name}
                    title={`${layer.kind} · ${shape} · ${params}`}
                    onClick={(event) => {
                      event.stopPropagation();
                      openLens(stores, layer.name);
                    }}
                  >
                    <span className="layer-name">{layer.name}</span>
                    <span className="layer-shape">{shape}</span>
                  </button>
                </li>
              );
            })}
          </ul>
        </div>
      </div>
      <p id="stage-help" className="spoken">
        {page.stage.pictureHelp}
      </p>
      <Describe id="stage-cell" />
      {open !== undefined && <LensPanel ref={panel} />}
    </main>
  );
}
