import { describe, expect, it } from 'vitest';
import { smallTenant } from '@/mocks/testing/small-tenant';

/** What a trickling tenant looks like two hours on. */
async function twoHoursOn(seed: number): Promise<{ news: string[]; twins: number; alerts: number; started: number }> {
  const tenant = await smallTenant({ seed, rows: 0, trickle: true });
  const started = [...tenant.store.graphIncidents.all()].length;
  await tenant.clock.advance(2 * 3_600_000);
  const news = [...tenant.store.graphIncidents.all()].slice(started);
  await tenant.close();
  return {
    started,
    news: news.map(({ id, fields }) => `${id} ${fields.createdDateTime} ${fields.displayName}`),
    twins: news.filter((incident) => incident.twin !== null).length,
    alerts: news.reduce((sum, incident) => sum + incident.alertIds.length, 0),
  };
}

describe('the trickle', () => {
  it('brings an incident every few minutes, with its alerts, and to Sentinel too', async () => {
    const { news, twins, alerts } = await twoHoursOn(7);
    expect(news.length).toBeGreaterThan(13);
    expect(news.length).toBeLessThan(60);
    expect(twins).toBeGreaterThan(news.length - 4);
    expect(alerts).toBeGreaterThanOrEqual(news.length);
  });

  it('is the same for the same seed', async () => {
    const [one, other, another] = [await twoHoursOn(7), await twoHoursOn(7), await twoHoursOn(8)];
    expect(one.news).toEqual(other.news);
    expect(one.news).not.toEqual(another.news);
  });

  it('says what happened when it happens: no alert is older than its incident or newer than the clock', async () => {
    const tenant = await smallTenant({ rows: 0, trickle: true });
    const known = new Set([...tenant.store.alerts.all()].map((alert) => alert.id));
    await tenant.clock.advance(3_600_000);
    for (const { id, graph } of tenant.store.alerts.all()) {
      if (known.has(id)) continue;
      expect(Date.parse(graph.createdDateTime ?? '')).toBeLessThanOrEqual(tenant.clock.nowMs());
      expect(Date.parse(graph.createdDateTime ?? '')).toBeGreaterThanOrEqual(Date.parse('2025-01-15T10:05:00Z'));
    }
    await tenant.close();
  });

  it('lets colleagues take and close some of what is new, and nothing of what was there', async () => {
    const tenant = await smallTenant({ rows: 0, trickle: true });
    const before = new Map(
      [...tenant.store.graphIncidents.all()].map(({ id, fields }) => [id, fields.lastUpdateDateTime]),
    );
    await tenant.clock.advance(3 * 3_600_000);
    const all = [...tenant.store.graphIncidents.all()];
    const news = all.filter(({ id }) => !before.has(id));
    expect(news.some(({ fields }) => fields.status === 'inProgress')).toBe(true);
    const closed = news.filter(({ fields }) => fields.status === 'resolved');
    expect(closed.length).toBeGreaterThan(0);
    expect(closed.every(({ fields }) => fields.assignedTo && fields.comments?.length)).toBe(true);
    for (const { id, fields } of all) {
      if (before.has(id)) expect(fields.lastUpdateDateTime).toBe(before.get(id));
    }
    await tenant.close();
  });
});
