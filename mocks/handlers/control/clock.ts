/** Looking at the tenant's clock and moving it. Never called by the console. */
import { HttpResponse, http } from 'msw';
import { z } from 'zod';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { HandlerGroup } from '@/mocks/handlers/services';

const url = 'https://tenant.onequeue.test/clock';
const longestAdvanceMs = 366 * 86_400_000;

const body = z.strictObject({
  advanceMs: z.number().nonnegative().max(longestAdvanceMs).optional(),
  /** An instant to move to; the clock only goes forward. */
  now: z.iso.datetime({ offset: true }).optional(),
  paused: z.boolean().optional(),
  speed: z.number().positive().max(10_000).optional(),
});

export const clockHandlers: HandlerGroup = ({ store: { clock } }) => [
  http.get(url, () => HttpResponse.json(clock.state())),
  http.post(url, async ({ request }) => {
    const wanted = await parsedBody(request, body, 'BadRequest');
    if (wanted.paused === true) clock.pause();
    if (wanted.speed !== undefined) clock.setSpeed(wanted.speed);
    if (wanted.now !== undefined) {
      const byMs = Date.parse(wanted.now) - clock.nowMs();
      if (byMs < 0)
        throw new Refusal(400, 'BadRequest', `The clock already says ${clock.iso()}; reset the tenant to go back.`);
      await clock.advance(byMs);
    }
    if (wanted.advanceMs !== undefined) await clock.advance(wanted.advanceMs);
    if (wanted.paused === false) clock.resume();
    return HttpResponse.json(clock.state());
  }),
];
