/**
 * `kernelscope`: importing it registers the tag `<kernel-scope>` in a browser, and does nothing on a server.
 */
import { defineKernelScope, type KernelScopeElement } from '../embedding/element.ts';

export type { KernelScopeElement } from '../embedding/element.ts';
export type { Fault } from '../embedding/fault.ts';
export type { RemoteScope } from '../embedding/remote-scope.ts';
export type { LessonProgress } from '../stores/lesson.ts';

/** Where the package's README has the site copied to. */
let site = '/kernelscope/';

/**
 * Says where the package's folder `site/` is served: its address, from the page's own or whole. For tags without a
 * `src` that load from now on; `/kernelscope/` unless told.
 */
export function setSite(folder: string): void {
  site = folder.endsWith('/') ? folder : `${folder}/`;
}

defineKernelScope(() => `${site}embed.html`);

declare global {
  interface HTMLElementTagNameMap {
    'kernel-scope': KernelScopeElement;
  }
}
