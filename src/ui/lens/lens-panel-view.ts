import type { Focus } from '../../model/document.ts';
import { stepCount, stepOfCell } from '../../model/playback.ts';
import { formatCount } from '../../scene/format.ts';
import type { LensPicture } from '../../scene/lens/request.ts';
import type { Stores } from '../../stores/stores.ts';
import { page } from '../../text/page.ts';
import { shapeOf, stepTo } from '../view-actions.ts';
import { createFormula } from './formula.ts';
import { largestTerms } from './largest-terms.ts';

export interface LensPanel {
  update(lens: LensPicture | undefined, focus: Focus): void;
  destroy(): void;
}

/** Writes what changes with the cell into the panel that React rendered once. */
export function createLensPanel(panel: HTMLElement, stores: Stores): LensPanel {
  const part = <T extends HTMLElement>(name: string) => panel.querySelector<T>(`[data-part="${name}"]`)!;
  const formulas = {
    formula: createFormula(part('formula'), stores),
    size: createFormula(part('size'), stores),
    params: createFormula(part('params'), stores),
  };
  const terms = createFormula(part('terms'), stores);
  const rows = { terms: part('terms-row'), size: part('size-row'), params: part('params-row') };
  const scrub = part<HTMLInputElement>('scrub');
  const place = part('place');
  const channel = part('channel');
  const channels = part('channels');

  const scrubbed = () => {
    stores.view.setState({ playing: false });
    stepTo(stores, Number(scrub.value));
  };
  scrub.addEventListener('input', scrubbed);

  return {
    update(lens, { layer, index }) {
      const shape = shapeOf(stores.document.getState().network, layer);
      if (!lens || !shape) return;
      formulas.formula.update(lens.formula);
      formulas.size.update(lens.size);
      formulas.params.update(lens.params);
      const largest = largestTerms(stores, { layer, index });
      terms.update(largest);
      rows.terms.hidden = largest.length === 0;
      rows.size.hidden = lens.size.length === 0;
      rows.params.hidden = lens.params.length === 0;
      const step = stepOfCell(shape, index);
      const flat = shape.length < 3;
      const at = (axis: number) => formatCount(index[axis]!);
      const of = (axis: number) => formatCount(shape[axis]!);
      scrub.max = String(stepCount(shape) - 1);
      scrub.value = String(step);
      place.textContent = flat
        ? page.lens.unit(at(0), of(0))
        : page.lens.position(at(0), at(1), of(0), of(1));
      scrub.setAttribute('aria-valuetext', place.textContent);
      channels.hidden = flat || shape[2] === 1;
      if (!flat) channel.textContent = page.lens.channel(at(2), of(2));
    },
    destroy() {
      scrub.removeEventListener('input', scrubbed);
      terms.destroy();
      for (const formula of Object.values(formulas)) formula.destroy();
    },
  };
}
