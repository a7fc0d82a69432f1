/** No such incident: what was looked for and where, what may be the reason, and ways on. */

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextInput } from '@/components/ui/text-input';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { UnknownIncident as Unknown } from '@/lib/domain/incident/incident-lookup';
import { incidentPath, incidentsPath } from '@/lib/routes/paths';

function Looked({ unknown }: { unknown: Unknown }) {
  if (unknown.lookedIn.length === 0) {
    return (
      <p>
        This is neither a Defender id (<code>12345</code>), nor a Sentinel number (<code>#871</code>), nor a Sentinel
        GUID, nor an incident’s address in one of Microsoft’s portals, so neither system was asked.
      </p>
    );
  }
  return (
    <>
      <p>Looked in:</p>
      <ul className="list-disc pl-5">
        {unknown.lookedIn.map((place) => (
          <li key={place}>
            <UntrustedText text={place} />
          </li>
        ))}
      </ul>
      <p className="mt-2 text-muted">
        It may have been deleted, belong to another tenant or workspace, or be newer than a few minutes: Microsoft takes
        up to ten to copy an incident to Sentinel.
      </p>
    </>
  );
}

export function UnknownIncident({ unknown }: { unknown: Unknown }) {
  const router = useRouter();
  const [text, setText] = useState('');
  const wanted = text.trim();
  return (
    <div className="flex flex-col gap-4 overflow-y-auto px-4 py-10 sm:mx-auto sm:w-xl">
      <h1 className="break-words font-semibold text-title">
        No incident “<UntrustedText text={unknown.lookedFor} />”
      </h1>
      <div>
        <Looked unknown={unknown} />
      </div>
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted !== '') router.push(incidentPath(wanted));
        }}
      >
        <TextInput
          label="Another id or portal URL"
          showLabel
          value={text}
          onChange={setText}
          maxLength={2000}
          className="min-w-0 flex-1"
        />
        <Button type="submit" disabled={wanted === ''}>
          Look for it
        </Button>
      </form>
      <p>
        <Link href={incidentsPath()} className="text-accent underline">
          All incidents
        </Link>
      </p>
    </div>
  );
}
