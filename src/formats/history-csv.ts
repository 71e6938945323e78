/**
 * Records of a history as CSV (RFC 4180): a column a figure, in the order in which they first appear, a row a record;
 * empty where a record lacks one. Numbers in full, so that they read back as they are.
 */
export function historyCsv(records: readonly Readonly<Record<string, number>>[]): string {
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const rows = records.map((record) => columns.map((name) => record[name] ?? '').join(','));
  return [columns.join(','), ...rows, ''].join('\r\n');
}
