/**
 * Serves a built site as a static host would: types, gzip, and the headers of its `_headers` file (CORS, CSP).
 * Used by `npm start`, the browser tests and the bench. Plain Node: no package is needed.
 */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** Already compressed: gzip would only cost time. */
const COMPRESSED = new Set(['.png', '.woff2']);

/**
 * The rules of a `_headers` file: a path pattern (`*` at its end matches everything below) and, indented, its
 * headers.
 *
 * @param {string} text
 * @returns {{ pattern: string, headers: [string, string][] }[]}
 */
export function parseHeaders(text) {
  /** @type {{ pattern: string, headers: [string, string][] }[]} */
  const rules = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      rules.push({ pattern: line.trim(), headers: [] });
      continue;
    }
    const colon = line.indexOf(':');
    rules.at(-1)?.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  return rules;
}

/**
 * The headers of a file. Where several rules name one header, its values are joined by commas, as the hosts do it.
 *
 * @param {string} path below the site's root, starting with a slash
 * @param {ReturnType<typeof parseHeaders>} rules
 * @returns {Map<string, string>}
 */
export function headersOf(path, rules) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const { pattern, headers } of rules) {
    const matches = pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
    if (!matches) continue;
    for (const [name, value] of headers) {
      const before = found.get(name);
      found.set(name, before === undefined ? value : `${before}, ${value}`);
    }
  }
  return found;
}

/**
 * Starts the server and resolves once it listens.
 *
 * @param {{ root: string, port?: number, host?: string, base?: string, next?: boolean }} options
 *   `base`: the sub-path that the site is served under (`/` unless told, with slashes at both ends); `next`: a
 *   taken port moves on to the next one instead of failing. Port 0 takes any free one.
 * @returns {Promise<{ url: string, sent: () => number, close: () => Promise<void> }>}
 *   `sent`: bytes written so far, headers included.
 */
export async function serve({ root, port = 0, host = '127.0.0.1', base = '/', next = false }) {
  const rules = parseHeaders(await readFile(join(root, '_headers'), 'utf8').catch(() => ''));
  const server = createServer((request, response) => {
    answer(request, response, root, base, rules).catch((error) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(String(error));
    });
  });
  let closed = 0;
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => {
      sockets.delete(socket);
      closed += socket.bytesWritten;
    });
  });
  const taken = await listen(server, port, host, next);
  return {
    url: `http://${host === '127.0.0.1' ? 'localhost' : host}:${taken}${base}`,
    sent: () => [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, closed),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} host
 * @param {boolean} next
 * @returns {Promise<number>} the port it listens on
 */
async function listen(server, port, host, next) {
  for (let candidate = port; ; candidate++) {
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(candidate, host, () => {
          server.off('error', reject);
          resolve(undefined);
        });
      });
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : candidate;
    } catch (error) {
      const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!inUse || !next || candidate >= port + 100) throw error;
    }
  }
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {string} root
 * @param {string} base
 * @param {ReturnType<typeof parseHeaders>} rules
 */
async function answer(request, response, root, base, rules) {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(response, 405, 'GET and HEAD only');
  const path = requestedPath(request.url ?? '/', base);
  if (path === undefined) return refuse(response, 404, 'Not found');
  const file = join(root, path.endsWith('/') ? `${path}index.html` : path);
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return refuse(response, 404, 'Not found');

  const extension = extname(file);
  for (const [name, value] of headersOf(path, rules)) response.setHeader(name, value);
  const tag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`;
  response.setHeader('Content-Type', TYPES[extension] ?? 'application/octet-stream');
  response.setHeader('ETag', tag);
  response.setHeader('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match'] === tag) return void response.writeHead(304).end();

  const zip = !COMPRESSED.has(extension) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const body = zip ? await zipped(file, tag) : undefined;
  if (body) response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('Content-Length', body ? body.length : found.size);
  response.writeHead(200);
  if (request.method === 'HEAD') return void response.end();
  if (body) return void response.end(body);
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** @type {Map<string, { tag: string, body: Promise<Buffer> }>} */
const bodies = new Map();

/**
 * A file gzipped, once a version: a static host doesn't compress anew for every visitor.
 *
 * @param {string} file
 * @param {string} tag
 * @returns {Promise<Buffer>}
 */
function zipped(file, tag) {
  const known = bodies.get(file);
  if (known?.tag === tag) return known.body;
  const body = readFile(file).then((content) => promisify(gzip)(content));
  bodies.set(file, { tag, body });
  body.catch(() => bodies.delete(file));
  return body;
}

/**
 * @param {string} url
 * @param {string} base
 * @returns {string | undefined} the path below `base`, starting with a slash; undefined outside it
 */
function requestedPath(url, base) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://site').pathname);
  } catch {
    return undefined;
  }
  if (!path.startsWith(base) || path.includes('\0')) return undefined;
  const inside = normalize(`/${path.slice(base.length)}`)
    .split(sep)
    .join('/');
  return inside.startsWith('/') && !inside.includes('/../') ? inside : undefined;
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} sentence
 */
function refuse(response, status, sentence) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${sentence}\n`);
}
