/** The incident at a glance: what it is called, how bad, who has it, and how far both systems agree. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { IncidentFields, type OpenEditor } from '@/components/features/incident-page/header/incident-fields';
import { IncidentIds } from '@/components/features/incident-page/header/incident-ids';
import type { Neighbours } from '@/components/features/incident-page/queue-address';
import type { Triage } from '@/components/features/incident-page/use-triage';
import { IconButton } from '@/components/ui/icon-button';
import { SeverityMark } from '@/components/vocabulary/severity';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { Incident } from '@/lib/domain/incident/incident';

const numbers = new Intl.NumberFormat('en');

function Way({ back, around, onGo }: { back: string; around: Neighbours; onGo: (key: string) => void }) {
  const { previous, next, position, count } = around;
  return (
    <nav aria-label="Way back" className="flex items-center gap-2 text-muted">
      <Link href={back} className="inline-flex min-h-6 items-center gap-1 rounded-small hover:text-ink hover:underline">
        <ChevronLeft aria-hidden className="size-3.5" />
        Incidents
      </Link>
      {position === null ? null : (
        <>
          <span className="ml-auto text-small">
            {numbers.format(position)} of {numbers.format(count)}
          </span>
          <IconButton
            label="Previous incident"
            keys="["
            icon={ChevronLeft}
            className="size-6"
            disabled={previous === null}
            onClick={() => previous !== null && onGo(previous)}
          />
          <IconButton
            label="Next incident"
            keys="]"
            icon={ChevronRight}
            className="size-6"
            disabled={next === null}
            onClick={() => next !== null && onGo(next)}
          />
        </>
      )}
    </nav>
  );
}

export function IncidentHeader({
  incident,
  back,
  around,
  onGo,
  triage,
  editor,
  setEditor,
}: {
  incident: Incident;
  /** Address of the queue. */
  back: string;
  around: Neighbours;
  onGo: (key: string) => void;
  triage: Triage;
  editor: OpenEditor;
  setEditor: (editor: OpenEditor) => void;
}) {
  return (
    <header className="flex shrink-0 flex-col gap-2 px-4 pt-2 pb-3">
      <Way back={back} around={around} onGo={onGo} />
      <div>
        <h1 className="flex items-start gap-2 font-semibold text-title">
          <span className="flex h-6 items-center">
            <SeverityMark severity={incident.severity} word={false} />
          </span>
          <span className="min-w-0 break-words">
            <UntrustedText text={incident.title} />
          </span>
        </h1>
        <IncidentIds incident={incident} />
      </div>
      <IncidentFields incident={incident} triage={triage} editor={editor} setEditor={setEditor} />
      <p className="flex flex-wrap gap-x-4 text-faint text-small">
        <span>
          Created <Timestamp at={incident.createdAt} form="full" />
        </span>
        <span>
          Changed <Timestamp at={incident.updatedAt} form="full" />
        </span>
      </p>
    </header>
  );
}
