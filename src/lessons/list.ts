import type { MDXContent } from 'mdx/types';
import { createLibrary } from './library.ts';
import type { Questions } from './question.ts';

/** All lessons: a folder each, found by the build. What is short of all of them is loaded with this file. */
export const LESSONS = createLibrary({
  abouts: import.meta.glob<{ about: unknown }>('./*/about.ts', { eager: true }),
  steps: import.meta.glob<{ lesson: unknown }>('./*/steps.ts'),
  questions: import.meta.glob<{ questions: Questions }>('./*/questions.ts'),
  texts: import.meta.glob<{ default: MDXContent }>('./*/text.*.mdx'),
});
