/** What this shift leaves to the next, as it stands now, with a note and a signature; earlier ones beside it. */
'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useId, useMemo, useState } from 'react';
import { HandOverFacts } from '@/components/features/hand-over/hand-over-facts';
import { ShiftChoice, type ShiftHours } from '@/components/features/hand-over/shift-choice';
import { SignatureLine } from '@/components/features/hand-over/signature-line';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { handOverQueries, useSignHandOver } from '@/lib/queries/hand-overs';
import { useServerClock } from '@/lib/queries/server-clock';
import { handOverPath } from '@/lib/routes/paths';

const hourMs = 3_600_000;
const minuteMs = 60_000;

function Earlier() {
  const { data: earlier } = useQuery(handOverQueries.list());
  if (earlier === undefined || earlier.length === 0) return null;
  return (
    <section className="mt-6 border-t pt-4">
      <h2 className="font-semibold">Signed before</h2>
      <ul className="mt-1">
        {earlier.map(({ id, signed, taken }) => (
          <li key={id} className="border-t">
            <Link
              href={handOverPath(id)}
              prefetch={false}
              className="flex min-h-8 flex-wrap items-center gap-x-4 hover:underline"
            >
              <SignatureLine word="Signed" signature={signed} />
              {taken === null ? (
                <span className="text-warning">Not taken over yet</span>
              ) : (
                <SignatureLine word="Taken over" signature={taken} />
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function HandOverPage() {
  const router = useRouter();
  const clock = useServerClock();
  const noteId = useId();
  const [hours, setHours] = useState<ShiftHours>('8');
  const [note, setNote] = useState('');
  const shift = useMemo(() => {
    // To the minute: the same question asked twice within one is the same question.
    const to = Math.ceil(clock().getTime() / minuteMs) * minuteMs;
    return { from: new Date(to - Number(hours) * hourMs).toISOString(), to: new Date(to).toISOString() };
  }, [clock, hours]);
  const facts = useQuery(handOverQueries.facts(shift));
  const sign = useSignHandOver();
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="max-w-6xl px-4 pb-12 sm:px-6">
        <div className="flex flex-wrap items-center gap-4 pt-4">
          <h1 className="font-semibold text-title">Hand-over</h1>
          <ShiftChoice hours={hours} onChange={setHours} />
        </div>
        {facts.error === null ? null : (
          <Banner
            tone="error"
            title="The shift could not be put together."
            action={<Button onClick={() => void facts.refetch()}>Try again</Button>}
          >
            {facts.error.message}
          </Banner>
        )}
        {facts.data === undefined ? <Skeleton className="mt-4 w-96" /> : <HandOverFacts facts={facts.data} />}
        <form
          className="mt-6 border-t pt-4"
          onSubmit={(event) => {
            event.preventDefault();
            sign.mutate({ shift, note: note.trim() }, { onSuccess: ({ id }) => router.push(handOverPath(id)) });
          }}
        >
          <label htmlFor={noteId} className="font-semibold">
            Note to the next shift
          </label>
          <textarea
            id={noteId}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            maxLength={10_000}
            rows={4}
            className="mt-1 block w-full rounded border border-line bg-canvas px-2 py-1.5 hover:border-line-strong"
          />
          <div className="flex items-center gap-3 pt-2">
            <Button type="submit" tone="primary" disabled={facts.data === undefined || sign.isPending}>
              Sign and hand over
            </Button>
            <span className="text-muted">Once signed it never changes.</span>
          </div>
          {sign.error === null ? null : <p className="pt-2 text-danger">It was not signed: {sign.error.message}</p>}
        </form>
        <Earlier />
      </div>
    </div>
  );
}
