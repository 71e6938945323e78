/** Seeds of a question that is asked many times. */
export const seeds = Array.from({ length: 60 }, (_, seed) => seed);

/** How many of the numbers from 0 to before `end` are meant. */
export function counted(end: number, is: (number: number) => boolean): number {
  let count = 0;
  for (let number = 0; number < end; number++) if (is(number)) count++;
  return count;
}

/** Those of the numbers from 0 to before `end` that are meant. */
export function chosen(end: number, is: (number: number) => boolean): number[] {
  return Array.from({ length: end }, (_, number) => number).filter(is);
}
