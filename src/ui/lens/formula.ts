import { INPUT_NAME } from '../../model/network.ts';
import type { FormulaPart } from '../../scene/lens/request.ts';
import type { Target } from '../../scene/marks.ts';
import type { Stores } from '../../stores/stores.ts';
import { page } from '../../text/page.ts';
import { hover, why } from '../view-actions.ts';
import { writeText } from '../write-text.ts';

export interface Formula {
  update(parts: readonly FormulaPart[]): void;
  destroy(): void;
}

/** From so many characters on a formula is set smaller where the panel is narrow. */
const LONG = 100;

function asked(target: Target | undefined) {
  return target?.type === 'cell' ? { layer: target.layer, index: target.index } : undefined;
}

/**
 * A formula as text; a part that stands for a cell is a button that opens its why. Elements are kept and written
 * over from cell to cell, so that a focused term stays focused.
 */
export function createFormula(line: HTMLElement, stores: Stores): Formula {
  const shown = new Map<HTMLElement, FormulaPart>();

  const partAt = (event: Event): FormulaPart | undefined => {
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>('.part') : null;
    return element ? shown.get(element) : undefined;
  };
  const chosen = (event: Event) => {
    const focus = asked(partAt(event)?.target);
    if (focus) why(stores, focus);
  };
  const pointed = (event: Event) => hover(stores, asked(partAt(event)?.target));
  const left = () => hover(stores, undefined);
  line.addEventListener('click', chosen);
  line.addEventListener('pointerover', pointed);
  line.addEventListener('pointerleave', left);

  return {
    update(parts) {
      const length = parts.reduce((sum, { text }) => sum + text.length, 0);
      line.toggleAttribute('data-long', length > LONG);
      parts.forEach((part, at) => {
        const focus = asked(part.target);
        // A pixel has no why, and the number itself is being explained.
        const known = focus?.layer === INPUT_NAME || focus?.layer === stores.view.getState().open;
        const tag = focus && !known ? 'BUTTON' : 'SPAN';
        let element = line.children[at] as HTMLElement | undefined;
        if (element?.tagName !== tag) {
          const made = document.createElement(tag.toLowerCase());
          if (made instanceof HTMLButtonElement) made.type = 'button';
          if (element) {
            shown.delete(element);
            element.replaceWith(made);
          } else line.append(made);
          element = made;
        }
        shown.set(element, part);
        const classes = `part ${part.tone ?? 'plain'}`;
        if (element.className !== classes) element.className = classes;
        writeText(element, part.text);
        if (tag === 'BUTTON') element.setAttribute('aria-label', page.lens.why(part.text));
      });
      while (line.children.length > parts.length) {
        shown.delete(line.lastElementChild as HTMLElement);
        line.lastElementChild!.remove();
      }
    },
    destroy() {
      line.removeEventListener('click', chosen);
      line.removeEventListener('pointerover', pointed);
      line.removeEventListener('pointerleave', left);
    },
  };
}
