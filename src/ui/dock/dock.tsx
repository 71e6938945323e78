import {
  type ComponentProps,
  lazy,
  type ReactElement,
  Suspense,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useStore } from 'zustand/react';
import { dock } from '../../text/dock.ts';
import { useCode, useKernelscope, useRun, useView } from '../context.ts';
import { TabPages } from '../controls/tabs.tsx';
import { ownFiles } from '../data/own/own-files.ts';
import { useGlide } from '../glide.ts';
import { Late, latePart } from '../late-part.tsx';
import { pageQuery } from '../projector.ts';

const lab = latePart(async () => (await import('../lab/lab.tsx')).Lab);
const CodePanel = lazy(async () => ({ default: (await import('../code/code-panel.tsx')).CodePanel }));
const DataPanel = lazy(async () => ({ default: (await import('../data/data-panel.tsx')).DataPanel }));

const ComparePanel = lazy(async () => ({
  default: (await import('../compare/compare-panel.tsx')).ComparePanel,
}));

export type Panel = keyof typeof dock.tabs;

/** From here on there is room for the tabs beside their panel; as in dock.css. */
const wideEnough = pageQuery('(min-width: 1181px)');

function useWide(): boolean {
  return useSyncExternalStore(wideEnough.subscribe, wideEnough.matches);
}

const ALL: readonly Panel[] = ['train', 'code', 'data', 'compare'];

/** Under the stage: training, the code of the document, its data. A panel is loaded when it is first chosen. */
export function Dock({ panels = ALL }: { readonly panels?: readonly Panel[] }): ReactElement {
  const [panel, setPanel] = useState<Panel>(panels[0] ?? 'train');
  const asked = useCode((state) => state.asked);
  const answered = useRef(asked);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked !== answered.current) setPanel('code');
    answered.current = asked;
  }, [asked]);
  const brought = useStore(ownFiles, (state) => state.brought);
  const seen = useRef(0);
  useEffect(() => {
    if (brought !== seen.current) setPanel('data');
    seen.current = brought;
  }, [brought]);
  useGlide(list);
  const running = useRun(({ status }) => status !== 'idle');
  const comparing = useStore(useKernelscope().stores.comparison, ({ status }) => status === 'running');
  const near = useView((view) => view.open !== undefined);
  const wide = useWide();
  const slim = near && panel === 'train';
  const pages: ComponentProps<typeof TabPages<Panel>>['pages'] = [
    {
      id: 'train',
      title: (
        <>
          {dock.tabs.train}
          {running && panel !== 'train' && <span className="tab-busy" role="img" aria-label={dock.running} />}
        </>
      ),
      content: () => <Late part={lab} props={{}} outline={<section className="lab" aria-hidden="true" />} />,
    },
    {
      id: 'code',
      title: dock.tabs.code,
      content: () => (
        <Suspense fallback={<div className="dock-page" />}>
          <CodePanel />
        </Suspense>
      ),
    },
    {
      id: 'data',
      title: dock.tabs.data,
      content: () => (
        <Suspense fallback={<div className="dock-page" />}>
          <DataPanel />
        </Suspense>
      ),
    },
    {
      id: 'compare',
      title: (
        <>
          {dock.tabs.compare}
          {comparing && panel !== 'compare' && (
            <span className="tab-busy" role="img" aria-label={dock.running} />
          )}
        </>
      ),
      content: () => (
        <Suspense fallback={<div className="dock-page" />}>
          <ComparePanel />
        </Suspense>
      ),
    },
  ];
  return (
    <section className="dock" aria-label={dock.label} data-single={panels.length === 1 || undefined}>
      <TabPages
        className="dock-tabs"
        label={dock.list}
        value={panel}
        onChange={setPanel}
        vertical={wide && !slim}
        list={list}
        pages={pages.filter(({ id }) => panels.includes(id))}
      />
    </section>
  );
}
