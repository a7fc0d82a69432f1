/** Advanced hunting over Defender for Endpoint's own API, which Graph's replaces: the same rows, in capitals. */
import { HttpResponse, http } from 'msw';
import { z } from 'zod';
import { onBothHosts } from '@/mocks/handlers/defender-endpoint/hosts';
import { clrType } from '@/mocks/handlers/graph-security/clr-type';
import { huntingLimits } from '@/mocks/handlers/graph-security/hunting';
import { outOfTime, whileEngineLives } from '@/mocks/handlers/manners/engine-trouble';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { HandlerGroup, Services } from '@/mocks/handlers/services';
import { streamParts } from '@/mocks/kql/run/json-text';

const body = z.object({ Query: z.string().min(1) });
const thirtyDaysMs = 30 * 86_400_000;

async function hunt({ store, engine, logs }: Services, request: Request): Promise<Response> {
  const { Query: text } = await parsedBody(request, body, 'InvalidRequestBody');
  const now = store.clock.now();
  await logs.settled();
  const asked = {
    now,
    timespan: { start: new Date(now.getTime() - thirtyDaysMs), end: now },
    limits: huntingLimits,
    signal: request.signal,
    world: 'hunting' as const,
  };
  const result = await whileEngineLives(() =>
    engine.runJson(text, asked, { rows: 'objects', dynamics: 'value', bools: 'number' }),
  );
  if (!result.ok) {
    const late = outOfTime(result.problems);
    if (late) throw late;
    throw new Refusal(400, 'BadRequest', result.problems.map((problem) => problem.message).join('\n'));
  }
  const stats = { ExecutionTime: result.statistics.executeMs / 1000, dataset_statistics: [] };
  const schema = result.columns.map(({ name, type }) => ({ Name: name, Type: clrType(type) }));
  const reply = streamParts([
    `{"Stats":${JSON.stringify(stats)},"Schema":${JSON.stringify(schema)},"Results":`,
    result.json,
    '}',
  ]);
  return new HttpResponse(reply, { headers: { 'content-type': 'application/json; charset=utf-8' } });
}

export const endpointHuntingHandlers: HandlerGroup = (services) =>
  onBothHosts((root) => [
    http.post(`${root}/advancedqueries/run`, ({ request }) => hunt(services, request)),
    http.post(`${root}/advancedhunting/run`, ({ request }) => hunt(services, request)),
  ]);
