import { describe, expect, it } from 'vitest';
import type { SourceHealth } from '@/lib/domain/source/source';
import { severityChoice } from '@/lib/domain/sync/severity-choice';
import { syncFacts } from '@/lib/domain/sync/sync-facts';
import type { SyncMeasures, SyncSettings } from '@/lib/domain/sync/sync-overview';

const at = '2025-01-15T10:00:00.000Z';
const settings: SyncSettings = {
  readAt: at,
  workspaceName: 'law-contoso',
  onboarded: true,
  connector: { incidents: 'Enabled', alerts: 'Enabled', alertProviders: [] },
  entityProviders: ['ActiveDirectory', 'AzureActiveDirectory'],
  newest: { alerts: at, entities: at, incidents: at },
  health: [],
  charges: [],
};
const measures: SyncMeasures = {
  measuredAt: at,
  twins: 10,
  lastArrival: null,
  lastChange: null,
  waiting: [],
  overdue: [],
  overdueCount: 0,
  pendingFields: 0,
  pendingSince: null,
  driftedFields: 0,
  severities: [],
};
const well: SourceHealth = {
  system: 'defender',
  filledAt: at,
  lastSuccessAt: at,
  staleSince: null,
  newestChangeAt: at,
  lagMs: 0,
  backlog: 0,
  failingSince: null,
  reason: null,
  throttledUntil: null,
  incomplete: null,
};

const factsOf = (changes: Partial<SyncSettings>, health: SourceHealth[] = [well], overdueCount = 0) =>
  syncFacts({ settings: { ...settings, ...changes }, measures: { ...measures, overdueCount } }, health);
const valuesOf = (changes: Partial<SyncSettings>) => factsOf(changes).map(({ value }) => value);

describe('the five facts', () => {
  it.each<[string, Partial<SyncSettings>, (string | null)[]]>([
    ['as Microsoft shows them', {}, ['Active', 'law-contoso', 'Bi-directional', 'Enabled', 'Enabled']],
    ['not onboarded', { onboarded: false }, ['Inactive', 'law-contoso', 'None', 'Disabled', 'Enabled']],
    ['no connector', { connector: null }, ['Inactive', 'law-contoso', 'None', 'Disabled', 'Enabled']],
    [
      'incidents off',
      { connector: { incidents: 'Disabled', alerts: 'Enabled', alertProviders: [] } },
      ['Inactive', 'law-contoso', 'None', 'Disabled', 'Enabled'],
    ],
    [
      'alerts off',
      { connector: { incidents: 'Enabled', alerts: 'Disabled', alertProviders: [] } },
      ['Active', 'law-contoso', 'Bi-directional', 'Disabled', 'Enabled'],
    ],
    [
      'alerts go with incidents where the connector does not mention them',
      { connector: { incidents: 'enabled', alerts: null, alertProviders: [] } },
      ['Active', 'law-contoso', 'Bi-directional', 'Enabled', 'Enabled'],
    ],
    ['no directory', { entityProviders: [] }, ['Active', 'law-contoso', 'Bi-directional', 'Enabled', 'Disabled']],
    [
      'what cannot be read is not invented',
      { connector: { unread: 'No access.' }, entityProviders: { unread: 'No access.' } },
      [null, 'law-contoso', null, null, null],
    ],
    [
      'one that is off is off, whatever else cannot be read',
      { connector: null, onboarded: { unread: 'No access.' } },
      ['Inactive', 'law-contoso', 'None', 'Disabled', 'Enabled'],
    ],
    [
      'an outage that Sentinel reports',
      { health: [{ table: 'SecurityIncident', at, status: 'Failure', reason: 'Unavailable.' }] },
      ['Failing', 'law-contoso', 'Bi-directional', 'Enabled', 'Enabled'],
    ],
    [
      'an outage that is over',
      { health: [{ table: 'SecurityIncident', at, status: 'Success', reason: '' }] },
      ['Active', 'law-contoso', 'Bi-directional', 'Enabled', 'Enabled'],
    ],
  ])('%s', (_, changes, values) => {
    expect(valuesOf(changes)).toEqual(values);
  });

  it('is active with a warning while a system is silent, and says since when', () => {
    const [status] = factsOf({}, [{ ...well, failingSince: at }]);
    expect(status).toMatchObject({ value: 'Active', tone: 'warning', since: at });
    expect(status?.says).toContain('Defender does not answer');
  });

  it('warns of incidents that are overdue', () => {
    expect(factsOf({}, [well], 2)[0]).toMatchObject({ value: 'Active', tone: 'warning' });
  });

  it('names the only products whose alerts are carried', () => {
    const connector = { incidents: 'Enabled', alerts: 'Enabled', alertProviders: ['microsoftDefenderForEndpoint'] };
    expect(factsOf({ connector })[3]).toMatchObject({ tone: 'warning', says: expect.stringContaining('ForEndpoint') });
  });
});

type Arrivals = Parameters<typeof severityChoice>[0][number];

describe('whether all severities arrive', () => {
  const facts = (severity: Arrivals['severity'], newestArrivedAt: string | null, stoppedAt: string | null) => ({
    ...{ severity, newestArrivedAt, stoppedAt },
    arrived: newestArrivedAt === null ? 0 : 3,
    missing: stoppedAt === null ? 0 : 2,
  });
  it.each([
    ['all', [facts('high', '09', null), facts('low', '03', null)], { kind: 'all', seen: ['high', 'low'] }],
    [
      'none of two ever arrived',
      [facts('high', '09', null), facts('medium', null, '05'), facts('low', null, '02')],
      { kind: 'filtered', kept: ['medium', 'low'] },
    ],
    [
      'a filter that was set lately, however many arrived before',
      [facts('high', '09', null), facts('low', '04', '05')],
      { kind: 'filtered', kept: ['low'] },
    ],
    [
      'nothing arrives any more: that may be an outage',
      [facts('high', '04', '06'), facts('low', '03', '05')],
      { kind: 'stalled', kept: ['high', 'low'] },
    ],
    ['nothing to judge by', [], { kind: 'unknown' }],
  ])('%s', (_, given, choice) => {
    expect(severityChoice(given)).toEqual(choice);
  });
});
