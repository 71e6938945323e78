/** Samples a second of sounds that are opened. */
export const SOUND_RATE = 16_000;
