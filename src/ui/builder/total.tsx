import type { ReactElement } from 'react';
import { formatCount, formatFixed } from '../../scene/format.ts';
import { builder } from '../../text/builder.ts';
import { useDocument } from '../context.ts';

/** A count as one says it: exact to six figures, then by the million. */
function said(count: number): string {
  if (count < 1e6) return formatCount(count);
  if (count < 1e9) return builder.million(formatFixed(count / 1e6, 1));
  return builder.billion(formatFixed(count / 1e9, 1));
}

/** What the whole model costs, as it changes. */
export function Total(): ReactElement {
  const { params, macs } = useDocument((state) => state.network);
  return (
    <p className="muted stage-total" title={builder.total(formatCount(params), formatCount(macs))}>
      {builder.total(formatCount(params), said(macs))}
    </p>
  );
}
