import { coneText } from '../../text/layers/cone.ts';
import { spokenLayer } from '../../text/names.ts';
import { formatCount } from '../format.ts';
import { numeral } from '../lens/window-place.ts';
import type { Mark, Target } from '../marks.ts';
import { textWidth } from '../text-width.ts';
import { type ConeRequest, type Plan, visible } from './cone-plan.ts';

/** What each row is: the layer's name, its window, and what a step of it sees. */
export function labelMarks(request: ConeRequest, plan: Plan): Mark[] {
  const { cone, width } = request;
  const between = plan.rows.length > 1 ? plan.rows[0]!.y - plan.rows[1]!.y : 40;
  const small = between < 24;
  return plan.rows.flatMap(({ level, y }, row): Mark[] => {
    const window = level.reads[0]?.window;
    const numbers = window && [window.kernel, window.dilation, window.stride].map(formatCount);
    const slides = window && (window.kernel > 1 || window.stride > 1);
    const [kernel, dilation, stride] = numbers ?? ['1', '1', '1'];
    const foreign = row === 0 && cone.end !== undefined;
    const target: Target | undefined = level.layer && { type: 'layer', layer: level.name };
    const sees = level.reach === undefined || row === 0 ? '' : coneText.sees(formatCount(level.reach));
    if (plan.narrow) {
      if (between < 15) return [];
      const what = slides ? `  ${coneText.brief(kernel!, dilation!, stride!)}` : '';
      const text = foreign
        ? coneText.notTime(spokenLayer(level.name), formatCount(level.size))
        : `${spokenLayer(level.name)}${what}`;
      const top = y - plan.radius - 5;
      return [
        ...[text, sees].map((words, side): Mark => {
          const wide = textWidth(words, 10) + 6;
          const x = side === 0 ? 0 : width - wide;
          return {
            type: 'rect',
            x,
            y: top - 10,
            width: words ? wide : 0,
            height: 13,
            fill: 'surface',
            opacity: 0.8,
          };
        }),
        { type: 'text', x: 2, y: top, text, size: 10, ink: 'muted', ...(target && { target }) },
        { type: 'text', x: width - 2, y: top, text: sees, size: 10, ink: 'muted', anchor: 'end' },
      ];
    }
    const marks: Mark[] = [
      {
        type: 'text',
        x: 0,
        y: y + (slides && !small ? -1 : 4),
        text: spokenLayer(level.name),
        size: small ? 10 : 11.5,
        ink: 'ink',
        weight: 500,
        ...(target && { target }),
      },
      { type: 'text', x: width, y: y + 4, text: sees, size: small ? 10 : 11.5, ink: 'muted', anchor: 'end' },
    ];
    if (slides && !small) {
      const text = coneText.row(kernel!, dilation!, stride!);
      marks.push({ type: 'text', x: 0, y: y + 13, text, size: 10, ink: 'muted' });
    }
    return marks;
  });
}

/** Under the lowest row: numbers of steps, and what lies out of sight. */
export function footMarks({ cone }: ConeRequest, plan: Plan, padding: readonly number[]): Mark[] {
  const [row] = plan.rows;
  const [first, last] = visible(row!, plan);
  const y = row!.y + plan.radius + 16;
  const most = Math.max(2, Math.floor((plan.right - plan.left) / 48));
  const by =
    [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000].find((step) => (last - first) / step <= most) ?? 10_000;
  const text = (x: number, words: string): Mark => {
    return { type: 'text', x, y, text: words, size: 10, ink: 'muted', anchor: 'middle' };
  };
  const marks: Mark[] = [];
  for (let step = Math.ceil(first / by) * by; step <= last; step += by)
    marks.push(text(row!.at(step), String(step)));
  const low = padding[0];
  if (low !== undefined && low < plan.from - 0.5) {
    const words = coneText.beyond(numeral(low));
    marks.push({ type: 'text', x: plan.left, y: y + 14, text: words, size: 10, ink: 'muted' });
  }
  if (cone.end && !plan.narrow) {
    const words = coneText.notTime(spokenLayer(row!.level.name), formatCount(row!.level.size));
    marks.push({
      type: 'text',
      x: plan.right,
      y: y + 14,
      text: words,
      size: 10,
      ink: 'muted',
      anchor: 'end',
    });
  }
  return marks;
}
