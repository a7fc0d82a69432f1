/** Comments on Sentinel incidents: the writer chooses the GUID, and may edit and delete. */
import { HttpResponse, http } from 'msw';
import { type SentinelComment, sentinelCommentRequest } from '@/lib/wire/sentinel/comment';
import { currentCaller } from '@/mocks/handlers/manners/exchange';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { armPage } from '@/mocks/handlers/sentinel/arm-page';
import { refuseStale, sentinelIncidentOr404 } from '@/mocks/handlers/sentinel/incident';
import { armRequest, securityInsightsPath } from '@/mocks/handlers/sentinel/paths';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { etagOf } from '@/mocks/store/faces/arm-ids';
import { sentinelCommentFace } from '@/mocks/store/faces/sentinel-comment-face';
import type { SentinelCommentRecord, SentinelIncidentRecord } from '@/mocks/store/records/sentinel-incident-record';

const root = `${securityInsightsPath}/incidents/:incident/comments`;
/** https://learn.microsoft.com/azure/sentinel/sentinel-service-limits */
const mostComments = 100;
const longestComment = 30_000;

const commentNamed = (record: SentinelIncidentRecord, name: string): SentinelCommentRecord | undefined =>
  record.comments.find((comment) => comment.name.toLowerCase() === name.toLowerCase());

export const sentinelCommentHandlers: HandlerGroup = ({ store }) => [
  http.get(root, ({ request, params }) => {
    const options = armRequest(request, params, ['$top', '$skiptoken']);
    const record = sentinelIncidentOr404(store, String(params.incident));
    const face = (comment: SentinelCommentRecord): SentinelComment => sentinelCommentFace(record.name, comment);
    return HttpResponse.json(armPage(request, options, record.comments, face));
  }),

  http.get(`${root}/:name`, ({ request, params }) => {
    armRequest(request, params);
    const record = sentinelIncidentOr404(store, String(params.incident));
    const comment = commentNamed(record, String(params.name));
    if (!comment) throw new Refusal(404, 'NotFound', `Comment with id '${String(params.name)}' was not found.`);
    return HttpResponse.json(sentinelCommentFace(record.name, comment));
  }),

  http.put(`${root}/:name`, async ({ request, params }) => {
    armRequest(request, params);
    const record = sentinelIncidentOr404(store, String(params.incident));
    const name = String(params.name);
    const { etag, properties } = await parsedBody(request, sentinelCommentRequest, 'BadRequest');
    if (properties.message.trim() === '' || properties.message.length > longestComment) {
      throw new Refusal(400, 'BadRequest', `Property 'message' must have between 1 and ${longestComment} characters.`);
    }
    const caller = currentCaller();
    const by = { kind: 'caller', name: caller.displayName } as const;
    const known = commentNamed(record, name);
    if (known) {
      refuseStale(etag, etagOf(known.revision, known.updatedAt), known.name);
      store.sentinelIncidents.editComment(record, known, properties.message, by);
      return HttpResponse.json(sentinelCommentFace(record.name, known));
    }
    if (record.comments.length >= mostComments) {
      throw new Refusal(400, 'BadRequest', `An incident can have at most ${mostComments} comments.`);
    }
    const author = { name: caller.displayName, email: null, objectId: caller.objectId, userPrincipalName: null };
    const added = store.sentinelIncidents.addComment(record, { name, message: properties.message, author }, by);
    return HttpResponse.json(sentinelCommentFace(record.name, added), { status: 201 });
  }),

  http.delete(`${root}/:name`, ({ request, params }) => {
    armRequest(request, params);
    const record = sentinelIncidentOr404(store, String(params.incident));
    const known = commentNamed(record, String(params.name));
    if (!known) return new HttpResponse(null, { status: 204 });
    store.sentinelIncidents.removeComment(record, known.name, { kind: 'caller', name: currentCaller().displayName });
    return new HttpResponse(null, { status: 200 });
  }),
];
