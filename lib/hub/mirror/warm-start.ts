/** Fills the mirror from the store, so that a console that just started shows yesterday's queue before Microsoft answers. */
import type { DefenderFace, SentinelFace } from '@/lib/domain/incident/face';
import { fromGraph } from '@/lib/domain/incident/from-graph';
import { fromSentinel } from '@/lib/domain/incident/from-sentinel';
import { fromStored } from '@/lib/hub/alerts/alert-copy';
import type { Mirror } from '@/lib/hub/mirror/mirror';
import type { IncidentCopy } from '@/lib/store/incident-copies';
import type { Store } from '@/lib/store/store';
import type { GraphIncident } from '@/lib/wire/graph-security/incident';
import type { SentinelIncident } from '@/lib/wire/sentinel/incident';

/** Raised when what is stored can no longer be read as what it was: the mirror is then filled anew. */
const mirrorVersion = 1;
const versionMark = 'mirror-version';

/** Guaranteed by `mirrorVersion`: the store was filled by this version from replies that their wire schema accepted. */
function asGraphIncident(stored: unknown): GraphIncident {
  return stored as GraphIncident;
}
/** As above. */
function asSentinelIncident(stored: unknown): SentinelIncident {
  return stored as SentinelIncident;
}

/** What a stored copy says, in our words. */
export const faceFromCopy = {
  defender: ({ wire }: IncidentCopy): DefenderFace => fromGraph(asGraphIncident(wire)),
  sentinel: ({ wire }: IncidentCopy): SentinelFace => fromSentinel(asSentinelIncident(wire)),
};

/** False when the store holds nothing that this version can use; then the readings must begin at the beginning. */
export async function warmStart(store: Store, mirror: Mirror): Promise<boolean> {
  if ((await store.marks.read(versionMark)) !== mirrorVersion) {
    await store.marks.write(versionMark, mirrorVersion);
    return false;
  }
  const [defender, sentinel, alerts] = [
    await store.incidentCopies.all('defender'),
    await store.incidentCopies.all('sentinel'),
    await store.alertBriefs.all(),
  ];
  mirror.putAlerts(alerts.map(fromStored));
  mirror.putDefender(defender.map(faceFromCopy.defender));
  mirror.putSentinel(sentinel.map(faceFromCopy.sentinel));
  mirror.flush();
  return true;
}
