/**
 * reduce: groups texts whose frequent words agree, as Vaarandi's SLCT does, which is what Kusto's page names as its model.
 * https://learn.microsoft.com/kusto/query/reduce-operator
 */
import { defineStage } from './stage';

export type ReduceSettings = {
  /** A word, and a group, counts when more than this fraction of the rows has it. */
  readonly threshold: number;
  /** What separates words; null: anything but letters and digits. */
  readonly characters: string | null;
  /** kind=source: the rows as they are, with their pattern, instead of the groups. The text is the last column. */
  readonly source: boolean;
};

type Group = { readonly pattern: string; count: number; readonly representative: string };

const others = 'others';

export const reduce = defineStage<ReduceSettings>(
  'reduce',
  (input, { settings, output, checkpoint }) => {
    const texts = input.rows.map((row) => String(row.at(-1) ?? ''));
    const split = splitter(settings.characters);
    const least = settings.threshold * texts.length;
    const words = frequentWords(texts, split, checkpoint);
    const patterns = texts.map((text) => {
      checkpoint();
      return patternOf(split(text), (at, word) => (words.get(`${at} ${word}`) ?? 0) > least);
    });
    const groups = grouped(texts, patterns);
    const isGroup = (pattern: string): boolean => pattern !== '*' && (groups.get(pattern)?.count ?? 0) > least;
    const rows = settings.source
      ? input.rows.map((row, at) => [...row.slice(0, -1), shown(patterns[at] ?? '*', isGroup)])
      : summary([...groups.values()], isGroup);
    return { columns: output, rows };
  },
  { dynamicAsText: true },
);

const shown = (pattern: string, isGroup: (pattern: string) => boolean): string => (isGroup(pattern) ? pattern : others);

/** Words and what separates them, in turns: the words are at the even places. */
function splitter(characters: string | null): (text: string) => string[] {
  const separators =
    characters === null ? /([^0-9A-Za-z]+)/ : new RegExp(`([${characters.replace(/[\\\]^-]/g, '\\$&')}\\s]+)`);
  return (text) => text.split(separators);
}

/** How many rows have a word at a place. */
function frequentWords(texts: readonly string[], split: (text: string) => string[], checkpoint: () => void) {
  const counts = new Map<string, number>();
  for (const text of texts) {
    checkpoint();
    split(text).forEach((word, at) => {
      if (at % 2 === 0 && word !== '') counts.set(`${at} ${word}`, (counts.get(`${at} ${word}`) ?? 0) + 1);
    });
  }
  return counts;
}

/** Other words become *, which takes in the separators beside it that are no blanks, and further *. */
function patternOf(parts: readonly string[], isFrequent: (at: number, word: string) => boolean): string {
  const marked = parts.map((part, at) => (at % 2 === 0 && part !== '' && !isFrequent(at, part) ? '*' : part));
  const kept = marked.map((part, at) => {
    const besideStar = marked[at - 1] === '*' || marked[at + 1] === '*';
    return at % 2 === 1 && besideStar && part.trim() !== '' ? '' : part;
  });
  return kept.join('').replace(/\*(?:\s*\*)+/g, '*');
}

function grouped(texts: readonly string[], patterns: readonly string[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  patterns.forEach((pattern, at) => {
    const group = groups.get(pattern);
    if (group) group.count += 1;
    else groups.set(pattern, { pattern, count: 1, representative: texts[at] ?? '' });
  });
  return groups;
}

function summary(groups: readonly Group[], isGroup: (pattern: string) => boolean): unknown[][] {
  const kept = groups.filter((group) => isGroup(group.pattern)).sort((a, b) => b.count - a.count);
  const left = groups.filter((group) => !isGroup(group.pattern)).reduce((total, group) => total + group.count, 0);
  const rows = kept.map(({ pattern, count, representative }) => [pattern, count, representative]);
  return left > 0 ? [...rows, [others, left, '']] : rows;
}
