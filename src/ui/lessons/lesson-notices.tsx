import type { ReactElement } from 'react';
import { useStore } from 'zustand/react';
import { useKernelscope } from '../context.ts';
import { LessonList, LessonOffer } from '../late.tsx';
import { Notices } from '../notices.tsx';

/** Between header and page: the list of lessons while it is open, what a lesson has put aside, and what there is to say. */
export function LessonNotices({ courses }: { readonly courses: boolean }): ReactElement {
  const { state } = useKernelscope().lessons;
  const listed = useStore(state, (now) => now.listed);
  const offers = useStore(state, (now) => now.before !== undefined);
  return (
    <Notices>
      {listed && <LessonList courses={courses} opened />}
      {offers && <LessonOffer />}
    </Notices>
  );
}
