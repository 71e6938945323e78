import { activationLens } from '../lens/activation-lens.ts';
import type { LayerScene } from '../lens/request.ts';

export const activationScene: LayerScene = { lens: activationLens };
