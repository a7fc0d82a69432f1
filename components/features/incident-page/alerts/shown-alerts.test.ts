import { describe, expect, it } from 'vitest';
import { shownAlerts } from '@/components/features/incident-page/alerts/shown-alerts';
import { address, sampleAlert, sampleEvidence } from '@/components/features/incident-page/testing/sample-incident';

const alerts = [
  sampleAlert('late', '09:50', { severity: 'low', title: 'Mass download', evidence: [sampleEvidence(address)] }),
  sampleAlert('early', '08:30', { severity: 'medium', title: 'Risky sign-in', techniques: ['T1078.004'] }),
  sampleAlert('middle', '09:00', { severity: 'high', title: 'Secret read' }),
];
const ids = (find: string, sort: 'time' | 'severity') => shownAlerts(alerts, find, sort).map((alert) => alert.id);

describe('shownAlerts', () => {
  it('orders by time or by severity', () => {
    expect(ids('', 'time')).toEqual(['early', 'middle', 'late']);
    expect(ids('', 'severity')).toEqual(['middle', 'early', 'late']);
  });

  it.each([
    ['a word of the title', 'RISKY', ['early']],
    ['an address in the evidence', '185.0.0.7', ['late']],
    ['a technique', 't1078', ['early']],
    ['words that no alert has together', 'risky download', []],
  ])('finds %s', (_, find, expected) => {
    expect(ids(find, 'time')).toEqual(expected);
  });

  it('leaves the list it was given as it was', () => {
    shownAlerts(alerts, '', 'severity');
    expect(alerts[0]?.id).toBe('late');
  });
});
