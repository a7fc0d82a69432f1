/** Runs the guided check with the console's ordinary acts, so that all of it is in the incident's history. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useReducer, useRef } from 'react';
import {
  backThrough,
  type Check,
  nextCheck,
  outstanding,
  watched,
} from '@/components/features/settings/sync/check-steps';
import type { Incident } from '@/lib/domain/incident/incident';
import { checkChanges } from '@/lib/domain/sync/sync-check';
import { useChangeIncident } from '@/lib/queries/change-incident';
import { incidentQueries } from '@/lib/queries/incidents';
import { serverNow } from '@/lib/queries/server-clock';
import { usePutBack } from '@/lib/queries/sync';
import { useUndo } from '@/lib/queries/take-back';

const reason = 'Check of the bi-directional sync';
const kept = 'The console does not answer. What was asked for waits in this browser and is sent when it does.';
const nowText = (): string => serverNow().toISOString();
const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export type SyncCheck = {
  check: Check;
  /** The incident that is checked with, as it is now. */
  incident: Incident | undefined;
  begin(): void;
  leave(): void;
  change(incident: Incident): Promise<void>;
  /** Also cancels: what was changed is taken back. */
  putBack(): Promise<void>;
};

export function useSyncCheck(): SyncCheck {
  const [check, tell] = useReducer(nextCheck, { step: 'idle' });
  const key = 'key' in check ? check.key : null;
  const { data: incident } = useQuery({
    ...incidentQueries.list(),
    select: (list) => (key === null ? undefined : list.incidents.find((each) => each.key === key)),
  });
  const { mutateAsync: change } = useChangeIncident();
  const { mutateAsync: undo } = useUndo();
  const { mutateAsync: takeBack } = usePutBack();

  const legId = watched(check)?.commandId ?? null;
  useEffect(() => {
    if (incident !== undefined && legId !== null) tell({ kind: 'look', incident, at: nowText() });
  }, [incident, legId]);

  // Whoever leaves the page in the middle leaves the incident as it was.
  const left = useRef({ check, undo });
  useEffect(() => {
    left.current = { check, undo };
  });
  useEffect(
    () => () => {
      const out = outstanding(left.current.check);
      if (out === null || ('acting' in left.current.check && left.current.check.acting)) return;
      left.current.undo({ commandIds: [out.commandId] }).catch((error: unknown) => {
        console.warn('onequeue: the change of the sync check was not taken back', error);
      });
    },
    [],
  );
  const isOut = outstanding(check) !== null;
  useEffect(() => {
    if (!isOut) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isOut]);

  return {
    check,
    incident,
    begin: () => tell({ kind: 'begin' }),
    leave: () => tell({ kind: 'leave' }),
    async change(chosen) {
      tell({ kind: 'change', key: chosen.key });
      const at = nowText();
      try {
        const outcome = await change({ key: chosen.key, changes: checkChanges(chosen), reason });
        if (outcome.outcome === 'stored') tell({ kind: 'changed', commandId: outcome.commandId, at });
        else if (outcome.outcome === 'waiting') tell({ kind: 'fail', reason: kept });
        else tell({ kind: 'fail', reason: 'Somebody else changed it at the same moment. Nothing was changed here.' });
      } catch (error) {
        tell({ kind: 'fail', reason: textOf(error) });
      }
    },
    async putBack() {
      const out = outstanding(check);
      if (out === null) return;
      tell({ kind: 'takeBack' });
      const at = nowText();
      try {
        const outcome = await takeBack({ commandId: out.commandId, through: backThrough(check) });
        if (outcome?.outcome === 'stored') tell({ kind: 'takenBack', commandId: outcome.commandId, at });
        else {
          const why = outcome?.outcome === 'refused' ? outcome.reason : 'Somebody else changed it at the same moment.';
          tell({ kind: 'fail', reason: `It was not put back: ${why}` });
        }
      } catch (error) {
        tell({ kind: 'fail', reason: `It was not put back: ${textOf(error)}` });
      }
    },
  };
}
