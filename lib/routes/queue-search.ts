/**
 * What a queue keeps in its address. `q` is the whole filter as text, `sort` and `group` name fields, `view` a saved
 * view and `row` the cursor. What is absent comes from the view, and without one from what the queue starts with.
 */
import { createLoader, createParser, createSerializer, type inferParserType, parseAsString } from 'nuqs/server';
import { mostLevels } from '@/lib/domain/queue/group-rows';
import type { QueueSort } from '@/lib/domain/queue/queue-query';

/** `text` is the filter as it is typed; `group` are fields, the outer one first. */
export type QueueQuestion = { text: string; sort: QueueSort; group: readonly string[] };

const sameList = (left: readonly string[], right: readonly string[]) =>
  left.length === right.length && left.every((value, at) => value === right[at]);

/** `-severity` is descending. Only fields that the queue can be sorted by. */
function sortParser(fields: readonly string[]) {
  return createParser<QueueSort>({
    parse: (text) => {
      const descending = text.startsWith('-');
      const by = fields.find((field) => field === (descending ? text.slice(1) : text));
      return by === undefined ? null : { by, direction: descending ? 'descending' : 'ascending' };
    },
    serialize: ({ by, direction }) => (direction === 'descending' ? `-${by}` : by),
    eq: (left, right) => left.by === right.by && left.direction === right.direction,
  });
}

/** `severity,status`; `none` stands for a list where the view has groups. */
function groupParser(fields: readonly string[]) {
  return createParser<readonly string[]>({
    parse: (text) => {
      if (text === 'none') return [];
      const levels = text.split(',');
      const known = levels.every((level) => fields.includes(level)) && new Set(levels).size === levels.length;
      return known && levels.length <= mostLevels ? levels : null;
    },
    serialize: (levels) => (levels.length === 0 ? 'none' : levels.join(',')),
    eq: sameList,
  });
}

/** `fields` are the ids that the queue can be sorted and grouped by; any other reads as null. */
export function queueSearch(fields: { sort: readonly string[]; group: readonly string[] }) {
  return {
    q: parseAsString,
    sort: sortParser(fields.sort),
    group: groupParser(fields.group),
    view: parseAsString,
    row: parseAsString,
  };
}

/** Made by `queueSearch`, one set for each queue. */
export type QueueSearchParsers = ReturnType<typeof queueSearch>;
export type QueueSearch = inferParserType<QueueSearchParsers>;
/** Null takes a parameter out of the address. */
export type QueueSearchChange = { [Name in keyof QueueSearch]?: QueueSearch[Name] | null };

/** Reading and printing the addresses of one queue. */
export function queueAddress(parsers: QueueSearchParsers) {
  const load = createLoader(parsers);
  return {
    parsers,
    load: (search: string | URLSearchParams): QueueSearch =>
      load(typeof search === 'string' ? new URLSearchParams(search) : search),
    /** `?q=severity:high`, or nothing when nothing is asked for. */
    print: createSerializer(parsers),
    /** The parameters that were not understood, by name: malformed ones and those that no queue has. */
    misread: (search: URLSearchParams): string[] =>
      [...new Set(search.keys())].filter((name) => {
        if (name.startsWith('_')) return false;
        const parser = Object.entries(parsers).find(([known]) => known === name)?.[1];
        return parser === undefined || parser.parse(search.get(name) ?? '') === null;
      }),
  };
}

/** What an address asks for, over a view and over what the queue starts with. */
export function questionOf(search: QueueSearch, view: QueueSearch | null, start: QueueQuestion): QueueQuestion {
  return {
    text: search.q ?? view?.q ?? start.text,
    sort: search.sort ?? view?.sort ?? start.sort,
    group: search.group ?? view?.group ?? start.group,
  };
}
