import { describeMeasures } from './measures.ts';

describeMeasures('cpu');
