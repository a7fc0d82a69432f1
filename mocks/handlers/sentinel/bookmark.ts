/** Bookmarks of the workspace, and those that an incident is linked with. */
import { HttpResponse, http } from 'msw';
import { sentinelBookmarkRequest } from '@/lib/wire/sentinel/bookmark';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { armPage } from '@/mocks/handlers/sentinel/arm-page';
import { currentAuthor } from '@/mocks/handlers/sentinel/author';
import { refuseStale, sentinelIncidentOr404 } from '@/mocks/handlers/sentinel/incident';
import { armRequest, securityInsightsPath } from '@/mocks/handlers/sentinel/paths';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { etagOf } from '@/mocks/store/faces/arm-ids';
import { sentinelBookmarkFace, sentinelHuntingBookmarkFace } from '@/mocks/store/faces/sentinel-bookmark-face';
import type { SentinelIncidentRecord } from '@/mocks/store/records/sentinel-incident-record';
import type { BookmarkFields } from '@/mocks/store/records/sentinel-resource-records';
import type { Shelved } from '@/mocks/store/shelf';
import type { Store } from '@/mocks/store/store';

const root = `${securityInsightsPath}/bookmarks`;

const incidentOf = (store: Store, { fields }: Shelved<BookmarkFields>): SentinelIncidentRecord | undefined =>
  fields.incident ? store.sentinelIncidents.byName(fields.incident.name) : undefined;

const faceOf = (store: Store, record: Shelved<BookmarkFields>) =>
  sentinelBookmarkFace(record, incidentOf(store, record));

export const sentinelBookmarkHandlers: HandlerGroup = ({ store }) => [
  http.get(root, ({ request, params }) => {
    const options = armRequest(request, params, ['$top', '$skiptoken']);
    return HttpResponse.json(
      armPage(request, options, store.sentinel.bookmarks.all(), (record) => faceOf(store, record)),
    );
  }),

  http.get(`${root}/:name`, ({ request, params }) => {
    armRequest(request, params);
    const record = store.sentinel.bookmarks.byName(String(params.name));
    if (!record) throw new Refusal(404, 'NotFound', `Bookmark with id '${String(params.name)}' was not found.`);
    return HttpResponse.json(faceOf(store, record));
  }),

  http.put(`${root}/:name`, async ({ request, params }) => {
    armRequest(request, params);
    const name = String(params.name);
    const { etag, properties } = await parsedBody(request, sentinelBookmarkRequest, 'BadRequest');
    const known = store.sentinel.bookmarks.byName(name);
    if (known) refuseStale(etag, etagOf(known.revision, known.updatedAt), known.name);
    const fields = { ...properties, incident: known?.fields.incident ?? null };
    const record = store.sentinel.bookmarks.put(name, fields, currentAuthor());
    return HttpResponse.json(faceOf(store, record), { status: known ? 200 : 201 });
  }),

  http.delete(`${root}/:name`, ({ request, params }) => {
    armRequest(request, params);
    const record = store.sentinel.bookmarks.byName(String(params.name));
    if (!record) return new HttpResponse(null, { status: 204 });
    const incident = incidentOf(store, record);
    store.sentinel.bookmarks.remove(record.name);
    if (incident) {
      const rest = (incident.bookmarks ?? []).filter((relation) => relation.bookmark !== record.name);
      store.sentinelIncidents.setBookmarks(incident, rest, { kind: 'caller', name: currentAuthor().name });
    }
    return new HttpResponse(null, { status: 200 });
  }),

  // Reads, in spite of the verb, and without pages.
  http.post(`${securityInsightsPath}/incidents/:incident/bookmarks`, ({ request, params }) => {
    armRequest(request, params);
    const incident = sentinelIncidentOr404(store, String(params.incident));
    const linked = (incident.bookmarks ?? []).flatMap(
      (relation) => store.sentinel.bookmarks.byName(relation.bookmark) ?? [],
    );
    return HttpResponse.json({ value: linked.map((record) => sentinelHuntingBookmarkFace(record, incident)) });
  }),
];
