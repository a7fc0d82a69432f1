/**
 * Whose an alert is, by name: Graph's alert carries an address only, so the names come from the people of this console.
 * They are read once per queue; a cell that asked for itself would be a subscription per row.
 */
'use client';
import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { personNamed } from '@/components/features/alert-queue/alert-words';
import { PersonName } from '@/components/vocabulary/person';
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import type { Assignee } from '@/lib/domain/incident/incident';
import { peopleQueries } from '@/lib/queries/people';

const People = createContext<ReadonlyMap<string, Assignee>>(new Map());

export function PeopleByAddress({ children }: { children: ReactNode }) {
  const people = useQuery(peopleQueries.assignable()).data;
  const byAddress = useMemo(
    () => new Map(people?.map((person): [string, Assignee] => [person.name.toLowerCase(), person])),
    [people],
  );
  return <People value={byAddress}>{children}</People>;
}

/** An address of nobody here is shown as it is. */
export function AssigneeName({ alert: { assignee } }: { alert: Pick<AlertRow, 'assignee'> }) {
  const people = useContext(People);
  return (
    <PersonName person={assignee === null ? null : (people.get(assignee.toLowerCase()) ?? personNamed(assignee))} />
  );
}
