/**
 * What a Sentinel incident is linked with. Its alerts are relations too: linking one adds it to the incident, unless
 * Defender owns the incident, whose alerts only Defender moves.
 */
import { HttpResponse, http } from 'msw';
import { guidOf } from '@/lib/base/random';
import { type SentinelRelation, sentinelRelationRequest } from '@/lib/wire/sentinel/relation';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { type FilterFields, filterTest } from '@/mocks/handlers/manners/odata/filter';
import { orderOf } from '@/mocks/handlers/manners/odata/order';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { armPage } from '@/mocks/handlers/sentinel/arm-page';
import { currentAuthor } from '@/mocks/handlers/sentinel/author';
import { sentinelIncidentOr404 } from '@/mocks/handlers/sentinel/incident';
import { armRequest, securityInsightsPath } from '@/mocks/handlers/sentinel/paths';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { etagOf, incidentResourceId, sentinelResourceId } from '@/mocks/store/faces/arm-ids';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import type { SentinelIncidentRecord } from '@/mocks/store/records/sentinel-incident-record';
import type { BookmarkRelation } from '@/mocks/store/records/sentinel-resource-records';
import type { Store } from '@/mocks/store/store';

const root = `${securityInsightsPath}/incidents/:incident/relations`;
/** https://learn.microsoft.com/azure/sentinel/sentinel-service-limits */
const mostBookmarks = 20;
const mostAlerts = 150;

const relationFields: FilterFields<SentinelRelation> = {
  name: { type: 'text', read: (relation) => relation.name },
  'properties/relatedResourceType': { type: 'text', read: (relation) => relation.properties.relatedResourceType },
  'properties/relatedResourceKind': { type: 'text', read: (relation) => relation.properties.relatedResourceKind },
};

const envelope = (incident: SentinelIncidentRecord, name: string, madeAt: string) => ({
  id: `${incidentResourceId(incident.name)}/relations/${name}`,
  name,
  type: 'Microsoft.SecurityInsights/Incidents/relations',
  etag: etagOf(0, madeAt),
});

const bookmarkFace = (incident: SentinelIncidentRecord, relation: BookmarkRelation): SentinelRelation => ({
  ...envelope(incident, relation.name, relation.madeAt),
  properties: {
    relatedResourceId: sentinelResourceId('Bookmarks', relation.bookmark),
    relatedResourceName: relation.bookmark,
    relatedResourceType: 'Microsoft.SecurityInsights/Bookmarks',
  },
});

/** A relation with an alert has a name of its own, that follows from both. */
const alertRelationName = (incident: SentinelIncidentRecord, alert: AlertRecord): string =>
  guidOf(`contoso/relation/${incident.name}/${alert.systemAlertId}`);

const alertFace = (incident: SentinelIncidentRecord, alert: AlertRecord): SentinelRelation => ({
  ...envelope(incident, alertRelationName(incident, alert), incident.createdAt),
  properties: {
    relatedResourceId: sentinelResourceId('Entities', alert.systemAlertId),
    relatedResourceName: alert.systemAlertId,
    relatedResourceType: 'Microsoft.SecurityInsights/Entities',
    relatedResourceKind: 'SecurityAlert',
  },
});

const relationsOf = (store: Store, incident: SentinelIncidentRecord): SentinelRelation[] => [
  ...(incident.bookmarks ?? []).map((relation) => bookmarkFace(incident, relation)),
  ...store.alerts.pick(incident.alertIds).map((alert) => alertFace(incident, alert)),
];

const relationNamed = (store: Store, incident: SentinelIncidentRecord, name: string): SentinelRelation | undefined =>
  relationsOf(store, incident).find((relation) => relation.name.toLowerCase() === name.toLowerCase());

/** `…/bookmarks/{name}` or `…/entities/{systemAlertId}`, in any case. */
function related(id: string): { collection: string; name: string } {
  const [, collection = '', name = ''] = /\/Microsoft\.SecurityInsights\/([^/]+)\/([^/]+)$/i.exec(id) ?? [];
  if (/^(bookmarks|entities)$/i.test(collection)) return { collection: collection.toLowerCase(), name };
  throw new Refusal(400, 'BadRequest', `Invalid value for 'relatedResourceId': '${id}'.`);
}

