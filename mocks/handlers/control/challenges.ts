/** Calling tokens in, as Entra does when an account is disabled or its password changes. Never called by the console. */
import { HttpResponse, http } from 'msw';
import { z } from 'zod';
import { applicationOf } from '@/mocks/handlers/entra/applications';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { HandlerGroup } from '@/mocks/handlers/services';

const body = z.union([
  z.strictObject({
    userPrincipalName: z.string(),
    /** Ends refresh tokens and browsers' sessions too: whoever it is has to sign in again. */
    sessions: z.boolean().optional(),
  }),
  z.strictObject({ clientId: z.string() }),
]);

export const challengeHandlers: HandlerGroup = ({ mint, store }) => [
  http.post('https://tenant.onequeue.test/challenges', async ({ request }) => {
    const wanted = await parsedBody(request, body, 'BadRequest');
    const whose =
      'clientId' in wanted ? applicationOf(wanted.clientId) : store.directory.byUpn(wanted.userPrincipalName);
    if (!whose) throw new Refusal(404, 'NotFound', 'Nobody of that name is in the directory.');
    mint.callIn(whose.objectId, 'sessions' in wanted && wanted.sessions === true);
    return new HttpResponse(null, { status: 204 });
  }),
];
