import type { Value } from './values.ts';

/** Names and what they stand for: those of one function or comprehension, within those around it. */
export class Scope {
  readonly names = new Map<string, Value>();
  readonly outside: Scope | undefined;
  /** Names that belong to the outermost scope. */
  readonly shared = new Set<string>();

  constructor(outside?: Scope) {
    this.outside = outside;
  }

  find(name: string): Value | undefined {
    return this.names.get(name) ?? (this.names.has(name) ? null : this.outside?.find(name));
  }
}
