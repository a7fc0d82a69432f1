/**
 * How the sync is set, from Azure Resource Manager, with what the workspace's logs say of it. Microsoft has no API for
 * the page "Bi-directional sync" itself: its facts follow from the connector, the onboarding state and the settings.
 * https://learn.microsoft.com/azure/sentinel/connect-microsoft-365-defender
 */
import type { Api } from '@/lib/api/api';
import { ApiError } from '@/lib/api/transport/api-error';
import type {
  ConnectorHealth,
  NewestRows,
  SyncSettings,
  TableCharge,
  XdrConnector,
} from '@/lib/domain/sync/sync-overview';
import { usageQuery, usageTimespan } from '@/lib/domain/sync/usage-query';
import { isUnread, type Unread } from '@/lib/domain/trace/rule-steps';
import { reasonOf } from '@/lib/hub/mirror/source-health';
import { logRows, numberOf, textOf } from '@/lib/hub/trace/log-rows';

const xdrKind = 'MicrosoftThreatProtection';

const newestQuery = `union
  (SecurityAlert | where ProductName != "Azure Sentinel" | summarize Newest = max(TimeGenerated) | extend What = "alerts"),
  (IdentityInfo | summarize Newest = max(TimeGenerated) | extend What = "entities"),
  (SecurityIncident | where ModifiedBy has_any ("Microsoft XDR", "Microsoft 365 Defender", "Microsoft Defender XDR")
    | summarize Newest = max(LastModifiedTime) | extend What = "incidents")
| project What, Newest`;

const healthQuery = `SentinelHealth
| where SentinelResourceKind == "${xdrKind}" and OperationName == "Data fetch status change"
| extend Table = tostring(ExtendedProperties.DestinationTable)
| summarize arg_max(TimeGenerated, Status, Reason) by Table`;

async function orUnread<Value>(read: () => Promise<Value>): Promise<Value | Unread> {
  try {
    return await read();
  } catch (error) {
    return { unread: reasonOf(error) };
  }
}

async function readConnector(api: Api): Promise<XdrConnector | null> {
  for await (const page of api.sentinel.dataConnectors.list()) {
    const found = page.find(({ kind }) => kind === xdrKind);
    if (found === undefined) continue;
    const { dataTypes, filteredProviders } = found.properties;
    return {
      incidents: dataTypes?.incidents?.state ?? null,
      alerts: dataTypes?.alerts?.state ?? null,
      alertProviders: filteredProviders?.alerts ?? [],
    };
  }
  return null;
}

async function readOnboarded(api: Api): Promise<boolean> {
  for await (const page of api.sentinel.onboardingStates.list())
    if (page.some(({ name }) => name === 'default')) return true;
  return false;
}

/** Without the setting no directory is synced. */
async function readEntityProviders(api: Api): Promise<string[]> {
  try {
    return (await api.sentinel.settings.get('EntityAnalytics')).properties.entityProviders ?? [];
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return [];
    throw error;
  }
}

async function readNewest(api: Api): Promise<NewestRows | Unread> {
  const rows = await logRows(api, newestQuery, 'P14D');
  if (isUnread(rows)) return rows;
  const of = (what: string) => textOf(rows.find(({ What }) => What === what)?.Newest);
  return { alerts: of('alerts'), entities: of('entities'), incidents: of('incidents') };
}

async function readHealth(api: Api): Promise<ConnectorHealth[] | Unread> {
  const rows = await logRows(api, healthQuery, 'P30D');
  if (isUnread(rows)) return rows;
  return rows.flatMap(({ Table, TimeGenerated, Status, Reason }) => {
    const [table, at] = [textOf(Table), textOf(TimeGenerated)];
    return table === null || at === null
      ? []
      : [{ table, at, status: textOf(Status) ?? '', reason: textOf(Reason) ?? '' }];
  });
}

async function readCharges(api: Api): Promise<TableCharge[] | Unread> {
  const rows = await logRows(api, usageQuery, usageTimespan);
  if (isUnread(rows)) return rows;
  const charges = new Map<string, TableCharge>();
  for (const { DataType, IsBillable, Megabytes } of rows) {
    const table = textOf(DataType);
    if (table === null) continue;
    const charge = charges.get(table) ?? { table, billedMb: 0, freeMb: 0 };
    charge[IsBillable === true ? 'billedMb' : 'freeMb'] += numberOf(Megabytes) ?? 0;
    charges.set(table, charge);
  }
  return [...charges.values()];
}

/** Never rejects: each part that cannot be read says why. */
export async function readSyncSettings(api: Api, workspaceName: string, now: () => Date): Promise<SyncSettings> {
  const [onboarded, connector, entityProviders, newest, health, charges] = await Promise.all([
    orUnread(() => readOnboarded(api)),
    orUnread(() => readConnector(api)),
    orUnread(() => readEntityProviders(api)),
    readNewest(api),
    readHealth(api),
    readCharges(api),
  ]);
  const readAt = now().toISOString();
  return { readAt, workspaceName, onboarded, connector, entityProviders, newest, health, charges };
}
