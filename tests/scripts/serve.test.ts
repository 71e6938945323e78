import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/install.mjs';
import { headersOf, parseHeaders } from '../../scripts/serve.mjs';

const rules = parseHeaders(readFileSync(join(root, 'public/_headers'), 'utf8'));
const pages = readdirSync(root).filter((name) => name.endsWith('.html'));

describe('the headers that the site ships', () => {
  it('join the values of rules that meet, as the hosts do', () => {
    const met = parseHeaders('/*\n  A: 1\n/x/*\n  A: 2\n  B: 3\n');
    expect([...headersOf('/x/y', met)]).toEqual([
      ['A', '1, 2'],
      ['B', '3'],
    ]);
  });

  it.each([
    ...pages.map((page) => `/${page}`),
    '/',
    '/sw.js',
    '/kernel-scope.js',
    '/manifest.webmanifest',
    '/data/mnist/first.bin',
    '/models/digits.bin',
  ])('let no cache keep %s without asking', (path) => {
    expect(headersOf(path, rules).get('Cache-Control')).toBe('no-cache');
  });

  it('let caches keep what has a hash in its name', () => {
    expect(headersOf('/assets/core-12345678.js', rules).get('Cache-Control')).toBe(
      'public, max-age=31536000, immutable',
    );
  });

  it('allow scripts of the site, one policy, and frames of any other page', () => {
    const headers = headersOf('/embed.html', rules);
    const policy = Object.fromEntries(
      headers
        .get('Content-Security-Policy')!
        .split('; ')
        .map((directive) => [
          directive.slice(0, directive.indexOf(' ')),
          directive.slice(directive.indexOf(' ') + 1),
        ]),
    );
    expect(policy).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self' 'wasm-unsafe-eval'",
      'worker-src': "'self' blob:",
      'manifest-src': "'self'",
      'frame-src': "'self'",
      'require-trusted-types-for': "'script'",
      'trusted-types': 'kernelscope',
    });
    expect(policy).not.toHaveProperty('frame-ancestors');
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    for (const isolation of ['Cross-Origin-Opener-Policy', 'Cross-Origin-Embedder-Policy'])
      expect(headers.has(isolation)).toBe(false);
  });
});
