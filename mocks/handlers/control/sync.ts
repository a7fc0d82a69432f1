/** Looking at the sync between the two systems, breaking it and setting it. Never called by the console. */
import { HttpResponse, http } from 'msw';
import { z } from 'zod';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { present } from '@/mocks/handlers/manners/present';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { syncedSeverities } from '@/mocks/store/connections/sync-settings';

const url = 'https://tenant.onequeue.test/sync';
const longestDelayMs = 86_400_000;
const delayMs = z.number().nonnegative().max(longestDelayMs);

const body = z.strictObject({
  /** An outage: nothing travels while it lasts, everything afterwards. */
  paused: z.boolean().optional(),
  changeMs: delayMs.optional(),
  arrivalMs: delayMs.optional(),
  severities: z.union([z.literal('all'), z.array(z.enum(syncedSeverities))]).optional(),
});

export const syncHandlers: HandlerGroup = ({ store: { connections } }) => {
  const state = () => ({ ...connections.sync(), ...connections.syncStatus() });
  return [
    http.get(url, () => HttpResponse.json(state())),
    http.post(url, async ({ request }) => {
      connections.changeSync(present(await parsedBody(request, body, 'BadRequest')));
      return HttpResponse.json(state());
    }),
  ];
};
