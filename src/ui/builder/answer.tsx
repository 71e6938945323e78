import type { ReactElement } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { builder } from '../../text/builder.ts';
import { Button } from '../controls/button.tsx';
import type { Ask, Asked } from './asked.ts';
import { Beside } from './beside.tsx';
import { InputForm } from './input-form.tsx';
import { LayerMenu } from './layer-menu.tsx';
import { Palette } from './palette.tsx';
import { Rename } from './rename.tsx';

interface Props {
  readonly asked: Asked;
  readonly ask: Ask;
}

/** Why something cannot be done to a layer, beside it. */
function Refusal({ asked, ask }: Props): ReactElement {
  return (
    <Beside anchor={asked.anchor} onClose={() => ask(undefined)} className="refusal">
      <Dialog className="refusal-dialog" role="alertdialog" aria-label={builder.refusal.title}>
        <p>{asked.said}</p>
        <Button icon="close" aria-label={builder.refusal.dismiss} onClick={() => ask(undefined)} />
      </Dialog>
    </Beside>
  );
}

const ANSWERS = {
  palette: Palette,
  menu: LayerMenu,
  rename: Rename,
  refusal: Refusal,
  input: InputForm,
} as const;

/** What was asked of a layer, beside it: the palette, its menu, its new name, or why something cannot be. */
export function Answer({ asked, ask }: Props): ReactElement {
  const Shown = ANSWERS[asked.what];
  return <Shown key={`${asked.what} ${asked.layer}`} asked={asked} ask={ask} />;
}
