/**
 * Advanced hunting over Graph. Rows come as objects, types as CLR names, and the last 30 days are all there is.
 * https://learn.microsoft.com/graph/api/security-security-runhuntingquery
 */
import { HttpResponse, http } from 'msw';
import { z } from 'zod';
import { clrType } from '@/mocks/handlers/graph-security/clr-type';
import { outOfTime, whileEngineLives } from '@/mocks/handlers/manners/engine-trouble';
import { currentExchange } from '@/mocks/handlers/manners/exchange';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { timespanOf } from '@/mocks/handlers/manners/timespan';
import type { HandlerGroup, Services } from '@/mocks/handlers/services';
import type { JsonForm } from '@/mocks/kql/run/contract';
import { streamParts } from '@/mocks/kql/run/json-text';

const root = 'https://graph.microsoft.com/:version/security';

/** The CSDL writes the names in lower case, the documentation with a capital; the service takes both. */
const body = z.looseObject({
  Query: z.string().optional(),
  query: z.string().optional(),
  Timespan: z.string().nullish(),
  timespan: z.string().nullish(),
});

const context = 'https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.security.huntingQueryResults';
/** Booleans travel as SByte: 1 and 0. */
const form: JsonForm = { rows: 'objects', dynamics: 'value', bools: 'number' };

const thirtyDaysMs = 30 * 86_400_000;

/** https://learn.microsoft.com/graph/api/resources/security-api-overview#advanced-hunting */
export const huntingLimits = { rows: 100_000, bytes: 50 * 1024 * 1024, waitMs: 180_000 };

async function hunt({ store, engine, logs }: Services, request: Request): Promise<Response> {
  const sent = await parsedBody(request, body, 'BadRequest');
  const text = sent.Query ?? sent.query;
  if (!text?.trim()) throw new Refusal(400, 'BadRequest', "The request body must contain a 'Query'.");
  const now = store.clock.now();
  const oldest = new Date(now.getTime() - thirtyDaysMs);
  const asked = timespanOf(sent.Timespan ?? sent.timespan, now, 'BadRequest') ?? { start: oldest, end: now };
  const start = asked.start < oldest ? oldest : asked.start;
  await logs.settled();
  const options = {
    now,
    timespan: { start, end: asked.end },
    limits: huntingLimits,
    signal: request.signal,
    world: 'hunting' as const,
  };
  const result = await whileEngineLives(() => engine.runJson(text, options, form));
  if (!result.ok) {
    const late = outOfTime(result.problems);
    if (late) throw late;
    // Graph has one message for everything that is wrong with a query; the place is inside the text.
    const messages = result.problems.map((problem) => placed(problem, text));
    const { requestId } = currentExchange();
    throw new Refusal(400, 'BadRequest', messages.join('\n'), { extra: { target: requestId } });
  }
  if (result.truncated) {
    const message = `The query result is too large: it exceeds the allowed limits (${huntingLimits.rows} rows or 50 MB). Narrow the query or aggregate its results.`;
    throw new Refusal(400, 'BadRequest', message);
  }
  const schema = result.columns.map(({ name, type }) => ({ name, type: clrType(type) }));
  // The rows are JSON already: they are sent as they are.
  const reply = streamParts([
    `{"@odata.context":"${context}","schema":${JSON.stringify(schema)},"results":`,
    result.json,
    '}',
  ]);
  return new HttpResponse(reply, { headers: { 'content-type': 'application/json; charset=utf-8' } });
}

function placed(problem: { code: string; message: string; start: number }, text: string): string {
  const before = text.slice(0, problem.start);
  const line = before.split('\n').length;
  const column = problem.start - before.lastIndexOf('\n');
  const message = problem.message.replace(/\.?$/, '.');
  return `${message} Fix semantic or syntax errors in your query. (${problem.code}) [line:position=${line}:${column}]`;
}

export const huntingHandlers: HandlerGroup = (services) => [
  http.post(`${root}/runHuntingQuery`, ({ request }) => hunt(services, request)),
  http.post(`${root}/microsoft.graph.security.runHuntingQuery`, ({ request }) => hunt(services, request)),
];
