import { KernelscopeError } from '../../base/errors.ts';

/** The part of `fetch` that is used, so that tests can serve files from disk. */
export type FetchFile = (url: string) => Promise<Response>;

/**
 * Fetches a file of the site; `path` is relative to `baseUrl`, which is absolute.
 * @throws KernelscopeError `network`, naming the file, where it cannot be had.
 */
export async function fetchFile(
  path: string,
  baseUrl: string,
  fetchUrl: FetchFile = fetch,
): Promise<Response> {
  let response: Response;
  try {
    response = await fetchUrl(new URL(path, baseUrl).href);
  } catch (error) {
    throw new KernelscopeError({
      code: 'network',
      path,
      received: error instanceof Error ? error.message : String(error),
    });
  }
  if (!response.ok) throw new KernelscopeError({ code: 'network', path, received: String(response.status) });
  return response;
}
