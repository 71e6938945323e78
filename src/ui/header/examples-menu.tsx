import { lazy, type ReactElement, Suspense } from 'react';
import { PRESETS } from '../../formats/presets/presets.ts';
import type { Example } from '../../model/examples/example.ts';
import { formatCount } from '../../scene/format.ts';
import { spokenName } from '../../text/names.ts';
import { page } from '../../text/page.ts';
import { attempt, useDocument, useKernelscope } from '../context.ts';
import { MenuButton } from '../controls/menu.tsx';
import { showPreset } from '../examples/show-preset.ts';

const ExamplePicture = lazy(async () => ({
  default: (await import('../examples/example-picture.tsx')).ExamplePicture,
}));

function titleOf(example: Example): string {
  return spokenName(String(example.document.title));
}

/** The document's title; opens the examples, each a small living picture. */
export function ExamplesMenu(): ReactElement {
  const app = useKernelscope();
  const title = useDocument((state) => spokenName(state.document.title));
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
      more={{
        title: page.header.presets,
        entries: PRESETS.map((preset) => ({
          id: `preset:${preset.id}`,
          label: spokenName(preset.title),
          note: page.header.presetParams(formatCount(preset.params)),
          chosen: spokenName(preset.title) === title,
        })),
      }}
      onChoose={(id) => {
        const preset = PRESETS.find((candidate) => `preset:${candidate.id}` === id);
        if (preset) void attempt(app, () => showPreset(app, preset));
        const example = app.examples.find((candidate) => candidate.id === id);
        if (example) void attempt(app, () => app.openExample(example));
      }}
    >
      <span className="title-text">{title}</span>
    </MenuButton>
  );
}
