import { KernelscopeError } from '../../src/base/errors.ts';
import type { Tensor } from '../../src/base/tensor.ts';
import type {
  BackendChoice,
  Engine,
  EngineEvent,
  GradientTarget,
  Sample,
  Split,
  StopReason,
} from '../../src/engine/engine.ts';
import type { CustomDataset } from '../../src/model/datasets/custom.ts';
import type { ModelDocument } from '../../src/model/document.ts';
import { forward } from '../../src/model/forward.ts';
import { admit } from '../../src/model/gate.ts';
import { initialWeights } from '../../src/model/initialise.ts';
import type { Network } from '../../src/model/network.ts';
import { minimise } from '../../src/model/normalise.ts';
import type { Trace, Weights } from '../../src/model/trace.ts';

const BACKEND: BackendChoice = {
  name: 'cpu',
  reason: 'only-one',
  candidates: [{ name: 'cpu', available: true }],
};

/**
 * An engine in the same thread: the slow forward pass, and training that adds 0.001 to every weight a batch, a batch
 * a macrotask. Four batches make an epoch.
 */
export class FakeEngine implements Engine {
  readonly calls: string[] = [];
  /** Set to make the next call of that name reject. */
  readonly failing = new Map<string, Error>();
  /** The batch whose loss is NaN. */
  notFiniteAt = Number.POSITIVE_INFINITY;
  listeners = new Set<(event: EngineEvent) => void>();
  destroyed = false;
  runId = 0;
  step = 0;
  private network!: Network;
  private weights: Weights = new Map();
  private input!: Tensor;
  private paused = false;
  private running: Promise<StopReason> | undefined;

  private async called(name: string): Promise<void> {
    this.calls.push(name);
    await new Promise((resolve) => setImmediate(resolve));
    const error = this.failing.get(name);
    this.failing.delete(name);
    if (error) throw error;
  }

  emit(event: EngineEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  private trace(): Trace {
    return forward(this.network, this.weights, this.input);
  }

  async build(document: ModelDocument, probe: Tensor, weights?: Weights) {
    await this.called('build');
    if (this.running) throw new Error('build during a run');
    this.network = admit(minimise(document)).network;
    this.weights = initialWeights(this.network, document.seed, weights);
    this.input = probe;
    this.runId++;
    this.step = 0;
    return { runId: this.runId, weights: this.weights, trace: this.trace() };
  }

  async probe(input: Tensor) {
    await this.called('probe');
    this.input = input;
    return this.trace();
  }

  readonly held = new Map<string, Blob>();

  async hold(dataset: CustomDataset, data: Blob) {
    await this.called('hold');
    this.held.set(dataset.data, data);
    return false;
  }

  async holds({ data }: CustomDataset) {
    return this.held.has(data);
  }

  async getWeights() {
    await this.called('getWeights');
    return this.weights;
  }

  async setWeights(layer: string, weights: Parameters<Engine['setWeights']>[1]) {
    await this.called('setWeights');
    this.weights = new Map(this.weights).set(layer, weights);
    return this.trace();
  }

  async train(request: Parameters<Engine['train']>[0]): Promise<StopReason> {
    await this.called('train');
    if (this.running) throw new Error('two runs at once');
    this.paused = false;
    this.running = this.run(request);
    try {
      return await this.running;
    } finally {
      this.running = undefined;
    }
  }

  private async run(request: Parameters<Engine['train']>[0]): Promise<StopReason> {
    const { runId } = this;
    const toEpochEnd = 4 - (this.step % 4);
    const count = 'epochs' in request ? request.epochs * 4 : request.until === 'batch' ? 1 : toEpochEnd;
    const last = this.step + count;
    while (this.step < last) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.paused) return 'paused';
      if (this.step + 1 >= this.notFiniteAt) return 'not-finite';
      this.step++;
      const loss = 1 / this.step;
      const progress = { step: this.step, ofSteps: last, epoch: Math.ceil(this.step / 4), secondsLeft: 1 };
      this.weights = new Map(
        [...this.weights].map(([name, tensors]) => [
          name,
          tensors.map((tensor) => ({ ...tensor, data: tensor.data.map((value) => value + 0.001) })),
        ]),
      );
      this.emit({ type: 'batches', runId, records: [{ step: this.step, loss, accuracy: 0.5 }], progress });
      this.emit({ type: 'live', runId, step: this.step, trace: this.trace(), weights: this.weights });
      if (this.step % 4 === 0) {
        this.emit({ type: 'epoch', runId, record: { epoch: this.step / 4, loss, val_loss: loss } });
      }
    }
    return 'finished';
  }

  async pause() {
    await this.called('pause');
    this.paused = true;
    await this.running;
  }

  async reset(seed: number) {
    await this.called('reset');
    this.weights = initialWeights(this.network, seed);
    this.runId++;
    this.step = 0;
    return { runId: this.runId, weights: this.weights, trace: this.trace() };
  }

  async evaluate(_split: Split) {
    await this.called('evaluate');
    return {
      metrics: { loss: 0.25, accuracy: 0.75 },
      confusion: [
        [3, 1],
        [0, 4],
      ],
      outcomes: [
        { index: 0, truth: 0, prediction: 0, confidence: 0.9 },
        { index: 1, truth: 0, prediction: 1, confidence: 0.6 },
        { index: 2, truth: 1, prediction: 0, confidence: 0.8 },
        { index: 3, truth: 0, prediction: 0, confidence: 0.7 },
      ],
    };
  }

  async sample(_split: Split, index: number): Promise<Sample> {
    await this.called('sample');
    const data = Float32Array.from({ length: 784 }, (_, i) => ((i * (index + 1)) % 10) / 10);
    return { input: { shape: [28, 28, 1], data }, label: index % 10, targets: [index % 10] };
  }

  async samples(split: Split, count: number) {
    return Promise.all(Array.from({ length: count }, (_, index) => this.sample(split, index)));
  }

  async words(): Promise<readonly string[]> {
    await this.called('words');
    return ['', '?', 'a'];
  }

  async gradients(target: GradientTarget) {
    await this.called(`gradients ${target.type}`);
    const one = { shape: [1], data: new Float32Array(1) };
    return new Map(
      this.network!.layers.map(({ name }) => [name, { output: one, inputs: [one], weights: [] }]),
    );
  }

  async resetStates() {
    await this.called('resetStates');
  }

  async backend() {
    await this.called('backend');
    return BACKEND;
  }

  async setBackend(name: BackendChoice['name']) {
    await this.called('setBackend');
    if (name === 'webgl') throw new KernelscopeError({ code: 'backend', path: 'backend', received: name });
    return { ...BACKEND, name, reason: 'chosen' };
  }

  on(listener: (event: EngineEvent) => void) {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  destroy() {
    this.destroyed = true;
    this.listeners.clear();
  }
}
