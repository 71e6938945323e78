import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { debianPackage } from './pack-sources.ts';

/** One sign of Unicode's emoji list: its name as the icon sets write it. */
export interface EmojiName {
  readonly subgroup: string;
  readonly name: string;
}

/** How the icon sets write a name: `man’s shoe` is `mans-shoe`. */
function slug(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[’'“”.!()]/g, '')
    .replace(/&/g, 'and')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** All fully-qualified signs of Unicode's emoji-test.txt (Debian package `unicode-data`), in its order. */
export function emojiNames(): EmojiName[] {
  const file = join(debianPackage('unicode-data'), 'usr/share/unicode/emoji/emoji-test.txt');
  const names: EmojiName[] = [];
  let subgroup = '';
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    subgroup = /^# subgroup: (.*)/.exec(line)?.[1] ?? subgroup;
    const name = /; fully-qualified\s*# \S+ E\S+ (.*)/.exec(line)?.[1];
    if (name) names.push({ subgroup, name: slug(name) });
  }
  return names;
}
