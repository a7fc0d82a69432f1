/** How the sync goes, as this console measured it: the last success, and what waits. */
'use client';
import Link from 'next/link';
import { SettingsSection } from '@/components/features/settings/fact-table';
import { ArrivalClock } from '@/components/features/settings/sync/arrival-clock';
import { FactRow } from '@/components/features/settings/sync/fact-row';
import { Badge } from '@/components/ui/badge';
import { fieldWords } from '@/components/vocabulary/field-words';
import { duration } from '@/components/vocabulary/format-time';
import { SeverityMark } from '@/components/vocabulary/severity';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { type SourceHealth, systemWords } from '@/lib/domain/source/source';
import type { MissingTwin, SyncMeasures, SyncOverview } from '@/lib/domain/sync/sync-overview';
import { incidentPath } from '@/lib/routes/paths';

function IncidentLink({ of: key }: { of: string }) {
  return (
    <Link href={incidentPath(key)} prefetch={false} className="inline-flex min-h-6 items-center text-accent underline">
      #{key}
    </Link>
  );
}

function LastSuccess({ measures: { lastArrival, lastChange } }: { measures: SyncMeasures }) {
  const later =
    [lastArrival?.at, lastChange?.at]
      .flatMap((at) => at ?? [])
      .sort()
      .at(-1) ?? null;
  return (
    <FactRow
      name="Last success"
      value={later === null ? 'None seen yet' : <Timestamp at={later} form="full" name="Last success" />}
    >
      {lastArrival === null ? null : (
        <p>
          Last new incident: <IncidentLink of={lastArrival.key} /> reached Sentinel at{' '}
          <Timestamp at={lastArrival.at} name="Created in Sentinel" />, {duration(lastArrival.tookMs)} after Defender
          made it.
        </p>
      )}
      {lastChange === null ? null : (
        <p>
          Last change from here: {fieldWords[lastChange.field].toLowerCase()} of <IncidentLink of={lastChange.key} />,
          shown by both at <Timestamp at={lastChange.at} name="Shown by both" />.
        </p>
      )}
    </FactRow>
  );
}

function Missing({ name, list }: { name: string; list: readonly MissingTwin[] }) {
  return (
    <ul aria-label={name}>
      {list.map(({ key, title, severity, createdAt }) => (
        <li key={key} className="flex flex-wrap items-center gap-x-2 border-t first:border-t-0">
          <SeverityMark severity={severity} word={false} />
          <IncidentLink of={key} />
          <span className="min-w-0 flex-1 basis-32 truncate text-ink">
            <UntrustedText text={title} />
          </span>
          <ArrivalClock of={key} since={createdAt} />
        </li>
      ))}
    </ul>
  );
}

function Backlog({ measures, health }: { measures: SyncMeasures; health: readonly SourceHealth[] }) {
  const { waiting, overdue, overdueCount, pendingFields, pendingSince, driftedFields } = measures;
  const empty = waiting.length + overdueCount + pendingFields === 0;
  return (
    <FactRow
      name="Backlog"
      value={
        empty ? (
          <Badge tone="good">Nothing waits</Badge>
        ) : (
          <>
            {waiting.length === 0 ? null : <Badge tone="pending">{waiting.length} on the way</Badge>}
            {overdueCount === 0 ? null : <Badge tone="warning">{overdueCount} overdue</Badge>}
            {pendingFields === 0 ? null : (
              <Badge tone="pending">
                {pendingFields} {pendingFields === 1 ? 'field' : 'fields'} not shown by both
              </Badge>
            )}
          </>
        )
      }
    >
      {pendingSince === null ? null : (
        <p>
          The oldest of the fields waits since <Timestamp at={pendingSince} name="Waits since" />.
        </p>
      )}
      {driftedFields === 0 ? null : (
        <p>
          {driftedFields} {driftedFields === 1 ? 'field reads' : 'fields read'} differently in the two systems, with
          nothing on the way.
        </p>
      )}
      {health
        .filter(({ backlog }) => backlog > 0)
        .map(({ system, backlog }) => (
          <p key={system}>
            {backlog} {backlog === 1 ? 'command' : 'commands'} of this console not yet through to {systemWords[system]}.
          </p>
        ))}
      <Missing name="On the way to Sentinel" list={waiting} />
      <Missing name="Overdue in Sentinel" list={overdue} />
      {overdueCount > overdue.length ? <p>and {overdueCount - overdue.length} older ones.</p> : null}
    </FactRow>
  );
}

function Lag({ health }: { health: readonly SourceHealth[] }) {
  return (
    <FactRow
      name="Read by this console"
      value={
        health.length === 0
          ? 'Not yet'
          : health.map(({ system, lastSuccessAt, lagMs, failingSince }) => (
              <span key={system} className="w-full">
                {systemWords[system]} {failingSince === null ? 'at' : 'does not answer, last read at'}{' '}
                <Timestamp at={lastSuccessAt} form="clock" name="Last read" />
                {lagMs === null ? null : `, its newest change ${duration(lagMs)} after it was made`}
              </span>
            ))
      }
    />
  );
}

export function GoingSection({
  overview: { measures },
  health,
}: {
  overview: SyncOverview;
  health: readonly SourceHealth[];
}) {
  return (
    <SettingsSection
      title="How it goes"
      note={`Measured here, on ${measures.twins} incidents that both systems have. Microsoft allows ten minutes for a new one.`}
    >
      <dl>
        <LastSuccess measures={measures} />
        <Backlog measures={measures} health={health} />
        <Lag health={health} />
      </dl>
    </SettingsSection>
  );
}
