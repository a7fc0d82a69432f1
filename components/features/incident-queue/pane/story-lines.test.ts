import { expect, test } from 'vitest';
import { activitySpan, sourceLine, tacticLine } from '@/components/features/incident-queue/pane/story-lines';
import { incidentOf } from '@/components/features/incident-queue/testing/incident';

test('several sources are named and confirm each other', () => {
  const incident = incidentOf({ key: '1', alertCount: 4, products: ['defenderForEndpoint', 'sentinel'] });
  expect(sourceLine(incident)).toBe(
    '4 alerts from Defender for Endpoint and Sentinel, confirmed by more than one source.',
  );
});

test('one alert of an unknown product is one alert', () => {
  expect(sourceLine(incidentOf({ key: '1', products: ['unknown'] }))).toBe('1 alert.');
});

test('tactics are read in kill-chain order, none is no line', () => {
  expect(tacticLine(incidentOf({ key: '1', tactics: ['InitialAccess', 'CredentialAccess'] }))).toBe(
    'Initial access → Credential access.',
  );
  expect(tacticLine(incidentOf({ key: '1' }))).toBeNull();
});

test('the span needs both ends', () => {
  const ends = { firstActivityAt: '2025-01-15T09:40:00Z', lastActivityAt: '2025-01-15T10:02:00Z' };
  expect(activitySpan(incidentOf({ key: '1', ...ends }))).toBe('22 min');
  expect(activitySpan(incidentOf({ key: '1', ...ends, lastActivityAt: null }))).toBeNull();
});
