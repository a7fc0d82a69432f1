/**
 * What is being typed into the query bar. The field shows free text; a condition that is typed (`severity:high`) works
 * at once and becomes a chip when the analyst goes on. As text, the field shows the whole filter.
 */
'use client';
import { useState } from 'react';
import { mergeTyped } from '@/lib/domain/queue/edit-query';
import { printQuery } from '@/lib/domain/queue/print-query';
import { fieldNamed, isWordField, type QueueNoun } from '@/lib/domain/queue/queue-field';
import { isFieldTerm, type QueueProblem, type QueueQuery } from '@/lib/domain/queue/queue-query';
import { readQuery } from '@/lib/domain/queue/read-query';

export type QueryDraft = {
  value: string;
  problems: readonly QueueProblem[];
  asText: boolean;
  type: (text: string) => void;
  /** Turns typed conditions into chips. */
  commit: () => void;
  setAsText: (asText: boolean) => void;
};

type Draft = { text: string; base: QueueQuery; emitted: string };

export function useQueryDraft<Row>(
  query: QueueQuery,
  noun: QueueNoun<Row>,
  onQuery: (query: QueueQuery) => void,
): QueryDraft {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [asText, setAsText] = useState(false);
  // A chip or the address changed the filter meanwhile: what was typed is part of it by now.
  const stale = draft !== null && printQuery(query) !== draft.emitted;
  if (stale) setDraft(null);
  const current = stale ? null : draft;
  const value = current?.text ?? printQuery(asText ? query : query.filter((term) => !isFieldTerm(term)));
  const isRange = (name: string) => {
    const field = fieldNamed(noun.fields, name);
    return field !== undefined && !isWordField(field);
  };
  return {
    value,
    problems: current === null ? [] : readQuery(value, noun.fields).problems,
    asText,
    type: (text) => {
      const base = current?.base ?? (asText ? [] : query.filter(isFieldTerm));
      const typed = readQuery(text, noun.fields).query;
      const next = asText ? typed : mergeTyped(base, typed, isRange);
      setDraft({ text, base, emitted: printQuery(next) });
      onQuery(next);
    },
    commit: () => {
      // What makes no sense stays where it can be mended.
      if (current !== null && readQuery(current.text, noun.fields).problems.length === 0) setDraft(null);
    },
    setAsText: (next) => {
      setDraft(null);
      setAsText(next);
    },
  };
}
