/**
 * What happened to my incidents without my doing, between two looks at the queue. Pure; quiet: nothing about incidents of
 * others, nothing about my own acts except that Microsoft refused them.
 */

import { fieldWords } from '@/components/vocabulary/field-words';
import { severityWords } from '@/components/vocabulary/severity';
import { statusWords } from '@/components/vocabulary/status';
import { type Incident, type SyncedField, syncedFields } from '@/lib/domain/incident/incident';
import { visibleText } from '@/lib/domain/text/visible';

export type News = { key: string; text: string };

type Look = {
  before: ReadonlyMap<string, Incident>;
  after: readonly Incident[];
  /** My user principal name. */
  me: string;
  /** Whether a command was given in this tab. */
  isOwn: (commandId: string) => boolean;
};

function isMine(incident: Incident, me: string): boolean {
  return incident.assignee?.name.toLowerCase() === me.toLowerCase();
}

/** `Resolved`, `assigned to Sam Okoye`: fields that somebody else changed. */
function changesOf(before: Incident, after: Incident, byMe: (field: SyncedField) => boolean): string[] {
  const assignee = after.assignee?.displayName ?? after.assignee?.name ?? null;
  const reassigned = before.assignee?.name.toLowerCase() !== after.assignee?.name.toLowerCase();
  return [
    after.redirectedTo !== null && before.redirectedTo === null ? `merged into #${after.redirectedTo}` : null,
    before.status !== after.status && after.redirectedTo === null && !byMe('status')
      ? `status ${statusWords[after.status].toLowerCase()}`
      : null,
    before.severity !== after.severity && !byMe('severity')
      ? `severity ${severityWords[after.severity].toLowerCase()}`
      : null,
    reassigned && !byMe('assignee')
      ? assignee === null
        ? 'unassigned'
        : `assigned to ${visibleText(assignee)}`
      : null,
    after.alertCount > before.alertCount
      ? `${after.alertCount - before.alertCount} new ${after.alertCount - before.alertCount === 1 ? 'alert' : 'alerts'}`
      : null,
  ].filter((text) => text !== null);
}

/** What a system refused, or the two disagree about, now and not before. */
function troublesOf(before: Incident | undefined, after: Incident): string[] {
  return syncedFields.flatMap((field) => {
    const [was, is] = [before?.sync[field], after.sync[field]];
    if (is === undefined || (was?.state === is.state && was.since === is.since)) return [];
    const name = fieldWords[field].toLowerCase();
    if (is.state === 'refused') return [`${name} refused: ${visibleText(is.reason ?? 'no reason given')}`];
    return is.state === 'drifted' ? [`the systems disagree about its ${name}`] : [];
  });
}

export function newsBetween({ before, after, me, isOwn }: Look): News[] {
  return after.flatMap((incident): News[] => {
    const known = before.get(incident.key);
    if (known === incident) return [];
    const mine = isMine(incident, me) || (known !== undefined && isMine(known, me));
    const byMe = (field: SyncedField) => {
      const id = incident.sync[field]?.commandId;
      if (typeof id === 'string') return isOwn(id);
      // Taken back before it was sent: nothing is left of it but the old value.
      const was = known?.sync[field];
      return was?.state === 'pending' && was.commandId !== null && isOwn(was.commandId);
    };
    const refusedMine = syncedFields.some((field) => incident.sync[field]?.state === 'refused' && byMe(field));
    if (!mine && !refusedMine) return [];
    const changes = !mine
      ? []
      : known === undefined
        ? byMe('assignee')
          ? []
          : ['new, and assigned to you']
        : changesOf(known, incident, byMe).map((text) =>
            text.startsWith('assigned to') && isMine(incident, me) ? 'assigned to you' : text,
          );
    const texts = [...changes, ...troublesOf(known, incident)];
    return texts.length === 0 ? [] : [{ key: incident.key, text: texts.join(', ') }];
  });
}
