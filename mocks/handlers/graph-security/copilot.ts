/**
 * Security Copilot's sessions, prompts and evaluations, beta only. A caller sees its own sessions.
 * https://learn.microsoft.com/graph/api/security-securitycopilot-workspace-post-sessions
 */
import { HttpResponse, http } from 'msw';
import { guidOf } from '@/lib/base/random';
import { type CopilotPrompt, copilotPromptRequest, copilotSessionRequest } from '@/lib/wire/graph-security/copilot';
import { evaluate } from '@/mocks/cloud/copilot/evaluate';
import { currentCaller, currentExchange } from '@/mocks/handlers/manners/exchange';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { graphPage } from '@/mocks/handlers/manners/odata/graph-page';
import { queryOptions } from '@/mocks/handlers/manners/odata/query-options';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { HandlerGroup } from '@/mocks/handlers/services';
import type { CopilotPromptRecord, CopilotSessionRecord } from '@/mocks/store/copilot-sessions';
import type { Store } from '@/mocks/store/store';

const workspaces = 'https://graph.microsoft.com/beta/security/securityCopilot/workspaces';
const sessions = `${workspaces}/:workspace/sessions`;
const prompts = `${sessions}/:session/prompts`;
const evaluations = `${prompts}/:prompt/evaluations`;
const root = 'https://graph.microsoft.com/beta/$metadata#security/securityCopilot/workspaces';
const workspaceId = guidOf('contoso/security-copilot/workspace');
const pageSize = { usual: 100, largest: 100 };
const longestPrompt = 16_000;

type Names = Readonly<Record<string, string | readonly string[] | undefined>>;

const missing = (what: string, id: unknown): Refusal =>
  new Refusal(404, 'NotFound', `${what} with id '${String(id)}' was not found.`);

/** `default` is the workspace that onboarding made. */
function requireWorkspace({ workspace }: Names): void {
  if (workspace !== 'default' && String(workspace).toLowerCase() !== workspaceId) throw missing('Workspace', workspace);
}

function sessionOr404(store: Store, names: Names): CopilotSessionRecord {
  requireWorkspace(names);
  const record = store.copilotSessions.byId(String(names.session));
  if (record?.ownerId !== currentCaller().clientId) throw missing('Session', names.session);
  return record;
}

function promptOr404(store: Store, names: Names): CopilotPromptRecord {
  const record = sessionOr404(store, names).prompts.get(String(names.prompt).toLowerCase());
  if (!record) throw missing('Prompt', names.prompt);
  return record;
}

const newId = (kind: string): string =>
  guidOf(`copilot/${kind}/${currentExchange().requestId}/${currentExchange().at}`);
const created = (context: string, resource: object): Response =>
  HttpResponse.json({ '@odata.context': `${root}${context}/$entity`, ...resource }, { status: 201 });
const one = (context: string, resource: object): Response =>
  HttpResponse.json({ '@odata.context': `${root}${context}/$entity`, ...resource });
const all = (context: string, value: readonly object[]): Response =>
  HttpResponse.json({ '@odata.context': `${root}${context}`, value });

const sessionContext = "('default')/sessions";
const promptContext = ({ session }: Names): string => `${sessionContext}('${String(session)}')/prompts`;
const evaluationContext = (names: Names): string => `${promptContext(names)}('${String(names.prompt)}')/evaluations`;

function listSessions(store: Store, request: Request): Response {
  const options = queryOptions(new URL(request.url), ['$top', '$skiptoken']);
  const found = [...store.copilotSessions.all()]
    .filter(({ ownerId }) => ownerId === currentCaller().clientId)
    .map(({ session }) => session)
    .reverse();
  const context = `${root}${sessionContext}`;
  return HttpResponse.json(graphPage(request, options, found, (session) => session, context, pageSize));
}

async function createSession(store: Store, request: Request): Promise<Response> {
  const { displayName } = await parsedBody(request, copilotSessionRequest, 'BadRequest');
  const at = store.clock.iso();
  const session = {
    id: newId('session'),
    displayName: displayName ?? null,
    createdDateTime: at,
    lastModifiedDateTime: at,
  };
  store.copilotSessions.add({ session, ownerId: currentCaller().clientId, prompts: new Map() });
  return created(sessionContext, session);
}

async function createPrompt(store: Store, request: Request, names: Names): Promise<Response> {
  const record = sessionOr404(store, names);
  const { type, content } = await parsedBody(request, copilotPromptRequest, 'BadRequest');
  if (type !== 'prompt') throw new Refusal(400, 'BadRequest', "Only prompts of the type 'prompt' are supported.");
  if (content.trim() === '' || content.length > longestPrompt) {
    throw new Refusal(400, 'BadRequest', `'content' must have between 1 and ${longestPrompt} characters.`);
  }
  const at = store.clock.iso();
  const prompt: CopilotPrompt = {
    id: newId('prompt'),
    type,
    createdDateTime: at,
    lastModifiedDateTime: at,
    skillName: null,
    content,
    inputs: { keyValuePairs: [] },
    skillInputDescriptors: [],
  };
  record.prompts.set(prompt.id, { prompt, evaluations: [] });
  record.session = { ...record.session, lastModifiedDateTime: at };
  return created(promptContext(names), prompt);
}

export const copilotHandlers: HandlerGroup = ({ store }) => [
  http.get(workspaces, () => all('', [{ id: workspaceId, displayName: 'Contoso security operations' }])),
  http.get(sessions, ({ request, params }) => {
    requireWorkspace(params);
    return listSessions(store, request);
  }),
  http.post(sessions, ({ request, params }) => {
    requireWorkspace(params);
    return createSession(store, request);
  }),
  http.get(`${sessions}/:session`, ({ params }) => one(sessionContext, sessionOr404(store, params).session)),
  http.patch(`${sessions}/:session`, async ({ request, params }) => {
    const record = sessionOr404(store, params);
    const { displayName } = await parsedBody(request, copilotSessionRequest, 'BadRequest');
    record.session = { ...record.session, displayName: displayName ?? null, lastModifiedDateTime: store.clock.iso() };
    return one(sessionContext, record.session);
  }),
  http.get(prompts, ({ params }) =>
    all(
      promptContext(params),
      [...sessionOr404(store, params).prompts.values()].map(({ prompt }) => prompt),
    ),
  ),
  http.post(prompts, ({ request, params }) => createPrompt(store, request, params)),
  http.get(`${prompts}/:prompt`, ({ params }) => one(promptContext(params), promptOr404(store, params).prompt)),
  http.get(evaluations, ({ params }) => all(evaluationContext(params), promptOr404(store, params).evaluations)),
  http.post(evaluations, ({ params }) =>
    created(evaluationContext(params), evaluate(store, promptOr404(store, params), newId('evaluation'))),
  ),
  http.get(`${evaluations}/:evaluation`, ({ params }) => {
    const found = promptOr404(store, params).evaluations.find(
      ({ id }) => id === String(params.evaluation).toLowerCase(),
    );
    if (!found) throw missing('Evaluation', params.evaluation);
    return one(evaluationContext(params), found);
  }),
];
