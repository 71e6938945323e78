import { serveLoop } from './loop.ts';
import { prepareTrainee } from './trainee.ts';

serveLoop(prepareTrainee);
