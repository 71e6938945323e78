import { expect, test } from 'vitest';

test('without a DOM the tag’s script is imported and does nothing', async () => {
  expect(globalThis.HTMLElement).toBeUndefined();
  const { defineKernelScope } = await import('../../src/embedding/element.ts');
  await import('../../src/element.ts');
  expect(() => defineKernelScope(() => 'https://site.example/embed.html')).not.toThrow();
});
