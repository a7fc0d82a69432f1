/** The log's queries are texts of ours: Microsoft's own parser must accept them, and nothing of an analyst's may enter. */
import { beforeAll, describe, expect, it } from 'vitest';
import { logAlertQuery, logAlertsQuery } from '@/lib/hub/alerts/log-query';
import { createKqlKnowledge, type KqlKnowledge } from '@/lib/hub/hunting/kql-knowledge';

const guid = '0a0a0a0a-1111-4222-8333-444444444444';

describe('queries of the log', () => {
  let kql: KqlKnowledge;
  beforeAll(async () => {
    kql = await createKqlKnowledge();
  });

  it.each([
    [
      'all',
      logAlertsQuery(
        { from: '2025-01-15T09:00:00.000Z', before: '2025-01-15T10:00:00.000Z' },
        '2024-12-15T00:00:00.000Z',
      ),
    ],
    ['one', logAlertQuery(guid)],
  ])('%s is KQL', (_, query) => {
    expect(kql.diagnose(query ?? '').filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each(['', 'ed1', `${guid}" or 1==1 //`, `${guid}\n`, guid.slice(1)])('asks for no alert %j', (id) => {
    expect(logAlertQuery(id)).toBeNull();
  });
});
