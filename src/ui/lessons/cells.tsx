import type { ReactElement } from 'react';
import { cellLook, cellText, largest } from './cell-look.ts';

/** Numbers in rows, to be read. */
export function Cells({
  values,
  columns,
}: {
  readonly values: readonly number[];
  readonly columns: number;
}): ReactElement {
  const most = largest(values);
  const places = Array.from(values, (_, at) => at);
  const rows = places.filter((at) => at % columns === 0);
  return (
    <table className="cells-table">
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            {places.slice(row, row + columns).map((at) => (
              <td key={at} style={cellLook(values[at], most)}>
                {cellText(values[at])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
