/** A series of numbers by step, kept in a fixed number of buckets, so that drawing it costs the same at any length. */
export interface Series {
  /** Steps a bucket spans; a power of two. */
  readonly span: number;
  /** Buckets in use. */
  readonly length: number;
  readonly min: Float32Array;
  readonly max: Float32Array;
  readonly mean: Float32Array;
  readonly first: number;
  readonly last: number;
  /** The latest value, NaN before the first. */
  readonly latest: number;
}

export interface SeriesRecorder extends Series {
  /** Adds the value of a step; steps ascend, gaps are allowed. Values that are not finite are left out. */
  push(step: number, value: number): void;
}

/** The step that a bucket is drawn at: its middle, or the last step if that is earlier. */
export function stepOf(series: Series, bucket: number): number {
  return Math.min(series.last, series.first + (bucket + 0.5) * series.span - 0.5);
}

/** An empty series of at most `capacity` buckets: when they are full, neighbours are merged and a bucket spans twice as many steps. */
export function createSeries(capacity = 512): SeriesRecorder {
  const min = new Float32Array(capacity).fill(Number.NaN);
  const max = new Float32Array(capacity).fill(Number.NaN);
  const mean = new Float32Array(capacity).fill(Number.NaN);
  const counts = new Uint32Array(capacity);
  let span = 1;
  let length = 0;
  let first = 0;
  let last = 0;
  let latest = Number.NaN;

  const merge = () => {
    for (let at = 0; at < capacity; at++) {
      const a = 2 * at;
      const b = a + 1;
      const countA = a < capacity ? counts[a]! : 0;
      const countB = b < capacity ? counts[b]! : 0;
      const total = countA + countB;
      if (total === 0) {
        min[at] = max[at] = mean[at] = Number.NaN;
      } else {
        const only = countB === 0 ? a : countA === 0 ? b : -1;
        const sum = (countA ? mean[a]! * countA : 0) + (countB ? mean[b]! * countB : 0);
        min[at] = only >= 0 ? min[only]! : Math.min(min[a]!, min[b]!);
        max[at] = only >= 0 ? max[only]! : Math.max(max[a]!, max[b]!);
        mean[at] = sum / total;
      }
      counts[at] = total;
    }
    span *= 2;
    length = Math.ceil(length / 2);
  };

  return {
    get span() {
      return span;
    },
    get length() {
      return length;
    },
    get first() {
      return first;
    },
    get last() {
      return last;
    },
    get latest() {
      return latest;
    },
    min,
    max,
    mean,
    push(step, value) {
      if (!Number.isFinite(value)) return;
      if (length === 0) first = step;
      while (Math.floor((step - first) / span) >= capacity) merge();
      const at = Math.floor((step - first) / span);
      const count = counts[at]!;
      min[at] = count ? Math.min(min[at]!, value) : value;
      max[at] = count ? Math.max(max[at]!, value) : value;
      mean[at] = count ? mean[at]! + (value - mean[at]!) / (count + 1) : value;
      counts[at] = count + 1;
      length = Math.max(length, at + 1);
      last = step;
      latest = value;
    },
  };
}
