/** Why the check could show nothing now, in words; null when it can. */
import { type SourceHealth, systemWords } from '@/lib/domain/source/source';
import type { SyncSettings } from '@/lib/domain/sync/sync-overview';
import { isUnread } from '@/lib/domain/trace/rule-steps';

/** `health` null: not known yet. */
export function checkObstacle(
  { onboarded, connector }: Pick<SyncSettings, 'onboarded' | 'connector'>,
  health: readonly SourceHealth[] | null,
): string | null {
  if (onboarded === false) return 'the workspace is not onboarded to Microsoft Sentinel.';
  if (connector === null) return 'the workspace has no Microsoft Defender XDR connector.';
  if (!isUnread(connector) && connector.incidents?.toLowerCase() !== 'enabled')
    return 'the incidents of the Microsoft Defender XDR connector are switched off.';
  if (health === null) return 'the queue is still being read.';
  const silent = health.find(({ failingSince }) => failingSince !== null);
  if (silent !== undefined)
    return `${systemWords[silent.system]} does not answer (${silent.reason ?? 'no reason was given'}).`;
  const filling = health.find(({ filledAt }) => filledAt === null);
  return filling === undefined ? null : `the incidents of ${systemWords[filling.system]} are still being read.`;
}
