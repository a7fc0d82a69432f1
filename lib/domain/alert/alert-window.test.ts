import { describe, expect, it } from 'vitest';
import { alertWindow, timespanOf } from '@/lib/domain/alert/alert-window';

const day = '2025-01-15T';
const times = (from: string, to: string) => ({ firstActivityAt: `${day}${from}Z`, lastActivityAt: `${day}${to}Z` });
const unknown = { firstActivityAt: null, lastActivityAt: null };

describe('alertWindow', () => {
  it.each([
    ['an hour and a quarter, to half hours', times('08:44:05', '09:59:30'), '08:30', '10:00'],
    ['times that are round already', times('08:30:00', '10:00:00'), '08:30', '10:00'],
    ['minutes, to five', times('08:31:10', '08:33:00'), '08:30', '08:35'],
    ['an instant on a round time, never to nothing', times('08:30:00', '08:30:00'), '08:30', '08:35'],
    ['half a day, to hours', times('08:44:05', '20:10:00'), '08:00', '21:00'],
  ])('widens %s', (_, incident, start, end) => {
    expect(alertWindow(incident, [])).toEqual({ start: `${day}${start}:00.000Z`, end: `${day}${end}:00.000Z` });
  });

  it('takes in alerts that the incident does not know of yet', () => {
    const window = alertWindow(times('09:00:00', '09:30:00'), [times('08:40:00', '09:50:00')]);
    expect(window).toEqual({ start: `${day}08:30:00.000Z`, end: `${day}10:00:00.000Z` });
  });

  it('is nothing when nobody says when it was, or says it unreadably', () => {
    expect(alertWindow(unknown, [])).toBeNull();
    expect(alertWindow({ firstActivityAt: 'yesterday', lastActivityAt: null }, [])).toBeNull();
  });

  it('reads as an ISO interval', () => {
    expect(timespanOf({ start: 'a', end: 'b' })).toBe('a/b');
  });
});
