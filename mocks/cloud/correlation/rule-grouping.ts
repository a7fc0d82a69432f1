/**
 * Whether a rule's new alert belongs to an incident of the same rule, by the rule's own grouping.
 * https://learn.microsoft.com/azure/sentinel/create-analytics-rules#alert-grouping
 */
import { isoDurationMs } from '@/lib/base/iso-duration';
import type { SentinelGroupingConfiguration, SentinelMappedEntity } from '@/lib/wire/sentinel/alert-rule-parts';
import { sentinelEntityFaces } from '@/mocks/store/faces/sentinel-alert-face';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import type { GraphIncidentRecord } from '@/mocks/store/records/graph-incident-record';
import type { Store } from '@/mocks/store/store';

/** An incident takes this many alerts of a rule before a second one is made. */
const mostAlerts = 150;

/** Entities as Sentinel sees them, by kind: what makes two alerts the same to a rule. */
function entitiesByKind(alert: AlertRecord): Map<string, Set<string>> {
  const kinds = new Map<string, Set<string>>();
  for (const { kind, name } of sentinelEntityFaces([alert])) {
    const known = kinds.get(kind.toLowerCase()) ?? new Set();
    kinds.set(kind.toLowerCase(), known.add(name));
  }
  return kinds;
}

const sameSet = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((member) => other.has(member));

function sameEntities(one: AlertRecord, other: AlertRecord, kinds: readonly SentinelMappedEntity[] | null): boolean {
  const [mine, theirs] = [entitiesByKind(one), entitiesByKind(other)];
  const compared = kinds?.map((kind) => kind.toLowerCase()) ?? [...new Set([...mine.keys(), ...theirs.keys()])];
  return compared.every((kind) => sameSet(mine.get(kind) ?? new Set(), theirs.get(kind) ?? new Set()));
}

function sameDetails(
  { graph: one }: AlertRecord,
  { graph: other }: AlertRecord,
  grouping: SentinelGroupingConfiguration,
): boolean {
  const detail = { DisplayName: 'title', Severity: 'severity' } as const;
  const custom = (alert: AlertRecord['graph'], name: string): string =>
    JSON.stringify(alert.customDetails?.[name] ?? null);
  return (
    (grouping.groupByAlertDetails ?? []).every((name) => one[detail[name]] === other[detail[name]]) &&
    (grouping.groupByCustomDetails ?? []).every((name) => custom(one, name) === custom(other, name))
  );
}

export function isGrouped(one: AlertRecord, other: AlertRecord, grouping: SentinelGroupingConfiguration): boolean {
  switch (grouping.matchingMethod) {
    case 'AnyAlert':
      return true;
    case 'AllEntities':
      return sameEntities(one, other, null);
    case 'Selected':
      return sameEntities(one, other, grouping.groupByEntities ?? []) && sameDetails(one, other, grouping);
  }
}

/**
 * The incident of the same rule that takes the alert. Closed ones stay closed: in a workspace that Defender looks after
 * `reopenClosedIncident` has no effect.
 * https://learn.microsoft.com/azure/sentinel/move-to-defender#configure-incident-creation-and-alert-correlation
 */
export function groupedIncident(
  store: Store,
  alert: AlertRecord,
  grouping: SentinelGroupingConfiguration,
): GraphIncidentRecord | undefined {
  if (!grouping.enabled) return undefined;
  const since = store.clock.nowMs() - (isoDurationMs(grouping.lookbackDuration) ?? 0);
  const found = [...store.graphIncidents.all()].filter(
    ({ fields, alertIds }) =>
      (fields.status === 'active' || fields.status === 'inProgress') &&
      Date.parse(fields.createdDateTime) >= since &&
      alertIds.length < mostAlerts &&
      store.alerts
        .pick(alertIds)
        .some((other) => other.graph.detectorId === alert.graph.detectorId && isGrouped(alert, other, grouping)),
  );
  return found.at(-1);
}
