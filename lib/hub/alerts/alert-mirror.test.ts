import { describe, expect, it } from 'vitest';
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import { paintAlert } from '@/lib/domain/alert/paint';
import { plainAlertRow } from '@/lib/domain/alert/testing/plain-alert-row';
import type { AlertCopy } from '@/lib/hub/alerts/alert-copy';
import { createAlertMirror } from '@/lib/hub/alerts/alert-mirror';

const guid = '0a0a0a0a-1111-4222-8333-444444444444';

function copy(id: string, more: Partial<AlertRow> = {}, names: string[] = []): AlertCopy {
  return { row: plainAlertRow({ id, product: 'sentinel', ...more }), names };
}
const logged = copy(guid, { system: 'sentinel' }, [guid, 'da637_1']);
const plain = { paint: (row: AlertRow) => row };

describe('one row for one alert', () => {
  it.each<[string, AlertCopy[], string[]]>([
    ['Defender alone', [copy('ed1')], ['ed1']],
    ['the log alone', [logged], [guid]],
    ['the log after Defender, which calls it sn + GUID', [copy(`sn${guid}`), logged], [`sn${guid}`]],
    ['the log before Defender', [logged, copy(`sn${guid}`)], [`sn${guid}`]],
    ["the product's own id, with Defender's prefix", [copy('edda637_1'), logged], ['edda637_1']],
    ['a GUID in capitals', [logged, copy(`sn${guid.toUpperCase()}`)], [`sn${guid.toUpperCase()}`]],
    ['strangers', [copy('ed2'), logged], ['ed2', guid]],
  ])('%s', (_, copies, ids) => {
    const mirror = createAlertMirror(plain);
    mirror.put(copies);
    mirror.flush();
    expect(mirror.all().map(({ id }) => id)).toEqual(ids);
  });

  it('tells the browsers that the row of the log is gone', () => {
    const mirror = createAlertMirror(plain);
    mirror.put([logged]);
    expect(mirror.flush()).toMatchObject({ upserts: [{ id: guid }], removed: [] });
    mirror.put([copy(`sn${guid}`)]);
    expect(mirror.flush()).toMatchObject({ upserts: [{ id: `sn${guid}` }], removed: [guid] });
    mirror.put([logged]);
    expect(mirror.flush()).toEqual({ upserts: [], removed: [] });
  });
});

describe('what is told', () => {
  it('is nothing when the same is read again, and nothing from a slow reply', () => {
    const mirror = createAlertMirror(plain);
    mirror.put([copy('a', { updatedAt: '2025-01-15T10:05:00.000Z', status: 'resolved' })]);
    expect(mirror.flush().upserts).toHaveLength(1);
    mirror.put([copy('a', { updatedAt: '2025-01-15T10:05:00.000Z', status: 'resolved' }), copy('a')]);
    expect(mirror.flush().upserts).toEqual([]);
    expect(mirror.get('a')?.status).toBe('resolved');
  });

  it('is the last of several changes', () => {
    const mirror = createAlertMirror(plain);
    mirror.put([copy('a')]);
    mirror.put([copy('a', { updatedAt: '2025-01-15T10:05:00.000Z', status: 'inProgress' })]);
    expect(mirror.flush().upserts.map(({ status }) => status)).toEqual(['inProgress']);
  });

  it('is painted while a command is under way, and plain again afterwards', () => {
    let asked = false;
    const mark = { state: 'pending', since: '2025-01-15T10:06:00.000Z', commandId: 'c', shownBy: [] } as const;
    const mirror = createAlertMirror({
      paint: (row) => (asked ? paintAlert(row, { status: 'resolved' }, { ...mark, shownBy: [] }) : row),
    });
    mirror.put([copy('a')]);
    mirror.flush();
    asked = true;
    mirror.touch('a');
    expect(mirror.flush().upserts).toMatchObject([{ status: 'resolved', sync: { status: { state: 'pending' } } }]);
    asked = false;
    mirror.touch('a');
    expect(mirror.flush().upserts).toMatchObject([{ status: 'new', sync: {} }]);
  });
});
