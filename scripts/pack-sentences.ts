import { createRandom, type Random } from '../src/base/random.ts';
import { sentences } from '../src/model/datasets/sentences.ts';
import { packStored, type Stored } from './pack-samples.ts';
import { endings, openings, stronger, topics, turning } from './sentences/phrases.ts';

// Packs sentences of nine to sixteen words that praise or blame into public/data/sentences. They are generated, with a
// fixed seed, from phrases written for this project. Half of them turn a word of praise or blame over ("not clean"), so
// that single words tell little and pairs of words tell all. What test sentences are about, how they begin and end, and
// which turning word stands before which word of praise or blame, is in no training sentence. The words that only they
// have are in the vocabulary all the same: they can be read, and their vectors stay as they began.

type Split = 'train' | 'test';
const [most] = sentences.shape as [number];
const LEAST = 9;
const random = createRandom(2026, 'sentences');

function one<T>(things: readonly T[], from: Random = random): T {
  return things[Math.floor(from.uniform(0, things.length))]!;
}

/** Of the words that may stand before a word of praise or blame, one only does in the test split. */
function befores(all: readonly string[], split: Split, word: string): readonly string[] {
  const kept = one(all, createRandom(2026, 'before', word, all.length));
  return all.filter((before) => (before === kept) === (split === 'test'));
}

/** A sentence and whether it praises. */
function sentence(split: Split): { words: string[]; label: number } {
  const topic = one(topics);
  const praises = random.uniform() < 0.5;
  const turned = random.uniform() < 0.5;
  const word = one(praises ? topic.praise : topic.blame);
  const list = turned ? turning : stronger;
  const before = one(befores(list, split, word));
  const parts = [one(openings[split]), one(topic[split]), 'was', before, word];
  if (random.uniform() < 0.8) parts.push(one(endings[split]));
  return { words: parts.join(' ').split(' '), label: Number(praises !== turned) };
}

const seen = new Set<string>();
function made(split: Split, count: number): ReturnType<typeof sentence>[] {
  const counts = [0, 0];
  const found: ReturnType<typeof sentence>[] = [];
  while (found.length < count) {
    const next = sentence(split);
    const text = next.words.join(' ');
    if (seen.has(text) || next.words.length < LEAST || next.words.length > most) continue;
    if (counts[next.label]! >= count / 2) continue;
    seen.add(text);
    counts[next.label]!++;
    found.push(next);
  }
  return found;
}

const { available } = sentences;
const train = made('train', available.train);
const test = made('test', available.test);
for (const { words, label } of [...train.slice(0, 8), ...test.slice(0, 8)])
  console.log(label, words.join(' '));

/** Numbers of the words of all phrases, in the order of the alphabet. */
const phrases = [
  ...topics.flatMap(({ train, test, praise, blame }) => [...train, ...test, ...praise, ...blame]),
  ...[openings, endings].flatMap(({ train, test }) => [...train, ...test]),
  ...[...stronger, ...turning, 'was'],
];
const words = ['', '?', ...[...new Set(phrases.flatMap((phrase) => phrase.split(' ')))].sort()];
const numbers = new Map(words.map((word, number) => [word, number]));
const stored = ({ words: own, label }: ReturnType<typeof sentence>): Stored => ({
  targets: [label],
  values: Array.from({ length: most }, (_, at) => (at < own.length ? numbers.get(own[at]!)! : 0)),
});
console.log(`${words.length} words`);
packStored(
  sentences,
  { train: train.map(stored), test: test.map(stored) },
  `The sentences: generated for Kernelscope, with a fixed seed, from phrases written for it (scripts/sentences), and under
its licence, the Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0

words.json has the words by their numbers: 0 fills up what is shorter, 1 is any other word. Those that only test sentences
have are in it, so that they can be read; what a model makes of them it never learned.
`,
  { words },
);
