/** Sentinel's own record of an incident, in the workspace's log: one row for each state that it was in, with who made it. */
import type { Api } from '@/lib/api/api';
import { tableFromLogAnalytics } from '@/lib/domain/hunting/from-log-analytics';
import type { ResultTable } from '@/lib/domain/hunting/result-table';
import type { LoggedChange } from '@/lib/domain/incident/assemble-history';
import type { IncidentFace } from '@/lib/domain/incident/face';
import { fromSentinel } from '@/lib/domain/incident/from-sentinel';
import { changedTexts } from '@/lib/domain/incident/history';
import { utc } from '@/lib/domain/text/utc';
import type { SentinelIncident } from '@/lib/wire/sentinel/incident';

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;
/** More states than an incident has in its life; a storm of updates is cut off at its oldest end. */
const mostVersions = 500;

/** `name` goes into a query text, so it is checked to be a GUID; null when it is none. */
export function incidentLogQuery(name: string): string | null {
  if (!guid.test(name)) return null;
  return `SecurityIncident
| where IncidentName == "${name}"
| extend IngestedTime = ingestion_time()
| top ${mostVersions} by LastModifiedTime desc
| order by LastModifiedTime asc
| project LastModifiedTime, IngestedTime, ModifiedBy, Title, Status, Severity, Classification, ClassificationReason, ClassificationComment, Owner, Labels`;
}

type Version = { face: IncidentFace; by: string | null; changedAt: string; ingestedAt: string | null };

/** Guaranteed by `project` and by the table's documented columns: they hold what the API shows under the same names. */
function asProperties(cells: Record<string, unknown>): SentinelIncident['properties'] {
  const { Title, Status, Severity, Classification, ClassificationReason, ClassificationComment, Owner, Labels } = cells;
  return {
    title: Title,
    status: Status,
    severity: Severity,
    classification: Classification || null,
    classificationReason: ClassificationReason || null,
    classificationComment: ClassificationComment || null,
    owner: Owner,
    labels: Labels,
    incidentNumber: 0,
    createdTimeUtc: cells.LastModifiedTime,
    lastModifiedTimeUtc: cells.LastModifiedTime,
  } as SentinelIncident['properties'];
}

function versions({ columns, rows }: ResultTable): Version[] {
  return rows.map((row) => {
    const cells = Object.fromEntries(columns.map(({ name }, index) => [name, row[index]]));
    const properties = asProperties(cells);
    const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
    const ingestedAt = text(cells.IngestedTime);
    return {
      face: fromSentinel({ id: '', name: '', type: '', etag: '', properties }),
      by: text(cells.ModifiedBy),
      changedAt: utc(String(cells.LastModifiedTime)),
      ingestedAt: ingestedAt === null ? null : utc(ingestedAt),
    };
  });
}

/** What differs from one state to the next, oldest first. Rejects when the log cannot be asked. */
export async function readIncidentLog(api: Api, name: string): Promise<LoggedChange[]> {
  const query = incidentLogQuery(name);
  if (query === null) return [];
  const outcome = await api.logAnalytics.query.run({ query, timespan: 'P90D' });
  if (outcome.status === 'failure') throw new Error(outcome.error.message);
  const states = versions(tableFromLogAnalytics(outcome.reply, 0));
  return states.flatMap((after, index) => {
    const before = states[index - 1];
    if (before === undefined) return [];
    const { by, changedAt, ingestedAt } = after;
    return changedTexts(before.face, after.face).map((texts) => ({ ...texts, by, changedAt, ingestedAt }));
  });
}
