import type { LessonProgress } from '../stores/lesson.ts';
import { widgetText as german } from '../text/german/widget.ts';
import { widgetText as english } from '../text/widget.ts';
import { elementScope, errorWith } from './element-scope.ts';
import type { Fault } from './fault.ts';
import type { Host, Said } from './host.ts';
import { pending } from './pending.ts';
import type { RemoteScope } from './remote-scope.ts';

/** What stands in the address of the frame, as the attributes of the tag are called; see `app/options.ts`. */
const OPTIONS = ['lesson', 'progress', 'show', 'lock', 'data', 'height'] as const;
const ATTRIBUTES = ['document', ...OPTIONS, 'theme', 'lang', 'loading', 'src'] as const;

/** Milliseconds after which a widget that has not said that it is ready is given up, or at least said to be late. */
const PATIENCE = 4500;

/** How far below the viewport a widget begins to load. */
const NEAR = '300px';

/** The transition tells when the colour scheme of the page around changes, whatever changes it. */
const STYLE = `:host{display:block;height:480px}
:host([hidden]){display:none}
div{position:relative;height:100%;color:#000;color:light-dark(#000,#fff);transition:color 1ms}
iframe{display:block;width:100%;height:100%;border:0}
iframe:not(:last-child){visibility:hidden}
p,button{position:absolute;inset:0;display:grid;place-content:center;gap:8px;margin:0;padding:16px;text-align:center;font:16px/1.5 system-ui,sans-serif;color:inherit;background:#8881;border:1px solid #8886;border-radius:6px}
button{width:100%;cursor:pointer}
button:hover{background:#8883}
a{color:inherit}`;

/** What the tag dispatches; it does not bubble. */
interface KernelScopeEventMap {
  /** The first document is there. */
  ready: CustomEvent<null>;
  error: CustomEvent<Fault>;
  /** `null` when the lesson is closed. */
  lesson: CustomEvent<LessonProgress | null>;
  /** Pixels that the widget needs. */
  height: CustomEvent<number>;
}

