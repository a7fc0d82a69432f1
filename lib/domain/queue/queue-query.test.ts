import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completeQuery } from '@/lib/domain/queue/complete-query';
import { excludeValue, includeValue, mergeTyped, toggleValue } from '@/lib/domain/queue/edit-query';
import { printQuery } from '@/lib/domain/queue/print-query';
import type { QueueField } from '@/lib/domain/queue/queue-field';
import type { QueueQuery } from '@/lib/domain/queue/queue-query';
import { readQuery } from '@/lib/domain/queue/read-query';

type Task = { status: string; owner: string[]; tags: string[]; size: number | null; at: string | null; title: string };

const statusNames: Record<string, string> = { new: 'New', inProgress: 'In progress', done: 'Done' };
const fields: readonly QueueField<Task>[] = [
  {
    id: 'status',
    label: 'Status',
    kind: 'choice',
    values: ['new', 'inProgress', 'done'],
    words: (value) => statusNames[value] ?? value,
    read: ({ status }) => [status],
  },
  { id: 'assignee', label: 'Assignee', aliases: ['owner'], kind: 'people', read: ({ owner }) => owner },
  { id: 'tag', label: 'Tag', kind: 'tags', read: ({ tags }) => tags },
  { id: 'title', label: 'Title', kind: 'text', read: ({ title }) => [title] },
  { id: 'size', label: 'Size', kind: 'number', read: ({ size }) => size },
  { id: 'created', label: 'Created', kind: 'time', read: ({ at }) => at },
];
const read = (text: string) => readQuery(text, fields);

describe('a text is read and printed', () => {
  test.each([
    ['status:new', 'status:new'],
    ['STATUS:New', 'status:new'],
    ['status:"In progress",done', 'status:inProgress,done'],
    ['status:in-progress', 'status:inProgress'],
    ['-status:done', '-status:done'],
    ['owner:me', 'assignee:me'],
    ['assignee:nobody', 'assignee:unassigned'],
    ['assignee:none', 'assignee:unassigned'],
    ['tag:none', 'tag:none'],
    ['tag:"two words","a,b"', 'tag:"two words","a,b"'],
    ['size>10', 'size>10'],
    ['size:>10', 'size>10'],
    ['size:10..20,>=90', 'size:10..20,>=90'],
    ['size=10', 'size:10'],
    ['created:>2025-01-10', 'created>2025-01-10'],
    ['created:7d', 'created:7d'],
    ['created:2025-01-10T08:30..', 'created:2025-01-10T08:30..'],
    ['"free text" words', '"free text" words'],
    ['-"not this"', '-"not this"'],
    ['-', '-'],
    ['https://evil.example/a?b=c', 'https://evil.example/a?b=c'],
    ['C:\\Windows\\System32', 'C:\\Windows\\System32'],
    ['"status:new"', '"status:new"'],
    ['"OR"', '"OR"'],
    ['', ''],
    ['   ', ''],
    ['"unclosed phrase', '"unclosed phrase"'],
    ['status:new,new', 'status:new'],
  ])('%s → %s', (text, printed) => {
    const { query, problems } = read(text);
    expect(problems).toEqual([]);
    expect(printQuery(query)).toBe(printed);
    expect(read(printed).query).toEqual(query);
  });

  test('whatever a query holds, its text reads back to it', () => {
    const word = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter((text) => text.trim() !== '');
    const term = fc.oneof(
      fc.record({ field: fc.constant(null), negated: fc.boolean(), text: word }),
      fc.record({
        field: fc.constant('tag'),
        negated: fc.boolean(),
        values: fc.uniqueArray(
          word.filter((text) => !/^(none|[<>])/iu.test(text.replaceAll(/[\s_-]/gu, ''))),
          {
            minLength: 1,
            maxLength: 3,
          },
        ),
      }),
    );
    fc.assert(
      fc.property(fc.array(term, { maxLength: 5 }), (query: QueueQuery) => {
        expect(read(printQuery(query))).toEqual({ query, problems: [] });
      }),
      { numRuns: 300, seed: 20250115 },
    );
  });
});

