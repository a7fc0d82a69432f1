import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  copilotEvaluation,
  copilotEvaluationList,
  copilotPrompt,
  copilotPromptList,
  copilotSession,
  copilotSessionList,
  copilotWorkspaceList,
} from '@/lib/wire/graph-security/copilot';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, askOf, field } from '@/mocks/testing/ask';
import { smallTenant } from '@/mocks/testing/small-tenant';

const workspaces = 'graph.microsoft.com/beta/security/securityCopilot/workspaces';
const sessions = `${workspaces}/default/sessions`;
let tenant: Tenant;
let ask: Ask;

beforeAll(async () => {
  tenant = await smallTenant({ rows: 0, quotas: false });
  ask = askOf(tenant);
});
afterAll(() => tenant.close());

const post = (url: string, body: object = {}) => ask(url, { method: 'POST', body });
const newSession = async () => copilotSession.parse((await post(sessions, { displayName: 'Incident 12345' })).body).id;

describe('Security Copilot', () => {
  it('evaluates a prompt step by step and says that it is not available', async () => {
    const made = await post(sessions, { displayName: 'Incident 12345' });
    expect(made.status).toBe(201);
    const session = copilotSession.parse(made.body);
    const asked = await post(`${sessions}/${session.id}/prompts`, { type: 'prompt', content: 'Summarize 12345' });
    expect(asked.status).toBe(201);
    const prompt = copilotPrompt.parse(asked.body);
    const url = `${sessions}/${session.id}/prompts/${prompt.id}/evaluations`;
    const begun = await post(url);
    expect(begun.status).toBe(201);
    const { id, state, result } = copilotEvaluation.parse(begun.body);
    expect([state, result]).toEqual(['created', null]);
    await tenant.clock.advance(2000);
    expect(field((await ask(`${url}/${id}`)).body, 'state')).toBe('running');
    await tenant.clock.advance(4000);
    expect((await ask(`${url}/${id}`)).body).toMatchObject({
      state: 'completed',
      completedDateTime: new Date(tenant.clock.nowMs() - 1000).toISOString(),
      result: { type: 'error', content: expect.stringContaining('not available') },
    });
    expect(copilotEvaluationList.parse((await ask(url)).body).value).toHaveLength(1);
    expect(copilotPromptList.parse((await ask(`${sessions}/${session.id}/prompts`)).body).value).toMatchObject([
      { id: prompt.id, content: 'Summarize 12345' },
    ]);
  });

  it('keeps sessions by workspace and caller', async () => {
    const { value } = copilotWorkspaceList.parse((await ask(workspaces)).body);
    const id = await newSession();
    expect((await ask(`${workspaces}/${value[0]?.id}/sessions/${id}`)).status).toBe(200);
    expect((await ask(`${workspaces}/elsewhere/sessions`)).status).toBe(404);
    expect((await ask(`${sessions}/${id}`, { as: 'reader' })).status).toBe(404);
    expect(copilotSessionList.parse((await ask(sessions, { as: 'reader' })).body).value).toEqual([]);
    expect((await ask(sessions, { method: 'POST', body: {}, as: 'reader' })).status).toBe(403);
    const renamed = await ask(`${sessions}/${id}`, { method: 'PATCH', body: { displayName: 'Other' } });
    expect(renamed.body).toMatchObject({ displayName: 'Other' });
  });

  it.each([
    ['a skill', { type: 'skill', content: 'x' }],
    ['nothing', { type: 'prompt', content: ' ' }],
    ['no content', { type: 'prompt' }],
  ])('refuses %s as a prompt', async (_, body) => {
    expect((await post(`${sessions}/${await newSession()}/prompts`, body)).status).toBe(400);
  });
});
