/** Analysed mail: list, get, remediate. https://learn.microsoft.com/graph/api/resources/security-analyzedemail */
import { HttpResponse, http } from 'msw';
import { type GraphAnalyzedEmail, graphRemediateRequest } from '@/lib/wire/graph-security/analyzed-email';
import { type AcceptedEmail, remediateEmails } from '@/mocks/cloud/email/remediate';
import { analyzedEmailFace, emailKeyFrom, emailKeyOf } from '@/mocks/handlers/graph-security/analyzed-email-face';
import { countEmails, type EmailRow, emailParts, emailRows } from '@/mocks/handlers/graph-security/email-rows';
import { currentCaller } from '@/mocks/handlers/manners/exchange';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { type FilterFields, filterTest } from '@/mocks/handlers/manners/odata/filter';
import { nextLink } from '@/mocks/handlers/manners/odata/next-link';
import { queryOptions } from '@/mocks/handlers/manners/odata/query-options';
import { offsetOf } from '@/mocks/handlers/manners/odata/skip-token';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { HandlerGroup, Services } from '@/mocks/handlers/services';
import { tenantFacts } from '@/mocks/store/tenant-facts';

const root = 'https://graph.microsoft.com/:version/security/collaboration/analyzedEmails';
const context = 'https://graph.microsoft.com/v1.0/$metadata#security/collaboration/analyzedEmails';
const pageSize = 100;
const historyMs = 30 * 86_400_000;
/** More than this a filter doesn't look through. */
const searched = 20_000;

const bad = (message: string): Refusal => new Refusal(400, 'BadRequest', message);

/** The two that Microsoft's examples filter by. */
const fields: FilterFields<EmailRow> = {
  networkMessageId: { type: 'text', read: (row) => emailKeyOf(row).networkMessageId },
  recipientEmailAddress: { type: 'text', read: (row) => emailKeyOf(row).recipient },
};

function instant(url: URL, name: string, fallback: number): Date {
  const sent = [...url.searchParams].find(([key]) => key.toLowerCase() === name)?.[1];
  if (sent === undefined) return new Date(fallback);
  const atMs = Date.parse(sent);
  if (Number.isNaN(atMs)) throw bad(`Invalid value '${sent}' for the parameter '${name}'.`);
  return new Date(atMs);
}

/** A message that everything found must be of; null when the filter says something else. */
function onlyMessage(filter: string | null): string | null {
  if (!filter || /\b(or|not|ne)\b/i.test(filter)) return null;
  return /networkMessageId\s+eq\s+'([\w-]+)'/i.exec(filter)?.[1] ?? null;
}

async function faces(services: Services, rows: readonly EmailRow[]): Promise<GraphAnalyzedEmail[]> {
  const { urls, files } = await emailParts(
    services,
    rows.map((row) => emailKeyOf(row).networkMessageId),
  );
  return rows.map((row) =>
    analyzedEmailFace(
      row,
      { urls: urls.get(row.NetworkMessageId) ?? [], files: files.get(row.NetworkMessageId) ?? [] },
      services.store,
    ),
  );
}

async function list(services: Services, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const options = queryOptions(url, ['$filter', '$top', '$count', '$skiptoken'], ['starttime', 'endtime']);
  const nowMs = services.store.clock.nowMs();
  const [start, end] = [instant(url, 'starttime', nowMs - historyMs), instant(url, 'endtime', nowMs)];
  if (start > end) throw bad("The parameter 'startTime' must not be after 'endTime'.");
  const filter = options.text('$filter');
  const test = filterTest(filter, fields);
  const offset = offsetOf(options.text('$skiptoken'));
  const top = Math.min(options.count('$top', pageSize), pageSize);
  const take = filter === null ? offset + top + 1 : searched;
  const found = (await emailRows(services, { start, end, networkMessageId: onlyMessage(filter), take })).filter(test);
  const page = found.slice(offset, offset + top);
  const reached = offset + page.length;
  const total = async (): Promise<number> => (filter === null ? countEmails(services, { start, end }) : found.length);
  return HttpResponse.json({
    '@odata.context': context,
    ...(options.flag('$count') ? { '@odata.count': await total() } : {}),
    ...(reached < found.length && page.length > 0 ? { '@odata.nextLink': nextLink(url, reached, '$skiptoken') } : {}),
    value: await faces(services, page),
  });
}

async function find(
  services: Services,
  key: { networkMessageId: string; recipient: string },
): Promise<EmailRow | undefined> {
  const nowMs = services.store.clock.nowMs();
  const rows = await emailRows(services, {
    start: new Date(nowMs - historyMs),
    end: new Date(nowMs),
    networkMessageId: key.networkMessageId,
    take: 1000,
  });
  return rows.find((row) => emailKeyOf(row).recipient.toLowerCase() === key.recipient.toLowerCase());
}

async function get(services: Services, id: string): Promise<Response> {
  const key = emailKeyFrom(id);
  const row = key && (await find(services, key));
  if (!row) throw new Refusal(404, 'NotFound', `Analyzed email with id '${id}' was not found.`);
  const [face] = await faces(services, [row]);
  return HttpResponse.json({ '@odata.context': `${context}/$entity`, ...face });
}

async function remediate(services: Services, request: Request): Promise<Response> {
  const { action, analyzedEmails, severity, displayName } = await parsedBody(
    request,
    graphRemediateRequest,
    'BadRequest',
  );
  if (action === 'unknownFutureValue') throw bad("Invalid value for 'action'.");
  if (action === 'moveToQuarantine') throw bad("The action 'moveToQuarantine' is not currently supported.");
  if (severity === 'unknownFutureValue') throw bad("Invalid value for 'severity'.");
  if (displayName.trim() === '') throw bad("'displayName' must not be empty.");
  if (analyzedEmails.length === 0) throw bad("'analyzedEmails' must name at least one mail.");
  const emails: AcceptedEmail[] = [];
  for (const { networkMessageId, recipientEmailAddress: recipient } of analyzedEmails) {
    const row = await find(services, { networkMessageId, recipient });
    const found = row && {
      internetMessageId: String(row.InternetMessageId),
      sender: String(row.SenderFromAddress),
      direction: String(row.EmailDirection),
      threats: String(row.ThreatTypes),
    };
    emails.push({ networkMessageId, recipient, found: found ?? null });
  }
  const bulkId = remediateEmails(services, emails, action, currentCaller().displayName);
  const filters = JSON.stringify({ bulkId: [bulkId] });
  return new HttpResponse(null, {
    status: 202,
    headers: {
      location: `https://security.microsoft.com/action-center/history?filters=${filters}&tid=${tenantFacts.tenantId}`,
    },
  });
}

export const analyzedEmailHandlers: HandlerGroup = (services) => [
  http.get(root, ({ request }) => list(services, request)),
  http.get(`${root}/:id`, ({ request, params }) => {
    queryOptions(new URL(request.url), []);
    return get(services, String(params.id));
  }),
  ...['', 'microsoft.graph.security.'].map((form) =>
    http.post(`${root}/${form}remediate`, ({ request }) => remediate(services, request)),
  ),
];
