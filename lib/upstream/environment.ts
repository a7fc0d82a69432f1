/** Which tenant the console speaks for and where it is. Read once, at the start; whatever is missing is said at once. */
import { z } from 'zod';
import type { BaseUrls } from '@/lib/api/api';
import type { ClientCredentials } from '@/lib/api/entra/token';
import type { WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';

export type Environment = {
  baseUrls: BaseUrls & { login: string };
  credentials: ClientCredentials;
  workspace: WorkspaceAddress;
  /** Whether something stands in for Microsoft. */
  standIn: boolean;
};

const microsoft = {
  login: 'login.microsoftonline.com',
  graph: 'graph.microsoft.com',
  arm: 'management.azure.com',
  logAnalytics: 'api.loganalytics.azure.com',
  defenderEndpoint: 'api.security.microsoft.com',
};

const required = z.string().trim().min(1);
const guid = z.guid('has to be a GUID');

const variables = z.object({
  /** An origin that serves Microsoft's hosts as first segments of its paths, such as the mock tenant. */
  ONEQUEUE_UPSTREAM: z
    .union([
      z.literal('').transform(() => undefined),
      z.url({ protocol: /^https$/, error: 'has to be an https:// origin' }),
    ])
    .optional(),
  ONEQUEUE_TENANT_ID: guid,
  ONEQUEUE_CLIENT_ID: guid,
  ONEQUEUE_CLIENT_SECRET: required,
  ONEQUEUE_SUBSCRIPTION_ID: guid,
  ONEQUEUE_RESOURCE_GROUP: required,
  ONEQUEUE_WORKSPACE_NAME: required,
  ONEQUEUE_WORKSPACE_ID: guid,
});

/** Parses `process.env`. Throws one error that names every variable which is missing or malformed, and no value. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = variables.safeParse(env);
  if (!parsed.success) throw new Error(complaint(parsed.error, env));
  const values = parsed.data;
  const upstream = values.ONEQUEUE_UPSTREAM;
  const baseUrl = (host: string) =>
    upstream === undefined ? `https://${host}` : `${new URL(upstream).origin}/${host}`;
  return {
    baseUrls: {
      login: baseUrl(microsoft.login),
      graph: baseUrl(microsoft.graph),
      arm: baseUrl(microsoft.arm),
      logAnalytics: baseUrl(microsoft.logAnalytics),
      defenderEndpoint: baseUrl(microsoft.defenderEndpoint),
    },
    credentials: {
      tenantId: values.ONEQUEUE_TENANT_ID,
      clientId: values.ONEQUEUE_CLIENT_ID,
      clientSecret: values.ONEQUEUE_CLIENT_SECRET,
    },
    workspace: {
      subscriptionId: values.ONEQUEUE_SUBSCRIPTION_ID,
      resourceGroup: values.ONEQUEUE_RESOURCE_GROUP,
      name: values.ONEQUEUE_WORKSPACE_NAME,
      id: values.ONEQUEUE_WORKSPACE_ID,
    },
    standIn: upstream !== undefined,
  };
}

function complaint(error: z.ZodError, env: Readonly<Record<string, string | undefined>>): string {
  const names = [...new Set(error.issues.map((issue) => String(issue.path[0])))];
  const missing = names.filter((name) => (env[name] ?? '').trim() === '');
  const malformed = names.filter((name) => !missing.includes(name));
  const reason = (name: string) => error.issues.find((issue) => issue.path[0] === name)?.message ?? 'is malformed';
  return [
    'The console cannot start: its environment is incomplete.',
    ...(missing.length === 0 ? [] : [`Missing: ${missing.join(', ')}.`]),
    ...malformed.map((name) => `${name} ${reason(name)}.`),
    'See README.md, "Mock and live".',
  ].join('\n');
}
