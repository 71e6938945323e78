import type { ReactElement } from 'react';
import { historyCsv } from '../../formats/history-csv.ts';
import { curvePicture } from '../../scene/charts/curve.ts';
import { lab } from '../../text/lab.ts';
import { attempt, useKernelscope } from '../context.ts';
import { MenuButton } from '../controls/menu.tsx';
import { themeNow } from '../theme.ts';
import type { Metric } from './board.ts';
import { createCharted } from './charted.ts';

/** Of a saved curve, in pixels. */
const SIZE = { width: 720, height: 320 };

const entries = () => ({
  'loss.svg': lab.save.lossSvg,
  'loss.png': lab.save.lossPng,
  'accuracy.svg': lab.save.accuracySvg,
  'accuracy.png': lab.save.accuracyPng,
  'batches.csv': lab.save.batches,
  'epochs.csv': lab.save.epochs,
});

type FileName = keyof ReturnType<typeof entries>;

/** Saves the curves as pictures and the history as a table. */
export function SaveMenu(): ReactElement {
  const app = useKernelscope();
  const { stores } = app;
  const save = async (name: FileName) => {
    const [subject, kind] = name.split('.') as [Metric | 'batches' | 'epochs', 'svg' | 'png' | 'csv'];
    const { savePicture, saveText } = await import('../save.ts');
    if (subject === 'batches' || subject === 'epochs')
      return saveText(name, historyCsv(stores.run.getState()[subject]), 'text/csv');
    const { cursor: _, selection: __, ...charted } = createCharted(stores, subject)();
    return savePicture(name, curvePicture({ ...charted, ...SIZE }), kind as 'svg' | 'png', themeNow(stores));
  };
  return (
    <MenuButton
      label={lab.save.name}
      className="quiet"
      entries={Object.entries(entries()).map(([id, label]) => ({ id, label }))}
      onChoose={(id) => void attempt(app, () => save(id as FileName))}
    >
      {lab.save.label}
    </MenuButton>
  );
}
