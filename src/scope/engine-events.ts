import type { Tensor } from '../base/tensor.ts';
import { notices } from '../text/notices.ts';
import type { Context } from './context.ts';
import { emitTrace } from './emit-trace.ts';

/** Brings what the engine says into the stores and to the listeners; what belongs to an older run is dropped. */
export function followEngine(context: Context): void {
  const { engine, stores, events } = context;
  engine.on((event) => {
    const { runId, status } = stores.run.getState();
    if ('runId' in event && event.runId !== runId) return;
    switch (event.type) {
      case 'batches':
        stores.run.appendBatches(event.records, event.progress);
        for (const record of event.records) events.emit('batch', { ...record });
        break;
      case 'epoch':
        stores.run.appendEpoch(event.record);
        events.emit('epoch', { ...event.record });
        break;
      case 'moment':
        stores.run.appendMoment(event.moment);
        break;
      case 'health':
        stores.run.setHealth(event.health);
        break;
      case 'live': {
        const { input } = stores.trace.getState().probe;
        // One more may be on its way after the run's end, or with the probe before this one.
        if (status === 'idle' || !sameTensor(event.trace.input, input)) return;
        stores.trace.setState({ trace: event.trace, weights: event.weights, provenance: 'trained' });
        emitTrace(context);
        break;
      }
      case 'recovered':
        stores.status.setState({
          backend: event.backend,
          notice: notices.recovered(event.cause, event.backend.name),
        });
        break;
      case 'stopped':
        // The promise of `train` says the same, once everything before it has arrived.
        break;
    }
  });
}

function sameTensor(one: Tensor, other: Tensor): boolean {
  return one.data.length === other.data.length && one.data.every((value, i) => value === other.data[i]);
}
