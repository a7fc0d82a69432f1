import { describe, expect, it } from 'vitest';
import { isOwnName } from '@/components/features/incident-page/header/merged-notice';
import { syncWord } from '@/components/features/incident-page/header/sync-summary';
import { keyed } from '@/components/features/incident-page/keyed';
import { durationWords } from '@/components/features/incident-page/story/duration-words';
import { windowText } from '@/components/features/incident-page/story/window-line';
import { sampleIncident } from '@/components/features/incident-page/testing/sample-incident';
import type { FieldSync } from '@/lib/domain/incident/incident';

const sync = (state: FieldSync['state']): FieldSync => ({ state, since: '', commandId: null, shownBy: [] });

describe('durationWords', () => {
  it.each([
    [0, '0 s'],
    [41_400, '41 s'],
    [59_999, '1 min'],
    [5_400_000, '1 h 30 min'],
    [86_400_000, '1 d'],
    [90_061_000, '1 d 1 h'],
    [-5, '0 s'],
  ])('%d ms is %s', (ms, words) => {
    expect(durationWords(ms)).toBe(words);
  });
});

describe('windowText', () => {
  it.each([
    ['2025-01-15T08:30:00.000Z', '2025-01-15T10:00:00.000Z', '2025-01-15 08:30 – 10:00 UTC'],
    ['2025-01-15T22:00:00.000Z', '2025-01-16T01:00:00.000Z', '2025-01-15 22:00 – 2025-01-16 01:00 UTC'],
    ['2025-01-15T08:30:05.000Z', '2025-01-15T08:31:00.000Z', '2025-01-15 08:30:05 – 08:31:00 UTC'],
  ])('%s to %s', (start, end, text) => {
    expect(windowText({ start, end }, 'utc')).toBe(text);
  });
});

describe('isOwnName', () => {
  it.each([
    '12345',
    '#12345',
    '871',
    '00000000-0000-4000-8000-000000012345',
    'https://security.microsoft.com/incidents/12345?tid=x',
    '/subscriptions/s/providers/incidents/00000000-0000-4000-8000-000000012345',
  ])('knows %s', (name) => {
    expect(isOwnName(name, sampleIncident())).toBe(true);
  });

  it.each([
    '12001',
    '1234',
    '123456',
    'https://security.microsoft.com/incidents/123456',
    'https://security.microsoft.com/incidents/12001',
  ])('does not know %s', (name) => {
    expect(isOwnName(name, sampleIncident())).toBe(false);
  });
});

describe('syncWord', () => {
  it.each([
    ['In step', {}],
    ['In step', { status: sync('confirmed') }],
    ['2 pending', { status: sync('pending'), severity: sync('pending'), tags: sync('confirmed') }],
    ['1 differ', { status: sync('pending'), assignee: sync('drifted') }],
    ['1 refused', { status: sync('refused'), assignee: sync('drifted') }],
  ])('says %s', (word, fields) => {
    expect(syncWord(sampleIncident({ sync: fields }))).toBe(word);
  });

  it('says when only one system knows the incident', () => {
    expect(syncWord(sampleIncident({ sentinel: null }))).toBe('Defender only');
    expect(syncWord(sampleIncident({ defender: null }))).toBe('Sentinel only');
  });
});

describe('keyed', () => {
  it('tells repeated names apart', () => {
    expect(keyed(['ip', 'user', 'ip'], (name) => name).map(({ key }) => key)).toEqual(['ip 1', 'user 1', 'ip 2']);
  });
});
