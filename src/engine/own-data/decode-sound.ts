/**
 * A sound as the browser decodes it, at `rate` samples a second, its channels mixed to one. Rejects where the browser
 * cannot play it.
 */
export async function decodeSound(bytes: Uint8Array<ArrayBuffer>, rate: number): Promise<Float32Array> {
  const sound = await new OfflineAudioContext(1, 1, rate).decodeAudioData(bytes.buffer);
  const mixed = new Float32Array(sound.length);
  for (let channel = 0; channel < sound.numberOfChannels; channel++) {
    const values = sound.getChannelData(channel);
    for (let at = 0; at < mixed.length; at++) mixed[at]! += values[at]! / sound.numberOfChannels;
  }
  return mixed;
}
