/** The two views of one incident as one incident, and which view belongs to which. */
import type { DefenderFace, SentinelFace } from '@/lib/domain/incident/face';
import {
  type Assignee,
  type Incident,
  type SyncedField,
  syncedFields,
  type Tag,
  type Verdict,
} from '@/lib/domain/incident/incident';
import { type SyncedValues, sameField } from '@/lib/domain/incident/same-field';
import type { Product } from '@/lib/domain/source/source';

/** What the alerts of a Defender incident say about it; Graph's incident itself does not. */
export type AlertSummary = {
  count: number;
  products: Product[];
  tactics: string[];
  firstActivityAt: string | null;
  lastActivityAt: string | null;
};

/** The views of one incident: at least one of them. */
export type Faces =
  | { defender: DefenderFace; sentinel: SentinelFace | null }
  | { defender: null; sentinel: SentinelFace };

/** Defender's id where Defender knows the incident (even while only its Sentinel twin was read), else Sentinel's GUID. */
export function incidentKey(faces: Faces): string {
  if (faces.defender !== null) return faces.defender.copy.id;
  return faces.sentinel.twin ?? faces.sentinel.copy.name;
}

/** Fields on which the two systems disagree now. */
export function disagreements({ defender, sentinel }: Faces): SyncedField[] {
  if (defender === null || sentinel === null) return [];
  return syncedFields.filter((field) => !sameField(field, defender, sentinel));
}

function mergePerson(left: Assignee | null, right: Assignee | null): Assignee | null {
  if (left === null || right === null) return left ?? right;
  return {
    name: left.name,
    displayName: left.displayName ?? right.displayName,
    objectId: left.objectId ?? right.objectId,
    ...(left.isGroup || right.isGroup ? { isGroup: true } : {}),
  };
}

function mergeVerdict(left: Verdict | null, right: Verdict | null): Verdict | null {
  if (left === null || right === null) return left ?? right;
  return {
    classification: left.classification,
    determination: left.determination ?? right.determination,
    reason: left.reason ?? right.reason,
    comment: left.comment ?? right.comment,
  };
}

/** Each tag once; a name that an analyst gave stays the analyst's. */
function mergeTags(...lists: Tag[][]): Tag[] {
  const byName = new Map<string, Tag>();
  for (const tag of lists.flat()) {
    const name = tag.name.toLowerCase();
    if (!byName.has(name) || tag.origin === 'analyst') byName.set(name, tag);
  }
  return [...byName.values()];
}

/**
 * The shown values. Where the systems agree, the more telling of two spellings; where they disagree, the side that
 * changed last, because its change is the one still on its way to the other.
 */
function mergeValues(defender: DefenderFace, sentinel: SentinelFace): SyncedValues {
  const newest: SyncedValues = defender.updatedAt >= sentinel.updatedAt ? defender : sentinel;
  const same = (field: SyncedField) => sameField(field, defender, sentinel);
  const system = [...defender.tags, ...sentinel.tags].filter((tag) => tag.origin === 'system');
  return {
    title: newest.title,
    status: same('status') ? defender.status : newest.status,
    severity: same('severity')
      ? defender.severity === 'unknown'
        ? sentinel.severity
        : defender.severity
      : newest.severity,
    assignee: same('assignee') ? mergePerson(defender.assignee, sentinel.assignee) : newest.assignee,
    verdict: same('verdict') ? mergeVerdict(defender.verdict, sentinel.verdict) : newest.verdict,
    tags: mergeTags(
      (same('tags') ? defender : newest).tags.filter((tag) => tag.origin === 'analyst'),
      system,
    ),
  };
}

function earliest(...times: (string | null | undefined)[]): string | null {
  return times.filter((time): time is string => !!time).sort()[0] ?? null;
}

function latest(...times: (string | null | undefined)[]): string | null {
  return (
    times
      .filter((time): time is string => !!time)
      .sort()
      .at(-1) ?? null
  );
}

/** One incident of its views; `sync` is left to `withSync`. */
export function mergeFaces(faces: Faces, alerts: AlertSummary | null): Incident {
  const { defender, sentinel } = faces;
  const only = faces.defender === null ? faces.sentinel : faces.defender;
  const values: SyncedValues = defender && sentinel ? mergeValues(defender, sentinel) : only;
  const counted = alerts !== null && alerts.count > 0 ? alerts : null;
  return {
    key: incidentKey(faces),
    title: values.title,
    description: only.description ?? sentinel?.description ?? null,
    status: values.status,
    severity: values.severity,
    verdict: values.verdict,
    assignee: values.assignee,
    tags: values.tags,
    defender: defender?.copy ?? null,
    sentinel: sentinel?.copy ?? null,
    products: counted?.products ?? sentinel?.products ?? [],
    // Sentinel stops counting at 150 alerts; Defender's own count is whole.
    alertCount: counted?.count ?? sentinel?.alertCount ?? 0,
    tactics: counted?.tactics ?? sentinel?.tactics ?? [],
    priorityScore: defender?.priorityScore ?? null,
    createdAt: earliest(defender?.createdAt, sentinel?.createdAt) ?? only.createdAt,
    updatedAt: latest(defender?.updatedAt, sentinel?.updatedAt) ?? only.updatedAt,
    firstActivityAt: counted?.firstActivityAt ?? sentinel?.firstActivityAt ?? null,
    lastActivityAt: counted?.lastActivityAt ?? sentinel?.lastActivityAt ?? null,
    redirectedTo: defender?.redirectedTo ?? null,
    sync: {},
  };
}
