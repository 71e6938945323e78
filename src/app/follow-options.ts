import type { ViewState } from '../stores/state.ts';
import type { Stores } from '../stores/stores.ts';
import { type Options, optionsOf } from './options.ts';

type OptionsWindow = Pick<Window, 'location' | 'document' | 'addEventListener' | 'removeEventListener'>;

/** What options say about how the page looks. */
export function lookOf({ theme, lang }: Options): Partial<Pick<ViewState, 'theme' | 'language'>> {
  return { ...(theme && { theme }), ...(lang && { language: lang }) };
}

function apply(
  { document }: OptionsWindow,
  { embedding, view }: Stores,
  options: Options,
  { widget }: { readonly widget: boolean },
): void {
  const { show, lock, data, height } = options;
  embedding.setState({ ...(widget && { show, lock }), data: data ?? 'all' });
  view.setState(lookOf(options));
  document.documentElement.toggleAttribute('data-own-height', height === 'auto');
}

/** Sets the page to its address's options, now and whenever they change. The whole page shows all and locks nothing. */
export function followOptions(
  window: OptionsWindow,
  stores: Stores,
  kind: { readonly widget: boolean },
): {
  /** Takes up what the address says now. */
  arrive(): void;
  end(): void;
} {
  const arrive = () => apply(window, stores, optionsOf(window.location), kind);
  arrive();
  window.addEventListener('hashchange', arrive);
  return { arrive, end: () => window.removeEventListener('hashchange', arrive) };
}
