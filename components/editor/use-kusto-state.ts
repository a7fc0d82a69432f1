'use client';
/** Whether the Kusto worker is there, for a component. */
import { useSyncExternalStore } from 'react';
import { type KustoState, kustoSession } from './kusto-session';

export function useKustoState(): KustoState {
  return useSyncExternalStore<KustoState>(kustoSession.subscribe, kustoSession.state, () => 'starting');
}
