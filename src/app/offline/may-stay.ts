/** What browsers that know it tell about the network. */
interface Connection {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

type PageWindow = Pick<Window, 'top' | 'origin' | 'isSecureContext'> & { readonly navigator: Navigator };

/**
 * Whether the site's files may be kept in this browser ahead of their use: only by a page of its own, not by one in
 * someone else's; only where service workers are; and not where data are to be saved.
 */
export function mayStay(window: PageWindow): boolean {
  const alone = window.top === window && window.origin !== 'null';
  if (!alone || !window.isSecureContext || !('serviceWorker' in window.navigator)) return false;
  const { connection } = window.navigator as { readonly connection?: Connection };
  return !connection?.saveData && !/2g/.test(connection?.effectiveType ?? '');
}