function linkBookmark(store: Store, incident: SentinelIncidentRecord, name: string, bookmarkName: string) {
  const bookmark = store.sentinel.bookmarks.byName(bookmarkName);
  if (!bookmark) throw new Refusal(404, 'NotFound', `Bookmark with id '${bookmarkName}' was not found.`);
  const links = incident.bookmarks ?? [];
  const others = links.filter((link) => link.name.toLowerCase() !== name.toLowerCase());
  if (others.length >= mostBookmarks) {
    throw new Refusal(400, 'BadRequest', `An incident can have at most ${mostBookmarks} bookmarks.`);
  }
  if (others.some((link) => link.bookmark === bookmark.name)) {
    throw new Refusal(409, 'Conflict', `Bookmark '${bookmark.name}' is already related to the incident.`);
  }
  const author = currentAuthor();
  const relation: BookmarkRelation = { name, bookmark: bookmark.name, madeAt: store.clock.iso() };
  store.sentinel.bookmarks.put(
    bookmark.name,
    { ...bookmark.fields, incident: { name: incident.name, relation: name } },
    author,
  );
  store.sentinelIncidents.setBookmarks(incident, [...others, relation], { kind: 'caller', name: author.name });
  return bookmarkFace(incident, relation);
}

function refuseDefendersOwn(incident: SentinelIncidentRecord): void {
  if (incident.twin === null) return;
  const message =
    'Alerts of incidents that Microsoft Defender XDR created can only be changed in Microsoft Defender XDR.';
  throw new Refusal(400, 'BadRequest', message);
}

function setAlerts(store: Store, incident: SentinelIncidentRecord, alertIds: readonly string[]): void {
  const shown = { alertIds, relatedAnalyticRuleIds: incident.relatedAnalyticRuleIds };
  store.sentinelIncidents.setAlerts(incident, shown, { kind: 'caller', name: currentAuthor().name });
}

function linkAlert(store: Store, incident: SentinelIncidentRecord, systemAlertId: string) {
  refuseDefendersOwn(incident);
  const wanted = systemAlertId.toLowerCase();
  const alert = [...store.alerts.all()].find((one) => one.systemAlertId.toLowerCase() === wanted);
  if (!alert) throw new Refusal(404, 'NotFound', `Entity with id '${systemAlertId}' was not found.`);
  if (incident.alertIds.length >= mostAlerts) {
    throw new Refusal(400, 'BadRequest', `An incident can have at most ${mostAlerts} alerts.`);
  }
  if (!incident.alertIds.includes(alert.id)) setAlerts(store, incident, [...incident.alertIds, alert.id]);
  return alertFace(incident, alert);
}

function unlink(store: Store, incident: SentinelIncidentRecord, relation: SentinelRelation): void {
  const target = relation.properties.relatedResourceName ?? '';
  if (relation.properties.relatedResourceKind === 'SecurityAlert') {
    refuseDefendersOwn(incident);
    const gone = store.alerts.pick(incident.alertIds).find((alert) => alert.systemAlertId === target);
    setAlerts(
      store,
      incident,
      incident.alertIds.filter((id) => id !== gone?.id),
    );
    return;
  }
  const author = currentAuthor();
  const bookmark = store.sentinel.bookmarks.byName(target);
  if (bookmark) store.sentinel.bookmarks.put(bookmark.name, { ...bookmark.fields, incident: null }, author);
  const rest = (incident.bookmarks ?? []).filter((link) => link.name !== relation.name);
  store.sentinelIncidents.setBookmarks(incident, rest, { kind: 'caller', name: author.name });
}

export const sentinelRelationHandlers: HandlerGroup = ({ store }) => [
  http.get(root, ({ request, params }) => {
    const options = armRequest(request, params, ['$filter', '$orderby', '$top', '$skiptoken']);
    const incident = sentinelIncidentOr404(store, String(params.incident));
    const found = relationsOf(store, incident)
      .filter(filterTest(options.text('$filter'), relationFields))
      .sort(orderOf(options.text('$orderby'), relationFields, 'name'));
    return HttpResponse.json(armPage(request, options, found, (relation) => relation));
  }),

  http.get(`${root}/:name`, ({ request, params }) => {
    armRequest(request, params);
    const incident = sentinelIncidentOr404(store, String(params.incident));
    const relation = relationNamed(store, incident, String(params.name));
    if (!relation) throw new Refusal(404, 'NotFound', `Relation with id '${String(params.name)}' was not found.`);
    return HttpResponse.json(relation);
  }),

  http.put(`${root}/:name`, async ({ request, params }) => {
    armRequest(request, params);
    const incident = sentinelIncidentOr404(store, String(params.incident));
    const name = String(params.name);
    const { properties } = await parsedBody(request, sentinelRelationRequest, 'BadRequest');
    const known = relationNamed(store, incident, name);
    const target = related(properties.relatedResourceId);
    const relation =
      target.collection === 'bookmarks'
        ? linkBookmark(store, incident, name, target.name)
        : linkAlert(store, incident, target.name);
    return HttpResponse.json(relation, { status: known ? 200 : 201 });
  }),

  http.delete(`${root}/:name`, ({ request, params }) => {
    armRequest(request, params);
    const incident = sentinelIncidentOr404(store, String(params.incident));
    const relation = relationNamed(store, incident, String(params.name));
    if (!relation) return new HttpResponse(null, { status: 204 });
    unlink(store, incident, relation);
    return new HttpResponse(null, { status: 200 });
  }),
];
