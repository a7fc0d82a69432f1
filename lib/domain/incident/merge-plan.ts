/**
 * What Defender does with incidents that are merged: it keeps an open one before a resolved one, and then the oldest;
 * alerts, entities and tags move to it, the others are closed and redirect to it, and comments stay where they were
 * written. https://learn.microsoft.com/defender-xdr/merge-incidents-manually
 */
import { type Incident, severities } from '@/lib/domain/incident/incident';
import { type MergePreview, mostMerged } from '@/lib/domain/incident/merge-preview';
import { fieldText, samePerson } from '@/lib/domain/incident/same-field';

/** What only the opened incident knows. */
export type MergeParts = { entities: number; comments: number; openTasks: number };

/** An incident that somebody wants to merge, with what is lost or moved if it is not kept. */
export type MergeCandidate = { incident: Incident; parts: MergeParts };

const link = 'https://learn.microsoft.com/defender-xdr/merge-incidents-manually';

/** The one that Defender keeps. */
export function naturalSurvivor(incidents: readonly Incident[]): Incident | undefined {
  const rank = ({ status, createdAt, key }: Incident) =>
    `${status === 'resolved' ? 1 : 0} ${createdAt} ${key.padStart(20, '0')}`;
  return incidents.toSorted((left, right) => (rank(left) < rank(right) ? -1 : 1))[0];
}

/** Whatever stands in the way of one incident by itself. */
function objectionTo({ status, redirectedTo, defender }: Incident): string | null {
  if (status === 'redirected') return `It was merged into #${redirectedTo ?? '?'} already.`;
  return defender === null ? 'Only Sentinel knows it; Defender merges its own incidents only.' : null;
}

/** Defender merges only what agrees, or says nothing, about these. */
function disagreement(incident: Incident, survivor: Incident): string | null {
  const { assignee, verdict } = incident;
  if (assignee !== null && survivor.assignee !== null && !samePerson(assignee, survivor.assignee)) {
    return `It is assigned to ${assignee.displayName ?? assignee.name}, #${survivor.key} to ${survivor.assignee.displayName ?? survivor.assignee.name}.`;
  }
  const differs =
    verdict !== null &&
    survivor.verdict !== null &&
    (verdict.classification !== survivor.verdict.classification ||
      (verdict.determination ?? null) !== (survivor.verdict.determination ?? null));
  return differs
    ? `It is classified ${fieldText('verdict', incident)}, #${survivor.key} ${fieldText('verdict', survivor)}.`
    : null;
}

function refusals(candidates: readonly MergeCandidate[], survivor: Incident, how: MergePreview['how']) {
  return candidates.flatMap(({ incident }, index) => {
    const reason =
      objectionTo(incident) ??
      (how === 'merge' && incident !== survivor ? disagreement(incident, survivor) : null) ??
      (how === 'merge' && index >= mostMerged ? `Defender merges at most ${mostMerged} incidents at once.` : null);
    return reason === null ? [] : [{ key: incident.key, reason }];
  });
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function lossesOf({ incident, parts }: MergeCandidate, how: MergePreview['how']): string[] {
  const { key, sentinel, tags, verdict } = incident;
  const custom = tags.filter((tag) => tag.origin === 'analyst').map((tag) => tag.name);
  return [
    ...(parts.comments > 0 ? [`${plural(parts.comments, 'comment')} and the activity log stay with #${key}.`] : []),
    ...(parts.openTasks > 0 ? [`${plural(parts.openTasks, 'open task')} of Sentinel stay with #${key}.`] : []),
    ...(how === 'move' && custom.length > 0 ? [`The tags of #${key} (${custom.join(', ')}) stay with it.`] : []),
    ...(how === 'move' && verdict !== null ? [`What #${key} was classified as is not carried over.`] : []),
    ...(sentinel === null ? [] : [`Sentinel closes #${sentinel.number} and tags it “Redirected”.`]),
  ];
}

function reasonFor(survivor: Incident, how: MergePreview['how'], natural: Incident): string {
  if (how === 'move') {
    return `Defender would keep #${natural.key}. To keep #${survivor.key}, all alerts of the others are moved to it, which redirects them.`;
  }
  const state =
    survivor.status === 'resolved' ? 'all are resolved and it is the oldest' : 'it is the oldest that is open';
  return `Defender keeps #${survivor.key}, because ${state}.`;
}

/** Null when there is nothing to merge. `wanted` is the key that should stay, if somebody cares. */
export function mergePlan(candidates: readonly MergeCandidate[], wanted: string | null): MergePreview | null {
  const incidents = candidates.map(({ incident }) => incident);
  const able = incidents.filter((incident) => objectionTo(incident) === null);
  const natural = naturalSurvivor(able);
  if (natural === undefined || incidents.length < 2) return null;
  const survivor = able.find(({ key }) => key === wanted) ?? natural;
  const how = survivor === natural ? 'merge' : 'move';
  const sources = candidates.filter(({ incident }) => incident !== survivor);
  const worst = severities.find((severity) => incidents.some((incident) => incident.severity === severity));
  return {
    survivor: survivor.key,
    why: reasonFor(survivor, how, natural),
    link,
    mayChoose: able.length > 1,
    candidates: able.map(({ key }) => key),
    how,
    moves: sources.map(({ incident, parts }) => ({
      key: incident.key,
      alerts: incident.alertCount,
      entities: parts.entities,
      comments: parts.comments,
    })),
    lost: sources.flatMap((source) => lossesOf(source, how)),
    refusedBecause: refusals(candidates, survivor, how),
    after: {
      alertCount: incidents.reduce((sum, { alertCount }) => sum + alertCount, 0),
      severity: how === 'merge' ? (worst ?? survivor.severity) : survivor.severity,
      title: survivor.title,
    },
    failures: [],
  };
}
