import { channelAxisOf } from '../../model/channel-axis.ts';
import type { Focus } from '../../model/document.ts';
import { stepsBehind } from '../../model/playback.ts';
import { formatCount } from '../../scene/format.ts';
import type { LensPicture } from '../../scene/lens/request.ts';
import type { Stores } from '../../stores/stores.ts';
import { page } from '../../text/page.ts';
import { shapeOf, stepTo, walkOf } from '../view-actions.ts';
import { writeText } from '../write-text.ts';
import { axisPlace } from './axis-place.ts';
import { createFormula } from './formula.ts';
import { largestTerms } from './largest-terms.ts';
import { channelText, sliceText, spotText } from './place-text.ts';

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
  const slice = part('slice');
  const slices = part('slices');

  const scrubbed = () => {
    stores.view.setState({ playing: false });
    stepTo(stores, Number(scrub.value));
  };
  scrub.addEventListener('input', scrubbed);

  return {
    update(lens, focus) {
      const { layer, index } = focus;
      const { network } = stores.document.getState();
      const shape = shapeOf(network, layer);
      if (!lens || !shape) return;
      formulas.formula.update(lens.formula);
      formulas.size.update(lens.size);
      formulas.params.update(lens.params);
      const largest = largestTerms(stores, { layer, index });
      terms.update(largest);
      rows.terms.hidden = largest.length === 0 || stores.view.getState().aspect !== undefined;
      rows.size.hidden = lens.size.length === 0;
      rows.params.hidden = lens.params.length === 0;
      const channelAxis = channelAxisOf(network, layer);
      const { count, at } = walkOf(network, focus);
      scrub.max = String(count - 1);
      scrub.value = String(at);
      const node = network.byName.get(layer);
      const behind = node !== undefined && stepsBehind(node) !== undefined;
      const spot = spotText(index, shape, channelAxis, false);
      const words = axisPlace(network, focus);
      writeText(place, behind ? page.lens.step(formatCount(at), formatCount(count)) : (words?.[0] ?? spot));
      scrub.setAttribute('aria-valuetext', place.textContent);
      // Of a layer whose steps are walked the units are what else can be chosen.
      writeText(channel, behind ? spot : (words?.[1] ?? channelText(index, shape, channelAxis)));
      channels.hidden = channel.textContent === '';
      writeText(slice, sliceText(index, shape, channelAxis));
      slices.hidden = slice.textContent === '';
    },
    destroy() {
      scrub.removeEventListener('input', scrubbed);
      terms.destroy();
      for (const formula of Object.values(formulas)) formula.destroy();
    },
  };
}
