import type { EmbeddingState } from '../stores/embedding.ts';
import type { ViewState } from '../stores/state.ts';
import type { Stores } from '../stores/stores.ts';
import { type Options, optionsOf } from './options.ts';

type OptionsWindow = Pick<Window, 'location' | 'document' | 'addEventListener' | 'removeEventListener'>;

/** What options say about how the page looks. */
function lookOf({ theme, lang }: Options): EmbeddingState['look'] {
  return { ...(theme && { theme }), ...(lang && { language: lang }) };
}

/** A choice that an address may name. */
interface Choice<T> {
  readonly named: T | undefined;
  /** What the address before named. */
  readonly left: T | undefined;
  readonly now: T;
  /** What it was before an address named one. */
  readonly own: T;
}

/** What is no longer named is as it was before, where nobody has chosen another since. */
function chosen<T>({ named, left, now, own }: Choice<T>): T {
  return named ?? (left !== undefined && left === now ? own : now);
}

/** Sets the page to its address's options, now and whenever they change. The whole page shows all and locks nothing. */
export function followOptions(
  window: OptionsWindow,
  { embedding, view }: Pick<Stores, 'embedding' | 'view'>,
  { widget }: { readonly widget: boolean },
): {
  /** Takes up what the address says now. */
  arrive(): void;
  end(): void;
} {
  let own: Pick<ViewState, 'theme' | 'language'> = view.getState();
  const arrive = () => {
    const options = optionsOf(window.location);
    const { show, lock, data, height } = options;
    const { look: left } = embedding.getState();
    const look = lookOf(options);
    const now = view.getState();
    own = {
      theme: left.theme === undefined ? now.theme : own.theme,
      language: left.language === undefined ? now.language : own.language,
    };
    embedding.setState({ ...(widget && { show, lock }), data: data ?? 'all', look });
    view.setState({
      theme: chosen({ named: look.theme, left: left.theme, now: now.theme, own: own.theme }),
      language: chosen({ named: look.language, left: left.language, now: now.language, own: own.language }),
    });
    window.document.documentElement.toggleAttribute('data-own-height', height === 'auto');
  };
  arrive();
  window.addEventListener('hashchange', arrive);
  return { arrive, end: () => window.removeEventListener('hashchange', arrive) };
}
