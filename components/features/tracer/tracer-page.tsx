/** The tracer: what is asked for in the address, one field to ask with, and the way that it took. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { RotateCw, Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { TraceResult } from '@/components/features/tracer/trace-result';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { TextInput } from '@/components/ui/text-input';
import { refang } from '@/lib/domain/text/defang';
import type { TraceReply } from '@/lib/domain/trace/trace';
import { traceQueries } from '@/lib/queries/trace';
import { tracePath } from '@/lib/routes/paths';

/** While something is on its way it is looked at again by itself. */
const waitingMs = 15_000;

function isWaiting(reply: TraceReply | undefined): boolean {
  return reply?.kind === 'traced' && reply.trace.steps.some(({ verdict }) => verdict === 'waiting');
}

function Steps() {
  return (
    <div aria-busy className="flex flex-col gap-4 pt-2">
      {['rule', 'runs', 'telemetry', 'alert', 'correlation', 'sync'].map((name) => (
        <div key={name} className="flex gap-4 border-t pt-3">
          <Skeleton className="w-40" />
          <Skeleton className="w-96" />
        </div>
      ))}
    </div>
  );
}

/** `incidents` and `alerts` are printed addresses of the queues that something was missed in; empty: as they open. */
export function TracerPage({ of, incidents, alerts }: { of: string; incidents: string; alerts: string }) {
  const missedIn = { incidents, alerts };
  const router = useRouter();
  const [text, setText] = useState(of);
  const trace = useQuery({
    ...traceQueries.of(of),
    refetchInterval: ({ state }) => (isWaiting(state.data) ? waitingMs : false),
  });
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="max-w-4xl px-4 pb-12 sm:px-6">
        <h1 className="pt-4 font-semibold text-title">Trace</h1>
        <p className="text-muted">
          Why a rule, an alert or an incident is, or is not, in the queue: from the rule over its alerts to both
          systems.
        </p>
        <form
          className="flex items-end gap-2 py-3"
          onSubmit={(event) => {
            event.preventDefault();
            const asked = refang(text.trim());
            if (asked === of) void trace.refetch();
            else router.push(tracePath(asked, missedIn));
          }}
        >
          <TextInput
            label="Rule, alert or incident"
            placeholder="Name of a rule, GUID, alert id, incident number or portal address"
            value={text}
            onChange={setText}
            icon={Search}
            className="min-w-0 flex-1"
          />
          <Button type="submit" tone="primary" icon={of !== '' && text.trim() === of ? RotateCw : Search}>
            {of !== '' && text.trim() === of ? 'Trace again' : 'Trace'}
          </Button>
        </form>
        {trace.error === null ? null : (
          <Banner
            tone="error"
            title="This could not be traced."
            action={<Button onClick={() => void trace.refetch()}>Try again</Button>}
          >
            {trace.error.message}
          </Banner>
        )}
        {trace.isLoading ? <Steps /> : null}
        {trace.data === undefined ? null : <TraceResult reply={trace.data} missedIn={missedIn} />}
      </div>
    </div>
  );
}
