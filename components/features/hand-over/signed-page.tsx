/** A signed hand-over, as it was when it was signed; somebody of the next shift takes it over here. */
'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { HandOverFacts } from '@/components/features/hand-over/hand-over-facts';
import { SignatureLine } from '@/components/features/hand-over/signature-line';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { HandOver } from '@/lib/domain/hand-over/hand-over';
import { handOverQueries, useTakeHandOver } from '@/lib/queries/hand-overs';
import { sessionQueries } from '@/lib/queries/session';
import { handOverPath } from '@/lib/routes/paths';

function TakeOver({ handOver }: { handOver: HandOver }) {
  const { data: session } = useQuery(sessionQueries.current());
  const take = useTakeHandOver();
  const mine = session?.me.name.toLowerCase() === handOver.signed.by.name.toLowerCase();
  if (handOver.taken !== null) return <SignatureLine word="Taken over" signature={handOver.taken} />;
  return (
    <>
      <Button
        tone="primary"
        disabled={session === undefined || mine || take.isPending}
        onClick={() => take.mutate({ id: handOver.id })}
      >
        I have read it and take over
      </Button>
      {mine ? <span className="text-muted">You signed it: somebody of the next shift takes it over.</span> : null}
      {take.error === null ? null : <span className="text-danger">{take.error.message}</span>}
    </>
  );
}

export function SignedPage({ id }: { id: string }) {
  const { data: handOver, error, refetch } = useQuery(handOverQueries.one(id));
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="max-w-6xl px-4 pb-12 sm:px-6">
        <div className="flex flex-wrap items-center gap-4 pt-4">
          <h1 className="font-semibold text-title">Hand-over</h1>
          <Link href={handOverPath()} prefetch={false} className="inline-flex min-h-6 items-center text-accent">
            This shift
          </Link>
        </div>
        {error === null ? null : (
          <Banner
            tone="error"
            title="This hand-over could not be read."
            action={<Button onClick={() => void refetch()}>Try again</Button>}
          >
            {error.message}
          </Banner>
        )}
        {handOver === undefined && error === null ? <Skeleton className="mt-4 w-96" /> : null}
        {handOver === undefined ? null : (
          <>
            <div className="flex flex-wrap items-center gap-4 pt-2">
              <SignatureLine word="Signed" signature={handOver.signed} />
              <TakeOver handOver={handOver} />
            </div>
            {handOver.note === '' ? null : (
              <p className="mt-3 border-l-2 border-accent pl-3 whitespace-pre-wrap">
                <UntrustedText text={handOver.note} />
              </p>
            )}
            <HandOverFacts facts={handOver.facts} />
          </>
        )}
      </div>
    </div>
  );
}
