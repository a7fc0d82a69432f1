/**
 * What becomes of an automated investigation: it looks at the device for some minutes, and what it finds there is what
 * the device's alerts say. https://learn.microsoft.com/defender-endpoint/automated-investigations
 */
import { createRandom } from '@/lib/base/random';
import type { EndpointInvestigationState } from '@/lib/wire/defender-endpoint/investigation';
import { hearsWithinMs, patienceMs } from '@/mocks/cloud/response/durations';
import type { InvestigationRecord } from '@/mocks/store/endpoint/investigations';
import type { Store } from '@/mocks/store/store';

const minuteMs = 60_000;
const leastMs = 6 * minuteMs;
const mostMs = 18 * minuteMs;

function verdictOn({ endpoint }: Store, { machine }: InvestigationRecord): EndpointInvestigationState {
  const evidence = endpoint.alertsOn(machine.device.deviceId).flatMap(({ graph }) => graph.evidence ?? []);
  const malicious = evidence.filter(({ verdict }) => verdict === 'malicious');
  if (malicious.length === 0) return 'Benign';
  const left = malicious.filter(
    ({ remediationStatus }) => remediationStatus === 'active' || remediationStatus === 'unremediated',
  );
  return left.length === 0 ? 'SuccessfullyRemediated' : 'PartiallyRemediated';
}

export function startInvestigating(store: Store): () => void {
  const { clock, endpoint } = store;
  return store.listen((event) => {
    if (event.kind !== 'investigationStarted') return;
    const { investigation } = event;
    const { investigations } = endpoint;
    if (!investigation.machine.online) {
      clock.after(patienceMs, () => investigations.advance(investigation, 'Failed', 'The device did not respond.'));
      return;
    }
    const random = createRandom(store.seed, `investigation/${investigation.id}`);
    clock.after(random.between(hearsWithinMs.least, hearsWithinMs.most), () => {
      investigations.advance(investigation, 'Running');
      clock.after(random.between(leastMs, mostMs), () => {
        investigations.advance(investigation, verdictOn(store, investigation));
      });
    });
  });
}
