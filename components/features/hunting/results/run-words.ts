/** What a run came to, in the words that are shown and read aloud. */
import type { ResultTable } from '@/lib/domain/hunting/result-table';
import type { RunState } from '../query/use-run';

export function countWords(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : `${noun}s`}`;
}

/** `0.34 s`, `12.1 s`, `1 min 05 s`. */
export function tookWords(ms: number): string {
  const seconds = ms / 1_000;
  if (seconds < 10) return `${seconds.toFixed(2)} s`;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${String(Math.floor(seconds % 60)).padStart(2, '0')} s`;
}

export function rowWords({ rows, status }: Pick<ResultTable, 'rows' | 'status'>): string {
  const count = countWords(rows.length, 'row');
  return status === 'partial' ? `${count}, not all` : count;
}

/** One decimal, as a person says it: `Cancelled after 1.2 s`. */
export const cancelledWords = (afterMs: number) => `Cancelled after ${(afterMs / 1_000).toFixed(1)} s`;

/** What a screen reader hears of a run; null while there is nothing new to say. */
export function runAnnouncement(state: RunState): string | null {
  switch (state.kind) {
    case 'idle':
      return null;
    case 'running':
      return 'Running';
    case 'answered':
      return rowWords(state.outcome.table);
    case 'refused':
      return state.outcome.problems.length > 0
        ? `Refused: ${countWords(state.outcome.problems.length, 'problem')}`
        : `No answer: ${state.outcome.message}`;
    case 'unreachable':
      return 'The console’s server could not be reached';
    case 'cancelled':
      return cancelledWords(state.afterMs);
  }
}
