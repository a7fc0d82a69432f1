// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { HuntingOutcome } from '@/lib/domain/hunting/result-table';
import { pastRuns } from './kept';
import { useRun } from './use-run';

type Send = (request: unknown, signal: AbortSignal) => Promise<HuntingOutcome>;
const service: { send: Send } = vi.hoisted(() => ({ send: () => Promise.reject(new Error('not set')) }));
vi.mock('@/lib/queries/hunting', () => ({ useRunQuery: () => ({ run: service.send }) }));
vi.mock('@/lib/queries/server-clock', () => {
  const now = () => new Date('2025-01-15T10:05:00Z');
  return { useServerClock: () => now };
});

const request = { text: 'SigninLogs | take 1', timespan: null };
const answer: HuntingOutcome = {
  ok: true,
  table: { api: 'graph', columns: [], rows: [[]], status: 'complete', notice: null, render: null, tookMs: 1 },
};
const refusal = (problems: number): HuntingOutcome => ({
  ok: false,
  api: 'logAnalytics',
  problems: Array.from({ length: problems }, () => ({
    code: 'KS142',
    message: 'unknown name',
    severity: 'error' as const,
    start: 0,
    length: 1,
  })),
  message: 'said no',
  requestId: null,
});

function using(send: Send) {
  service.send = send;
  return renderHook(() => useRun()).result;
}

beforeEach(() => localStorage.clear());

it('answers, and remembers the run with its rows', async () => {
  const hook = using(async () => answer);
  await act(() => hook.current.run(request));
  expect(hook.current.state).toMatchObject({ kind: 'answered', request });
  expect(pastRuns(localStorage)).toEqual([{ ...request, at: '2025-01-15T10:05:00.000Z', rows: 1 }]);
});

it('cancel aborts the request and says after how long', async () => {
  let seen: AbortSignal | null = null;
  const hook = using(
    (_request, signal) =>
      new Promise((_resolve, reject) => {
        seen = signal;
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
  );
  let run: Promise<void> = Promise.resolve();
  act(() => {
    run = hook.current.run(request);
  });
  expect(hook.current.state.kind).toBe('running');
  await act(async () => {
    hook.current.cancel();
    await run;
  });
  expect(seen).toMatchObject({ aborted: true });
  expect(hook.current.state).toMatchObject({ kind: 'cancelled', afterMs: expect.any(Number) });
});

it('the answer of a run that was overtaken changes nothing', async () => {
  const answers: ((outcome: HuntingOutcome) => void)[] = [];
  const hook = using(() => new Promise((resolve) => answers.push(resolve)));
  const runs: Promise<void>[] = [];
  act(() => void runs.push(hook.current.run(request)));
  act(() => void runs.push(hook.current.run({ ...request, text: 'print 2' })));
  await act(async () => {
    answers[1]?.(answer);
    answers[0]?.(refusal(1));
    await Promise.all(runs);
  });
  expect(hook.current.state).toMatchObject({ kind: 'answered', request: { text: 'print 2' } });
});

it('tells a query that Kusto refuses from a service that does not answer', async () => {
  const hook = using(async () => refusal(1));
  await act(() => hook.current.run(request));
  expect(hook.current.state).toMatchObject({ kind: 'refused', since: null });
  const down = using(async () => refusal(0));
  await act(() => down.current.run(request));
  expect(down.current.state).toMatchObject({ kind: 'refused', since: '2025-01-15T10:05:00.000Z' });
});

it('says that the console itself is out of reach', async () => {
  const hook = using(async () => Promise.reject(new TypeError('Failed to fetch')));
  await act(() => hook.current.run(request));
  expect(hook.current.state).toMatchObject({ kind: 'unreachable', reason: 'Failed to fetch' });
  expect(pastRuns(localStorage)).toEqual([]);
});
