const LOWEST = 60;
const HIGHEST = 400;
/** How alike a frame is to itself one period on, where a voice sounds. */
const VOICED = 0.8;

/** How alike `samples` are to themselves `lag` on, -1 to 1. */
function likeness(samples: Float32Array, start: number, length: number, lag: number): number {
  let both = 0;
  let here = 0;
  let there = 0;
  for (let at = start; at < start + length; at++) {
    const now = samples[at]!;
    const then = samples[at + lag]!;
    both += now * then;
    here += now * now;
    there += then * then;
  }
  return both / Math.sqrt(here * there || 1);
}

/** The pitch of a voice in Hz: the median, over the frames that are voiced, of the frequency at which they repeat. */
export function pitchOf(samples: Float32Array, rate: number): number | undefined {
  const length = Math.round(0.03 * rate);
  const longest = Math.ceil(rate / LOWEST);
  const found: number[] = [];
  for (let start = 0; start + length + longest + 1 < samples.length; start += Math.round(length / 2)) {
    const likenesses = Array.from({ length: longest + 2 }, (_, lag) =>
      lag < rate / HIGHEST - 1 ? -1 : likeness(samples, start, length, lag),
    );
    const top = Math.max(...likenesses);
    if (top < VOICED) continue;
    // Two periods are as alike as one: the first peak that is nearly the highest is the pitch.
    const lag = likenesses.findIndex(
      (value, at) =>
        value > 0.9 * top && value >= (likenesses[at - 1] ?? -1) && value >= (likenesses[at + 1] ?? -1),
    );
    const [before = 0, at = 0, after = 0] = likenesses.slice(lag - 1, lag + 2);
    const between = (before - after) / (2 * (before - 2 * at + after) || 1);
    found.push(rate / (lag + between));
  }
  return found.sort((one, other) => one - other)[Math.floor(found.length / 2)];
}
