/** The panels under the stage. */
export const dock = {
  label: 'Bench',
  list: 'Panels',
  tabs: { train: 'Training', code: 'Code', data: 'Data' },
  running: 'training runs',
} as const;
