/** The panels under the stage. */
export const dock = {
  label: 'Bench',
  list: 'Panels',
  tabs: { train: 'Training', code: 'Code', data: 'Data', compare: 'Compare' },
  running: 'training runs',
};
