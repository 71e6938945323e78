import { type ReactElement, useEffect } from 'react';
import type { ViewState } from '../../stores/state.ts';
import { LANGUAGES, type Language } from '../../text/language.ts';
import { page } from '../../text/page.ts';
import { useKernelscope, useView } from '../context.ts';
import { MenuButton } from '../controls/menu.tsx';

const THEMES: readonly ViewState['theme'][] = ['auto', 'light', 'dark'];
const PROJECTOR = 'projector';
const SPOKEN = Object.keys(LANGUAGES) as Language[];

/** In another language the page is drawn anew: the focus goes back to where the language was chosen. */
let chosenHere = false;

/** Theme, projector and language. */
export function ThemeMenu(): ReactElement {
  const { stores } = useKernelscope();
  const theme = useView((view) => view.theme);
  const projector = useView((view) => view.projector);
  const spoken = useView((view) => view.spoken);
  useEffect(() => {
    chosenHere = false;
  }, []);
  return (
    <MenuButton
      autoFocus={chosenHere}
      label={page.header.theme}
      icon={theme}
      entries={[
        ...THEMES.map((id) => ({ id, label: page.header.themes[id], chosen: id === theme })),
        { id: PROJECTOR, label: page.header.projector, note: page.header.projectorNote, chosen: projector },
      ]}
      more={{
        title: page.header.language,
        entries: SPOKEN.map((id) => ({ id, label: LANGUAGES[id], chosen: id === spoken })),
      }}
      onChoose={(id) => {
        const chosen = THEMES.find((candidate) => candidate === id);
        const language = SPOKEN.find((candidate) => candidate === id);
        if (chosen) stores.view.setState({ theme: chosen });
        else if (language) {
          chosenHere = language !== spoken;
          stores.view.setState({ language });
        } else if (id === PROJECTOR) stores.view.setState({ projector: !projector });
      }}
    >
      {null}
    </MenuButton>
  );
}
