/**
 * One copy of every text and list that alerts repeat. Each reply of Microsoft brings its own copies of the same titles,
 * people and tactics; a hundred thousand rows that keep them would be three times as large.
 */
import type { AlertRow } from '@/lib/domain/alert/alert-row';

export type ShareTexts = (row: AlertRow) => AlertRow;

/** Forgets everything at this size: better a second copy than a list that only grows. */
const mostTexts = 200_000;

export function createShareTexts(): ShareTexts {
  const texts = new Map<string, string>();
  const lists = new Map<string, readonly string[]>();

  function text<Text extends string | null>(value: Text): Text {
    if (value === null) return value;
    const known = texts.get(value);
    if (known !== undefined) return sameText(known, value);
    if (texts.size >= mostTexts) texts.clear();
    texts.set(value, value);
    return value;
  }

  function list(values: readonly string[]): readonly string[] {
    const name = JSON.stringify(values);
    const known = lists.get(name);
    if (known !== undefined) return known;
    if (lists.size >= mostTexts) lists.clear();
    const shared = values.map(text);
    lists.set(name, shared);
    return shared;
  }

  return (row) => ({
    ...row,
    title: text(row.title),
    detectionSource: text(row.detectionSource),
    incidentKey: text(row.incidentKey),
    assignee: text(row.assignee),
    tactics: list(row.tactics),
    techniques: list(row.techniques),
    users: list(row.users),
    devices: list(row.devices),
    // Most alerts are seen in one moment.
    ...sharedTimes(row),
  });
}

function sharedTimes(row: AlertRow): Pick<AlertRow, 'firstActivityAt' | 'lastActivityAt' | 'updatedAt'> {
  const { createdAt } = row;
  const first = row.firstActivityAt === createdAt ? createdAt : row.firstActivityAt;
  const last = row.lastActivityAt === first ? first : row.lastActivityAt;
  return {
    firstActivityAt: first,
    lastActivityAt: last,
    updatedAt: row.updatedAt === createdAt ? createdAt : row.updatedAt === last ? last : row.updatedAt,
  };
}

/** Guaranteed by the map: a text is kept under itself. */
function sameText<Text extends string | null>(known: string, _asked: Text): Text {
  return known as Text;
}
