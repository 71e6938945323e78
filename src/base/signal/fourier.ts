/**
 * The discrete Fourier transform of `real + i * imaginary`, in place: `X[k] = sum of x[n] e^(-2 pi i k n / N)`, by
 * Cooley and Tukey's halving. The length N is a power of two.
 */
export function fourier(real: Float64Array, imaginary: Float64Array): void {
  const { length } = real;
  if (length < 1 || (length & (length - 1)) !== 0) throw new Error(`${length} is not a power of two`);
  // Each number to the place whose bits are its own in reverse.
  for (let at = 1, reversed = 0; at < length; at++) {
    let bit = length >> 1;
    for (; reversed & bit; bit >>= 1) reversed ^= bit;
    reversed ^= bit;
    if (at >= reversed) continue;
    [real[at], real[reversed]] = [real[reversed]!, real[at]!];
    [imaginary[at], imaginary[reversed]] = [imaginary[reversed]!, imaginary[at]!];
  }
  for (let span = 2; span <= length; span *= 2) {
    const half = span / 2;
    for (let turn = 0; turn < half; turn++) {
      const angle = (-2 * Math.PI * turn) / span;
      const cosine = Math.cos(angle);
      const sine = Math.sin(angle);
      for (let even = turn; even < length; even += span) {
        const odd = even + half;
        const turnedReal = real[odd]! * cosine - imaginary[odd]! * sine;
        const turnedImaginary = real[odd]! * sine + imaginary[odd]! * cosine;
        real[odd] = real[even]! - turnedReal;
        imaginary[odd] = imaginary[even]! - turnedImaginary;
        real[even] = real[even]! + turnedReal;
        imaginary[even] = imaginary[even]! + turnedImaginary;
      }
    }
  }
}
