type AspectScenes = typeof import('../../scene/lens/aspects.ts');

let scenes: AspectScenes | undefined;
let loading: Promise<void> | undefined;

/** The pictures of a lens's other aspects, once they are here; asks for them, and calls back when they have come. */
export function aspectScenes(come: () => void): AspectScenes | undefined {
  if (scenes) return scenes;
  loading ??= import('../../scene/lens/aspects.ts').then(
    (loaded) => {
      scenes = loaded;
    },
    () => {
      // Offline, perhaps: asked again with the next look.
      loading = undefined;
    },
  );
  void loading.then(() => {
    if (scenes) come();
  });
  return undefined;
}
