export type LensPictures = typeof import('../../scene/lens/lens.ts') &
  typeof import('../../scene/lens/lens-height.ts');

let pictures: LensPictures | undefined;
let loading: Promise<void> | undefined;

async function load(): Promise<void> {
  const [lens, height] = await Promise.all([
    import('../../scene/lens/lens.ts'),
    import('../../scene/lens/lens-height.ts'),
  ]);
  pictures = { ...lens, ...height };
}

/**
 * The pictures of the lens, which no first picture needs: undefined until they have come, and then `onReady` is called.
 * A load that failed is tried again with the next call.
 */
export function lensPictures(onReady: () => void): LensPictures | undefined {
  if (!pictures) {
    loading ??= load().catch(() => {
      loading = undefined;
    });
    loading.then(() => pictures && onReady());
  }
  return pictures;
}

/** Fetches them at the first sign of somebody, so that they are there when a layer is opened. Gives what ends the wait. */
export function awaitSomebody(): () => void {
  const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const;
  const stop = () => {
    for (const sign of signs) removeEventListener(sign, fetchNow);
  };
  function fetchNow() {
    stop();
    lensPictures(() => {});
  }
  for (const sign of signs) addEventListener(sign, fetchNow, { passive: true });
  return stop;
}
