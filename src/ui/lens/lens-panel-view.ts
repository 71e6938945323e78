import { channelAxisOf } from '../../model/channel-axis.ts';
import type { Focus } from '../../model/document.ts';
import { stepCount, stepOfCell } from '../../model/playback.ts';
import type { LensPicture } from '../../scene/lens/request.ts';
import type { Stores } from '../../stores/stores.ts';
import { shapeOf, stepTo } from '../view-actions.ts';
import { createFormula } from './formula.ts';
import { largestTerms } from './largest-terms.ts';
import { channelText, spotText } from './place-text.ts';

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
      const channelAxis = channelAxisOf(stores.document.getState().network, layer);
      scrub.max = String(stepCount(shape, channelAxis) - 1);
      scrub.value = String(stepOfCell(shape, index, channelAxis));
      place.textContent = spotText(index, shape, channelAxis);
      scrub.setAttribute('aria-valuetext', place.textContent);
      channel.textContent = channelText(index, shape, channelAxis);
      channels.hidden = channel.textContent === '';
    },
    destroy() {
      scrub.removeEventListener('input', scrubbed);
      terms.destroy();
      for (const formula of Object.values(formulas)) formula.destroy();
    },
  };
}
