/** The values of one side in the words of the other, field by field. Both directions name the same seven fields. */

import type { SentinelIncidentStatus } from '@/lib/wire/sentinel/incident';
import { assignedToOf, sentinelOwnerOf } from '@/mocks/cloud/sync/owner';
import { graphStatuses, sentinelStatuses } from '@/mocks/cloud/sync/status';
import { graphVerdict, sentinelVerdict, verdictAfterStatus } from '@/mocks/cloud/sync/verdict';
import type { Directory } from '@/mocks/store/directory';
import { sentinelSeverities } from '@/mocks/store/faces/sentinel-severity';
import type { GraphIncidentChanges, GraphIncidentRecord } from '@/mocks/store/records/graph-incident-record';
import type { SentinelIncidentChanges, SentinelIncidentRecord } from '@/mocks/store/records/sentinel-incident-record';

/** What Microsoft carries between the systems. https://learn.microsoft.com/azure/sentinel/microsoft-365-defender-sentinel-integration */
export const carriedFields = ['title', 'severity', 'status', 'verdict', 'note', 'owner', 'tags'] as const;
export type CarriedField = (typeof carriedFields)[number];

const byGraphName: Record<string, CarriedField> = {
  displayName: 'title',
  severity: 'severity',
  status: 'status',
  classification: 'verdict',
  resolvingComment: 'note',
  assignedTo: 'owner',
  customTags: 'tags',
};
const bySentinelName: Record<string, CarriedField> = {
  title: 'title',
  severity: 'severity',
  status: 'status',
  classification: 'verdict',
  classificationReason: 'verdict',
  classificationComment: 'note',
  owner: 'owner',
  labels: 'tags',
};

const carriedOf = (names: readonly string[], table: Record<string, CarriedField>): CarriedField[] => [
  ...new Set(names.flatMap((name) => table[name] ?? [])),
];
/** A determination is not among them: it stays in Defender. */
export const carriedFromGraph = (names: readonly string[]): CarriedField[] => carriedOf(names, byGraphName);
export const carriedFromSentinel = (names: readonly string[]): CarriedField[] => carriedOf(names, bySentinelName);

type Receiving = {
  directory: Directory;
  /** Fields that Sentinel changed later: they stay as they are. */
  keep: readonly CarriedField[];
};

/** A change of status may need words: a closed incident has a verdict in Sentinel, a new one none. */
function verdictFor(
  { classification }: GraphIncidentRecord['fields'],
  current: SentinelIncidentRecord | null,
  wanted: ReadonlySet<CarriedField>,
  { status, keep }: { status: SentinelIncidentStatus; keep: readonly CarriedField[] },
): SentinelIncidentChanges {
  const closed = status === 'Closed';
  if (wanted.has('verdict') || current === null) return sentinelVerdict(classification, closed);
  if (!wanted.has('status') || keep.includes('verdict')) return {};
  return verdictAfterStatus(classification, closed, current.fields);
}

export function toSentinel(
  incident: GraphIncidentRecord,
  current: SentinelIncidentRecord | null,
  names: readonly CarriedField[],
  { directory, keep }: Receiving,
): SentinelIncidentChanges {
  const { fields } = incident;
  const wanted = new Set(names);
  const status = sentinelStatuses[fields.status];
  const automatic = (current?.fields.labels ?? []).filter((label) => label.labelType === 'AutoAssigned');
  const tags = [...(fields.customTags ?? []), ...(fields.status === 'redirected' ? ['Redirected'] : [])];
  return {
    ...(wanted.has('title') ? { title: fields.displayName ?? 'Untitled incident' } : {}),
    ...(wanted.has('severity') ? { severity: sentinelSeverities[fields.severity] } : {}),
    ...(wanted.has('status') ? { status } : {}),
    ...verdictFor(fields, current, wanted, { status, keep }),
    ...(wanted.has('note') ? { classificationComment: fields.resolvingComment ?? null } : {}),
    ...(wanted.has('owner') ? { owner: sentinelOwnerOf(fields.assignedTo, directory) } : {}),
    ...(wanted.has('tags') || fields.status === 'redirected'
      ? { labels: [...automatic, ...tags.map((labelName) => ({ labelName, labelType: 'User' as const }))] }
      : {}),
  };
}

export function toGraph(
  { fields }: SentinelIncidentRecord,
  names: readonly CarriedField[],
  current: GraphIncidentRecord,
): GraphIncidentChanges {
  const wanted = new Set(names);
  const verdict = graphVerdict(fields.classification, fields.classificationReason);
  const judgedAnew = wanted.has('verdict') && verdict.classification !== (current.fields.classification ?? 'unknown');
  return {
    ...(wanted.has('title') ? { displayName: fields.title } : {}),
    ...(wanted.has('severity') ? { severity: graphSeverities[fields.severity] } : {}),
    ...(wanted.has('status') ? { status: graphStatuses[fields.status] } : {}),
    // A new classification takes Defender's determination with it: it belonged to the old one.
    ...(judgedAnew ? verdict : {}),
    ...(wanted.has('note') ? { resolvingComment: fields.classificationComment } : {}),
    ...(wanted.has('owner') ? { assignedTo: assignedToOf(fields.owner) } : {}),
    ...(wanted.has('tags')
      ? {
          customTags: fields.labels
            .filter((label) => label.labelType !== 'AutoAssigned')
            .map((label) => label.labelName),
        }
      : {}),
  };
}

const graphSeverities = { High: 'high', Medium: 'medium', Low: 'low', Informational: 'informational' } as const;