/** The tag `<kernel-scope>`. */
export interface KernelScopeElement extends HTMLElement {
  /** The scope of the widget. A call loads the widget where nobody has scrolled to it yet; `on` and `ready` wait. */
  readonly scope: RemoteScope;
  addEventListener<Type extends keyof KernelScopeEventMap>(
    type: Type,
    listener: (event: KernelScopeEventMap[Type]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/**
 * Defines the tag. `site` gives the address of the site's `embed.html`, where a tag has no `src` of its own. Without a DOM,
 * on a server, and where the tag is defined already, nothing happens.
 */
export function defineKernelScope(site: () => string, tag = 'kernel-scope'): void {
  if (typeof customElements === 'undefined' || customElements.get(tag)) return;
  const styleOf = ({ CSSStyleSheet: Sheet }: typeof globalThis) => {
    const style = new Sheet();
    style.replaceSync(STYLE);
    return [style];
  };
  const style = styleOf(globalThis);

  class Element extends HTMLElement implements KernelScopeElement {
    static readonly observedAttributes = ATTRIBUTES;
    readonly #box = document.createElement('div');
    #frame: HTMLIFrameElement | undefined;
    #host = pending<Host>();
    #made: Host | undefined;
    #attached: Host | undefined;
    #version = pending<string>();
    #ready = pending<void>();
    /** Whether `#ready` is settled. */
    #settled = false;
    /** Whether the page of the frame has been heard. */
    #came = false;
    /** Whether somebody has asked for the widget, by a call or by a click. */
    #wanted = false;
    #near: IntersectionObserver | undefined;
    #late: ReturnType<typeof setTimeout> | undefined;
    /** The address that the frame is at. */
    #address = '';
    /** The height that the tag's own style gave it, while the widget sets another. */
    #given: string | undefined;
    readonly scope = elementScope({
      host: (load) => {
        if (load) {
          this.#wanted = true;
          this.#load();
        }
        return this.#host.promise;
      },
      version: () => this.#version.promise,
      ready: () => this.#ready.promise,
    });

    constructor() {
      super();
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = style;
      root.append(this.#box);
      this.#box.addEventListener('transitionend', () => this.#follow());
    }

    connectedCallback(): void {
      this.#begin();
    }

    /** Moved in one piece (`moveBefore`): the frame goes on. */
    connectedMoveCallback(): void {
      this.#follow();
    }

    /** A style sheet belongs to one document. */
    adoptedCallback(): void {
      const view = this.ownerDocument.defaultView;
      if (view) this.shadowRoot!.adoptedStyleSheets = styleOf(view);
    }

    /** Loads the frame when its time comes. */
    #begin(): void {
      this.#near?.disconnect();
      if (!this.isConnected) return;
      if (this.#wanted) {
        this.#load();
        return;
      }
      const shown = this.#box.querySelector('button');
      if (this.getAttribute('loading') === 'click') {
        const button = shown ?? document.createElement('button');
        button.textContent = this.#text().start;
        button.onclick = () => {
          this.#wanted = true;
          this.#load();
          this.#frame?.focus();
        };
        if (!shown) this.#box.append(button);
        return;
      }
      shown?.remove();
      this.#near = new IntersectionObserver(
        (entries) => {
          if (entries.some(({ isIntersecting }) => isIntersecting)) this.#load();
        },
        { rootMargin: NEAR },
      );
      this.#near.observe(this);
    }

    disconnectedCallback(): void {
      this.#near?.disconnect();
      this.#leave();
    }

    /** Gives the frame up. */
    #leave(): void {
      clearTimeout(this.#late);
      this.#attached?.detach();
      this.#attached = undefined;
      this.#frame = undefined;
      this.#box.replaceChildren();
    }

    attributeChangedCallback(): void {
      // Several attributes that are set one after another are one change.
      queueMicrotask(() => (this.#frame ? this.#follow() : this.#begin()));
    }

    #text(): typeof english {
      return /^de\b/i.test(this.#lang()) ? german : english;
    }

    /** As everywhere in HTML: that of the nearest element that says one. */
    #lang(): string {
      return this.closest<HTMLElement>('[lang]')?.lang ?? '';
    }

    #site(): URL {
      return new URL(this.getAttribute('src') ?? site(), document.baseURI);
    }

    /** What the attributes say, as the frame's address carries it. */
    #fragment(): string {
      const options = new URLSearchParams();
      for (const name of OPTIONS) {
        const value = this.getAttribute(name);
        if (value) options.set(name, value);
      }
      const lang = this.#lang();
      if (lang) options.set('lang', lang);
      const theme = this.getAttribute('theme');
      const dark = getComputedStyle(this.#box).color === 'rgb(255, 255, 255)';
      options.set('theme', theme === 'light' || theme === 'dark' ? theme : dark ? 'dark' : 'light');
      const shown = this.getAttribute('document')?.replace(/^[^#]*#/, '');
      // What is no link is refused there as a damaged one.
      return `#${options}${shown ? `&${shown.includes('=') ? '' : 'k1='}${shown}` : ''}`;
    }

    /** Makes the frame, once. */
    #load(): void {
      if (this.#frame || !this.isConnected) return;
      this.#near?.disconnect();
      const frame = document.createElement('iframe');
      this.#frame = frame;
      frame.allow = 'clipboard-write; fullscreen';
      frame.referrerPolicy = 'no-referrer';
      this.#go(frame);
      this.#box.replaceChildren(frame);
      this.#connect(frame);
    }

    /** Goes to the address that the attributes make. */
    #go(frame: HTMLIFrameElement): void {
      if (this.#settled) {
        this.#version = pending();
        this.#ready = pending();
        if (!this.#made) this.#host = pending();
      }
      this.#settled = false;
      this.#came = false;
      this.#address = this.#site().href + this.#fragment();
      frame.title = this.#text().frame;
      frame.src = this.#address;
      clearTimeout(this.#late);
      this.#late = setTimeout(() => this.#fail(), PATIENCE);
    }

    async #connect(frame: HTMLIFrameElement): Promise<void> {
      try {
        const { createHost } = await import('./host.ts');
        if (!this.#made) {
          this.#made = createHost(window, (said) => this.#hear(said));
          this.#made.on('lesson', (progress) => this.#tell('lesson', progress));
          this.#host.resolve(this.#made);
        }
        if (this.#frame !== frame) return;
        this.#attached = this.#made;
        this.#attached.attach(frame, this.#site().origin);
      } catch {
        if (this.#frame === frame) this.#fail();
      }
    }

    /** Brings what has changed about the tag, or the page around it, into the frame. */
    #follow(): void {
      if (!this.#frame) return;
      if (this.#given !== undefined && this.getAttribute('height') !== 'auto') {
        this.style.height = this.#given;
        this.#given = undefined;
      }
      this.#frame.title = this.#text().frame;
      const url = this.#site();
      const fragment = this.#fragment();
      const next = url.href + fragment;
      if (next === this.#address) return;
      const same = this.#address.startsWith(`${url.href}#`);
      if (same && this.#attached && (this.#came || !this.#settled)) {
        this.#address = next;
        this.#attached.open(fragment);
      } else {
        // Another address of the same frame would be a step back in the history of the page around.
        this.#leave();
        this.#load();
      }
    }

    #hear(said: Said): void {
      if (said.type === 'open') {
        this.#came = true;
        if (this.#settled) this.#version = pending();
        this.#version.resolve(said.version);
        this.#box.querySelector('p')?.remove();
      } else if (said.type === 'ready') {
        clearTimeout(this.#late);
        // It may have been given up before.
        if (this.#settled) this.#ready = pending();
        this.#settled = true;
        this.#ready.resolve();
        this.#tell('ready');
      } else if (said.type === 'error') {
        this.#tell('error', said.error);
      } else {
        if (this.getAttribute('height') === 'auto') {
          this.#given ??= this.style.height;
          this.style.height = `${said.height}px`;
        }
        this.#tell('height', said.height);
      }
    }

    #tell(type: string, detail?: unknown): void {
      this.dispatchEvent(new CustomEvent(type, { detail }));
    }

    /** The frame has not come, or not in time; one that came and is only late stays where it is. */
    #fail(): void {
      clearTimeout(this.#late);
      const { failed, late, open } = this.#text();
      const fault: Fault = this.#came
        ? { code: 'engine', message: late }
        : { code: 'network', message: failed, path: this.#site().href };
      this.#settled = true;
      this.#ready.reject(errorWith(fault));
      this.#tell('error', fault);
      if (this.#came) return;
      this.#version.reject(errorWith(fault));
      if (this.#made) this.#made.fail(fault);
      else this.#host.reject(errorWith(fault));
      const sentence = document.createElement('p');
      const link = document.createElement('a');
      link.href = new URL('index.html', this.#site()).href + this.#fragment();
      link.target = '_blank';
      link.rel = 'noopener';
      link.textContent = open;
      sentence.setAttribute('role', 'alert');
      sentence.append(failed, link);
      this.#box.querySelector('p')?.remove();
      this.#box.append(sentence);
    }
  }

  customElements.define(tag, Element);
}
