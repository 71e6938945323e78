import { createServer } from 'node:http';

/** A site that answers `/?body=…&headers=…` with just that: pages of other people, made by each test. */
export async function echo(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://echo');
    const headers = JSON.parse(searchParams.get('headers') ?? '{}') as Record<string, string>;
    const type = searchParams.get('type') ?? 'text/html';
    response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, ...headers });
    response.end(searchParams.get('body') ?? '');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The echo has no port.');
  return {
    // The other pages are at `localhost`: this is another site, whose frames are a third party's.
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
