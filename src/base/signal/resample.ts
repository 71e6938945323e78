/** Zero crossings of the filter on either side. */
const CROSSINGS = 16;

/**
 * A sound at another rate, both in Hz: each new sample is a sum of the old ones around it, weighted by a sinc under
 * Hann's window, which lets nothing through above half the lower rate.
 */
export function resample(samples: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return samples;
  const cutoff = Math.min(1, to / from);
  const reach = CROSSINGS / cutoff;
  const result = new Float32Array(Math.floor((samples.length * to) / from));
  for (let at = 0; at < result.length; at++) {
    const centre = (at * from) / to;
    const first = Math.max(0, Math.ceil(centre - reach));
    const last = Math.min(samples.length - 1, Math.floor(centre + reach));
    let sum = 0;
    for (let other = first; other <= last; other++) {
      const distance = other - centre;
      const angle = Math.PI * distance * cutoff;
      const sinc = angle === 0 ? 1 : Math.sin(angle) / angle;
      sum += samples[other]! * cutoff * sinc * (0.5 + 0.5 * Math.cos((Math.PI * distance) / reach));
    }
    result[at] = sum;
  }
  return result;
}
