/** The guided check: choose, change, put back; then who waited how long. */
'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { SettingsSection } from '@/components/features/settings/fact-table';
import { CheckChoice } from '@/components/features/settings/sync/check-choice';
import { checkObstacle } from '@/components/features/settings/sync/check-obstacle';
import type { Check } from '@/components/features/settings/sync/check-steps';
import { LegTable, waitText } from '@/components/features/settings/sync/leg-table';
import { type SyncCheck, useSyncCheck } from '@/components/features/settings/sync/use-sync-check';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { fieldWords } from '@/components/vocabulary/field-words';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { systemWords } from '@/lib/domain/source/source';
import { type CheckLeg, slowest } from '@/lib/domain/sync/sync-check';
import type { SyncSettings } from '@/lib/domain/sync/sync-overview';
import { incidentQueries } from '@/lib/queries/incidents';
import { incidentPath } from '@/lib/routes/paths';

const forth = 'Defender → Sentinel';
const backward = 'Sentinel → Defender';

const wasCancelled = (check: Check): boolean =>
  check.step === 'back' ? check.cancelled : check.step === 'ended' && check.end.kind === 'cancelled';

function IncidentLink({ of: key }: { of: string }) {
  return (
    <Link href={incidentPath(key)} prefetch={false} className="inline-flex min-h-6 items-center text-accent underline">
      #{key}
    </Link>
  );
}

function Slowest({ name, leg }: { name: string; leg: CheckLeg | null }) {
  const last = leg === null ? null : slowest(leg);
  if (last === null) return null;
  return (
    <>
      {' '}
      {name}: {systemWords[last.system]} took longest, {waitText(last.waitMs)} for the{' '}
      {fieldWords[last.field].toLowerCase()}.
    </>
  );
}

function End({ check: { key, end, there, back } }: { check: Extract<Check, { step: 'ended' }> }) {
  switch (end.kind) {
    case 'passed':
      return (
        <>
          <Badge tone="good">Works both ways</Badge> The change of <IncidentLink of={key} /> in Defender reached
          Sentinel, and putting it back in Sentinel reached Defender.
          <Slowest name={forth} leg={there} />
          <Slowest name={backward} leg={back} />
        </>
      );
    case 'cancelled':
      return (
        <>
          <Badge>Cancelled</Badge> <IncidentLink of={key} /> is as it was, in both systems.
        </>
      );
    case 'failed':
      return (
        <>
          <Badge tone="danger">Not passed</Badge> <UntrustedText text={end.reason} />{' '}
          {end.isBack ? 'Nothing is left to put back in ' : 'Look at '}
          <IncidentLink of={key} />.
        </>
      );
  }
}

/** What is said aloud when it changes. */
function Progress({ check }: Pick<SyncCheck, 'check'>) {
  switch (check.step) {
    case 'idle':
    case 'choosing':
      return null;
    case 'there':
      return (
        <>
          Step 2 of 3. The change of <IncidentLink of={check.key} /> is on its way to Defender; Sentinel gets it from
          there.
        </>
      );
    case 'arrived':
      return (
        <>
          Step 3 of 3. Both systems show the change of <IncidentLink of={check.key} />. Put it back now: that is written
          to Sentinel, and Defender gets it from there.
        </>
      );
    case 'back':
      return (
        <>
          <IncidentLink of={check.key} /> is being put back
          {check.cancelled ? '.' : ' in Sentinel; Defender gets it from there.'}
        </>
      );
    case 'ended':
      return <End check={check} />;
  }
}

function Tables({ check }: Pick<SyncCheck, 'check'>) {
  if (check.step === 'idle' || check.step === 'choosing') return null;
  const back = 'back' in check ? check.back : null;
  return (
    <>
      {check.there === null ? null : <LegTable name={forth} leg={check.there} live={check.step === 'there'} />}
      {back === null ? null : (
        <LegTable
          name={wasCancelled(check) ? 'Put back in Defender' : backward}
          leg={back}
          live={check.step === 'back'}
        />
      )}
    </>
  );
}

function Acts({ check, begin, leave, putBack }: SyncCheck) {
  switch (check.step) {
    case 'there':
      return (
        <Button disabled={check.acting} onClick={() => void putBack()}>
          Cancel and put back
        </Button>
      );
    case 'arrived':
      return (
        <Button tone="primary" disabled={check.acting} onClick={() => void putBack()}>
          Put it back
        </Button>
      );
    case 'ended':
      return (
        <>
          <Button onClick={begin}>Check again</Button>
          <Button tone="quiet" onClick={leave}>
            Close the report
          </Button>
        </>
      );
    default:
      return null;
  }
}

export function CheckSection({ settings }: { settings: SyncSettings }) {
  const sync = useSyncCheck();
  const { data: list } = useQuery(incidentQueries.list());
  const { check } = sync;
  const obstacle = checkObstacle(settings, list?.health ?? null);
  const isActing = 'acting' in check && check.acting;
  const body = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone with its step: whoever works by keyboard goes on at the next one.
  useEffect(() => {
    if (check.step === 'idle' || isActing || document.activeElement !== document.body) return;
    body.current?.querySelector<HTMLElement>('select, button:enabled')?.focus();
  }, [check.step, isActing]);
  return (
    <SettingsSection
      title="Check it"
      note="Changes status and tags of one incident in Defender, watches Sentinel show it, puts it back in Sentinel, and watches Defender show that. All of it is in the incident’s history, under your name."
    >
      <div ref={body}>
        {check.step === 'idle' && obstacle !== null ? (
          <p>
            Not now: <UntrustedText text={obstacle} />
          </p>
        ) : null}
        {check.step === 'idle' ? (
          <Button className="mt-1" disabled={obstacle !== null} onClick={sync.begin}>
            Begin the check
          </Button>
        ) : null}
        {check.step === 'choosing' ? (
          <CheckChoice
            incidents={list?.incidents ?? []}
            onChange={(incident) => void sync.change(incident)}
            onCancel={sync.leave}
          />
        ) : null}
        <p role="status">
          <Progress check={check} />
        </p>
        <Tables check={check} />
        {check.step === 'idle' || check.step === 'choosing' ? null : (
          <div className="flex flex-wrap gap-2 pt-2">
            <Acts {...sync} />
          </div>
        )}
      </div>
    </SettingsSection>
  );
}
