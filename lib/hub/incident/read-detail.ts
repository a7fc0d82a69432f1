/** Everything an incident page shows, of both systems at once. One system being down leaves the other's parts whole. */
import { alertFromGraph } from '@/lib/domain/alert/from-graph';
import { alertFromSentinel } from '@/lib/domain/alert/from-sentinel';
import { mergeAlerts } from '@/lib/domain/alert/merge';
import { entityFromSentinel } from '@/lib/domain/entity/from-sentinel';
import { mergeEntities } from '@/lib/domain/entity/merge';
import type { Incident } from '@/lib/domain/incident/incident';
import type { IncidentComment, IncidentDetail, PartFailure } from '@/lib/domain/incident/incident-detail';
import { commentsFromGraph, commentsFromSentinel, mergeComments } from '@/lib/domain/incident/merge-comments';
import type { DetailParts, Part } from '@/lib/hub/incident/detail-parts';
import type { CommentCommand } from '@/lib/hub/journal/journal';
import type { SentinelEntity } from '@/lib/wire/sentinel/entity';

const absent: Part<never> = { value: null, failure: null };
/** Sentinel lists alerts and bookmarks among the entities; they are not what an incident is about. */
const notEntities: readonly SentinelEntity['kind'][] = ['SecurityAlert', 'Bookmark'];

/** Ours that no system shows yet, or that one refused. */
function unconfirmed(commands: readonly CommentCommand[]): IncidentComment[] {
  return commands
    .filter((command) => command.state !== 'confirmed')
    .map((command) => ({
      id: command.id,
      system: command.owner,
      author: command.by.displayName ?? command.by.name,
      text: command.act.text,
      createdAt: command.createdAt,
      state: command.state === 'refused' ? 'refused' : 'pending',
      ...(command.failure === null ? {} : { reason: command.failure.message }),
    }));
}

/** Defender answers incident, alerts and comments at once: when that fails, all three parts of it are missing. */
function defenderFailures(failure: PartFailure | null): PartFailure[] {
  if (failure === null) return [];
  return (['alerts', 'comments'] as const).map((part) => ({ ...failure, part }));
}

export async function readDetail(
  incident: Incident,
  parts: DetailParts,
  comments: readonly CommentCommand[],
  now: () => Date,
): Promise<IncidentDetail> {
  const { defender, sentinel, key } = incident;
  // A twin whose Defender half could not be read yet: asking for it tells the page why it is missing.
  const unread = defender === null && key !== sentinel?.name ? key : null;
  // Who takes it on or closes it leaves its alerts and their entities as they are.
  const alertsVersion = `${incident.alertCount} ${incident.lastActivityAt ?? ''} ${incident.redirectedTo ?? ''}`;
  // Comments that others write in Sentinel are seen a little later; Defender's come with the incident.
  const commentsVersion = String(comments.filter(({ state }) => state === 'confirmed').length);
  const [graph, alerts, entities, notes] = await Promise.all([
    defender === null
      ? unread === null
        ? absent
        : parts.defender(unread, '')
      : parts.defender(defender.id, defender.updatedAt),
    sentinel === null ? absent : parts.sentinelAlerts(sentinel.name, alertsVersion),
    sentinel === null ? absent : parts.sentinelEntities(sentinel.name, alertsVersion),
    sentinel === null ? absent : parts.sentinelComments(sentinel.name, commentsVersion),
  ]);
  const merged = mergeAlerts(
    (graph.value?.alerts ?? []).map((alert) => ({
      alert: alertFromGraph(alert),
      providerAlertId: alert.providerAlertId ?? null,
    })),
    (alerts.value ?? []).map((alert) => ({
      alert: alertFromSentinel(alert, incident.key),
      providerAlertId: alert.properties.providerAlertId ?? null,
    })),
  );
  const sentinelEntities = (entities.value ?? []).filter((entity) => !notEntities.includes(entity.kind));
  return {
    incident,
    alerts: merged,
    entities: mergeEntities(merged, sentinelEntities.map(entityFromSentinel)),
    comments: [
      ...mergeComments(commentsFromGraph(graph.value?.comments ?? []), commentsFromSentinel(notes.value ?? [])),
      ...unconfirmed(comments),
    ],
    failures: [
      ...defenderFailures(graph.failure),
      ...[alerts.failure, entities.failure, notes.failure].flatMap((failure) => failure ?? []),
    ],
    readAt: now().toISOString(),
  };
}
