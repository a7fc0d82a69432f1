import { describe, expect, it } from 'vitest';
import { timelineRows } from '@/components/features/incident-page/story/timeline';
import { sampleAlert } from '@/components/features/incident-page/testing/sample-incident';

const told = (alerts: Parameters<typeof timelineRows>[0]) =>
  timelineRows(alerts).map((row) =>
    row.kind === 'alert' ? row.alert.id : row.kind === 'gap' ? `${row.gapMs / 60_000} min quiet` : row.day,
  );

describe('timelineRows', () => {
  it('has nothing to tell without alerts', () => {
    expect(told([])).toEqual([]);
  });

  it('puts alerts in the order in which things happened, not in which they were reported', () => {
    const late = sampleAlert('late', '09:58', { createdAt: '2025-01-15T08:00:00.000Z' });
    expect(told([late, sampleAlert('early', '09:57')])).toEqual(['early', 'late']);
  });

  it('names a long quiet stretch and keeps short ones silent', () => {
    expect(told([sampleAlert('a', '08:30'), sampleAlert('b', '08:33'), sampleAlert('c', '10:00')])).toEqual([
      'a',
      'b',
      '87 min quiet',
      'c',
    ]);
  });

  it('does not call it quiet while an earlier alert still goes on', () => {
    const long = sampleAlert('long', '08:30', { lastActivityAt: '2025-01-15T10:00:00.000Z' });
    expect(told([long, sampleAlert('inside', '09:40')])).toEqual(['long', 'inside']);
  });

  it('announces days only when there are several', () => {
    const next = sampleAlert('next', '09:00', {
      firstActivityAt: '2025-01-16T00:01:00.000Z',
      lastActivityAt: '2025-01-16T00:01:00.000Z',
    });
    const before = sampleAlert('before', '23:59');
    expect(told([next, before])).toEqual(['2025-01-15', 'before', '2025-01-16', 'next']);
  });

  it('gives every row a key of its own', () => {
    const rows = timelineRows([sampleAlert('a', '08:30'), sampleAlert('b', '09:30'), sampleAlert('c', '10:30')]);
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
  });
});
