import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { optimizers } from '../../src/engine/optimizers/registry.ts';
import { useBackend } from './on-backend.ts';

type State = { w: number; a: number; b: number; c: number };

/** Each rule of Keras 3 for one number, after its source: `a`, `b`, `c` are its slots. */
const rules: Record<
  string,
  {
    name: keyof typeof optimizers;
    config: Record<string, number | boolean>;
    rule: (s: State, g: number, t: number) => void;
  }
> = {
  'plain SGD': {
    name: 'SGD',
    config: { learning_rate: 0.1, momentum: 0, nesterov: false },
    rule(s, g) {
      s.w -= 0.1 * g;
    },
  },
  'SGD with momentum': {
    name: 'SGD',
    config: { learning_rate: 0.1, momentum: 0.9, nesterov: false },
    rule(s, g) {
      s.a = 0.9 * s.a - 0.1 * g;
      s.w += s.a;
    },
  },
  'SGD with Nesterov momentum': {
    name: 'SGD',
    config: { learning_rate: 0.1, momentum: 0.9, nesterov: true },
    rule(s, g) {
      s.a = 0.9 * s.a - 0.1 * g;
      s.w += 0.9 * s.a - 0.1 * g;
    },
  },
  RMSprop: {
    name: 'RMSprop',
    config: { learning_rate: 0.01, rho: 0.9, momentum: 0, epsilon: 1e-7, centered: false },
    rule(s, g) {
      s.a = 0.9 * s.a + 0.1 * g * g;
      s.w -= (0.01 * g) / Math.sqrt(s.a + 1e-7);
    },
  },
  'RMSprop, centered, with momentum': {
    name: 'RMSprop',
    config: { learning_rate: 0.01, rho: 0.9, momentum: 0.5, epsilon: 1e-3, centered: true },
    rule(s, g) {
      s.a = 0.9 * s.a + 0.1 * g * g;
      s.c = 0.9 * s.c + 0.1 * g;
      s.b = 0.5 * s.b + (0.01 * g) / Math.sqrt(s.a - s.c * s.c + 1e-3);
      s.w -= s.b;
    },
  },
  Adam: {
    name: 'Adam',
    config: { learning_rate: 0.01, beta_1: 0.9, beta_2: 0.999, epsilon: 1e-7, amsgrad: false },
    rule(s, g, t) {
      const alpha = (0.01 * Math.sqrt(1 - 0.999 ** t)) / (1 - 0.9 ** t);
      s.a += (g - s.a) * 0.1;
      s.b += (g * g - s.b) * (1 - 0.999);
      s.w -= (s.a * alpha) / (Math.sqrt(s.b) + 1e-7);
    },
  },
  'Adam with amsgrad': {
    name: 'Adam',
    config: { learning_rate: 0.01, beta_1: 0.8, beta_2: 0.9, epsilon: 1e-2, amsgrad: true },
    rule(s, g, t) {
      const alpha = (0.01 * Math.sqrt(1 - 0.9 ** t)) / (1 - 0.8 ** t);
      s.a += (g - s.a) * 0.2;
      s.b += (g * g - s.b) * 0.1;
      s.c = Math.max(s.c, s.b);
      s.w -= (s.a * alpha) / (Math.sqrt(s.c) + 1e-2);
    },
  },
};

describe.each(['wasm', 'cpu'] as const)('optimizers on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test.each(Object.keys(rules))('%s takes 20 steps as Keras does', (title) => {
    const { name, config, rule } = rules[title]!;
    const optimizer = optimizers[name](config);
    // Gradients of w² / 2 · curvature, with one that is 0 at first and one that changes its sign.
    const curvatures = [1, 4, 0.001];
    const states: State[] = [
      { w: 1, a: 0, b: 0, c: 0 },
      { w: -0.05, a: 0, b: 0, c: 0 },
      { w: 0, a: 0, b: 0, c: 0 },
    ];
    let weight: tf.Tensor = tf.tensor(states.map((state) => state.w));
    let slots: readonly tf.Tensor[] = optimizer.slots.map(() => tf.zeros([3]));
    for (let t = 1; t <= 20; t++) {
      const gradient = tf.add(tf.mul(weight, curvatures), [0, 0, t > 5 ? 1e-4 : 0]);
      ({ weight, slots } = optimizer.update(weight, gradient, slots, t, config.learning_rate as number));
      states.forEach((state, i) => {
        rule(state, state.w * curvatures[i]! + (i === 2 && t > 5 ? 1e-4 : 0), t);
      });
    }
    expect(slots.length).toBe(optimizer.slots.length);
    weight.dataSync().forEach((value, i) => {
      expect(value).toBeCloseTo(states[i]!.w, 5);
    });
    expect(states[0]!.w).not.toBeCloseTo(1, 2);
  });
});
