/** The list of what of a bulk act was not changed, and trying its rows again. */
'use client';
import { useState } from 'react';
import type { Batch, BatchRow } from '@/components/features/incident-queue/acts/batch';
import { useSending } from '@/components/features/incident-queue/acts/use-sending';
import { announce } from '@/components/ui/announcer';
import { showToast } from '@/components/ui/toast';
import { useRetry } from '@/lib/queries/take-back';

/** The list after some of its rows were tried again. */
function afterRetry(
  batch: Batch,
  tried: ReadonlySet<string>,
  rows: readonly BatchRow[],
  stored: Batch['stored'],
): Batch {
  return {
    ...batch,
    rows: [...batch.rows.filter(({ key }) => !tried.has(key)), ...rows],
    stored: new Map([...batch.stored, ...stored]),
  };
}

export function useBatch() {
  const send = useSending();
  const { mutateAsync: sendAgain } = useRetry();
  const [batch, setBatch] = useState<Batch | null>(null);
  /** Rows of the list once more: those that failed or, knowingly, those that somebody else was quicker with. */
  const again = async (rows: readonly BatchRow[], overwrite: boolean) => {
    if (batch === null) return;
    const steps = rows.flatMap(({ step }) => step ?? []);
    const commandIds = rows.flatMap(({ retryId }) => retryId ?? []);
    try {
      if (commandIds.length > 0) await sendAgain({ commandIds });
      if (steps.length === 0) return;
      const { rows: left, stored } = await send(steps, batch.what, overwrite);
      const tried = new Set(steps.map(({ incident }) => incident.key));
      setBatch((now) => (now === null ? null : afterRetry(now, tried, left, stored)));
      announce(`${stored.size} stored, ${left.length} not`);
    } catch (error) {
      showToast('Could not try again', {
        tone: 'error',
        detail: error instanceof Error ? error.message : String(error),
      });
    }
  };

  return {
    batch,
    setBatch,
    again: (rows: readonly BatchRow[], overwrite: boolean) => void again(rows, overwrite),
  };
}
