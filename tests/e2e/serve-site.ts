import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root as project } from '../../scripts/install.mjs';
import { serve } from '../../scripts/serve.mjs';
import { echo } from './echo-server.ts';

/**
 * Serves `dist/` (or the folder that SITE_ROOT names) under a sub-path for the whole run, so that every test shows that the site works from one; and a page
 * of another origin that frames it.
 */
export default async function serveSite(): Promise<() => Promise<void>> {
  const root = process.env.SITE_ROOT ?? join(project, 'dist');
  if (!existsSync(join(root, 'index.html')))
    throw new Error(`${root} holds no site: run "npm run build" first.`);
  const site = await serve({ root, base: '/courses/cnn/' });
  const host = await serve({ root: join(project, 'tests/e2e/host') });
  const foreign = await echo();
  process.env.KERNELSCOPE_SITE = site.url;
  process.env.KERNELSCOPE_HOST = host.url;
  process.env.KERNELSCOPE_FOREIGN = foreign.url;
  return async () => {
    await site.close();
    await host.close();
    await foreign.close();
  };
}
