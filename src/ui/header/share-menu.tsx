import { type ReactElement, useState } from 'react';
import { formatCount } from '../../scene/format.ts';
import { archiveText } from '../../text/archive.ts';
import { lab } from '../../text/lab.ts';
import { page } from '../../text/page.ts';
import { attempt, useKernelscope } from '../context.ts';
import { MenuButton } from '../controls/menu.tsx';

/** Copies a link. Where the browser refuses that, the link is shown to be copied by hand. */
export function ShareMenu(): ReactElement {
  const app = useKernelscope();
  const [link, setLink] = useState<string>();
  const copy = async (weights: boolean) => {
    setLink(undefined);
    const url = await app.scope.shareUrl({ weights, view: true });
    try {
      await navigator.clipboard.writeText(url);
      app.stores.status.setState({ notice: page.header.copied(formatCount(url.length)) });
    } catch {
      setLink(url);
    }
  };
  return (
    <>
      <MenuButton
        label={page.header.share}
        icon="share"
        className="share"
        entries={[
          { id: 'model', label: page.header.shareModel, note: page.header.shareModelNote },
          { id: 'weights', label: page.header.shareWeights, note: page.header.shareWeightsNote },
          { id: 'keras', label: archiveText.save, note: archiveText.saveNote },
          { id: 'svg', label: lab.save.networkSvg, note: lab.save.network },
          { id: 'png', label: lab.save.networkPng, note: lab.save.network },
        ]}
        onChoose={(id) =>
          void attempt(app, async () => {
            if (id === 'model' || id === 'weights') return copy(id === 'weights');
            if (id === 'keras') {
              const { saveArchive } = await import('../archive/save-archive.ts');
              return saveArchive(app);
            }
            const { saveStage } = await import('../save-stage.ts');
            return saveStage(app.stores, id === 'svg' ? 'svg' : 'png');
          })
        }
      >
        <span className="wide">{page.header.share}</span>
      </MenuButton>
      {link && (
        <label className="link-by-hand">
          {page.header.copyByHand}
          <input readOnly value={link} onFocus={(event) => event.target.select()} />
        </label>
      )}
    </>
  );
}
