/**
 * One entity: what it is, what it is connected with, what happened to it. Preview versions only.
 * https://learn.microsoft.com/rest/api/securityinsights/entities
 */
import { HttpResponse, http } from 'msw';
import { guidOf } from '@/lib/base/random';
import type { SentinelEntity } from '@/lib/wire/sentinel/entity';
import {
  type SentinelTimelineEntry,
  sentinelExpandRequest,
  sentinelInsightsRequest,
  sentinelTimelineRequest,
} from '@/lib/wire/sentinel/entity-page';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { armPage } from '@/mocks/handlers/sentinel/arm-page';
import { armRequest, securityInsightsPath } from '@/mocks/handlers/sentinel/paths';
import { requirePreview } from '@/mocks/handlers/sentinel/preview';
import type { HandlerGroup } from '@/mocks/handlers/services';
import type { KnownEntity } from '@/mocks/store/entity-index';
import { sentinelResourceId } from '@/mocks/store/faces/arm-ids';
import { sentinelAlertFace, sentinelEntityFaces } from '@/mocks/store/faces/sentinel-alert-face';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import type { Store } from '@/mocks/store/store';

const root = `${securityInsightsPath}/entities`;
/** Made up: Microsoft's own ids belong to its own queries. */
const relatedAlerts = guidOf('contoso/expansion/related-alerts');
const relatedEntities = guidOf('contoso/expansion/related-entities');
const alertInsight = guidOf('contoso/insight/alerts-by-severity');

function entityOr404({ sentinel }: Store, name: string): KnownEntity {
  const known = sentinel.entities.byName(name);
  if (!known) throw new Refusal(404, 'NotFound', `Entity with id '${name}' was not found.`);
  return known;
}

type Span = { startTime?: string | null | undefined; endTime?: string | null | undefined };

const happenedAt = ({ graph }: AlertRecord): string => graph.firstActivityDateTime ?? graph.createdDateTime ?? '';

function within({ startTime, endTime }: Span, alerts: readonly AlertRecord[]): AlertRecord[] {
  const [startMs, endMs] = [startTime ? Date.parse(startTime) : 0, endTime ? Date.parse(endTime) : Number.MAX_VALUE];
  if (startMs > endMs) throw new Refusal(400, 'BadRequest', "'startTime' must not be later than 'endTime'.");
  return alerts.filter((alert) => {
    const atMs = Date.parse(happenedAt(alert));
    return atMs >= startMs && atMs <= endMs;
  });
}

function countsOf<Key extends string>(keys: readonly Key[]): [Key, number][] {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts];
}

/** An alert seen as an entity. */
function alertEntity(alert: AlertRecord): SentinelEntity {
  const { id, name, type, properties } = sentinelAlertFace(alert);
  return asAlertEntity({ id, name, type, kind: 'SecurityAlert', properties });
}

/** What POST incidents/{name}/alerts lists is the SecurityAlert entity of the same specification. */
function asAlertEntity(entity: Record<'id' | 'name' | 'type' | 'kind' | 'properties', unknown>): SentinelEntity {
  return entity as SentinelEntity;
}

function expanded({ entity, alerts }: KnownEntity, expansionId: string, span: Span): SentinelEntity[] {
  const seen = within(span, alerts);
  if (expansionId === relatedAlerts) return seen.map(alertEntity);
  if (expansionId === relatedEntities) return sentinelEntityFaces(seen).filter(({ name }) => name !== entity.name);
  throw new Refusal(400, 'BadRequest', `The expansion '${expansionId}' does not exist.`);
}

function timelineEntry(alert: AlertRecord): SentinelTimelineEntry {
  const { name, properties } = sentinelAlertFace(alert);
  return {
    kind: 'SecurityAlert',
    azureResourceId: name,
    displayName: properties.alertDisplayName,
    description: properties.description,
    productName: properties.productName,
    severity: properties.severity,
    alertType: properties.alertType,
    techniques: [...(alert.graph.mitreTechniques ?? [])],
    startTimeUtc: properties.startTimeUtc,
    endTimeUtc: properties.endTimeUtc,
    timeGenerated: properties.timeGenerated,
  };
}

