import type { Place } from './fault.ts';

/** Python's syntax as far as model code uses it, each piece with its place in the code. */
export type Expression = Place &
  (
    | { readonly type: 'constant'; readonly value: null | boolean | string }
    | { readonly type: 'ellipsis' }
    | { readonly type: 'number'; readonly value: number; readonly float: boolean }
    | { readonly type: 'format'; readonly parts: readonly (string | Replacement)[] }
    | { readonly type: 'name'; readonly name: string }
    | { readonly type: 'attribute'; readonly object: Expression; readonly name: string }
    | { readonly type: 'item'; readonly object: Expression; readonly index: Expression }
    | {
        readonly type: 'slice';
        readonly start?: Expression | undefined;
        readonly stop?: Expression | undefined;
        readonly step?: Expression | undefined;
      }
    | { readonly type: 'call'; readonly callee: Expression; readonly given: readonly Given[] }
    | { readonly type: 'tuple' | 'list' | 'set'; readonly items: readonly Expression[] }
    | { readonly type: 'dict'; readonly entries: readonly (readonly [Expression | undefined, Expression])[] }
    | { readonly type: 'star'; readonly value: Expression }
    | { readonly type: 'unary'; readonly operator: string; readonly value: Expression }
    | {
        readonly type: 'binary';
        readonly operator: string;
        readonly left: Expression;
        readonly right: Expression;
      }
    | { readonly type: 'logic'; readonly operator: 'and' | 'or'; readonly items: readonly Expression[] }
    | {
        readonly type: 'compare';
        readonly first: Expression;
        readonly rest: readonly { readonly operator: string; readonly value: Expression }[];
      }
    | {
        readonly type: 'conditional';
        readonly test: Expression;
        readonly yes: Expression;
        readonly no: Expression;
      }
    | { readonly type: 'lambda'; readonly parameters: readonly Parameter[]; readonly value: Expression }
    | {
        readonly type: 'comprehension';
        readonly makes: 'list' | 'set' | 'dict';
        readonly value: Expression;
        /** Of a dict: the key that belongs to `value`. */
        readonly key?: Expression | undefined;
        readonly loops: readonly Loop[];
      }
    | { readonly type: 'walrus'; readonly name: string; readonly value: Expression }
  );

/** `{value!r:spec}` of a formatted string. */
export interface Replacement {
  readonly value: Expression;
  readonly conversion: string;
  readonly spec: readonly (string | Replacement)[];
  /** `{value=}`: what stands before the value. */
  readonly label: string;
}

/** One argument of a call. */
export interface Given extends Place {
  readonly type: 'value' | 'named' | 'star' | 'stars';
  readonly name: string;
  readonly value: Expression;
}

interface Loop {
  readonly target: Expression;
  readonly source: Expression;
  readonly tests: readonly Expression[];
}

export interface Parameter {
  readonly name: string;
  readonly type: 'plain' | 'named' | 'star' | 'stars';
  readonly fallback?: Expression | undefined;
}

export type Statement = Place &
  (
    | { readonly type: 'expression'; readonly value: Expression }
    | { readonly type: 'assign'; readonly targets: readonly Expression[]; readonly value: Expression }
    | {
        readonly type: 'update';
        readonly target: Expression;
        readonly operator: string;
        readonly value: Expression;
      }
    | {
        readonly type: 'if';
        readonly branches: readonly { readonly test: Expression | undefined; readonly body: Body }[];
      }
    | {
        readonly type: 'for';
        readonly target: Expression;
        readonly source: Expression;
        readonly body: Body;
        readonly otherwise: Body;
      }
    | { readonly type: 'while'; readonly test: Expression; readonly body: Body; readonly otherwise: Body }
    | {
        readonly type: 'function';
        readonly name: string;
        readonly parameters: readonly Parameter[];
        readonly body: Body;
      }
    | { readonly type: 'class'; readonly name: string }
    | { readonly type: 'return'; readonly value: Expression | undefined }
    | { readonly type: 'import'; readonly path: string; readonly as: string }
    | { readonly type: 'from-import'; readonly path: string; readonly name: string; readonly as: string }
    | { readonly type: 'global'; readonly names: readonly string[] }
    | { readonly type: 'delete'; readonly targets: readonly Expression[] }
    | { readonly type: 'assert'; readonly test: Expression }
    | { readonly type: 'raise'; readonly text: string }
    | { readonly type: 'try'; readonly body: Body; readonly handlers: Body; readonly lastly: Body }
    | {
        readonly type: 'with';
        readonly items: readonly { readonly value: Expression; readonly target: Expression | undefined }[];
        readonly body: Body;
      }
    | { readonly type: 'pass' | 'break' | 'continue' }
  );

export type Body = readonly Statement[];
