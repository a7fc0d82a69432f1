/** Writes sign-ins down where Entra logs them, so that a hunt finds who came in through this very door. */
import type { Application } from '@/mocks/handlers/entra/applications';
import { wantedOf } from '@/mocks/handlers/entra/scopes';
import { currentExchange } from '@/mocks/handlers/manners/exchange';
import type { Services } from '@/mocks/handlers/services';
import type { Person } from '@/mocks/store/directory';
import { signInRows } from '@/mocks/store/faces/sign-in-rows';

type Attempt = {
  person: Person;
  application: Application;
  scope: string;
  interactive: boolean;
  /** Entra's error number; success when left out. */
  resultType?: number;
};

export type SignInLog = (request: Request, attempt: Attempt) => void;

const resourceNames = {
  graph: 'Microsoft Graph',
  arm: 'Windows Azure Service Management API',
  logs: 'Log Analytics API',
  endpoint: 'WindowsDefenderATP',
} as const;

export function createSignInLog({ store, logs }: Pick<Services, 'store' | 'logs'>): SignInLog {
  return (request, { scope, resultType = 0, application, ...who }) => {
    const { requestId, clientRequestId: correlationId } = currentExchange();
    const api = wantedOf(scope)?.api;
    // Only OpenID's words are a sign-in to Graph, too; no API means the application's own.
    const resource = api === null ? application.displayName : resourceNames[api ?? 'graph'];
    const userAgent = request.headers.get('user-agent') ?? '';
    const attempt = { ...who, application, resource, resultType, userAgent, requestId, correlationId };
    for (const { table, rows } of signInRows(store, attempt)) logs.write(table, rows);
  };
}
