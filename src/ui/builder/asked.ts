import { INPUT_NAME, type Network } from '../../model/network.ts';

/** What the reader asked of a layer, and the element beside which the answer stands. */
export interface Asked {
  readonly what: 'palette' | 'menu' | 'rename' | 'refusal' | 'input';
  readonly layer: string;
  readonly anchor: Element;
  /** The gate's sentence, for a refusal. */
  readonly said?: string;
}

export type Ask = (asked: Asked | undefined) => void;

/** Where a layer after `name` is put: the input's position is before all. */
export function placeAfter(network: Network, name: string): number {
  return name === INPUT_NAME ? 0 : positionOf(network, name) + 1;
}

export function positionOf(network: Network, name: string): number {
  return network.layers.findIndex((layer) => layer.name === name);
}

/** The button or the label of a layer over the picture. */
export function headerOf(name: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-layer="${CSS.escape(name)}"]`);
}

/** Puts the keys on a layer that an edit has just made or moved: in the frame after React has rendered it. */
export function focusHeader(name: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const header = headerOf(name);
      const { activeElement } = document;
      // Whoever has gone elsewhere meanwhile stays there.
      const here = activeElement === document.body || activeElement?.closest('.layer-headers');
      if (!header || !here) return;
      header.focus({ preventScroll: true });
      // Where its name begins in view, nothing moves.
      const { left, top } = header.getBoundingClientRect();
      const room = header.closest('.stage-viewport')!.getBoundingClientRect();
      const seen = left >= room.left && left < room.right - 40 && top >= 0 && top < innerHeight - 80;
      if (!seen) header.scrollIntoView({ block: 'nearest', inline: 'center' });
    }),
  );
}
