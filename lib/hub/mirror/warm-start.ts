/** Fills the mirror from the store, so that a console that just started shows yesterday's queue before Microsoft answers. */
import type { DefenderFace, SentinelFace } from '@/lib/domain/incident/face';
import { fromGraph } from '@/lib/domain/incident/from-graph';
import { fromSentinel } from '@/lib/domain/incident/from-sentinel';
import type { Mirror } from '@/lib/hub/mirror/mirror';
import type { Store } from '@/lib/store/store';
import { StoreError } from '@/lib/store/store-error';
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
  defender: (wire: unknown): DefenderFace => fromGraph(asGraphIncident(wire)),
  sentinel: (wire: unknown): SentinelFace => fromSentinel(asSentinelIncident(wire)),
};

/** False when the store holds nothing that this version can use; then the readings must begin at the beginning. */
export async function isUsable({ marks }: Pick<Store, 'marks'>): Promise<boolean> {
  if ((await marks.read(versionMark)) === mirrorVersion) return true;
  await marks.write(versionMark, mirrorVersion);
  return false;
}

/** Takes in what the store holds of incidents; `flush` tells what became of them. */
export async function readIncidents({ incidentCopies }: Pick<Store, 'incidentCopies'>, mirror: Mirror): Promise<void> {
  for await (const { defender, sentinel } of incidentCopies.all()) {
    try {
      mirror.putDefender(defender.map(faceFromCopy.defender));
      mirror.putSentinel(sentinel.map(faceFromCopy.sentinel));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new StoreError(
        `The incidents in the console's database are damaged (${reason}). Move the database away: incidents and alerts are read again from Microsoft, unsent commands in it are lost.`,
        { cause: error },
      );
    }
  }
}
