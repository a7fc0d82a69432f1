/** The list of what of a bulk act was not changed, and trying its rows again. */
'use client';
import { useState } from 'react';
import type { ActCalls, ActNoun } from '@/components/queue/acts/act-noun';
import { afterRetry, type Batch, type BatchRow } from '@/components/queue/acts/batch';
import { tellFailure } from '@/components/queue/acts/tell-failure';
import type { Send } from '@/components/queue/acts/use-sending';
import { announce } from '@/components/ui/announcer';

export function useBatch<Row, Changes>(
  { keyOf }: ActNoun<Row, Changes>,
  { retry }: ActCalls<Row, Changes>,
  send: Send<Row, Changes>,
) {
  const [batch, setBatch] = useState<Batch<Row, Changes> | null>(null);
  /** Rows of the list once more: those that failed or, knowingly, those that somebody else was quicker with. */
  const again = async (rows: readonly BatchRow<Row, Changes>[], overwrite: boolean) => {
    if (batch === null) return;
    const steps = rows.flatMap(({ step }) => step ?? []);
    const commandIds = rows.flatMap(({ retryId }) => retryId ?? []);
    try {
      if (commandIds.length > 0) await retry(commandIds);
      if (steps.length === 0) return;
      const left = await send(steps, batch.what, overwrite);
      const tried = new Set(steps.map(({ row }) => keyOf(row)));
      setBatch((now) => (now === null ? null : afterRetry(now, tried, left)));
      announce(`${left.stored.size} stored, ${left.rows.length} not`);
    } catch (error) {
      tellFailure('Could not try again', error);
    }
  };
  return {
    batch,
    setBatch,
    again: (rows: readonly BatchRow<Row, Changes>[], overwrite: boolean) => void again(rows, overwrite),
  };
}
