import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { manifestOf } from '../../../src/formats/scorm/manifest.ts';
import { courseZip, launchPage, neededFiles } from '../../../src/formats/scorm/package.ts';

const course = {
  lesson: 'stride-and-padding',
  title: 'Stride & padding: <out>',
  summary: 'You can "say" what comes out.',
  language: 'en',
  mastery: 80,
};

/** Elements of a manifest by name, with their attributes and text; an XML parser is not at hand in Node. */
function elements(xml: string, name: string): { attributes: string; text: string }[] {
  const pattern = new RegExp(`<${name}((?: [^<>]*?)?)(?:/>|>([^<]*))`, 'g');
  return [...xml.matchAll(pattern)].map(([, attributes = '', text = '']) => ({ attributes, text }));
}

/** Every element that is opened is closed, in order. */
function isBalanced(xml: string): boolean {
  const open: string[] = [];
  for (const [, closes, name, , empty] of xml.matchAll(/<(\/?)([\w:]+)((?:[^<>"]|"[^"]*")*?)(\/?)>/g)) {
    if (closes) {
      if (open.pop() !== name) return false;
    } else if (!empty) open.push(name!);
  }
  return open.length === 0;
}

describe('the manifest', () => {
  const xml = manifestOf(course, ['index.html', 'assets/a b.js', 'data/mnist/first.bin']);

  test('is one lesson of SCORM 1.2 with all its files, in the order that the specification asks for', () => {
    expect(xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<manifest ')).toBe(true);
    expect(isBalanced(xml)).toBe(true);
    expect(elements(xml, 'schema')[0]!.text).toBe('ADL SCORM');
    expect(elements(xml, 'schemaversion')[0]!.text).toBe('1.2');
    const order = ['<metadata>', '<organizations', '<resources>'].map((part) => xml.indexOf(part));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    const [organizations] = elements(xml, 'organizations');
    const [organization] = elements(xml, 'organization');
    expect(organizations!.attributes).toContain('default="course"');
    expect(organization!.attributes).toContain('identifier="course"');
    const [item] = elements(xml, 'item');
    const [resource] = elements(xml, 'resource');
    expect(item!.attributes).toContain('identifierref="lesson"');
    expect(resource!.attributes).toBe(
      ' identifier="lesson" type="webcontent" adlcp:scormtype="sco" href="index.html"',
    );
    expect(elements(xml, 'file').map(({ attributes }) => attributes)).toEqual([
      ' href="index.html"',
      ' href="assets/a%20b.js"',
      ' href="data/mnist/first.bin"',
    ]);
    expect(elements(xml, 'adlcp:masteryscore')[0]!.text).toBe('80');
    for (const schema of ['imscp_rootv1p1p2.xsd', 'imsmd_rootv1p2p1.xsd', 'adlcp_rootv1p2.xsd'])
      expect(xml).toContain(schema);
  });

  test('texts of a lesson are text in it', () => {
    expect(elements(xml, 'title').map(({ text }) => text)).toEqual([
      'Stride &amp; padding: &lt;out&gt;',
      'Stride &amp; padding: &lt;out&gt;',
    ]);
    expect(xml).toContain(
      '<imsmd:langstring xml:lang="en">You can &quot;say&quot; what comes out.</imsmd:langstring>',
    );
  });

  test('asks for no score where none is wanted', () => {
    expect(manifestOf({ ...course, mastery: undefined }, [])).not.toContain('masteryscore');
  });
});

describe('the package', () => {
  const site = [
    'assets/core-a1.js',
    'assets/hdf5_hl-b2.js',
    'data/emoji/train-0.bin',
    'data/mnist/first.bin',
    'embed.html',
    'favicon.svg',
    'files.json',
    '_headers',
    'icons/192.png',
    'index.html',
    'kernel-scope.js',
    'manifest.webmanifest',
    'models/digits.bin',
    'scorm.html',
    'sw.js',
  ].map((path) => ({ path, bytes: 1 }));

  test('takes of the site what the widget needs, and of its data what is wanted', () => {
    const taken = neededFiles(site, (path) => path.startsWith('data/mnist/')).map(({ path }) => path);
    expect(taken).toEqual([
      'assets/core-a1.js',
      'data/mnist/first.bin',
      'embed.html',
      'favicon.svg',
      'kernel-scope.js',
      'models/digits.bin',
    ]);
  });

  const content = new TextEncoder().encode('a'.repeat(5000));
  const files = new Map([
    ['index.html', new TextEncoder().encode('<!doctype html>')],
    ['assets/a.js', content],
    ['data/mnist/first.bin', content],
  ]);
  const zip = courseZip(course, files);

  test('is a zip with the manifest in its root that lists every other file', () => {
    const unzipped = unzipSync(zip);
    const xml = strFromU8(unzipped['imsmanifest.xml']!);
    const listed = elements(xml, 'file').map(({ attributes }) => /href="(.*)"/.exec(attributes)![1]);
    expect(listed).toEqual(['assets/a.js', 'data/mnist/first.bin', 'index.html']);
    expect(Object.keys(unzipped).toSorted()).toEqual([...listed, 'imsmanifest.xml'].toSorted());
    expect(strFromU8(unzipped['assets/a.js']!)).toBe('a'.repeat(5000));
    expect(courseZip(course, files)).toEqual(zip);
  });

  test('compressed data are stored, text is deflated; sizes stand before the contents', () => {
    const methods = new Map<string, number>();
    const view = new DataView(zip.buffer);
    for (let at = 0; view.getUint32(at, true) === 0x04034b50; ) {
      // Bit 3: the size comes after the content, which readers of streams cannot take of a stored file.
      expect(view.getUint16(at + 6, true) & 8).toBe(0);
      const [size, name] = [view.getUint32(at + 18, true), view.getUint16(at + 26, true)];
      methods.set(strFromU8(zip.subarray(at + 30, at + 30 + name)), view.getUint16(at + 8, true));
      at += 30 + name + view.getUint16(at + 28, true) + size;
    }
    expect(Object.fromEntries(methods)).toEqual({
      'imsmanifest.xml': 8,
      'assets/a.js': 8,
      'data/mnist/first.bin': 0,
      'index.html': 8,
    });
  });
});

test('the launch page is told its lesson in an attribute', () => {
  const settings = { lesson: 'a', title: 'x "y" & <z> $& $1', language: 'auto', theme: 'auto', mastery: 70 };
  const page = launchPage('<html lang="en" data-course=""><head></head></html>', settings);
  expect(page).toContain('<script type="module" src="./kernel-scope.js"></script></head>');
  const attribute = /data-course="([^"]*)"/.exec(page)![1]!;
  const read = attribute.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  expect(JSON.parse(read)).toEqual(settings);
  expect(page).not.toContain('<z>');
});
