import type { FaultData, Place } from '../python/fault.ts';

/** Something to say about a place in the code; the sentence is in `text/python.ts`, by its code. */
export interface Finding extends Place {
  readonly code: string;
  readonly data: FaultData;
  /** Counted from 1. */
  readonly line: number;
}

/** What the reading took without its being in the code, what it left out, and why. */
export class Findings {
  readonly notes: Finding[] = [];
  readonly problems: Finding[] = [];
  private readonly code: string;
  private readonly said = new Set<string>();

  constructor(code: string) {
    this.code = code;
  }

  /** The code at a place, in one line and not too long. */
  textAt({ from, to }: Place): string {
    const text = this.code.slice(from, to).replace(/\s+/g, ' ');
    return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
  }

  /** Says the same thing once, at its first place. */
  note(code: string, place: Place, data: FaultData = {}): void {
    const key = JSON.stringify([code, data]);
    if (this.said.has(key)) return;
    this.said.add(key);
    this.notes.push(this.finding(code, place, data));
  }

  problem(code: string, place: Place, data: FaultData = {}): void {
    this.problems.push(this.finding(code, place, data));
  }

  private finding(code: string, { from, to }: Place, data: FaultData): Finding {
    const line = this.code.slice(0, from).split('\n').length;
    return { code, from, to, data, line };
  }
}
