/** Which API answers a query, in the analyst's words. */
import type { TableWorld } from '@/lib/domain/hunting/hunting-schema';
import type { HuntingApi } from '@/lib/domain/hunting/result-table';

export const apiName: Record<HuntingApi, string> = { graph: 'Microsoft Graph', logAnalytics: 'Log Analytics' };

/** `Defender and workspace tables → Microsoft Graph, which knows both`. */
export function routeWords(worlds: readonly TableWorld[], api: HuntingApi): string {
  if (worlds.length === 0) return `No table named → ${apiName[api]}`;
  const defender = worlds.some((world) => world === 'defender');
  const sentinel = worlds.some((world) => world === 'sentinel');
  if (defender && sentinel) return `Defender and workspace tables → ${apiName[api]}, which knows both`;
  if (sentinel) return `Workspace tables → ${apiName[api]}`;
  return `Defender tables → ${apiName[api]}`;
}
