/**
 * What is still open about incidents that are about to be closed. `<PreflightNotes preflights={reply} failure={…} nameOf={…} />`
 * `preflights` undefined: still being looked up. Nothing here forbids closing; it is said so that nobody is surprised.
 */
import { CircleCheck, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { ClosePreflight } from '@/lib/domain/incident/close-preflight';
import { systemWords } from '@/lib/domain/source/source';
import { tasksPath } from '@/lib/routes/paths';

/** Nothing that somebody would have to do first. Unresolved alerts are not in the way: they are resolved together. */
export function isClear(preflight: ClosePreflight): boolean {
  const { openTasks, pendingActions, failures, notRead } = preflight;
  return openTasks.length + pendingActions.length + failures.length === 0 && !notRead;
}

function Notes({
  preflight,
  name,
  onLeave,
}: {
  preflight: ClosePreflight;
  name: string | null;
  onLeave: (() => void) | undefined;
}) {
  const { openTasks, pendingActions, failures } = preflight;
  return (
    <>
      {name === null ? null : <li className="mt-1 font-mono text-[12px] first:mt-0">{name}</li>}
      {openTasks.map(({ title, system }) => (
        <li key={`task ${title}`}>
          Open task in {systemWords[system]}: <UntrustedText text={title} />
        </li>
      ))}
      {openTasks.length === 0 ? null : (
        <li>
          <Link
            href={tasksPath(preflight.key)}
            prefetch={false}
            className="inline-flex min-h-6 items-center text-accent underline"
            {...(onLeave === undefined ? {} : { onClick: onLeave })}
          >
            {openTasks.length === 1 ? 'Look at the task' : `Look at the ${openTasks.length} tasks`}
          </Link>
        </li>
      )}
      {pendingActions.map((action) => (
        <li key={`action ${action}`}>
          Not ended: <UntrustedText text={action} />
        </li>
      ))}
      {failures.map((failure) => (
        <li key={`failure ${failure}`}>
          Not known: <UntrustedText text={failure} />
        </li>
      ))}
    </>
  );
}

export function PreflightNotes({
  preflights,
  failure,
  nameOf,
  onLeave,
}: {
  preflights: readonly ClosePreflight[] | undefined;
  failure: string | null;
  nameOf: (key: string) => string;
  /** Told when somebody follows the way to the tasks: where the question stands over the same page it has to go. */
  onLeave?: () => void;
}) {
  if (failure !== null)
    return (
      <p role="status" className="rounded bg-warning-wash px-2 py-1.5">
        What is still open could not be looked up: <UntrustedText text={failure} />
      </p>
    );
  if (preflights === undefined)
    return (
      <p role="status" className="text-muted">
        Looking for open tasks and pending actions …
      </p>
    );
  const open = preflights.filter((preflight) => !isClear(preflight) && !preflight.notRead);
  const notRead = preflights.some((preflight) => preflight.notRead);
  const alerts = preflights.reduce((sum, { unresolvedAlerts }) => sum + unresolvedAlerts, 0);
  const told =
    alerts === 1 ? '1 alert is not resolved yet.' : `${alerts.toLocaleString('en')} alerts are not resolved yet.`;
  return (
    <div role="status">
      {open.length === 0 ? (
        <p className="flex items-center gap-1.5">
          <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />
          <span>
            {notRead
              ? 'Tasks and actions are looked up for up to 20 incidents; these are more.'
              : 'No open tasks, no pending actions.'}
          </span>
        </p>
      ) : (
        <div className="rounded bg-warning-wash px-2 py-1.5">
          <p className="flex items-center gap-1.5 font-medium">
            <TriangleAlert aria-hidden className="size-4 shrink-0 text-warning" />
            Still open
          </p>
          <ul className="mt-0.5 max-h-40 overflow-y-auto pl-5.5">
            {open.map((preflight) => (
              <Notes
                key={preflight.key}
                preflight={preflight}
                onLeave={onLeave}
                name={preflights.length === 1 ? null : nameOf(preflight.key)}
              />
            ))}
          </ul>
        </div>
      )}
      {alerts === 0 ? null : <p className="mt-1 text-muted text-small">{told}</p>}
    </div>
  );
}
