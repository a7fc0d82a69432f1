import { expect, test } from 'vitest';
import { idsOf, indicatorText, linksOf } from '@/components/features/incident-queue/acts/copy-words';
import { incidentOf } from '@/components/features/incident-queue/testing/incident';
import type { IncidentEntity } from '@/lib/domain/entity/entity';

const entity = (kind: IncidentEntity['kind'], label: string, facts: IncidentEntity['facts'] = []): IncidentEntity => ({
  kind,
  id: `${kind}:${label}`,
  label,
  facts,
  alertIds: [],
  roles: [],
  verdict: 'unknown',
  remediation: null,
});

test('a link a line, and every name that an incident has', () => {
  const one = incidentOf({ key: '7', title: 'Phishing' });
  const two = incidentOf({
    key: 'a-b',
    title: 'exe\u202efdp',
    defender: null,
    sentinel: { name: 'a-b', number: 42, webUrl: '', updatedAt: '', providerName: 'Azure Sentinel' },
  });
  expect(linksOf([one, two], 'https://console')).toBe('https://console/incidents/7\nhttps://console/incidents/a-b');
  expect(idsOf([one, two])).toBe(
    '#7 Phishing\nDefender incident id: 7\n\n#42 exe⟨RLO⟩fdp\nSentinel incident number: 42\nSentinel incident GUID: a-b',
  );
});

test('indicators are copied defanged, raw only on demand, and names of people, devices and subjects are none', () => {
  const sha256 = 'ab'.repeat(32);
  const entities = [
    entity('user', 'alex@contoso.com'),
    entity('ip', '185.0.0.7'),
    entity('ip', '185.0.0.7'),
    entity('url', 'https://evil.example/x'),
    entity('file', 'a.exe', [
      { name: 'fileDetails.fileName', value: 'a.exe' },
      { name: 'fileDetails.sha256', value: sha256 },
    ]),
    entity('email', 'Your invoice', [
      { name: 'p1Sender.emailAddress', value: 'mallory@evil.example' },
      { name: 'p1Sender.displayName', value: 'Mallory' },
      { name: 'senderIp', value: '185.0.0.9' },
    ]),
  ];
  expect(indicatorText(entities, 'defanged').split('\n')).toEqual([
    '185[.]0[.]0[.]7',
    'hxxps://evil[.]example/x',
    sha256,
    'mallory[@]evil[.]example',
    '185[.]0[.]0[.]9',
  ]);
  expect(indicatorText(entities, 'raw')).toContain('https://evil.example/x');
});
