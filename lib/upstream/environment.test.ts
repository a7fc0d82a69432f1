import { expect, test } from 'vitest';
import { readEnvironment } from '@/lib/upstream/environment';

const complete = {
  ONEQUEUE_TENANT_ID: '72f988bf-0000-4000-8000-00000000c050',
  ONEQUEUE_CLIENT_ID: '00000000-0000-0000-0000-00000000c0de',
  ONEQUEUE_CLIENT_SECRET: 'demo',
  ONEQUEUE_SUBSCRIPTION_ID: '00000000-0000-4000-8000-000000000001',
  ONEQUEUE_RESOURCE_GROUP: 'rg-contoso-unified-soc',
  ONEQUEUE_WORKSPACE_NAME: 'law-contoso-unified',
  ONEQUEUE_WORKSPACE_ID: '00000000-0000-4000-8000-000000000002',
};

test.each([
  ['without an upstream it speaks to Microsoft', undefined, 'https://graph.microsoft.com'],
  ['an empty upstream is none', '', 'https://graph.microsoft.com'],
  ['a stand-in serves the hosts as paths', 'https://localhost:4443', 'https://localhost:4443/graph.microsoft.com'],
  ['a slash at its end is forgiven', 'https://localhost:4443/', 'https://localhost:4443/graph.microsoft.com'],
])('%s', (_name, upstream, graph) => {
  const environment = readEnvironment({ ...complete, ONEQUEUE_UPSTREAM: upstream });
  expect(environment.baseUrls.graph).toBe(graph);
  expect(environment.standIn).toBe(upstream === 'https://localhost:4443' || upstream === 'https://localhost:4443/');
});

test('everything that is missing is named in one error', () => {
  const { ONEQUEUE_CLIENT_SECRET, ONEQUEUE_WORKSPACE_ID, ...rest } = complete;
  expect(() => readEnvironment({ ...rest, ONEQUEUE_RESOURCE_GROUP: ' ' })).toThrow(
    'Missing: ONEQUEUE_CLIENT_SECRET, ONEQUEUE_RESOURCE_GROUP, ONEQUEUE_WORKSPACE_ID.',
  );
});

test('what is malformed is named, and its value is not', () => {
  const env = { ...complete, ONEQUEUE_TENANT_ID: 'contoso-tenant', ONEQUEUE_UPSTREAM: 'http://localhost:4443' };
  expect(() => readEnvironment(env)).toThrow(/ONEQUEUE_TENANT_ID has to be a GUID/);
  expect(() => readEnvironment(env)).toThrow(/ONEQUEUE_UPSTREAM has to be an https:\/\/ origin/);
  expect(() => readEnvironment(env)).not.toThrow(/contoso-tenant/);
});
