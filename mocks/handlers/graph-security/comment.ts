/** Comments on Defender incidents and alerts. A POST answers 200 and the whole list, and nothing is ever edited. */
import { HttpResponse, http } from 'msw';
import { z } from 'zod';
import type { GraphComment } from '@/lib/wire/graph-security/comment';
import { alertOr404 } from '@/mocks/handlers/graph-security/alert';
import { incidentOr404 } from '@/mocks/handlers/graph-security/incident';
import { currentCaller } from '@/mocks/handlers/manners/exchange';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { HandlerGroup } from '@/mocks/handlers/services';

const root = 'https://graph.microsoft.com/:version/security';
const body = z.looseObject({ comment: z.string() });

async function commentText(request: Request): Promise<string> {
  const { comment } = await parsedBody(request, body, 'BadRequest');
  if (comment.trim() === '') throw new Refusal(400, 'BadRequest', 'A comment must not be empty.');
  return comment;
}

const reply = (path: string, value: GraphComment[]): Response =>
  HttpResponse.json({
    '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#${path}/comments`,
    value,
  });

export const graphCommentHandlers: HandlerGroup = ({ store }) => [
  http.post(`${root}/incidents/:id/comments`, async ({ request, params }) => {
    const record = incidentOr404(store, String(params.id));
    const text = await commentText(request);
    const by = { kind: 'caller', name: currentCaller().displayName } as const;
    return reply(`security/incidents('${record.id}')`, store.graphIncidents.comment(record, text, by));
  }),
  http.post(`${root}/alerts_v2/:id/comments`, async ({ request, params }) => {
    const record = alertOr404(store, String(params.id));
    const text = await commentText(request);
    const by = { kind: 'caller', name: currentCaller().displayName } as const;
    return reply(`security/alerts_v2('${record.id}')`, store.alerts.comment(record, text, by));
  }),
];
