import { describe, expect, it } from 'vitest';
import { CURRENT_VERSION, MIGRATIONS, type Migration, migrate } from '../../src/model/migrations.ts';

describe('migrations', () => {
  it('lead without a gap from version 1 to the current one, each under a name of its own', () => {
    expect(MIGRATIONS.map((step) => step.from)).toEqual(
      Array.from({ length: CURRENT_VERSION - 1 }, (_, position) => position + 1),
    );
    expect(new Set(MIGRATIONS.map((step) => step.name)).size).toBe(MIGRATIONS.length);
  });

  it('leave a current document as it is', () => {
    const document = { kernelscope: CURRENT_VERSION, title: 'a' };
    expect(migrate(document)).toEqual(document);
  });

  it('all run, in order, from where the document stands', () => {
    const ran: string[] = [];
    const steps: Migration[] = [1, 2, 3].map((from) => ({
      from,
      name: `step ${from}`,
      migrate(document) {
        expect(document.kernelscope).toBe(from);
        ran.push(`step ${from}`);
        return { ...document, [`after${from}`]: true };
      },
    }));
    expect(migrate({ kernelscope: 1 }, steps, 4)).toEqual({
      kernelscope: 4,
      after1: true,
      after2: true,
      after3: true,
    });
    expect(ran.splice(0)).toEqual(['step 1', 'step 2', 'step 3']);
    expect(migrate({ kernelscope: 3 }, steps, 4)).toEqual({ kernelscope: 4, after3: true });
    expect(ran).toEqual(['step 3']);
  });

  it.each([0, -1, 1.5, 2, 1e9])('refuse version %s', (kernelscope) => {
    expect(() => migrate({ kernelscope })).toThrow(
      expect.objectContaining({ code: 'version', path: 'kernelscope' }),
    );
  });

  it('refuse documents that do not say their version', () => {
    expect(() => migrate({})).toThrow(expect.objectContaining({ code: 'missing-key' }));
    expect(() => migrate({ kernelscope: '1' })).toThrow(expect.objectContaining({ code: 'type' }));
    expect(() => migrate([])).toThrow(expect.objectContaining({ code: 'type' }));
  });
});
