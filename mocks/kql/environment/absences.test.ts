/** What a connector that was off kept from the workspace: absent there however it is asked for, and nowhere else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Asking, askEngine } from './asking';
import type { Absence } from './environment';

let absences: readonly Absence[] = [];
let asking: Asking;
beforeAll(async () => {
  asking = await askEngine(() => ({ absences }), {
    DeviceEvents: 'TimeGenerated:datetime Id',
    Other: 'TimeGenerated:datetime Id',
  });
  for (const table of ['DeviceEvents', 'Other']) {
    await asking.append(
      table,
      ['09', '10', '11', '12'].map((hour) => ({ TimeGenerated: `2025-01-15T${hour}:00:00Z`, Id: `${table}-${hour}` })),
    );
  }
});
afterAll(() => asking.close());

const gap = { table: 'DeviceEvents', from: '2025-01-15T10:00:00Z', until: '2025-01-15T12:00:00Z' };
const ids = async (query: string, world: 'workspace' | 'hunting' = 'workspace'): Promise<unknown[]> =>
  (await asking.rows(query, world)).map(([id]) => id);

describe('absences', () => {
  it('are gaps of one table, from the first moment to before the last', async () => {
    absences = [gap];
    expect(await ids('DeviceEvents | sort by Id asc | project Id')).toEqual(['DeviceEvents-09', 'DeviceEvents-12']);
    expect(await ids('Other | count')).toEqual([4]);
  });

  it('last until further notice, and there may be several', async () => {
    absences = [
      { table: 'DeviceEvents', from: '2025-01-15T09:00:00Z', until: '2025-01-15T09:00:01Z' },
      { table: 'DeviceEvents', from: '2025-01-15T11:00:00Z', until: null },
    ];
    expect(await ids('DeviceEvents | project Id')).toEqual(['DeviceEvents-10']);
  });

  it.each([
    'union DeviceEvents, Other | summarize count()',
    'union Device*, Other | count',
    'search in (DeviceEvents, Other) "*" | count',
    'table("DeviceEvents") | union Other | count',
  ])('no way around them: %s', async (query) => {
    absences = [gap];
    expect(await ids(query)).toEqual([6]);
  });

  it('do not exist for advanced hunting', async () => {
    absences = [gap];
    expect(await ids('DeviceEvents | count', 'hunting')).toEqual([4]);
  });
});
