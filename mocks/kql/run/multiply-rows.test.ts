import { expect, it } from 'vitest';
import { createEngine } from '@/mocks/kql/engine';

const now = new Date('2025-01-15T10:00:00Z');

it('repeats rows a little earlier, with event ids of their own that still belong together', async () => {
  const engine = await createEngine({
    tables: [
      {
        name: 'Mails',
        world: 'both',
        category: '',
        columns: [
          { name: 'Timestamp', type: 'datetime' },
          { name: 'NetworkMessageId', type: 'string' },
          { name: 'AccountObjectId', type: 'string' },
          { name: 'ReportId', type: 'long' },
        ],
      },
      {
        name: 'Links',
        world: 'both',
        category: '',
        columns: [
          { name: 'Timestamp', type: 'datetime' },
          { name: 'NetworkMessageId', type: 'string' },
        ],
      },
    ],
  });
  const ask = async (text: string) => {
    const result = await engine.run(text, { now });
    return result.ok ? result.rows : expect.unreachable(JSON.stringify(result.problems));
  };
  try {
    const at = '2025-01-15T09:30:00Z';
    const mails = ['m1', 'm2', ''].map((id, index) => ({
      Timestamp: at,
      NetworkMessageId: id,
      AccountObjectId: 'alex',
      ReportId: 10 + index,
    }));
    await engine.append('Mails', mails);
    await engine.append('Links', [{ Timestamp: at, NetworkMessageId: 'm1' }]);
    await engine.multiply(3);
    expect(await engine.counts()).toEqual({ Mails: 12, Links: 4 });
    // The join is as wide as before: each copy of the link meets the copy of its mail, and no other.
    expect(await ask('Links | join kind=inner Mails on NetworkMessageId, Timestamp | count')).toEqual([[4]]);
    expect(
      await ask('Mails | where NetworkMessageId != "" | summarize dcount(NetworkMessageId), dcount(ReportId)'),
    ).toEqual([[8, 8]]);
    expect(await ask('Mails | where NetworkMessageId == "" | count')).toEqual([[4]]);
    expect(await ask('Mails | distinct AccountObjectId')).toEqual([['alex']]);
    expect(await ask('Mails | summarize min(Timestamp), max(Timestamp)')).toEqual([
      ['2025-01-15T08:45:00Z', '2025-01-15T09:30:00Z'],
    ]);
  } finally {
    await engine.close();
  }
});
