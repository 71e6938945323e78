import { readFileSync } from 'node:fs';
import { createServer, type Plugin } from 'vite';
import { expect, it } from 'vitest';
import { hostScript } from '../../scripts/host-script.ts';

it('the development server has the script of host pages, and what it loads', async () => {
  const plugins: Plugin[] = [hostScript()];
  const server = await createServer({ configFile: false, logLevel: 'error', server: { port: 0 }, plugins });
  try {
    await server.listen();
    const url = server.resolvedUrls!.local[0]!;
    const answer = await fetch(`${url}kernel-scope.js`);
    expect(answer.headers.get('content-type')).toBe('text/javascript');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const source = await answer.text();
    expect(source).toContain('kernel-scope');
    const later = /assets\/host-[\w-]+\.js/.exec(source)![0];
    expect((await fetch(url + later)).headers.get('content-type')).toBe('text/javascript');
    // Whatever else the server has, it still has.
    expect(await (await fetch(`${url}favicon.svg`)).text()).toBe(readFileSync('public/favicon.svg', 'utf8'));
  } finally {
    await server.close();
  }
});
