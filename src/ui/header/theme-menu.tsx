import type { ReactElement } from 'react';
import type { ViewState } from '../../stores/state.ts';
import { page } from '../../text/page.ts';
import { useKernelscope, useView } from '../context.ts';
import { MenuButton } from '../controls/menu.tsx';

const THEMES: readonly ViewState['theme'][] = ['auto', 'light', 'dark'];
const PROJECTOR = 'projector';

export function ThemeMenu(): ReactElement {
  const { stores } = useKernelscope();
  const theme = useView((view) => view.theme);
  const projector = useView((view) => view.projector);
  return (
    <MenuButton
      label={page.header.theme}
      icon={theme}
      entries={[
        ...THEMES.map((id) => ({ id, label: page.header.themes[id], chosen: id === theme })),
        { id: PROJECTOR, label: page.header.projector, note: page.header.projectorNote, chosen: projector },
      ]}
      onChoose={(id) => {
        const chosen = THEMES.find((candidate) => candidate === id);
        if (chosen) stores.view.setState({ theme: chosen });
        else if (id === PROJECTOR) stores.view.setState({ projector: !projector });
      }}
    >
      {null}
    </MenuButton>
  );
}
