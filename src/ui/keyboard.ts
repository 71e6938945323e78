import { builder } from '../text/builder.ts';
import { page } from '../text/page.ts';
import { moveInCone } from './aspects/cone-keys.ts';
import type { Kernelscope } from './context.ts';
import { attempt } from './context.ts';
import {
  goBack,
  moveAlong,
  moveChannel,
  moveSlice,
  openLens,
  pinned,
  stepTo,
  toggleAspect,
} from './view-actions.ts';

type Action = (app: Kernelscope) => void;

const move =
  (axis: 'row' | 'col' | 'channel', by: number): Action =>
  ({ stores }) => {
    stores.view.setState({ playing: false });
    if (moveInCone(stores, axis, by)) return;
    if (axis === 'channel') moveChannel(stores, by);
    else moveAlong(stores, axis === 'row' ? 'down' : 'across', by);
  };

const jump =
  (step: number): Action =>
  ({ stores }) => {
    stores.view.setState({ playing: false });
    stepTo(stores, step);
  };

const slice =
  (by: number): Action =>
  ({ stores }) => {
    stores.view.setState({ playing: false });
    moveSlice(stores, by);
  };

/** Keys of the picture: they work while it, or nothing, has the focus. */
const PICTURE_KEYS: Readonly<Record<string, Action>> = {
  ArrowLeft: move('col', -1),
  ArrowRight: move('col', 1),
  ArrowUp: move('row', -1),
  ArrowDown: move('row', 1),
  PageUp: move('channel', -1),
  PageDown: move('channel', 1),
  Home: jump(0),
  End: jump(-1),
  c: ({ stores }) => toggleAspect(stores, 'cone'),
  ',': slice(-1),
  '.': slice(1),
  ' ': ({ stores }) => stores.view.setState(({ playing }) => ({ playing: !playing })),
  Enter: ({ stores }) => {
    const { open } = stores.view.getState();
    const { layer, index } = pinned(stores);
    if (open === undefined) openLens(stores, layer, index);
  },
};

const PROJECTOR: Action = ({ stores }) =>
  stores.view.setState(({ projector }) => ({ projector: !projector }));

/** The list that the page shows. */
export const keyList = (): readonly (readonly [keys: string, does: string])[] => [
  [page.keys.arrows, page.keys.arrowsDoes],
  [page.keys.pages, page.keys.pagesDoes],
  [page.keys.ends, page.keys.endsDoes],
  [page.keys.slices, page.keys.slicesDoes],
  [page.keys.cone, page.keys.coneDoes],
  [page.keys.space, page.keys.spaceDoes],
  [page.keys.enter, page.keys.enterDoes],
  [page.keys.escape, page.keys.escapeDoes],
  [page.keys.undo, page.keys.undoDoes],
  [page.keys.projector, page.keys.projectorDoes],
  [page.keys.tab, page.keys.tabDoes],
];

/** The keys of a layer's name: `builder/header-keys.ts`. */
export const layerKeyList: typeof keyList = () => [
  [builder.keys.open, builder.keys.openDoes],
  [builder.keys.remove, builder.keys.removeDoes],
  [builder.keys.move, builder.keys.moveDoes],
  [builder.keys.rename, builder.keys.renameDoes],
  [builder.keys.duplicate, builder.keys.duplicateDoes],
];

/** Text is being typed, or a control has its own use of keys. */
function isBusy(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, select, textarea, [role=menu], [role=listbox]') !== null
  );
}

const undoOrRedo =
  (redo: boolean): Action =>
  (app) => {
    // A model that a teacher has locked is not taken back to another one.
    if (app.stores.embedding.getState().lock.includes('model')) return;
    void attempt(app, () => (redo ? app.redo() : app.undo()));
  };

function actionOf(event: KeyboardEvent): Action | undefined {
  const { key } = event;
  if (event.ctrlKey || event.metaKey) {
    if (event.altKey || key.toLowerCase() !== 'z') return undefined;
    return undoOrRedo(event.shiftKey);
  }
  // By its place: with Alt some keyboards write another letter.
  if (event.altKey) return event.code === 'KeyP' ? PROJECTOR : undefined;
  const target = event.target;
  const onPicture =
    target === document.body || (target instanceof Element && target.matches('[data-picture]'));
  return onPicture ? PICTURE_KEYS[key] : undefined;
}

/** The whole keyboard map; everything else is reached with Tab. Returns the function that takes it off. */
export function listenToKeys(app: Kernelscope): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isBusy(event.target)) return;
    if (event.key === 'Escape' || event.key === 'Backspace') {
      if (goBack(app.stores)) event.preventDefault();
      return;
    }
    const action = actionOf(event);
    if (!action) return;
    // Without an open lens the page itself scrolls by keys when nothing is focused.
    const scrolls = event.target === document.body && app.stores.view.getState().open === undefined;
    if (scrolls && !event.ctrlKey && !event.metaKey && !event.altKey) return;
    event.preventDefault();
    action(app);
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}
