/** Why Defender put alerts into one incident: Graph's `correlationReason` in words. */
import type { AlertLink } from '@/lib/domain/alert/alert-link';

const words: Readonly<Record<string, string>> = {
  repeatedAlertOccurrence: 'the same alert again',
  sameGeography: 'same place',
  similarArtifacts: 'similar artefacts',
  sameTargetedAsset: 'same target',
  sameNetworkSegment: 'same network segment',
  eventSequence: 'one event follows the other',
  timeFrame: 'same time',
  sameThreatSource: 'same source of the threat',
  similarTTPsOrBehavior: 'similar behaviour',
  sameActor: 'same user',
  sameCampaign: 'same campaign',
  sharedIndicators: 'shared indicators',
  sameAsset: 'same device or resource',
  networkProximity: 'near in the network',
  eventCasualSequence: 'one event causes the other',
  temporalProximity: 'close in time',
  lateralMovementPath: 'path of lateral movement',
};

/** Microsoft adds reasons now and then; one without words of ours is shown as it came. */
function correlationWord(reason: string): string {
  return words[reason] ?? reason;
}

/** `same user, close in time: user alex@contoso.com`. Attacker-controlled text. */
export function linkWords({ reasons, by }: AlertLink): string {
  return [reasons.map(correlationWord).join(', '), by.join(', ')].filter((part) => part !== '').join(': ');
}
