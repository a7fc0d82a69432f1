/**
 * `npm run kql -- "<query>"`: asks the demo tenant through its advanced hunting API (`--workspace`: through Log
 * Analytics) and prints the answer. A small tenant lives for the question; `--running` asks the one that is running.
 */
import { readFile } from 'node:fs/promises';
import { request as httpsRequest } from 'node:https';
import { join } from 'node:path';
import { z } from 'zod';
import { settingsFrom } from '@/mocks/server-settings';
import { tenantFacts } from '@/mocks/store/tenant-facts';
import { createTenant } from '@/mocks/tenant';
import { readTenantFile, type TenantFile } from '@/mocks/tenant-file';
import { textTable } from '@/mocks/text-table';

const usage = `npm run kql -- [--running] [--workspace] "<query>"
  --running    ask the tenant on TENANT_PORT instead of a small one of its own
  --workspace  ask Log Analytics instead of advanced hunting`;

type Reply = { readonly status: number; readonly body: string };
type Send = (url: string, headers: Record<string, string>, body: string) => Promise<Reply>;

const token = z.object({ access_token: z.string() });
const column = z.object({ name: z.string(), type: z.string() });
const hunted = z.object({ schema: z.array(column), results: z.array(z.record(z.string(), z.unknown())) });
const logs = z.object({
  tables: z.tuple([z.object({ columns: z.array(column), rows: z.array(z.array(z.unknown())) })]),
});
const huntingError = z.object({ error: z.object({ message: z.string() }) });
const logsError = z.object({
  error: z.object({
    message: z.string(),
    innererror: z
      .object({ innererror: z.object({ code: z.string(), message: z.string(), line: z.number(), pos: z.number() }) })
      .optional(),
  }),
});

const numeric = new Set(['long', 'int', 'real', 'decimal', 'Int64', 'Int32', 'Double', 'SqlDecimal']);

async function ask(
  send: Send,
  known: Pick<TenantFile, 'tenantId' | 'clientId' | 'clientSecret' | 'workspaceId'>,
  query: string,
  workspace: boolean,
): Promise<string> {
  const audience = workspace ? 'https://api.loganalytics.io' : 'https://graph.microsoft.com';
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: known.clientId,
    client_secret: known.clientSecret,
    scope: `${audience}/.default`,
  });
  const login = `login.microsoftonline.com/${known.tenantId}/oauth2/v2.0/token`;
  const signedIn = await send(login, { 'content-type': 'application/x-www-form-urlencoded' }, form.toString());
  const headers = {
    authorization: `Bearer ${token.parse(JSON.parse(signedIn.body)).access_token}`,
    'content-type': 'application/json',
  };
  const url = workspace
    ? `api.loganalytics.azure.com/v1/workspaces/${known.workspaceId}/query`
    : 'graph.microsoft.com/v1.0/security/runHuntingQuery';
  const reply = await send(url, headers, JSON.stringify(workspace ? { query } : { Query: query }));
  if (reply.status !== 200) throw new Error(complaint(reply.body, workspace));
  return workspace ? logsTable(reply.body) : huntingTable(reply.body);
}

function huntingTable(body: string): string {
  const { schema, results } = hunted.parse(JSON.parse(body));
  return printed(
    schema,
    results.map((row) => schema.map(({ name }) => row[name])),
  );
}

function logsTable(body: string): string {
  const [{ columns, rows }] = logs.parse(JSON.parse(body)).tables;
  return printed(columns, rows);
}

function printed(columns: readonly z.infer<typeof column>[], rows: readonly (readonly unknown[])[]): string {
  const shown = columns.map(({ name, type }) => ({ name, numeric: numeric.has(type) }));
  return `${textTable(shown, rows)}\n\n${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`;
}

/** Both services say where: hunting inside its message, Log Analytics in its innermost error. */
function complaint(body: string, workspace: boolean): string {
  if (!workspace) return huntingError.parse(JSON.parse(body)).error.message;
  const { message, innererror } = logsError.parse(JSON.parse(body)).error;
  const inner = innererror?.innererror;
  return inner ? `${inner.message} (${inner.code}) [line:position=${inner.line}:${inner.pos + 1}]` : message;
}

const sendTo =
  (port: number, ca: string): Send =>
  (url, headers, body) =>
    new Promise((resolve, reject) => {
      const sent = httpsRequest(`https://localhost:${port}/${url}`, { method: 'POST', headers, ca }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
      });
      sent.on('error', reject);
      sent.end(body);
    });

async function askRunning(query: string, workspace: boolean): Promise<string> {
  const { port, folder } = settingsFrom(process.env);
  const known = await readTenantFile(folder);
  return ask(sendTo(port, await readFile(join(folder, 'ca.pem'), 'utf8')), known, query, workspace);
}

async function askSmall(query: string, workspace: boolean): Promise<string> {
  const small = { TENANT_ROWS: '20000', TENANT_INCIDENTS: '50', ...process.env };
  const tenant = await createTenant({
    ...settingsFrom(small).tenant,
    paused: true,
    quotas: false,
    trickle: false,
    detection: false,
  });
  const send: Send = async (url, headers, body) => {
    const response = await tenant.fetch(new Request(`https://${url}`, { method: 'POST', headers, body }));
    return { status: response.status, body: await response.text() };
  };
  try {
    return await ask(send, tenantFacts, query, workspace);
  } finally {
    await tenant.close();
  }
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const query = args.filter((arg) => !arg.startsWith('--')).join(' ');
  const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--running' && arg !== '--workspace');
  if (!query.trim() || unknown) throw new Error(usage);
  const workspace = args.includes('--workspace');
  console.log(await (args.includes('--running') ? askRunning(query, workspace) : askSmall(query, workspace)));
}

main().catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
});
