/** The part of Trusted Types that is used; the DOM types do not have it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** Whether an address is a file of the site, or what a page made itself. */
function ours(address: string): boolean {
  const site = new URL(import.meta.env.BASE_URL, document.baseURI).href;
  return address.startsWith('blob:') || address.startsWith(site);
}

/**
 * The address of a script that is given to the browser, absolute, through the one named policy where the page enforces
 * Trusted Types: workers and the service worker start with it, and nothing else may.
 */
export function siteScript(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return address;
  policy ??= trustedTypes.createPolicy('kernelscope', {
    createScriptURL(url) {
      if (ours(url)) return url;
      throw new TypeError(`not a script of the site: ${url}`);
    },
  });
  return policy.createScriptURL(address);
}