const queryOf = (name: string, kind: 'Expansion' | 'Insight', displayName: string, collection: string) => ({
  id: sentinelResourceId(collection, name),
  name,
  type: `Microsoft.SecurityInsights/${collection.includes('/') ? 'entities/queries' : 'entityQueries'}`,
  kind,
  properties: { displayName, dataSources: ['SecurityAlert'] },
});

export const sentinelEntityPageHandlers: HandlerGroup = ({ store }) => [
  http.get(root, ({ request, params }) => {
    const options = armRequest(request, params, ['$top', '$skiptoken']);
    requirePreview(request, 'entities');
    return HttpResponse.json(armPage(request, options, store.sentinel.entities.all(), ({ entity }) => entity, 100));
  }),

  http.get(`${root}/:name`, ({ request, params }) => {
    armRequest(request, params);
    requirePreview(request, 'entities');
    return HttpResponse.json(entityOr404(store, String(params.name)).entity);
  }),

  http.post(`${root}/:name/expand`, async ({ request, params }) => {
    armRequest(request, params);
    requirePreview(request, 'entities');
    const known = entityOr404(store, String(params.name));
    const { expansionId, ...span } = await parsedBody(request, sentinelExpandRequest, 'BadRequest');
    const entities = expanded(known, expansionId.toLowerCase(), span);
    const edges = entities.map(({ id }) => ({ targetEntityId: id, additionalData: { Source: 'SecurityAlert' } }));
    const aggregations = countsOf(entities.map(({ kind }) => kind)).map(([entityKind, count]) => ({
      entityKind,
      count,
    }));
    return HttpResponse.json({ value: { entities, edges }, metaData: { aggregations } });
  }),

  http.post(`${root}/:name/getTimeline`, async ({ request, params }) => {
    armRequest(request, params);
    requirePreview(request, 'entities');
    const known = entityOr404(store, String(params.name));
    const asked = await parsedBody(request, sentinelTimelineRequest, 'BadRequest');
    const wanted = !asked.kinds?.length || asked.kinds.includes('SecurityAlert');
    const value = wanted ? within(asked, known.alerts).map(timelineEntry) : [];
    value.sort((left, right) => ((left.startTimeUtc ?? '') < (right.startTimeUtc ?? '') ? 1 : -1));
    const aggregations = countsOf(value.map(({ kind }) => kind)).map(([kind, count]) => ({ kind, count }));
    return HttpResponse.json({ value, metaData: { totalCount: value.length, aggregations } });
  }),

  http.post(`${root}/:name/getInsights`, async ({ request, params }) => {
    armRequest(request, params);
    requirePreview(request, 'entities');
    const known = entityOr404(store, String(params.name));
    const asked = await parsedBody(request, sentinelInsightsRequest, 'BadRequest');
    const wanted = !asked.insightQueryIds?.length || asked.insightQueryIds.includes(alertInsight);
    const severities = within(asked, known.alerts).map(({ graph }) => String(graph.severity));
    const insight = {
      queryId: alertInsight,
      queryTimeInterval: { startTime: asked.startTime, endTime: asked.endTime },
      tableQueryResults: {
        columns: [
          { name: 'Severity', type: 'string' },
          { name: 'Alerts', type: 'long' },
        ],
        rows: countsOf(severities).map(([severity, count]) => [severity, String(count)]),
      },
    };
    const value = wanted ? [insight] : [];
    return HttpResponse.json({ value, metaData: { totalCount: value.length } });
  }),

  http.get(`${root}/:name/queries`, ({ request, params }) => {
    armRequest(withoutKind(request), params);
    requirePreview(request, 'entities');
    const { entity } = entityOr404(store, String(params.name));
    return HttpResponse.json({
      value: [queryOf(alertInsight, 'Insight', 'Alerts by severity', `entities/${entity.name}/queries`)],
    });
  }),

  http.get(`${securityInsightsPath}/entityQueries`, ({ request, params }) => {
    armRequest(withoutKind(request), params);
    requirePreview(request, 'entityQueries');
    return HttpResponse.json({
      value: [
        queryOf(relatedAlerts, 'Expansion', 'Related alerts', 'entityQueries'),
        queryOf(relatedEntities, 'Expansion', 'Entities in the same alerts', 'entityQueries'),
      ],
    });
  }),
];

/** `kind` is a parameter of these two alone. */
function withoutKind(request: Request): Request {
  const url = new URL(request.url);
  url.searchParams.delete('kind');
  return new Request(url, request);
}
