import { describeLayers } from './layers.ts';

describeLayers('wasm');
