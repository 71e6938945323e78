import { describeLayers } from './layers.ts';

describeLayers('cpu');
