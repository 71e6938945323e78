import { describeTraining } from './training.ts';

describeTraining('wasm');
