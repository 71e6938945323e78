import type { Page } from '@playwright/test';
import type { Outcome } from './harness.ts';
import { openHarness } from './open-harness.ts';

/** A page's GPU memory and its programs never shrink, so each has no more than these. */
const CASES_A_PAGE = 10;

/** Runs the cases; where a page gives up, its cases have failed and the next go on. */
export async function runCases(
  page: Page,
  file: string,
  cases: readonly { readonly name: string }[],
  packed = false,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let start = 0; start < cases.length; start += CASES_A_PAGE) {
    const chunk = cases.slice(start, start + CASES_A_PAGE);
    try {
      await openHarness(page, packed);
      const results = await page.evaluate(([name, given]) => window.parity.run(name, given), [
        file,
        chunk,
      ] as const);
      outcomes.push(...results);
    } catch (error) {
      outcomes.push(...chunk.map(({ name }) => ({ name, failure: String(error), worst: [] })));
    }
  }
  return outcomes;
}

/** The failures, a line each. */
export function failuresOf(outcomes: readonly Outcome[]): string[] {
  return outcomes.flatMap(({ name, failure }) => (failure === undefined ? [] : [`${name}: ${failure}`]));
}

/** The largest error for each tolerance, in words. */
export function worstOf(outcomes: readonly Outcome[]): string {
  const all = new Map<number, number>();
  for (const [tolerance, error] of outcomes.flatMap(({ worst }) => worst)) {
    all.set(tolerance, Math.max(error, all.get(tolerance) ?? 0));
  }
  return [...all].map(([tolerance, error]) => `${error.toExponential(1)} (of ${tolerance})`).join(', ');
}
