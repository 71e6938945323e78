import type { Stores } from '../stores/stores.ts';
import { language, languageOf } from '../text/language.ts';
import { speak } from '../text/speak.ts';

/**
 * Keeps the texts in the language that is chosen. `first` is when the page can be drawn for the first time: at once in English,
 * else when the texts are there; where they cannot be loaded the page stays as it is.
 */
export function followLanguage(
  window: Pick<Window, 'navigator' | 'document'>,
  { view }: Stores,
): { readonly first: Promise<void>; end(): void } {
  const follow = async () => {
    const { language: chosen } = view.getState();
    await speak(chosen === 'auto' ? languageOf(window.navigator.languages) : chosen).catch(() => undefined);
    window.document.documentElement.lang = language();
    view.setState({ spoken: language() });
  };
  const end = view.subscribe((state, before) => {
    if (state.language !== before.language) void follow();
  });
  return { first: follow(), end };
}
