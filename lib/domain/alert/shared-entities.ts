/**
 * What an alert has in common with the others of its incident. Defender puts alerts together that are about the same
 * user, device or address within some time, and neither Graph nor Sentinel tells which of them it was: so this is only
 * what can be seen, and with which alert.
 * https://learn.microsoft.com/defender-xdr/alerts-incidents-correlation
 */
import type { Alert } from '@/lib/domain/alert/alert';
import type { Entity, EntityKind } from '@/lib/domain/entity/entity';

/** Microsoft names no time; what alerts share with those more than a day away says little. */
export const linkWindowMs = 24 * 3_600_000;

/** The kinds that connect alerts, the most telling first. A registry key or an unnamed thing is shared by strangers. */
const connecting: readonly EntityKind[] = [
  'user',
  'device',
  'ip',
  'mailbox',
  'email',
  'file',
  'url',
  'process',
  'cloudApplication',
  'azureResource',
];

/** What has to be known of an alert to compare it with others. */
export type LinkedAlert = Pick<Alert, 'id' | 'title' | 'firstActivityAt' | 'lastActivityAt' | 'evidence'>;

/** One entity that an alert has in common with others. */
export type SharedEntity = {
  entity: Pick<Entity, 'kind' | 'id' | 'label'>;
  /** The other alert with it that is nearest in time. */
  nearest: Pick<Alert, 'id' | 'title'>;
  /** From the one's end to the other's beginning, in ms; below zero when the other alert came first, 0 when both ran at once. */
  gapMs: number;
  /** How many other alerts within the window have it, the nearest included. */
  others: number;
};

type Timed = { alert: LinkedAlert; firstMs: number; lastMs: number };

function timed(alert: LinkedAlert): Timed {
  const firstMs = Date.parse(alert.firstActivityAt);
  return { alert, firstMs, lastMs: Math.max(firstMs, Date.parse(alert.lastActivityAt) || firstMs) };
}

/** Below zero: `other` was over before `mine` began. NaN where a time cannot be read. */
function gapOf(mine: Timed, other: Timed): number {
  if (Number.isNaN(other.firstMs - mine.firstMs)) return Number.NaN;
  if (other.lastMs < mine.firstMs) return other.lastMs - mine.firstMs;
  return other.firstMs > mine.lastMs ? other.firstMs - mine.lastMs : 0;
}

/** Of two that are equally near the earlier one counts: what came before explains more than what came after. */
const nearer = (one: number, other: number): boolean =>
  Math.abs(one) < Math.abs(other) || (Math.abs(one) === Math.abs(other) && one < other);

function connectingEntities({ evidence }: LinkedAlert): Entity[] {
  const once = new Map(evidence.map(({ entity }) => [entity.id, entity]));
  return [...once.values()].filter(({ kind }) => connecting.includes(kind));
}

function shared(mine: Timed, entity: Entity, holders: readonly Timed[], windowMs: number): SharedEntity | null {
  let others = 0;
  let best: { other: Timed; gapMs: number } | null = null;
  for (const other of holders) {
    if (other.alert.id === mine.alert.id) continue;
    const gapMs = gapOf(mine, other);
    if (!(Math.abs(gapMs) <= windowMs)) continue;
    others += 1;
    if (best === null || nearer(gapMs, best.gapMs)) best = { other, gapMs };
  }
  if (best === null) return null;
  const { kind, id, label } = entity;
  const { alert } = best.other;
  return { entity: { kind, id, label }, nearest: { id: alert.id, title: alert.title }, gapMs: best.gapMs, others };
}

/**
 * Answers for each alert of `alerts` which entities it shares with another one at most `windowMs` away, the most telling
 * first. An alert is only looked at when it is asked about: an incident may have ten thousand of them.
 */
export function sharedEntities(
  alerts: readonly LinkedAlert[],
  windowMs: number = linkWindowMs,
): (alert: LinkedAlert) => readonly SharedEntity[] {
  const holders = new Map<string, Timed[]>();
  const all = alerts.map(timed);
  for (const one of all) {
    for (const { id } of connectingEntities(one.alert)) {
      const known = holders.get(id);
      if (known === undefined) holders.set(id, [one]);
      else known.push(one);
    }
  }
  const found = new Map<string, readonly SharedEntity[]>();
  return (alert) => {
    const known = found.get(alert.id);
    if (known !== undefined) return known;
    const mine = timed(alert);
    const answer = connectingEntities(alert)
      .flatMap((entity) => shared(mine, entity, holders.get(entity.id) ?? [], windowMs) ?? [])
      .sort(
        (left, right) =>
          connecting.indexOf(left.entity.kind) - connecting.indexOf(right.entity.kind) || right.others - left.others,
      );
    found.set(alert.id, answer);
    return answer;
  };
}
