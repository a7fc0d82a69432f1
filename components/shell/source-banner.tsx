/** When a source or the console itself fails: which, since when, what still works. One line each, at the top of every page. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { Banner } from '@/components/ui/banner';
import { Timestamp } from '@/components/vocabulary/timestamp';
import type { SourceHealth } from '@/lib/domain/source/source';
import { useFeedState } from '@/lib/queries/feed';
import { incidentQueries } from '@/lib/queries/incidents';
import { useWaitingCount } from '@/lib/queries/outbox/use-outbox';

const products = { defender: 'Microsoft Defender XDR', sentinel: 'Microsoft Sentinel' } as const;

function stillWorks(failing: SourceHealth, sources: readonly SourceHealth[]): string {
  const others = sources.filter((health) => health.system !== failing.system && health.failingSince === null);
  const [other] = others;
  if (other === undefined)
    return 'The queue shows what was read last. Changes are kept and sent when it answers again.';
  return `${products[other.system]} answers and its incidents are current. Changes for the other are kept and sent when it answers again.`;
}

/** `3 changes are kept in this browser and sent …`; empty when nothing waits. */
function waitingWords(count: number): string {
  if (count === 0) return '';
  const what = count === 1 ? 'One change is' : `${count.toLocaleString('en')} changes are`;
  return `${what} kept in this browser and sent in order as soon as the console answers.`;
}

export function SourceBanner() {
  const feed = useFeedState();
  const waiting = useWaitingCount();
  const { data: sources = [] } = useQuery({ ...incidentQueries.list(), select: (list) => list.health });
  return (
    <>
      {feed.state === 'lost' ? (
        <Banner tone="error" title="The console does not answer.">
          What you see stays readable and may be old; it reconnects by itself. {waitingWords(waiting)}
        </Banner>
      ) : waiting > 0 ? (
        <Banner tone="warning" title="Waiting for connection.">
          {waitingWords(waiting)}
        </Banner>
      ) : null}
      {sources
        .filter((health) => health.staleSince !== null && health.failingSince === null)
        .map((health) => (
          <Banner
            key={`${health.system} stale`}
            title={
              <>
                {products[health.system]} as of <Timestamp at={health.staleSince} />.
              </>
            }
          >
            It is being read anew; what has changed since comes by itself, and you can work meanwhile.
          </Banner>
        ))}
      {sources
        .filter((health) => health.failingSince !== null)
        .map((health) => (
          <Banner
            key={health.system}
            tone="warning"
            title={
              <>
                {products[health.system]} has not answered since <Timestamp at={health.failingSince} form="clock" />.
              </>
            }
          >
            {health.reason === null ? '' : `It said: ${health.reason.replace(/\.$/u, '')}. `}
            {stillWorks(health, sources)}
          </Banner>
        ))}
    </>
  );
}
