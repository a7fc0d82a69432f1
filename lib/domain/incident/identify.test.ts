import { describe, expect, it } from 'vitest';
import { identifyIncident } from '@/lib/domain/incident/identify';

const guid = '0a0a0a0a-1111-4222-8333-444444444444';
const arm = `/subscriptions/5ab5c050-0000-4000-8000-00000000c050/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/law/providers/Microsoft.SecurityInsights/Incidents/${guid}`;

describe('identifyIncident', () => {
  it.each(['12345', '#12345', ' # 12345 ', '0012345'])(
    'takes %j for a number: Defender first, then Sentinel',
    (text) => {
      expect(identifyIncident(text)).toEqual([
        { kind: 'defenderId', id: '12345' },
        { kind: 'sentinelNumber', number: 12_345 },
      ]);
    },
  );

  it.each([
    guid,
    guid.toUpperCase(),
    `{${guid}}`,
    arm,
    `https://portal.azure.com/#asset/Microsoft_Azure_Security_Insights/Incident${arm}`,
    `https://portal.azure.com/#view/X/id/${encodeURIComponent(arm)}`,
    `https://portal.azure.com/#view/X/id/${encodeURIComponent(encodeURIComponent(arm))}`,
  ])('finds the Sentinel GUID in %s', (text) => {
    expect(identifyIncident(text)).toEqual([{ kind: 'sentinelName', name: guid }]);
  });

  it.each([
    'https://security.microsoft.com/incidents/12345?tid=t',
    'https://security.microsoft.com/incident2/12345/overview',
    'https://SECURITY.microsoft.com/incidents/12345',
  ])('finds the Defender number in %s', (text) => {
    expect(identifyIncident(text)).toEqual([{ kind: 'defenderId', id: '12345' }]);
  });

  it.each([
    '',
    'phishing',
    'https://attacker.example/incidents/12345',
    `https://attacker.example${arm}`,
    'https://security.microsoft.com.attacker.example/incidents/1',
    '1'.repeat(40),
    'https://portal.azure.com/#%zz',
    'javascript:alert(1)',
  ])('takes %j for no incident', (text) => {
    expect(identifyIncident(text)).toEqual([]);
  });
});
