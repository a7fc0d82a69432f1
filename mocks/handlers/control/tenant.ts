/** What the tenant has been doing, and starting it over. Never called by the console. */
import { HttpResponse, http } from 'msw';
import type { HandlerGroup } from '@/mocks/handlers/services';

const host = 'https://tenant.onequeue.test';

export const tenantHandlers: HandlerGroup = ({ store, logs, throttle, traffic, reset }) => [
  http.get(`${host}/stats`, () =>
    HttpResponse.json({
      clock: store.clock.state(),
      requests: Object.fromEntries(traffic),
      quotas: throttle.levels(),
      incidents: {
        defender: [...store.graphIncidents.all()].length,
        sentinel: [...store.sentinelIncidents.all()].length,
      },
      alerts: [...store.alerts.all()].length,
      rows: logs.counts(),
    }),
  ),
  http.post(`${host}/reset`, async () => {
    await reset();
    return new HttpResponse(null, { status: 204 });
  }),
];
