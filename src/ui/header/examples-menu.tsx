import { lazy, type ReactElement, Suspense } from 'react';
import type { Example } from '../../model/examples/example.ts';
import { page } from '../../text/page.ts';
import { attempt, useDocument, useKernelscope } from '../context.ts';
import { MenuButton } from '../controls/menu.tsx';

const ExamplePicture = lazy(async () => ({
  default: (await import('../examples/example-picture.tsx')).ExamplePicture,
}));

function titleOf(example: Example): string {
  return String(example.document.title);
}

/** The document's title; opens the examples, each a small living picture. */
export function ExamplesMenu(): ReactElement {
  const app = useKernelscope();
  const title = useDocument((state) => state.document.title);
  return (
    <MenuButton
      label={`${title}. ${page.header.examples}`}
      className="title"
      entries={app.examples.map((example) => ({
        id: example.id,
        label: titleOf(example),
        note: page.examples[example.id],
        picture: (
          <Suspense fallback={<span className="example-picture" />}>
            <ExamplePicture example={example} />
          </Suspense>
        ),
        chosen: titleOf(example) === title,
      }))}
      onChoose={(id) => {
        const example = app.examples.find((candidate) => candidate.id === id);
        if (example) void attempt(app, () => app.openExample(example));
      }}
    >
      <span className="title-text">{title}</span>
    </MenuButton>
  );
}
