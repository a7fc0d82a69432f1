import { describe, expect, it } from 'vitest';
import type { Evidence } from '@/lib/domain/alert/alert';
import { type LinkedAlert, sharedEntities } from '@/lib/domain/alert/shared-entities';
import type { Entity, EntityKind } from '@/lib/domain/entity/entity';

const entity = (kind: EntityKind, label: string): Entity => ({ kind, id: `${kind}:${label}`, label, facts: [] });
const alex = entity('user', 'alex@contoso.com');
const laptop = entity('device', 'lt-alex');
const address = entity('ip', '185.0.0.7');
const key = entity('registry', 'HKLM\\Run');

const evidence = (of: Entity): Evidence => ({
  entity: of,
  roles: [],
  verdict: 'suspicious',
  remediation: 'active',
  createdAt: null,
});
function alert(id: string, from: string, of: readonly Entity[], until = from): LinkedAlert {
  const time = (clock: string) => `2025-01-15T${clock}:00.000Z`;
  return {
    id,
    title: `Alert ${id}`,
    firstActivityAt: time(from),
    lastActivityAt: time(until),
    evidence: of.map(evidence),
  };
}
const told = (alerts: readonly LinkedAlert[], id: string, windowMs?: number) =>
  sharedEntities(
    alerts,
    windowMs,
  )(alerts.find((one) => one.id === id) ?? expect.unreachable(`no alert ${id}`)).map(
    ({ entity: { label }, nearest, gapMs, others }) => [label, nearest.id, gapMs / 60_000, others],
  );

describe('what an alert shares with others of its incident', () => {
  const alerts = [
    alert('spray', '08:30', [address, alex]),
    alert('travel', '08:42', [alex]),
    alert('vault', '09:40', [alex, address, laptop], '09:50'),
    alert('alone', '09:00', [entity('user', 'maya@contoso.com'), laptop, key]),
    alert('key', '09:01', [key]),
  ];

  it.each([
    [
      'the first looks ahead',
      'spray',
      [
        ['alex@contoso.com', 'travel', 12, 2],
        ['185.0.0.7', 'vault', 70, 1],
      ],
    ],
    [
      'a later one looks back',
      'vault',
      [
        ['alex@contoso.com', 'travel', -58, 2],
        ['lt-alex', 'alone', -40, 1],
        ['185.0.0.7', 'spray', -70, 1],
      ],
    ],
    ['a registry key connects nothing', 'key', []],
  ] as const)('%s', (_, id, expected) => {
    expect(told(alerts, id)).toEqual(expected);
  });

  it('ends with the window, which is counted from the end of the one to the beginning of the other', () => {
    const minutes = (count: number) => count * 60_000;
    expect(told(alerts, 'vault', minutes(57))).toEqual([['lt-alex', 'alone', -40, 1]]);
    const long = [alert('a', '08:00', [alex], '10:00'), alert('b', '09:00', [alex]), alert('c', '10:05', [alex])];
    expect(told(long, 'c', minutes(5))).toEqual([['alex@contoso.com', 'a', -5, 1]]);
    expect(told(long, 'a', minutes(1))).toEqual([['alex@contoso.com', 'b', 0, 1]]);
  });

  it('prefers what came before to what came after', () => {
    const near = [alert('after', '09:10', [alex]), alert('mine', '09:00', [alex]), alert('before', '08:50', [alex])];
    expect(told(near, 'mine')).toEqual([['alex@contoso.com', 'before', -10, 2]]);
  });

  it('counts evidence that is named twice once, and takes no alert with a time that cannot be read', () => {
    const broken = { ...alert('broken', '09:00', [alex]), firstActivityAt: '' };
    const twice = [alert('one', '09:00', [alex, alex]), alert('two', '09:00', [alex, alex]), broken];
    expect(told(twice, 'one')).toEqual([['alex@contoso.com', 'two', 0, 1]]);
    expect(told(twice, 'broken')).toEqual([]);
  });
});
