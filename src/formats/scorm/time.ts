const SECOND = 100;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** 9999:59:59.99, the longest there is. */
const LONGEST = 10_000 * HOUR - 1;

const digits = (value: number, count: number) => String(Math.floor(value)).padStart(count, '0');

/** A span of time as SCORM 1.2 writes it (CMITimespan): `HHHH:MM:SS.SS`. */
export function timespan(milliseconds: number): string {
  const span = Math.min(LONGEST, Math.max(0, Math.round(milliseconds / 10)));
  const hours = digits(span / HOUR, 4);
  const minutes = digits((span % HOUR) / MINUTE, 2);
  const seconds = digits((span % MINUTE) / SECOND, 2);
  return `${hours}:${minutes}:${seconds}.${digits(span % SECOND, 2)}`;
}
