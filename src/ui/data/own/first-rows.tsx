import type { ReactElement } from 'react';
import type { Recognised } from '../../../formats/data/look.ts';
import type { Reading } from '../../../model/datasets/reading.ts';
import { formatCount } from '../../../scene/format.ts';
import { ownDataText } from '../../../text/own-data-page.ts';

interface Props {
  readonly table: Extract<Recognised, { type: 'table' }>;
  readonly reading: Reading;
  readonly onChange: (change: Reading) => void;
}

/** Columns and rows that are shown. */
const COLUMNS = 16;
const ROWS = 5;

/** Keyboards scroll what has the focus. */
const scrolls = () => ({ tabIndex: 0, 'aria-label': ownDataText.first });

/** The columns of a table with their types and first rows; which the model sees is chosen here. */
export function FirstRows({ table, reading, onChange }: Props): ReactElement {
  const { columns = [], target } = reading;
  const shown = table.columns.slice(0, COLUMNS);
  const more = table.columns.length - shown.length;
  const rows = table.first.slice(0, ROWS).map((cells, id) => ({ id, cells }));
  const toggle = (name: string) => {
    const next = columns.includes(name) ? columns.filter((one) => one !== name) : [...columns, name];
    // In the order of the table.
    onChange({ columns: table.columns.map((column) => column.name).filter((one) => next.includes(one)) });
  };
  return (
    <section className="own-rows" {...scrolls()}>
      <table>
        <thead>
          <tr>
            {shown.map(({ name, type, missing }, at) => (
              <th key={name} scope="col" data-target={name === target || undefined}>
                <span className="own-name">
                  {type === 'number' && (
                    <input
                      type="checkbox"
                      aria-label={ownDataText.see(name)}
                      checked={columns.includes(name)}
                      onChange={() => toggle(name)}
                    />
                  )}
                  <span className="own-column" title={table.columns[at]!.name}>
                    {name}
                  </span>
                </span>
                <span className="muted">
                  {ownDataText.types[type]}
                  {missing > 0 && `, ${ownDataText.missingCells(formatCount(missing))}`}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells }) => (
            <tr key={id}>
              {shown.map(({ name }, column) => (
                <td key={name} data-target={name === target || undefined}>
                  {cells[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="muted">{ownDataText.moreColumns(formatCount(more))}</p>}
    </section>
  );
}
