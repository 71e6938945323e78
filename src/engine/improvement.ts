interface Monitor {
  readonly monitor: string;
  readonly mode: 'auto' | 'min' | 'max';
  readonly min_delta: number;
}

/** Whether a figure is better than another by more than `min_delta`. `auto` goes by the name, as Keras by the metric's own direction. */
export function improves({ monitor, mode, min_delta }: Monitor, value: number, than: number): boolean {
  const rises = mode === 'max' || (mode === 'auto' && monitor.includes('acc'));
  const delta = Math.abs(min_delta);
  return rises ? value - delta > than : value + delta < than;
}
