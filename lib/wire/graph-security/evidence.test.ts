import { expect, test } from 'vitest';
import { type GraphEvidence, graphEvidence } from '@/lib/wire/graph-security/evidence';

const base = {
  createdDateTime: '2025-01-15T10:02:11.1234567Z',
  verdict: 'suspicious',
  remediationStatus: 'none',
  roles: ['compromised'],
};

test('a known type keeps its fields, and those it gains later', () => {
  const user = {
    '@odata.type': '#microsoft.graph.security.userEvidence',
    ...base,
    userAccount: { accountName: 'a.user', userPrincipalName: 'a.user@contoso.com', addedIn2031: 1 },
    addedIn2030: true,
  };
  expect(graphEvidence.parse(user)).toEqual(user);
});

test('a type the console has no words for passes through whole', () => {
  const pod = {
    '@odata.type': '#microsoft.graph.security.kubernetesPodEvidence',
    ...base,
    name: 'payments-7c9',
    namespace: { name: 'prod' },
  };
  expect(graphEvidence.parse(pod)).toEqual(pod);
});

test('a type newer than this code passes through whole', () => {
  const future = { '@odata.type': '#microsoft.graph.security.quantumKeyEvidence', ...base, keyId: 'k1' };
  expect(graphEvidence.parse(future)).toEqual(future);
});

test('a known type that does not fit is refused at its place, never passed through as unknown', () => {
  const result = graphEvidence.safeParse({
    '@odata.type': '#microsoft.graph.security.deviceEvidence',
    ...base,
    ipInterfaces: 'not a list',
  });
  expect(result.error?.issues.map((issue) => issue.path)).toEqual([['ipInterfaces']]);
});

test('enum members are forgiven their case and future ones become unknownFutureValue', () => {
  const parsed = graphEvidence.parse({
    '@odata.type': '#microsoft.graph.security.ipEvidence',
    ...base,
    verdict: 'Malicious',
    roles: ['CommandAndControl', 'timeTraveller'],
    ipAddress: '185.0.0.10',
  });
  expect(parsed).toMatchObject({ verdict: 'malicious', roles: ['commandAndControl', 'unknownFutureValue'] });
});

test('the type narrows by @odata.type', () => {
  const label = (evidence: GraphEvidence): string | null | undefined =>
    evidence['@odata.type'] === '#microsoft.graph.security.ipEvidence' ? evidence.ipAddress : null;
  const parsed = graphEvidence.parse({
    '@odata.type': '#microsoft.graph.security.ipEvidence',
    ...base,
    ipAddress: '185.0.0.10',
  });
  expect(label(parsed)).toBe('185.0.0.10');
});
