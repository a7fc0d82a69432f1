import { expect, it } from 'vitest';
import { draft, forgetRuns, keepDraft, pastRuns, rememberRun } from './kept';

function memory(refuses = false) {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => {
      if (refuses) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, text);
    },
    removeItem: (key: string) => void kept.delete(key),
  };
}

const run = (text: string) => ({ text, timespan: null, at: '2025-01-15T10:05:00.000Z', rows: 1 });

it('keeps the last fifty runs, newest first, each text once', () => {
  const store = memory();
  for (let at = 0; at < 60; at += 1) rememberRun(store, run(`print ${at}`));
  const runs = rememberRun(store, { ...run('print 30'), rows: 7 });
  expect(runs).toHaveLength(50);
  expect(runs.slice(0, 2).map(({ text, rows }) => [text, rows])).toEqual([
    ['print 30', 7],
    ['print 59', 1],
  ]);
  expect(runs.filter(({ text }) => text === 'print 30')).toHaveLength(1);
  expect(pastRuns(store)).toEqual(runs);
  forgetRuns(store);
  expect(pastRuns(store)).toEqual([]);
});

it.each(['{', '{"a":1}', '[{"text":5}]', 'null'])('a damaged store (%s) is no history', (text) => {
  const store = memory();
  store.setItem('onequeue.hunting.history', text);
  expect(pastRuns(store)).toEqual([]);
});

it('a full store costs the draft, not the page', () => {
  const full = memory(true);
  expect(keepDraft(full, 'x')).toBe(false);
  expect(draft(full)).toBeNull();
  expect(rememberRun(full, run('x'))).toHaveLength(1);
});
