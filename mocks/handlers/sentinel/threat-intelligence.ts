/** Threat intelligence: indicators of the workspace, made, asked for, tagged and counted. */
import { HttpResponse, http } from 'msw';
import { guidOf } from '@/lib/base/random';
import {
  type SentinelIndicatorFields,
  sentinelIndicatorQuery,
  sentinelIndicatorRequest,
  sentinelIndicatorTags,
} from '@/lib/wire/sentinel/threat-intelligence';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { nextLink } from '@/mocks/handlers/manners/odata/next-link';
import { orderOf } from '@/mocks/handlers/manners/odata/order';
import { offsetOf } from '@/mocks/handlers/manners/odata/skip-token';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { armPage } from '@/mocks/handlers/sentinel/arm-page';
import { currentAuthor } from '@/mocks/handlers/sentinel/author';
import { refuseStale } from '@/mocks/handlers/sentinel/incident';
import { indicatorFields, indicatorTest, sortOf } from '@/mocks/handlers/sentinel/indicator-query';
import { armRequest, securityInsightsPath } from '@/mocks/handlers/sentinel/paths';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { etagOf } from '@/mocks/store/faces/arm-ids';
import { sentinelIndicatorFace } from '@/mocks/store/faces/sentinel-indicator-face';
import { observableOf } from '@/mocks/store/faces/threat-intelligence-rows';
import type { Shelved } from '@/mocks/store/shelf';
import type { Store } from '@/mocks/store/store';

const root = `${securityInsightsPath}/threatIntelligence/main`;
const defaultPage = 100;

function indicatorOr404(store: Store, name: string): Shelved<SentinelIndicatorFields> {
  const record = store.sentinel.indicators.byName(name);
  if (!record) throw new Refusal(404, 'NotFound', `Indicator '${name}' was not found.`);
  return record;
}

/** What the service asks of an indicator besides what the schema does. */
async function sentIndicator(request: Request) {
  const { etag, properties } = await parsedBody(request, sentinelIndicatorRequest, 'BadRequest');
  const missing = (['pattern', 'patternType', 'source', 'displayName'] as const).find((name) => !properties[name]);
  if (missing) throw new Refusal(400, 'BadRequest', `Property '${missing}' is required.`);
  if (!observableOf(properties.pattern ?? '')) {
    throw new Refusal(400, 'BadRequest', `The pattern '${properties.pattern ?? ''}' is not a valid STIX pattern.`);
  }
  const { confidence } = properties;
  if (typeof confidence === 'number' && (confidence < 0 || confidence > 100)) {
    throw new Refusal(400, 'BadRequest', "Property 'confidence' must be between 0 and 100.");
  }
  return { etag, properties };
}

function countsBy(
  records: readonly Shelved<SentinelIndicatorFields>[],
  keysOf: (fields: SentinelIndicatorFields) => readonly string[],
) {
  const counts = new Map<string, number>();
  for (const { fields } of records) for (const key of keysOf(fields)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].map(([metricName, metricValue]) => ({ metricName, metricValue }));
}

export const sentinelIndicatorHandlers: HandlerGroup = ({ store }) => [
  http.get(`${root}/indicators`, ({ request, params }) => {
    const options = armRequest(request, params, ['$orderby', '$top', '$skiptoken']);
    const order = orderOf(options.text('$orderby'), indicatorFields, 'properties/lastUpdatedTimeUtc desc');
    const found = [...store.sentinel.indicators.all()].sort(order);
    return HttpResponse.json(armPage(request, options, found, sentinelIndicatorFace, defaultPage));
  }),

  http.get(`${root}/indicators/:name`, ({ request, params }) => {
    armRequest(request, params);
    return HttpResponse.json(sentinelIndicatorFace(indicatorOr404(store, String(params.name))));
  }),

  http.post(`${root}/createIndicator`, async ({ request, params }) => {
    armRequest(request, params);
    const { properties } = await sentIndicator(request);
    // The same observable from the same source is the same indicator.
    const name = guidOf(`contoso/indicator/${properties.source}/${properties.pattern}`);
    const record = store.sentinel.indicators.put(name, properties, currentAuthor());
    return HttpResponse.json(sentinelIndicatorFace(record), { status: record.revision === 1 ? 201 : 200 });
  }),

  http.put(`${root}/indicators/:name`, async ({ request, params }) => {
    armRequest(request, params);
    const { etag, properties } = await sentIndicator(request);
    const known = store.sentinel.indicators.byName(String(params.name));
    if (known) refuseStale(etag, etagOf(known.revision, known.updatedAt), known.name);
    const record = store.sentinel.indicators.put(String(params.name), properties, currentAuthor());
    return HttpResponse.json(sentinelIndicatorFace(record), { status: known ? 200 : 201 });
  }),

  http.delete(`${root}/indicators/:name`, ({ request, params }) => {
    armRequest(request, params);
    const gone = store.sentinel.indicators.remove(String(params.name));
    return new HttpResponse(null, { status: gone ? 200 : 204 });
  }),

  http.post(`${root}/indicators/:name/appendTags`, async ({ request, params }) => {
    armRequest(request, params);
    const { name, fields } = indicatorOr404(store, String(params.name));
    const { threatIntelligenceTags: sent } = await parsedBody(request, sentinelIndicatorTags, 'BadRequest');
    const tags = [...new Set([...(fields.threatIntelligenceTags ?? []), ...sent])];
    store.sentinel.indicators.put(name, { ...fields, threatIntelligenceTags: tags }, currentAuthor());
    return new HttpResponse(null, { status: 200 });
  }),

  http.post(`${root}/indicators/:name/replaceTags`, async ({ request, params }) => {
    armRequest(request, params);
    const { name, fields, revision, updatedAt } = indicatorOr404(store, String(params.name));
    const { etag, properties } = await parsedBody(request, sentinelIndicatorRequest, 'BadRequest');
    refuseStale(etag, etagOf(revision, updatedAt), name);
    const tags = properties.threatIntelligenceTags ?? [];
    const record = store.sentinel.indicators.put(name, { ...fields, threatIntelligenceTags: tags }, currentAuthor());
    return HttpResponse.json(sentinelIndicatorFace(record));
  }),

  http.post(`${root}/queryIndicators`, async ({ request, params }) => {
    const options = armRequest(request, params, ['$skiptoken']);
    const asked = await parsedBody(request, sentinelIndicatorQuery, 'BadRequest');
    const found = store.sentinel.indicators.all().filter(indicatorTest(asked, store.clock.iso())).sort(sortOf(asked));
    const offset = offsetOf(options.text('$skiptoken') ?? asked.skipToken ?? null);
    const page = found.slice(offset, offset + Math.min(asked.pageSize ?? defaultPage, 1000));
    const reached = offset + page.length;
    return HttpResponse.json({
      value: page.map(sentinelIndicatorFace),
      ...(page.length > 0 && reached < found.length
        ? { nextLink: nextLink(new URL(request.url), reached, '$skipToken') }
        : {}),
    });
  }),

  http.get(`${root}/metrics`, ({ request, params }) => {
    armRequest(request, params);
    const records = store.sentinel.indicators.all();
    const properties = {
      lastUpdatedTimeUtc: store.clock.iso(),
      threatTypeMetrics: countsBy(records, (fields) => fields.threatTypes ?? []),
      patternTypeMetrics: countsBy(records, (fields) => [fields.patternType ?? '']),
      sourceMetrics: countsBy(records, (fields) => [fields.source ?? '']),
    };
    return HttpResponse.json({ value: [{ properties }] });
  }),
];
