/**
 * An alert as the workspace's `SecurityAlert` table has it: the only list of alerts that Sentinel gives by itself.
 * https://learn.microsoft.com/azure/sentinel/security-alert-schema
 */
import type { AlertStatus } from '@/lib/domain/alert/alert';
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import { productNamed } from '@/lib/domain/alert/product-names';
import type { Entity } from '@/lib/domain/entity/entity';
import { entityFromSentinel } from '@/lib/domain/entity/from-sentinel';
import type { ResultTable } from '@/lib/domain/hunting/result-table';
import type { Severity } from '@/lib/domain/incident/incident';
import { inKillChainOrder } from '@/lib/domain/incident/tactics';
import { utcOrNull } from '@/lib/domain/text/utc';
import type { SentinelEntity } from '@/lib/wire/sentinel/entity';

/** One row of the answer by column name; all values as text. */
export type LogAlert = ReadonlyMap<string, string>;

const statuses: Record<string, AlertStatus> = {
  new: 'new',
  inprogress: 'inProgress',
  resolved: 'resolved',
  dismissed: 'resolved',
};
const severities: Record<string, Severity> = {
  high: 'high',
  medium: 'medium',
  low: 'low',
  informational: 'informational',
};
/** `ProductComponentName` of an analytics rule's alert, as Graph's `detectionSource`. */
const detectionSources: Record<string, string> = {
  'scheduled alerts': 'scheduledAlerts',
  'nrt alerts': 'nrtAlerts',
  'microsoft sentinel': 'microsoftSentinel',
};
/** `Entities.Type` where it is not the lower-case kind of Sentinel's API. */
const kinds: Record<string, SentinelEntity['kind']> = {
  account: 'Account',
  host: 'Host',
  ip: 'Ip',
  url: 'Url',
  file: 'File',
  filehash: 'FileHash',
  process: 'Process',
  mailbox: 'Mailbox',
  mailmessage: 'MailMessage',
  'cloud-application': 'CloudApplication',
  'azure-resource': 'AzureResource',
  'registry-key': 'RegistryKey',
  'registry-value': 'RegistryValue',
};
/** Columns of an entity whose name in Sentinel's API is not the same word with a small first letter. */
const properties: Partial<Record<string, Record<string, string>>> = {
  Account: { Name: 'accountName', UPNSuffix: 'upnSuffix', NTDomain: 'ntDomain' },
  File: { Name: 'fileName' },
  FileHash: { Value: 'hashValue' },
  CloudApplication: { Name: 'appName' },
  Mailbox: { MailboxPrimaryAddress: 'mailboxPrimaryAddress' },
};
/** A row names this many users and as many devices. */
const mostNames = 6;

/** The rows of an answer by the names of its columns; dynamic cells as JSON text, null as an empty text. */
export function logAlerts({ columns, rows }: Pick<ResultTable, 'columns' | 'rows'>): LogAlert[] {
  return rows.map(
    (row) =>
      new Map(
        columns.map(({ name }, at) => {
          const cell = row[at] ?? '';
          return [name, typeof cell === 'object' ? JSON.stringify(cell) : String(cell)] as const;
        }),
      ),
  );
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text || 'null');
  } catch {
    // A column that was cut off at its longest is no JSON; the alert is still worth showing.
    return null;
  }
}

function entityOf(document: object): Entity | null {
  const fields = new Map<string, unknown>(Object.entries(document));
  const type = String(fields.get('Type') ?? '');
  // `{ "$ref": "3" }` repeats an entity of the same list.
  if (type === '') return null;
  const kind = kinds[type.toLowerCase()];
  const scalars = [...fields].filter(
    ([name, value]) => !name.startsWith('$') && name !== 'Type' && /^(?:string|number|boolean)$/u.test(typeof value),
  );
  const named = scalars.map(([name, value]) => [
    properties[kind ?? '']?.[name] ?? name.replace(/^./u, (first) => first.toLowerCase()),
    value,
  ]);
  const name = String(scalars[0]?.[1] ?? type);
  return entityFromSentinel(asEntity({ name, kind: kind ?? type, properties: Object.fromEntries(named) }));
}

/**
 * Guaranteed by `entityOf`: every property is a scalar under the name that Sentinel's API gives it, and an entity of an
 * unknown kind is only read for its scalars.
 */
function asEntity(parts: { name: string; kind: string; properties: object }): SentinelEntity {
  return { id: '', type: 'Microsoft.SecurityInsights/Entities', ...parts } as SentinelEntity;
}

/** The entities of an alert, each once. */
export function logAlertEntities(alert: LogAlert): Entity[] {
  const documents = parsed(alert.get('Entities'));
  if (!Array.isArray(documents)) return [];
  const found = documents.flatMap((document: unknown) =>
    typeof document === 'object' && document !== null ? (entityOf(document) ?? []) : [],
  );
  return [...new Map(found.map((entity) => [entity.id, entity])).values()];
}

/** How the products call it: what an id of Defender ends with. */
export function logAlertNames(alert: LogAlert): string[] {
  const names = [alert.get('SystemAlertId') ?? '', alert.get('VendorOriginalId') ?? ''];
  return [...new Set(names.filter((name) => name !== ''))];
}

function listed(text: string | undefined): string[] {
  const list = parsed(text);
  return Array.isArray(list) ? list.map(String) : [];
}

/** Text in the table: a list with commas, in old rows JSON. */
function tacticsOf(text: string): string[] {
  return inKillChainOrder(text.startsWith('[') ? listed(text) : text.split(','));
}

/** `incidentName` is the Sentinel incident that holds the alert, if one does. */
export function rowFromLog(alert: LogAlert): AlertRow {
  const read = (name: string) => alert.get(name) ?? '';
  const entities = logAlertEntities(alert);
  const labels = (kind: Entity['kind']) =>
    entities.filter((entity) => entity.kind === kind).map((entity) => entity.label);
  const createdAt = utcOrNull(read('FirstGenerated')) ?? utcOrNull(read('TimeGenerated')) ?? '';
  const component = read('ProductComponentName').toLowerCase();
  return {
    id: read('SystemAlertId'),
    title: read('DisplayName') || read('AlertName') || read('SystemAlertId'),
    severity: severities[read('AlertSeverity').toLowerCase()] ?? 'unknown',
    status: statuses[read('Status').toLowerCase()] ?? 'unknown',
    product: productNamed(read('ProductName')),
    detectionSource: detectionSources[component] ?? null,
    system: 'sentinel',
    tactics: tacticsOf(read('Tactics')),
    techniques: listed(read('Techniques')),
    incidentKey: read('IncidentName') || null,
    assignee: null,
    verdict: null,
    users: labels('user').slice(0, mostNames),
    devices: labels('device').slice(0, mostNames),
    createdAt,
    firstActivityAt: utcOrNull(read('StartTime')) ?? createdAt,
    lastActivityAt: utcOrNull(read('EndTime')) ?? createdAt,
    updatedAt: utcOrNull(read('TimeGenerated')) ?? createdAt,
    sync: {},
  };
}
