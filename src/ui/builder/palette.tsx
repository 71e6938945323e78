import { type ReactElement, useLayoutEffect, useRef, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Header } from 'react-aria-components/Header';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { SearchField } from 'react-aria-components/SearchField';
import { LAYER_KINDS, type LayerKind } from '../../model/layers/kinds.ts';
import { builder } from '../../text/builder.ts';
import { palette, purposeTitles } from '../../text/palette.ts';
import { useDocument, useKernelscope } from '../context.ts';
import { type Ask, type Asked, headerOf, placeAfter } from './asked.ts';
import { Beside } from './beside.tsx';
import { insertableAt } from './insertable.ts';
import { insert } from './layer-edits.ts';
import { searchPalette } from './search.ts';

interface EntryProps {
  readonly kind: LayerKind;
  readonly can: ReturnType<typeof insertableAt>;
}

function Entry({ kind, can }: EntryProps): ReactElement {
  const { at, refused, after } = can;
  return (
    <MenuItem id={kind} className="menu-item palette-item" textValue={kind} isDisabled={at === undefined}>
      <span className="menu-label">{kind}</span>
      <span className="menu-note">{palette[kind].line}</span>
      {after !== undefined && <span className="palette-after">{builder.palette.elsewhere(after)}</span>}
      {refused !== undefined && (
        <span className="menu-note palette-refused" title={refused}>
          {builder.palette.refused(refused)}
        </span>
      )}
    </MenuItem>
  );
}

/** Takes the keys at once: `autoFocus` would wait, and the dialog around it would take them meanwhile. */
function SearchInput(): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  return <Input ref={input} placeholder={builder.palette.search} />;
}

/** Layers to be put after another, by purpose and by search; what cannot be there says why and where it can. */
export function Palette({ asked, ask }: { readonly asked: Asked; readonly ask: Ask }): ReactElement {
  const app = useKernelscope();
  const { document, network } = useDocument((state) => state);
  const { layer, anchor } = asked;
  const place = placeAfter(network, layer);
  const [query, setQuery] = useState('');
  const [cans] = useState(
    () => new Map(LAYER_KINDS.map((kind) => [kind, insertableAt(document, place, kind)] as const)),
  );
  const groups = searchPalette(query);
  const choose = (kind: LayerKind) => {
    const at = cans.get(kind)?.at;
    if (at === undefined) return;
    ask(undefined);
    void insert(app, at, kind).then((said) => {
      if (said !== undefined) ask({ what: 'refusal', layer, anchor: headerOf(layer) ?? anchor, said });
    });
  };
  const title = builder.palette.title(layer);
  return (
    <Beside anchor={anchor} onClose={() => ask(undefined)} className="palette">
      <Dialog className="palette-dialog" aria-label={title}>
        <Autocomplete inputValue={query} onInputChange={setQuery}>
          <SearchField className="palette-search" aria-label={builder.palette.search}>
            <SearchInput />
          </SearchField>
          <Menu
            className="menu palette-list"
            aria-label={title}
            onAction={(key) => {
              const kind = LAYER_KINDS.find((candidate) => candidate === key);
              if (kind) choose(kind);
            }}
            renderEmptyState={() => <p className="muted palette-none">{builder.palette.none}</p>}
          >
            {groups.map(({ purpose, kinds }) => (
              <MenuSection key={purpose} id={`purpose-${purpose}`}>
                <Header className="palette-purpose">{purposeTitles[purpose]}</Header>
                {kinds.map((kind) => (
                  <Entry key={kind} kind={kind} can={cans.get(kind)!} />
                ))}
              </MenuSection>
            ))}
          </Menu>
        </Autocomplete>
      </Dialog>
    </Beside>
  );
}
