/**
 * What waits in the outbox, painted over the rows: with the wanted values and a mark that says that nobody else knows
 * of them yet. Entries of other windows too, and those of before a reload.
 */
import type { QueryClient } from '@tanstack/react-query';
import type { AlertActRequest } from '@/lib/domain/alert/act';
import type { AlertChanges } from '@/lib/domain/alert/alert-row';
import type { ActRequest } from '@/lib/domain/incident/act';
import type { IncidentChanges } from '@/lib/domain/incident/incident';
import { alertKeys, cachedAlert, storeAlerts } from '@/lib/queries/alert-cache';
import { noteOwn } from '@/lib/queries/command-id';
import { cachedIncident, incidentKeys, storeIncidents } from '@/lib/queries/incident-cache';
import { beginAlertChange, endAlertChange } from '@/lib/queries/optimistic-alerts';
import { beginChange, endChange } from '@/lib/queries/optimistic-changes';
import { type OutboxEntry, outbox } from '@/lib/queries/outbox/outbox';

type Stroke<Changes> = { key: string; id: string; changes: Changes };
type Strokes = { incidents: Stroke<IncidentChanges>[]; alerts: Stroke<AlertChanges>[] };

const painted = new Map<string, Strokes>();

const isEmpty = (changes: object | null) => changes === null || Object.keys(changes).length === 0;

/** Taking back what waits itself shows the values that were seen before; of anything older only the console knows them. */
function backOf<Act extends ActRequest | AlertActRequest>(acts: readonly Act[], commandIds: readonly string[]): Act[] {
  return commandIds.flatMap((id) => acts.find(({ commandId, seen }) => commandId === id && !isEmpty(seen)) ?? []);
}

function strokesOf({ act, of }: OutboxEntry): Strokes {
  const waiting = outbox.get().filter((entry) => entry.of === of);
  switch (act.kind) {
    case 'incidents':
      return {
        incidents: act.acts.map(({ key, commandId, changes }) => ({ key, id: commandId, changes })),
        alerts: [],
      };
    case 'alerts':
      return {
        incidents: [],
        alerts: act.acts.map(({ id, commandId, changes }) => ({ key: id, id: commandId, changes })),
      };
    case 'undoIncidents': {
      const acts = waiting.flatMap((entry) => (entry.act.kind === 'incidents' ? entry.act.acts : []));
      const back = backOf(acts, act.commandIds);
      return {
        incidents: back.map(({ key, commandId, seen }) => ({ key, id: `undo ${commandId}`, changes: seen ?? {} })),
        alerts: [],
      };
    }
    case 'undoAlerts': {
      const acts = waiting.flatMap((entry) => (entry.act.kind === 'alerts' ? entry.act.acts : []));
      const back = backOf(acts, act.commandIds);
      return {
        incidents: [],
        alerts: back.map(({ id, commandId, seen }) => ({ key: id, id: `undo ${commandId}`, changes: seen ?? {} })),
      };
    }
    case 'comment':
    case 'alertComment':
      return { incidents: [], alerts: [] };
  }
}

function redraw(client: QueryClient, { incidents, alerts }: Strokes): void {
  if (incidents.length > 0)
    storeIncidents(client, { upserts: incidents.flatMap(({ key }) => cachedIncident(client, key) ?? []) });
  if (alerts.length > 0)
    storeAlerts(
      client,
      alerts.flatMap(({ key }) => cachedAlert(client, key) ?? []),
    );
}

function begin(client: QueryClient, entry: OutboxEntry): void {
  const strokes = strokesOf(entry);
  painted.set(entry.id, strokes);
  const since = entry.at;
  for (const { key, id, changes } of strokes.incidents) beginChange(key, { id, since, changes, unsent: true });
  for (const { key, id, changes } of strokes.alerts)
    beginAlertChange(key, { commandId: id, since, changes, unsent: true });
  for (const { id } of [...strokes.incidents, ...strokes.alerts]) noteOwn(id);
  redraw(client, strokes);
}

/** No longer painted; the rows keep their looks until somebody stores what they are now. */
export function endPaint(entryId: string): Strokes | undefined {
  const strokes = painted.get(entryId);
  painted.delete(entryId);
  for (const { key, id } of strokes?.incidents ?? []) endChange(key, id, true);
  for (const { key, id } of strokes?.alerts ?? []) endAlertChange(key, id, true);
  return strokes;
}

/** The rows as the console knows them: of what was not stored, nothing here does. */
export function readAnew(client: QueryClient, strokes: Strokes | undefined): void {
  if ((strokes?.incidents.length ?? 0) > 0) void client.invalidateQueries({ queryKey: incidentKeys.list });
  if ((strokes?.alerts.length ?? 0) > 0) void client.invalidateQueries({ queryKey: alertKeys.list });
}

/** Paints what `me` has waiting and is not painted yet; what has gone meanwhile was sent by another window. */
export function paintWaiting(client: QueryClient, me: string, all: readonly OutboxEntry[]): void {
  const entries = all.filter(({ of }) => of === me);
  const waiting = new Set(entries.map(({ id }) => id));
  for (const id of [...painted.keys()]) if (!waiting.has(id)) readAnew(client, endPaint(id));
  for (const entry of entries) if (!painted.has(entry.id)) begin(client, entry);
}
