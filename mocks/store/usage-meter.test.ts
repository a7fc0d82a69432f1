import { describe, expect, it } from 'vitest';
import type { LogBatch } from '@/mocks/company/log-row';
import { createUsageMeter } from '@/mocks/store/usage-meter';

const startMs = Date.parse('2025-01-15T10:05:00Z');
const at = (clock: string) => Date.parse(`2025-01-15T${clock}:00Z`);
const row = (clock: string) => ({ TimeGenerated: at(clock), Name: 'x' });
const rowBytes = JSON.stringify(row('09:00')).length;

function meter(absences: readonly { table: string; from: string; until: string | null }[] = []) {
  return createUsageMeter({ startMs, arriving: ({ rows }) => rows, absences: () => absences });
}
const told = (batches: Iterable<LogBatch>) =>
  [...batches].flatMap(({ rows }) =>
    rows.map(({ DataType, EndTime, Quantity, IsBillable }) => [
      DataType,
      new Date(Number(EndTime)).toISOString().slice(11, 16),
      Math.round((Number(Quantity) * 1_000_000) / rowBytes),
      IsBillable,
    ]),
  );

describe('the account of what the workspace took in', () => {
  it('has a row for each table and hour, and says what is free', () => {
    const usage = meter();
    usage.saw('SecurityAlert', [row('08:10'), row('08:50'), row('09:10')]);
    usage.saw('SigninLogs', [row('08:20')], 20);
    usage.saw('Usage', [row('08:20')]);
    expect(told(usage.past())).toEqual([
      ['SecurityAlert', '09:00', 2, false],
      ['SigninLogs', '09:00', 20, true],
      ['SecurityAlert', '10:00', 1, false],
    ]);
    expect(told(usage.until(at('12:00')))).toEqual([]);
  });

  it('tells an hour once, when it is over, and counts what comes late when it comes', () => {
    const usage = meter();
    // Before the clock began: a tenant that starts from kept logs never sees it.
    usage.saw('SecurityIncident', [row('10:02')]);
    expect(told(usage.past())).toEqual([]);
    usage.saw('SecurityIncident', [row('10:10'), row('10:59')]);
    expect(told(usage.until(at('10:59')))).toEqual([]);
    expect(told(usage.until(at('11:00')))).toEqual([['SecurityIncident', '11:00', 2, false]]);
    usage.saw('SecurityIncident', [row('10:30')]);
    expect(told(usage.until(at('12:30')))).toEqual([['SecurityIncident', '12:00', 1, false]]);
  });

  it('leaves out what stayed with Defender while its switch was off', () => {
    const usage = meter([
      { table: 'DeviceEvents', from: '2025-01-15T10:20:00.000Z', until: '2025-01-15T10:40:00.000Z' },
    ]);
    usage.saw('DeviceEvents', [row('10:19'), row('10:20'), row('10:39'), row('10:40')]);
    expect(told(usage.until(at('11:00')))).toEqual([['DeviceEvents', '11:00', 2, true]]);
  });
});
