import { describeMeasures } from './measures.ts';

describeMeasures('wasm');
