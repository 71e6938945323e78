import { describe, expect, test } from 'vitest';
import { type Embedding, iframeCode, tagCode, widgetUrl } from '../../src/formats/embed-code.ts';

const embedding: Embedding = {
  site: 'https://example.org/scope/',
  opens: 'k1=abc-_&w1=def',
  show: ['stage', 'prediction'],
  lock: ['model'],
  theme: 'dark',
  language: 'de',
  reduced: true,
  click: true,
  height: 400,
  title: 'Kernelscope: "A" & <B>',
};

const plain: Embedding = {
  ...embedding,
  opens: 'k1=abc',
  show: [],
  lock: [],
  theme: 'auto',
  language: 'auto',
  reduced: false,
  click: false,
};

/** The attributes of the last tag, as a browser reads them. */
function attributesOf(code: string): Record<string, string> {
  const tag = code.slice(code.lastIndexOf('<', code.lastIndexOf('</') - 1));
  const read = (text: string) =>
    text.replace(
      /&(amp|lt|gt|quot);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name]!,
    );
  return Object.fromEntries(
    [...tag.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, read(value!)]),
  );
}

test('the address says in its fragment what opens and how', () => {
  expect(widgetUrl(embedding)).toBe(
    'https://example.org/scope/embed.html#k1=abc-_&w1=def&show=stage,prediction&lock=model&theme=dark&lang=de&data=reduced',
  );
  expect(widgetUrl(plain)).toBe('https://example.org/scope/embed.html#k1=abc');
});

describe('an iframe', () => {
  test('has the address, a title, its height, and loads late', () => {
    expect(attributesOf(iframeCode(embedding))).toEqual({
      src: widgetUrl(embedding),
      title: 'Kernelscope: "A" & <B>',
      loading: 'lazy',
      width: '100%',
      height: '400',
      style: 'border: 0',
    });
    expect(iframeCode(embedding)).toMatch(/^<iframe [^<>]*><\/iframe>$/);
  });
});

describe('the tag', () => {
  test('comes with its script, and has an attribute for what is not left to the widget', () => {
    const code = tagCode(embedding);
    expect(code).toContain('<script type="module" src="https://example.org/scope/kernel-scope.js"></script>');
    expect(attributesOf(code)).toEqual({
      document: '#k1=abc-_&w1=def',
      show: 'stage,prediction',
      lock: 'model',
      theme: 'dark',
      lang: 'de',
      data: 'reduced',
      loading: 'click',
      style: 'display: block; height: 400px',
    });
    expect(attributesOf(tagCode(plain))).toEqual({
      document: '#k1=abc',
      style: 'display: block; height: 400px',
    });
  });

  test('names a lesson, and where it goes on', () => {
    const code = tagCode({ ...plain, opens: 'lesson=lstm-units&progress=a%20b' });
    expect(attributesOf(code)).toEqual({
      lesson: 'lstm-units',
      progress: 'a b',
      style: 'display: block; height: 400px',
    });
  });
});
