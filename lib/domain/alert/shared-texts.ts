/**
 * One copy of every text and list that alerts repeat. Each reply of Microsoft brings its own copies of the same titles,
 * people and tactics; a hundred thousand rows that keep them would be three times as large.
 */
import type { AlertRow } from '@/lib/domain/alert/alert-row';

/** Answers an equal row, made of texts and lists that earlier rows brought. */
export type ShareTexts = (row: AlertRow) => AlertRow;

/** Forgets everything at this size: better a second copy than a list that only grows. */
const mostTexts = 200_000;

/** One per mirror: rows of two of them share nothing with each other. */
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
    const name = values.length === 1 ? `=${values[0]}` : JSON.stringify(values);
    const known = lists.get(name);
    if (known !== undefined) return known;
    if (lists.size >= mostTexts) lists.clear();
    const shared = values.map(text);
    lists.set(name, shared);
    return shared;
  }

  // Written out: a hundred thousand objects made by spreading take three times the room.
  return (row) => {
    const times = sharedTimes(row);
    return {
      id: row.id,
      title: text(row.title),
      severity: text(row.severity),
      status: text(row.status),
      product: text(row.product),
      detectionSource: text(row.detectionSource),
      system: text(row.system),
      tactics: list(row.tactics),
      techniques: list(row.techniques),
      incidentKey: text(row.incidentKey),
      assignee: text(row.assignee),
      verdict: row.verdict,
      users: list(row.users),
      devices: list(row.devices),
      createdAt: row.createdAt,
      firstActivityAt: times.firstActivityAt,
      lastActivityAt: times.lastActivityAt,
      updatedAt: times.updatedAt,
      sync: Object.keys(row.sync).length === 0 ? nothingAsked : row.sync,
    };
  };
}

const nothingAsked: AlertRow['sync'] = {};

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
