import { expect, test } from 'vitest';
import { historyCsv } from '../../src/formats/history-csv.ts';

test('a row a record, a column a figure, empty where there is none', () => {
  const records = [
    { epoch: 1, loss: 0.1 + 0.2 },
    { epoch: 2, loss: 1e-9, val_loss: 0.5 },
  ];
  const text = historyCsv(records);
  expect(text).toBe('epoch,loss,val_loss\r\n1,0.30000000000000004,\r\n2,1e-9,0.5\r\n');
});
