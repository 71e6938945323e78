import type { DatasetDefinition } from './definition.ts';

type Forecast = Pick<DatasetDefinition, 'shape' | 'target' | 'storage' | 'channels'>;

/** The channel of which the target is a later number; undefined where it is of none. */
export function forecastChannel({ shape, target, storage }: Forecast): number | undefined {
  if (storage.type === 'windows') return storage.targetChannel;
  if (target.type !== 'numbers' || target.names.length !== 1 || shape.length !== 2) return undefined;
  const { channel } = target;
  return channel !== undefined && channel < shape[1]! ? channel : undefined;
}

/** What the target would be if the channel's last number came again, as the model is trained on it. */
export function lastValueOf(definition: Forecast, input: Float32Array): number | undefined {
  const { shape, target, channels } = definition;
  const channel = forecastChannel(definition);
  if (channel === undefined || target.type !== 'numbers') return undefined;
  const last = input[input.length - shape.at(-1)! + channel]!;
  const { scale = 1, offset = 0 } = channels?.[channel] ?? {};
  const own = { scale: 1, offset: 0, ...target };
  if (scale === own.scale && offset === own.offset) return last;
  return (last * scale + offset - own.offset) / own.scale;
}
