import type { ReactElement } from 'react';
import type { About } from '../../lessons/about.ts';
import { language } from '../../text/language.ts';
import { share } from '../../text/share.ts';
import { MenuButton } from '../controls/menu.tsx';
import { courseAsked } from './course-asked.ts';

/** Offers each lesson as a package for a course system. */
export function CourseMenu({ abouts }: { readonly abouts: readonly About[] }): ReactElement {
  return (
    <MenuButton
      label={share.course.offer}
      entries={abouts.map(({ id, title }) => ({ id, label: title[language()] }))}
      onChoose={(lesson) => courseAsked.setState({ lesson })}
    >
      {share.course.offer}
    </MenuButton>
  );
}
