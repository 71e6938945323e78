import { isCustom } from '../model/datasets/custom.ts';
import { notices } from '../text/notices.ts';
import type { Context } from './context.ts';

/** What is said of a document whose data are not in this browser. */
export async function missingNotice(
  { engine }: Context,
  dataset: { readonly name: string },
): Promise<string | undefined> {
  if (!isCustom(dataset) || (await engine.holds(dataset))) return undefined;
  return notices.missingData(dataset.file);
}
