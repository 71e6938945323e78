import type { DatasetDefinition } from './definition.ts';
import { windowCounts } from './window-counts.ts';

/** From -1 to 1: 0 to 30 °C; what is stored are tenths. */
const TEMPERATURE = { scale: 15, offset: 15 };

/** So many hours one after another, and the temperature of the next. */
function windowsOf(name: string, lookback: number, of: object): DatasetDefinition {
  const counted = { rows: 8759, testFrom: 7000, lookback, ahead: 1 };
  const available = windowCounts(counted);
  return {
    name,
    shape: [lookback, 1],
    target: { type: 'numbers', names: ['temperature in the next hour'], unit: '°C', ...TEMPERATURE },
    channels: [{ name: 'temperature', unit: '°C', ...TEMPERATURE }],
    step: { unit: 'h', each: 1 },
    origin: 'recorded',
    storage: {
      type: 'windows',
      ...counted,
      targetChannel: 0,
      scale: [0.1 / TEMPERATURE.scale],
      offset: [-TEMPERATURE.offset / TEMPERATURE.scale],
      start: '2010-01-01T01:00',
      ...of,
    },
    available,
    default: { train: 300, test: 100 },
    unit: '°C',
    range: [-1, 1],
    licence: 'series',
  };
}

/**
 * What the temperature of Seattle usually is at each hour of the year, the mean of 1981 to 2010, as npm's
 * vega-datasets has it: the hour before, and the next (`scripts/pack-weather.ts`).
 */
export const series = windowsOf('series', 1, {});

/** The same, three hours and the next. */
export const series3 = windowsOf('series-3', 3, { of: 'series' });
