/**
 * Queries of the workspace. Rows come as arrays, dynamic values as JSON in a text, an answer that was cut as 200 with
 * an error beside the tables. https://learn.microsoft.com/azure/azure-monitor/logs/api/overview
 */
import { HttpResponse, http } from 'msw';
import { z } from 'zod';
import type { LogsQueryReply } from '@/lib/wire/log-analytics/query';
import { queryRefusal } from '@/mocks/handlers/log-analytics/query-refusal';
import { createLine, type Line } from '@/mocks/handlers/log-analytics/waiting-line';
import { requireWorkspace } from '@/mocks/handlers/log-analytics/workspaces';
import { outOfTime, whileEngineLives } from '@/mocks/handlers/manners/engine-trouble';
import { currentCaller } from '@/mocks/handlers/manners/exchange';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { timespanOf } from '@/mocks/handlers/manners/timespan';
import type { HandlerGroup, Services } from '@/mocks/handlers/services';
import type { JsonForm, JsonResult } from '@/mocks/kql/run/contract';
import { streamParts } from '@/mocks/kql/run/json-text';

const body = z.looseObject({
  query: z.string(),
  timespan: z.string().nullish(),
  workspaces: z.array(z.string()).nullish(),
});
type Question = z.infer<typeof body>;

/** https://learn.microsoft.com/azure/azure-monitor/service-limits#log-queries-and-language */
const limits = { rows: 500_000, bytes: 104_857_600 };
const form: JsonForm = { rows: 'arrays', dynamics: 'text', bools: 'bool' };
const defaultWaitSeconds = 180;
const longestWaitSeconds = 600;

/** `Prefer: wait=30, include-statistics=true` and the like, in one header or several. */
function preferences(request: Request) {
  const parts = (request.headers.get('prefer') ?? '').split(/[,;]/).map((part) => part.trim().toLowerCase());
  const wait = Number(parts.find((part) => part.startsWith('wait='))?.slice('wait='.length) ?? defaultWaitSeconds);
  return {
    waitMs: Math.min(Number.isNaN(wait) ? defaultWaitSeconds : wait, longestWaitSeconds) * 1000,
    statistics: parts.includes('include-statistics=true'),
    render: parts.includes('include-render=true'),
  };
}

type Result = Extract<JsonResult, { ok: true }>;
type Table = Pick<Result, 'name' | 'columns' | 'json'>;

/** The rows are JSON already: they are sent as they are, between what the reply says around them. */
function bodyOf(result: Result, prefer: ReturnType<typeof preferences>): ReadableStream<Uint8Array> {
  const tables = [result, ...(result.more ?? [])].flatMap(({ name, columns, json }: Table, index) => [
    `${index > 0 ? ',' : ''}{"name":${JSON.stringify(name)},"columns":${JSON.stringify(columns)},"rows":`,
    json,
    '}',
  ]);
  const after = JSON.stringify(besides(result, prefer)).slice(1);
  return streamParts(['{"tables":[', ...tables, after === '}' ? ']}' : `],${after}`]);
}

function besides({ json, render, truncated, statistics }: Result, prefer: ReturnType<typeof preferences>) {
  return {
    ...(prefer.statistics
      ? {
          statistics: {
            query: {
              executionTime: statistics.executeMs / 1000,
              datasetStatistics: [{ table_row_count: json.count }],
            },
          },
        }
      : {}),
    ...(prefer.render
      ? {
          render: {
            visualization: render?.visualization ?? 'table',
            title: render?.title ?? null,
            xColumn: render?.xColumn ?? null,
            series: render?.series ? [...render.series] : null,
          },
        }
      : {}),
    ...(truncated
      ? {
          error: {
            code: 'PartialError',
            message: 'There were some errors when processing your query.',
            details: [{ code: 'EngineError', message: truncated.reason }],
            innererror: { code: '-2133196797', message: truncated.reason },
          },
        }
      : {}),
  } satisfies Omit<LogsQueryReply, 'tables'>;
}

async function answer(services: Services, line: Line, request: Request, question: Question): Promise<Response> {
  const { store, engine, logs } = services;
  const prefer = preferences(request);
  const now = store.clock.now();
  const timespan = timespanOf(question.timespan, now, 'BadArgumentError');
  return line.enter(currentCaller().clientId, async () => {
    await logs.settled();
    const asked = {
      now,
      ...(timespan ? { timespan } : {}),
      limits: { ...limits, waitMs: prefer.waitMs },
      signal: request.signal,
      world: 'workspace' as const,
    };
    const result = await whileEngineLives(() => engine.runJson(question.query, asked, form));
    if (!result.ok) throw outOfTime(result.problems) ?? queryRefusal(result.problems, question.query);
    return new HttpResponse(bodyOf(result, prefer), { headers: { 'content-type': 'application/json; charset=utf-8' } });
  });
}

/** A body that isn't there, or isn't said to be JSON, gets the empty 200 that Microsoft documents as a trap. */
async function question(request: Request): Promise<Question | null> {
  const text = await request.text();
  if (text === '' || !(request.headers.get('content-type') ?? '').toLowerCase().includes('json')) return null;
  try {
    const parsed = body.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch {
    // Broken JSON and a body without a query are the same mistake to the service.
  }
  throw new Refusal(400, 'BadArgumentError', 'The request had some invalid properties', {
    extra: { innererror: { code: 'QueryValidationError', message: 'Failed parsing the query' } },
  });
}

export const queryHandlers: HandlerGroup = (services) => {
  const line = createLine();
  return ['https://api.loganalytics.azure.com', 'https://api.loganalytics.io'].flatMap((host) => [
    http.post(`${host}/v1/workspaces/:workspace/query`, async ({ request, params }) => {
      requireWorkspace(String(params.workspace));
      const asked = await question(request);
      return asked ? answer(services, line, request, asked) : new HttpResponse(null, { status: 200 });
    }),
    http.get(`${host}/v1/workspaces/:workspace/query`, ({ request, params }) => {
      requireWorkspace(String(params.workspace));
      const { searchParams } = new URL(request.url);
      const asked = { query: searchParams.get('query') ?? '', timespan: searchParams.get('timespan') };
      return answer(services, line, request, asked);
    }),
  ]);
};
