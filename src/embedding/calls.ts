import type { Scope, ScopeEvents } from '../scope/scope.ts';

/** Every call of the scope that a host page can make. What is not in this list is not called, whatever asks for it. */
export const CALLS = [
  'getDocument',
  'setDocument',
  'undo',
  'redo',
  'summary',
  'toPython',
  'fromPython',
  'toKeras',
  'fromKeras',
  'inspectData',
  'openData',
  'closeData',
  'getWeights',
  'setWeights',
  'editWeights',
  'restoreWeights',
  'setInput',
  'moveInput',
  'activations',
  'explain',
  'gradients',
  'resetStates',
  'evaluate',
  'predictions',
  'mistakes',
  'train',
  'step',
  'experiment',
  'compare',
  'pause',
  'reset',
  'history',
  'lesson',
  'shareUrl',
  'backend',
  'setBackend',
] as const satisfies readonly (keyof Scope)[];

export type CallName = (typeof CALLS)[number];

/** Every event that a host page can listen to. */
export const EVENTS = [
  'ready',
  'document',
  'trace',
  'batch',
  'epoch',
  'trained',
  'score',
  'compared',
  'focus',
  'lesson',
  'error',
] as const satisfies readonly (keyof ScopeEvents)[];

export type EventName = (typeof EVENTS)[number];
