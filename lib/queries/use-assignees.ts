/** Everything that a choice of assignee offers: `<AssigneeMenu {...useAssignees()} … />`. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Assignee } from '@/lib/domain/incident/incident';
import { peopleQueries } from '@/lib/queries/people';
import { sessionQueries } from '@/lib/queries/session';

/** The props of an assignee menu; what could not be read is said and stops nothing else. */
export type Assignees = {
  me: Assignee | undefined;
  /** Undefined while they are being read. */
  people: readonly Assignee[] | undefined;
  groups: readonly Assignee[] | undefined;
  /** Why people cannot be read, and why groups cannot. */
  failure: string | null;
  groupFailure: string | null;
  /** Groups of the whole directory that what was typed names. */
  found: readonly Assignee[];
  onSearch: (typed: string) => void;
};

/** As long as between two letters, so that a word is one question. */
const restMs = 250;
const fewestLetters = 2;

function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), restMs);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

export function useAssignees(): Assignees {
  const me = useQuery(sessionQueries.current()).data?.me;
  const people = useQuery(peopleQueries.assignable());
  const groups = useQuery(peopleQueries.assignableGroups());
  const [typed, setTyped] = useState('');
  const words = useRested(typed.trim());
  const found = useQuery({ ...peopleQueries.groupsNamed(words), enabled: words.length >= fewestLetters });
  return {
    me,
    people: people.data,
    groups: groups.data,
    failure: people.error?.message ?? null,
    groupFailure: groups.error?.message ?? null,
    found: found.data ?? [],
    onSearch: setTyped,
  };
}
