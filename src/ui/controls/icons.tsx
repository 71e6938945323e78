import type { ReactElement } from 'react';

/** Drawn on a 16 px square, stroked with the text's own colour. */
const PATHS = {
  play: 'M5 3.2v9.6L13 8z',
  pause: 'M5 3v10M11 3v10',
  back: 'M10.5 3.5 6 8l4.5 4.5',
  forward: 'M5.5 3.5 10 8l-4.5 4.5',
  first: 'M12 3.5 7.5 8l4.5 4.5M4 3.5v9',
  last: 'M4 3.5 8.5 8 4 12.5M12 3.5v9',
  undo: 'M6 3 3 6l3 3M3.2 6H9a4 4 0 0 1 0 8H6',
  redo: 'm10 3 3 3-3 3M12.8 6H7a4 4 0 0 0 0 8h3',
  share: 'M8 9.5V2.5M5.2 5 8 2.2 10.8 5M4.5 7.5H3v6h10v-6h-1.5',
  lesson:
    'M8 4.2C6.6 3.2 4.8 2.9 2.5 3v9.3c2.3-.1 4.1.2 5.5 1.2 1.4-1 3.2-1.3 5.5-1.2V3C11.2 2.9 9.4 3.2 8 4.2zM8 4.2v9.3',
  down: 'm4 6 4 4 4-4',
  close: 'm4 4 8 8M12 4l-8 8',
  check: 'm3 8.5 3.2 3.2L13 4.8',
  cross: 'm4 4 8 8M12 4l-8 8',
  eraser: 'm6 13-3.5-3.5 6.5-6.5L13.5 7.5 8 13zM5.5 6.5 10 11M6 13h7.5',
  camera: 'M2.5 5h2.5l1-1.5h4L11 5h2.5v7.5h-11zM8 6.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  chip: 'M5 5h6v6H5zM6.5 2.5V5M9.5 2.5V5M6.5 11v2.5M9.5 11v2.5M2.5 6.5H5M2.5 9.5H5M11 6.5h2.5M11 9.5h2.5',
  plus: 'M8 3.5v9M3.5 8h9',
  more: 'M3.6 8h.01M8 8h.01M12.4 8h.01',
  history: 'M3 8a5 5 0 1 0 1.6-3.7M3 2.5v3h3M8 5.2V8l1.9 1.3',
  reset: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.5v3h-3',
  light:
    'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8 1.2v1.6M8 13.2v1.6M1.2 8h1.6M13.2 8h1.6M3.2 3.2l1.1 1.1M11.7 11.7l1.1 1.1M3.2 12.8l1.1-1.1M11.7 4.3l1.1-1.1',
  dark: 'M13 9.6A5.6 5.6 0 0 1 6.4 3 5.6 5.6 0 1 0 13 9.6z',
  auto: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11v11',
} as const;

export type IconName = keyof typeof PATHS;

/** Decorative: the control that holds it carries the name. */
export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
