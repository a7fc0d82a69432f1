/**
 * What happened to my incidents, and to those of my groups, without my doing, between two looks at the queue. Pure; quiet:
 * nothing about incidents of others, nothing about my own acts except that Microsoft refused them.
 */

import { fieldWords } from '@/components/vocabulary/field-words';
import { severityWords } from '@/components/vocabulary/severity';
import { statusWords } from '@/components/vocabulary/status';
import { type Assignee, type Incident, type SyncedField, syncedFields } from '@/lib/domain/incident/incident';
import { type Whose, whoseFor } from '@/lib/domain/queue/whose';
import { visibleText } from '@/lib/domain/text/visible';

/** `key` is an incident's, or an alert's id where `alert` says so. */
export type News = { key: string; text: string; alert?: true };

type Look = {
  before: ReadonlyMap<string, Incident>;
  after: readonly Incident[];
  /** My user principal name. */
  me: string;
  /** Groups that I am in. */
  groups: readonly Assignee[];
  /** Whether a command was given in this tab. */
  isOwn: (commandId: string) => boolean;
};

const nameOf = ({ displayName, name }: Assignee) => visibleText(displayName ?? name);

/** `you`, `your group SOC Tier 2`, `Sam Okoye`. */
function holderWords(assignee: Assignee, whose: Whose): string {
  const group = whose.groupOf(assignee);
  if (group !== undefined) return `your group ${nameOf(group)}`;
  return whose.of(assignee) === 'me' ? 'you' : nameOf(assignee);
}

/** `status resolved`, `assigned to Sam Okoye`: fields that somebody else changed. */
function changesOf(before: Incident, after: Incident, whose: Whose, byMe: (field: SyncedField) => boolean): string[] {
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
      ? after.assignee === null
        ? 'unassigned'
        : `assigned to ${holderWords(after.assignee, whose)}`
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

/** Why I hear of it when it was a group's and not mine: `your group SOC Tier 2’s: `. */
function groupWords(before: Incident | undefined, after: Incident, whose: Whose): string {
  if ([before, after].some((incident) => incident !== undefined && whose.of(incident.assignee) === 'me')) return '';
  const group = whose.groupOf((before ?? after).assignee);
  return group === undefined ? '' : `your group ${nameOf(group)}’s: `;
}

export function newsBetween({ before, after, me, groups, isOwn }: Look): News[] {
  const whose = whoseFor({ me, groups });
  const isOurs = ({ assignee }: Incident) => ['me', 'group'].includes(whose.of(assignee));
  return after.flatMap((incident): News[] => {
    const known = before.get(incident.key);
    if (known === incident) return [];
    const ours = isOurs(incident) || (known !== undefined && isOurs(known));
    const byMe = (field: SyncedField) => {
      const id = incident.sync[field]?.commandId;
      if (typeof id === 'string') return isOwn(id);
      // Taken back before it was sent: nothing is left of it but the old value.
      const was = known?.sync[field];
      return was?.state === 'pending' && was.commandId !== null && isOwn(was.commandId);
    };
    const refusedMine = syncedFields.some((field) => incident.sync[field]?.state === 'refused' && byMe(field));
    if (!ours && !refusedMine) return [];
    if (known === undefined && ours && incident.assignee !== null) {
      const texts = byMe('assignee') ? [] : [`new, and assigned to ${holderWords(incident.assignee, whose)}`];
      return newsOf(incident, [...texts, ...troublesOf(known, incident)], '');
    }
    const changes = ours && known !== undefined ? changesOf(known, incident, whose, byMe) : [];
    return newsOf(incident, [...changes, ...troublesOf(known, incident)], groupWords(known, incident, whose));
  });
}

function newsOf({ key }: Incident, texts: readonly string[], whose: string): News[] {
  return texts.length === 0 ? [] : [{ key, text: `${whose}${texts.join(', ')}` }];
}
