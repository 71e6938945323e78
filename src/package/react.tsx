/** `kernelscope/react`: the tag as a component. Rendered on a server, it is the bare tag. */
import {
  type DetailedHTMLProps,
  type HTMLAttributes,
  type ReactElement,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react';
import type { Fault, KernelScopeElement, LessonProgress, RemoteScope } from './element.ts';
import './element.ts';

/** The tag's attributes; docs/api.md says what each does. */
interface TagAttributes extends HTMLAttributes<KernelScopeElement> {
  /** A link, or its fragment: `#k1=…`. */
  readonly document?: string | undefined;
  /** The id of a lesson. */
  readonly lesson?: string | undefined;
  /** Where the lesson goes on. */
  readonly progress?: string | undefined;
  /** Names of parts, separated by commas. */
  readonly show?: string | undefined;
  /** Names of what readers cannot change, separated by commas. */
  readonly lock?: string | undefined;
  readonly theme?: 'auto' | 'light' | 'dark' | undefined;
  readonly data?: 'reduced' | undefined;
  readonly loading?: 'click' | undefined;
  /** `auto`: as high as what it shows. */
  readonly height?: 'auto' | undefined;
  /** The address of the site's `embed.html`; see `setSite`. */
  readonly src?: string | undefined;
}

type Tag = DetailedHTMLProps<TagAttributes, KernelScopeElement>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'kernel-scope': Tag;
    }
  }
}

interface Handlers {
  /** The first document is there; also when the widget has loaded anew. */
  readonly onReady?: ((scope: RemoteScope) => void) | undefined;
  /** A link that is broken, a site that does not answer, a run that has failed. */
  readonly onError?: ((error: Fault) => void) | undefined;
  /** Nothing when the lesson is closed. */
  readonly onLesson?: ((progress: LessonProgress | undefined) => void) | undefined;
}

export interface KernelScopeProps
  extends Omit<TagAttributes, 'show' | 'lock' | 'children' | 'dangerouslySetInnerHTML' | keyof Handlers>,
    Handlers {
  readonly show?: string | readonly string[] | undefined;
  readonly lock?: string | readonly string[] | undefined;
  /** The scope of the widget, whose calls load it where nobody has scrolled to it yet. */
  readonly ref?: Ref<RemoteScope> | undefined;
}

/** A widget; attributes that change are followed without loading it anew. */
export function KernelScope(props: KernelScopeProps): ReactElement {
  const { show, lock, ref, onReady, onError, onLesson, ...attributes } = props;
  const tag = useRef<KernelScopeElement>(null);
  const handlers = useRef<Handlers>({});
  useEffect(() => {
    handlers.current = { onReady, onError, onLesson };
  });
  useImperativeHandle(ref, () => tag.current!.scope, []);
  useEffect(() => listen(tag.current!, handlers), []);
  return <kernel-scope {...attributes} ref={tag} show={listOf(show)} lock={listOf(lock)} />;
}

function listOf(names: string | readonly string[] | undefined): string | undefined {
  return typeof names === 'object' ? names.join(',') : names;
}

function listen(tag: KernelScopeElement, handlers: { readonly current: Handlers }): () => void {
  const { scope } = tag;
  const control = new AbortController();
  const { signal } = control;
  let told = false;
  const tellReady = () => {
    told = true;
    handlers.current.onReady?.(scope);
  };
  tag.addEventListener('ready', tellReady, { signal });
  tag.addEventListener('error', ({ detail }) => handlers.current.onError?.(detail), { signal });
  tag.addEventListener('lesson', ({ detail }) => handlers.current.onLesson?.(detail ?? undefined), {
    signal,
  });
  // A page from a server may have had its tag ready before React came.
  scope.ready.then(
    () => {
      if (!told && !signal.aborted) tellReady();
    },
    () => undefined,
  );
  return () => control.abort();
}