describe('what makes no sense is named at its place', () => {
  test.each([
    ['status:open', 7, 11, /one of New, In progress, Done/u, undefined],
    ['status:don', 7, 10, /one of/u, 'done'],
    ['sttaus:new', 0, 6, /no field “sttaus”/u, 'status'],
    ['size:many', 5, 9, /is a number/u, undefined],
    ['size:20..10', 5, 11, /is a number/u, undefined],
    ['created:2025-02-30', 8, 18, /is a time/u, undefined],
    ['created:soon', 8, 12, /is a time/u, undefined],
    ['status:', 0, 7, /needs a value/u, undefined],
    ['status:new,', 0, 11, /needs a value/u, undefined],
    ['tag>3', 4, 5, /has no order/u, undefined],
    ['a OR b', 2, 4, /comma/u, undefined],
  ])('%s', (text, from, to, message, meant) => {
    const [problem] = read(text).problems;
    expect(problem?.message).toMatch(message);
    expect([problem?.from, problem?.to, problem?.meant]).toEqual([from, to, meant]);
  });

  test('the other terms are still read', () => {
    expect(printQuery(read('status:open tag:vip phish').query)).toBe('tag:vip phish');
  });
});

describe('chips change the query', () => {
  const changed = (text: string, change: (query: QueueQuery) => QueueQuery) => printQuery(change(read(text).query));
  test.each([
    ['status:new tag:vip', 'status', 'done', 'status:new,done tag:vip'],
    ['status:new tag:vip', 'status', 'new', 'tag:vip'],
    ['tag:vip', 'status', 'new', 'tag:vip status:new'],
  ])('%s with %s %s toggled', (text, field, value, expected) => {
    expect(changed(text, (query) => toggleValue(query, field, value))).toBe(expected);
  });
  test('include and exclude from a cell', () => {
    expect(changed('status:new,done', (query) => includeValue(query, 'status', 'done'))).toBe('status:done');
    expect(changed('-status:done,new', (query) => includeValue(query, 'status', 'done'))).toBe(
      '-status:new status:done',
    );
    expect(changed('status:new,done', (query) => excludeValue(query, 'status', 'done'))).toBe(
      'status:new -status:done',
    );
    expect(changed('-tag:a', (query) => excludeValue(query, 'tag', 'b'))).toBe('-tag:a,b');
  });
  test.each([
    ['status:new', 'status:done', 'status:done'],
    ['-tag:a', '-tag:b', '-tag:a,b'],
    ['size>10', 'size<20', 'size>10 size<20'],
    ['size>10 size<20', 'size>15', 'size<20 size>15'],
    ['created:7d', 'created:>2025-01-10', 'created>2025-01-10'],
    ['a', 'b', 'a b'],
  ])('%s and then typed %s', (text, typed, expected) => {
    const isRange = (field: string) => field === 'size' || field === 'created';
    expect(changed(text, (query) => mergeTyped(query, read(typed).query, isRange))).toBe(expected);
  });
});

describe('completion', () => {
  const valuesOf = (field: string) =>
    field === 'tag'
      ? [
          { value: 'vip', count: 3 },
          { value: 'two words', count: 1 },
        ]
      : [{ value: 'new', count: 7 }];
  const offer = (text: string) => {
    const found = completeQuery(text, text.length, fields, valuesOf);
    return found && { at: [found.from, found.to], inserts: found.options.map(({ insert }) => insert) };
  };
  test.each([
    ['st', { at: [0, 2], inserts: ['status:'] }],
    ['tag:vip own', { at: [8, 11], inserts: ['assignee:'] }],
    ['-st', { at: [1, 3], inserts: ['status:'] }],
    ['status:', { at: [7, 7], inserts: ['new', 'inProgress', 'done'] }],
    ['status:prog', { at: [7, 11], inserts: ['inProgress'] }],
    ['status:new,d', { at: [11, 12], inserts: ['done'] }],
    ['tag:', { at: [4, 4], inserts: ['vip', '"two words"'] }],
    ['owner:', { at: [6, 6], inserts: ['me', 'unassigned', 'new'] }],
    ['created:to', { at: [8, 10], inserts: ['today'] }],
    ['nothing', null],
    ['"sta', null],
  ])('%s', (text, expected) => expect(offer(text)).toEqual(expected));

  test('values come with how many rows they would give', () => {
    const found = completeQuery('status:ne', 9, fields, valuesOf);
    expect(found?.options[0]).toEqual({ insert: 'new', label: 'New', count: 7 });
  });
});
