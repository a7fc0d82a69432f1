/** A condition that is written: bounds of a number, or a part of a text. */
'use client';
import { useState } from 'react';
import type { FilterPanelProps } from '@/components/queue/filter/filter-panel';
import { Button } from '@/components/ui/button';
import { TextInput } from '@/components/ui/text-input';
import { withoutField } from '@/lib/domain/queue/edit-query';
import { printTerm } from '@/lib/domain/queue/print-query';
import type { QueueField } from '@/lib/domain/queue/queue-field';
import { isFieldTerm } from '@/lib/domain/queue/queue-query';
import { readQuery } from '@/lib/domain/queue/read-query';

export function NumberPanel({ field, fields, query, onQuery, close }: FilterPanelProps & { field: QueueField<never> }) {
  const terms = query.filter(isFieldTerm).filter((term) => term.field === field.id);
  const [text, setText] = useState(() =>
    terms.length === 0 ? `${field.id}${field.kind === 'number' ? '>' : ':'}` : terms.map(printTerm).join(' '),
  );
  const { query: typed, problems } = readQuery(text, fields);
  const [problem] = problems;
  const isOfField = typed.every((term) => term.field === field.id);
  return (
    <form
      className="flex w-72 flex-col gap-2 p-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (problem !== undefined || !isOfField) return;
        onQuery([...withoutField(query, field.id), ...typed], false);
        close();
      }}
    >
      <TextInput label={field.label} showLabel value={text} onChange={setText} className="font-mono text-[12px]" />
      <p className="text-faint text-small">
        {field.kind === 'number'
          ? `${field.id}>10 · ${field.id}:10..20 · ${field.id}>=10 ${field.id}<20`
          : `${field.id}:part · ${field.id}:"with blanks" · -${field.id}:not`}
      </p>
      {problem === undefined ? null : <p className="text-danger text-small">{problem.message}</p>}
      {isOfField ? null : <p className="text-danger text-small">Only conditions on {field.id} belong here.</p>}
      <Button type="submit" size="small" disabled={problem !== undefined || !isOfField}>
        Use
      </Button>
    </form>
  );
}
