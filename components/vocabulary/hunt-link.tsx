/** The way from an entity to its rows in the logs, inside of the incident's window. Absent for kinds that no table is about. */
import Link from 'next/link';
import { entityWords } from '@/components/vocabulary/entity-words';
import { type AlertWindow, timespanOf } from '@/lib/domain/alert/alert-window';
import type { Entity } from '@/lib/domain/entity/entity';
import { entityQuery } from '@/lib/domain/hunting/hunt-query';
import { visibleText } from '@/lib/domain/text/visible';
import { huntingPath } from '@/lib/routes/paths';

export function HuntLink({ entity, window }: { entity: Entity; window: AlertWindow | null }) {
  const query = entityQuery(entity, window);
  if (query === null) return null;
  return (
    <Link
      prefetch={false}
      href={huntingPath({ query, timespan: window === null ? null : timespanOf(window) })}
      className="inline-flex h-6 items-center rounded-small px-1.5 text-accent hover:underline"
    >
      Hunt
      <span className="sr-only">
        {' '}
        for {entityWords[entity.kind].one} {visibleText(entity.label)}
      </span>
    </Link>
  );
}
