/** Told now and then which share of a reading is done, 0 to 1. */
export type Progress = (share: number) => void;
