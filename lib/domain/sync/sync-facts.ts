/** The five facts of Microsoft's page "Bi-directional sync", in its words, from what was read. What could not be read says so. */
import { type SourceHealth, systemWords } from '@/lib/domain/source/source';
import type { ConnectorHealth, SyncOverview, SyncSettings } from '@/lib/domain/sync/sync-overview';
import { isUnread, type Unread } from '@/lib/domain/trace/rule-steps';

/** Microsoft's five, in the order of its page. */
export type SyncFactName = 'status' | 'workspace' | 'direction' | 'alerts' | 'entities';

/** One fact in words; `tone` is how worried the reader should be. */
export type SyncFact = {
  name: SyncFactName;
  /** Null: it could not be read. */
  value: string | null;
  tone: 'good' | 'warning' | 'danger' | 'plain';
  /** Why, and what it means for the analyst. */
  says: string;
  /** Since when it fails; absent while it doesn't. */
  since?: string;
};

const isEnabled = (state: string | null): boolean => state?.toLowerCase() === 'enabled';

const unread = (name: SyncFactName, { unread: reason }: Unread): SyncFact => ({
  name,
  value: null,
  tone: 'warning',
  says: `${reason}.`,
});

/** Why the connector carries no incidents, or null when it does. */
function offReason({ onboarded, connector }: SyncSettings): string | null {
  if (onboarded === false) return 'The workspace is not onboarded to Microsoft Sentinel.';
  if (connector === null) return 'The workspace has no Microsoft Defender XDR connector.';
  if (!isUnread(connector) && !isEnabled(connector.incidents))
    return 'The Microsoft Defender XDR connector is there, but its incidents are switched off.';
  return null;
}

const firstUnread = ({ onboarded, connector }: SyncSettings): Unread | null => {
  if (isUnread(onboarded)) return onboarded;
  return isUnread(connector) ? connector : null;
};

/** A table that the connector no longer fills, by `SentinelHealth`. */
export function failingTable(health: ConnectorHealth[] | Unread, table: string): ConnectorHealth | null {
  if (isUnread(health)) return null;
  return health.find((said) => said.table === table && said.status === 'Failure') ?? null;
}

const onMeans = 'Changes of status, severity, owner, classification, tags and new comments go both ways.';
const offMeans = 'New incidents of Defender do not reach Sentinel, and no change goes either way.';

function statusFact({ settings, measures }: SyncOverview, health: readonly SourceHealth[]): SyncFact {
  const off = offReason(settings);
  if (off !== null) return { name: 'status', value: 'Inactive', tone: 'danger', says: `${off} ${offMeans}` };
  const missing = firstUnread(settings);
  if (missing !== null) return unread('status', missing);
  const failing = failingTable(settings.health, 'SecurityIncident');
  if (failing !== null)
    return {
      name: 'status',
      value: 'Failing',
      tone: 'danger',
      says: `Sentinel reports: ${failing.reason || 'no data is being fetched.'} What waits arrives afterwards.`,
      since: failing.at,
    };
  const silent = health.find(({ failingSince }) => failingSince !== null);
  if (silent !== undefined)
    return {
      name: 'status',
      value: 'Active',
      tone: 'warning',
      says: `The connector is on, but ${systemWords[silent.system]} does not answer this console: whether anything arrives cannot be seen.`,
      ...(silent.failingSince === null ? {} : { since: silent.failingSince }),
    };
  if (measures.overdueCount > 0)
    return {
      name: 'status',
      value: 'Active',
      tone: 'warning',
      says: `The connector is on; ${measures.overdueCount} ${measures.overdueCount === 1 ? 'incident is' : 'incidents are'} not in Sentinel after ten minutes, see below.`,
    };
  return { name: 'status', value: 'Active', tone: 'good', says: `The connector carries incidents. ${onMeans}` };
}

function directionFact(settings: SyncSettings): SyncFact {
  if (offReason(settings) !== null)
    return { name: 'direction', value: 'None', tone: 'danger', says: 'The sync is off, so nothing goes either way.' };
  const missing = firstUnread(settings);
  if (missing !== null) return unread('direction', missing);
  return {
    name: 'direction',
    value: 'Bi-directional',
    tone: 'good',
    says: 'The connector has no one-way setting: while its incidents are on, Defender and Sentinel take each other’s changes.',
  };
}

function alertFact(settings: SyncSettings): SyncFact {
  const { connector } = settings;
  if (offReason(settings) !== null)
    return {
      name: 'alerts',
      value: 'Disabled',
      tone: 'danger',
      says: 'The sync is off: Sentinel gets no alerts through Defender.',
    };
  if (isUnread(connector)) return unread('alerts', connector);
  if (connector === null || (connector.alerts !== null && !isEnabled(connector.alerts)))
    return {
      name: 'alerts',
      value: 'Disabled',
      tone: 'warning',
      says: 'The connector’s alerts are switched off: incidents arrive in Sentinel without Defender’s alerts in them.',
    };
  const stopped = failingTable(settings.health, 'SecurityAlert');
  if (stopped !== null)
    return {
      name: 'alerts',
      value: 'Enabled',
      tone: 'warning',
      says: `Sentinel reports: ${stopped.reason || 'no data is being fetched.'}`,
      since: stopped.at,
    };
  const { alertProviders } = connector;
  if (alertProviders.length > 0)
    return {
      name: 'alerts',
      value: 'Enabled',
      tone: 'warning',
      says: `Only alerts of these products are carried: ${alertProviders.join(', ')}.`,
    };
  return {
    name: 'alerts',
    value: 'Enabled',
    tone: 'good',
    says: 'Alerts of every Defender product come with their incidents.',
  };
}

const providerNames: Readonly<Record<string, string>> = {
  ActiveDirectory: 'Active Directory',
  AzureActiveDirectory: 'Microsoft Entra ID',
};

function entityFact({ entityProviders }: SyncSettings): SyncFact {
  if (isUnread(entityProviders)) return unread('entities', entityProviders);
  if (entityProviders.length === 0)
    return {
      name: 'entities',
      value: 'Disabled',
      tone: 'warning',
      says: 'No directory is synced: entity pages, behaviour analytics and IdentityInfo of the workspace stay empty.',
    };
  return {
    name: 'entities',
    value: 'Enabled',
    tone: 'good',
    says: `People and devices come from ${entityProviders.map((name) => providerNames[name] ?? name).join(' and ')}.`,
  };
}

/** In the order of Microsoft's page. */
export function syncFacts(overview: SyncOverview, health: readonly SourceHealth[]): SyncFact[] {
  const { settings } = overview;
  return [
    statusFact(overview, health),
    {
      name: 'workspace',
      value: settings.workspaceName,
      tone: 'plain',
      says:
        settings.onboarded === false
          ? 'It is not onboarded to Microsoft Sentinel.'
          : 'Only this workspace’s incidents are kept in step with Defender here.',
    },
    directionFact(settings),
    alertFact(settings),
    entityFact(settings),
  ];
}
