/** The page of one incident, from whatever id its address holds. */
'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { idText } from '@/components/features/incident-page/header/id-text';
import { useIncidentSearch } from '@/components/features/incident-page/incident-search';
import { HeaderSkeleton, StorySkeleton } from '@/components/features/incident-page/incident-skeleton';
import { IncidentView } from '@/components/features/incident-page/incident-view';
import { UnknownIncident } from '@/components/features/incident-page/unknown-incident';
import { useHydrated } from '@/components/features/incident-page/use-hydrated';
import { useIncident } from '@/components/features/incident-page/use-incident';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { incidentPath } from '@/lib/routes/paths';

function ReadingPage() {
  return (
    <>
      <h1 className="sr-only">Incident</h1>
      <HeaderSkeleton />
      <StorySkeleton />
    </>
  );
}

/** `segment` is the part of the address after /incidents/, still percent-encoded. */
export function IncidentPage({ segment }: { segment: string }) {
  const asked = idText(segment);
  const router = useRouter();
  const [{ tab }] = useIncidentSearch();
  const { state, list } = useIncident(asked);
  const hydrated = useHydrated();
  const elsewhere = state.kind === 'elsewhere' ? state.to : null;
  // Blanks around an id are forgiven, and then the address is put right too.
  const untidy =
    state.kind === 'found' && segment !== encodeURIComponent(state.incident.key) ? state.incident.key : null;
  useEffect(() => {
    if (untidy !== null) router.replace(`${incidentPath(untidy)}${window.location.search}`);
  }, [untidy, router]);
  useEffect(() => {
    if (elsewhere === null) return;
    const search = new URLSearchParams({ ...(tab === 'story' ? {} : { tab }), from: asked });
    router.replace(`${incidentPath(elsewhere)}?${search}`);
  }, [elsewhere, asked, tab, router]);

  if (!hydrated) return <ReadingPage />;
  switch (state.kind) {
    case 'unknown':
      return <UnknownIncident unknown={state.unknown} />;
    case 'found':
      return (
        <IncidentView key={state.incident.key} incident={state.incident} detail={state.detail} list={list}>
          {state.staleBecause === null ? null : (
            <Banner tone="warning" title="The console’s server does not answer.">
              What it said before is shown. <UntrustedText text={state.staleBecause} />
            </Banner>
          )}
        </IncidentView>
      );
    case 'failed': {
      const { incident, message, again } = state;
      const note = (
        <Banner
          tone="error"
          title={`Incident ${asked} could not be read.`}
          action={
            <Button size="small" onClick={again}>
              Try again
            </Button>
          }
        >
          <UntrustedText text={message} />
        </Banner>
      );
      return incident === null ? (
        <>
          <h1 className="sr-only">Incident {asked}</h1>
          {note}
        </>
      ) : (
        <IncidentView key={incident.key} incident={incident} detail={null} list={list}>
          {note}
        </IncidentView>
      );
    }
    case 'reading':
    case 'elsewhere':
      return state.kind === 'elsewhere' || state.incident === null ? (
        <ReadingPage />
      ) : (
        <IncidentView key={state.incident.key} incident={state.incident} detail={null} list={list}>
          <StorySkeleton />
        </IncidentView>
      );
  }
}
