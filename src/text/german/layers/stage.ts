import type { stageText as english } from '../../layers/stage.ts';

export const stageText: typeof english = {
  more: (count) => `+${count}`,
  slices: (shown, count) => `Kernel: ${shown} von ${count} Scheiben`,
};
