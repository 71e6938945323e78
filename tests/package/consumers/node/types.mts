/** What a program in TypeScript says with the package's types, in Node, where no type of a browser is known. */
import { type Explanation, type Model, readModel, type SummaryRow } from 'kernelscope/model';

export function paramsOf(document: unknown): number {
  const model: Model = readModel(document);
  const rows: readonly SummaryRow[] = model.summary();
  return rows.reduce((sum, row) => sum + row.params, 0);
}

export function termsOf(explanation: Explanation): number[] {
  return explanation.terms.map((term) => term.product ?? term.input);
}
