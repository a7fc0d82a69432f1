'use client';
/** The queries that ship with the product, with what is off about them said beside. */
import { Button } from '@/components/ui/button';
import type { SampleQuery } from './sample-query';
import { samples } from './samples';

export function SamplesPane({ onOpen }: { onOpen: (sample: SampleQuery) => void }) {
  return (
    <ul aria-label="Sample queries" className="min-h-0 flex-1 overflow-y-auto">
      {samples.map((sample) => (
        <li key={sample.id} className="border-b px-3 py-2">
          <div className="flex items-start gap-2">
            <div className="min-w-0 flex-1">
              <p className="font-medium">{sample.title}</p>
              <p className="text-muted text-small">
                {sample.id} · {sample.about}
              </p>
            </div>
            <Button size="small" aria-label={`Open ${sample.title}`} onClick={() => onOpen(sample)}>
              Open
            </Button>
          </div>
          {sample.note === null ? null : <p className="mt-1 text-small">{sample.note}</p>}
        </li>
      ))}
    </ul>
  );
}
