/**
 * Keeps the analyst's keys the same on every device. They are the browser's own at once (the cookie has painted them),
 * the server hears of them when it can; mounted once, in the shell.
 */
'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { readAgreedKeys, writeAgreedKeys } from '@/components/shell/agreed-keys';
import { settleKeys } from '@/components/shell/settle-keys';
import { usePreferences } from '@/components/ui/preferences-provider';
import { showToast } from '@/components/ui/toast';
import { isRefusal, keyQueries, useChooseKeys } from '@/lib/queries/keys';
import { sessionQueries } from '@/lib/queries/session';

export function useKeySync(): void {
  const [{ keyMap }, change] = usePreferences();
  const person = useQuery(sessionQueries.current()).data?.me.name;
  const { data: kept, dataUpdatedAt } = useQuery({ ...keyQueries.current(), enabled: person !== undefined });
  /** The answer after which sending failed: it is tried again after the next one, not again and again. */
  const failedAfter = useRef<number | null>(null);
  const { mutate, isPending } = useChooseKeys();
  useEffect(() => {
    if (person === undefined || kept === undefined || isPending || failedAfter.current === dataUpdatedAt) return;
    const settlement = settleKeys({ person, mine: keyMap, agreed: readAgreedKeys(), kept });
    if (settlement.kind !== 'send') {
      writeAgreedKeys(settlement.agreed);
      if (settlement.kind === 'adopt') change({ keyMap: settlement.agreed.map });
      return;
    }
    mutate(
      { map: keyMap, seen: settlement.seen },
      {
        onSuccess: ({ outcome, keys }) => {
          writeAgreedKeys({ person, map: keys.map, updatedAt: keys.updatedAt });
          if (outcome === 'kept') return;
          change({ keyMap: keys.map });
          showToast('Your keys were changed on another device', {
            detail: 'Those are used now. Choose again what you changed here.',
          });
        },
        onError: (error) => {
          if (!isRefusal(error)) {
            failedAfter.current = dataUpdatedAt;
            return;
          }
          change({ keyMap: kept?.map ?? {} });
          showToast('The keys were not kept', { tone: 'error', detail: error.message });
        },
      },
    );
  }, [person, kept, dataUpdatedAt, keyMap, isPending, mutate, change]);
}
