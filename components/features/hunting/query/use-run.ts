'use client';
/** One query at a time: started, answered, refused, unreachable or cancelled, and how long it took. */
import { useCallback, useRef, useState } from 'react';
import type { HuntingApi, HuntingOutcome } from '@/lib/domain/hunting/result-table';
import { useRunQuery } from '@/lib/queries/hunting';
import { useServerClock } from '@/lib/queries/server-clock';
import { rememberRun } from './kept';

export type RunRequest = { text: string; timespan: string | null };

type Refused = Extract<HuntingOutcome, { ok: false }>;

export type RunState =
  | { kind: 'idle' }
  | { kind: 'running'; startedAt: number }
  | { kind: 'answered'; outcome: Extract<HuntingOutcome, { ok: true }>; request: RunRequest }
  | { kind: 'refused'; outcome: Refused; request: RunRequest; since: string | null }
  | { kind: 'unreachable'; reason: string; request: RunRequest; since: string }
  | { kind: 'cancelled'; afterMs: number };

/** Kusto refusing a query is the query's fault; no problem with a place is the service's, which may pass. */
const isServiceFault = ({ problems }: Refused) => problems.length === 0;

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

export function useRun() {
  const [state, setState] = useState<RunState>({ kind: 'idle' });
  const { run: send } = useRunQuery();
  const now = useServerClock();
  const current = useRef<AbortController | null>(null);
  const failingSince = useRef(new Map<HuntingApi | 'console', string>());

  const since = useCallback((who: HuntingApi | 'console', at: string) => {
    const first = failingSince.current.get(who) ?? at;
    failingSince.current.set(who, first);
    return first;
  }, []);

  const run = useCallback(
    async (request: RunRequest) => {
      current.current?.abort();
      const controller = new AbortController();
      current.current = controller;
      const startedAt = performance.now();
      const at = now().toISOString();
      setState({ kind: 'running', startedAt });
      try {
        const outcome = await send(request, controller.signal);
        if (current.current !== controller) return;
        failingSince.current.delete('console');
        rememberRun(localStorage, { ...request, at, rows: outcome.ok ? outcome.table.rows.length : null });
        if (outcome.ok) {
          failingSince.current.delete(outcome.table.api);
          setState({ kind: 'answered', outcome, request });
        } else {
          setState({
            kind: 'refused',
            outcome,
            request,
            since: isServiceFault(outcome) ? since(outcome.api, at) : null,
          });
        }
      } catch (error) {
        if (current.current !== controller) return;
        if (controller.signal.aborted) setState({ kind: 'cancelled', afterMs: performance.now() - startedAt });
        else setState({ kind: 'unreachable', reason: reasonOf(error), request, since: since('console', at) });
      } finally {
        if (current.current === controller) current.current = null;
      }
    },
    [now, send, since],
  );

  /** Aborts the request; the server then aborts its own to Microsoft. */
  const cancel = useCallback(() => current.current?.abort(), []);

  return { state, run, cancel };
}
