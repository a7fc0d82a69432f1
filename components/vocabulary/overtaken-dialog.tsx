/**
 * Somebody was quicker: what they did beside what you wanted, by whom and when, and which of the two shall stand.
 * `<OvertakenDialog subject="#12345" fields={outcome.fields} onKeep={…} onOverwrite={…} />`; nothing has been stored yet.
 */

import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { fieldWords } from '@/components/vocabulary/field-words';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { valueWords } from '@/components/vocabulary/value-words';
import type { Overtaken } from '@/lib/domain/incident/act';

/** `theirs` of one field, with who and when as far as known. */
export function OvertakenBy({ by, at }: Pick<Overtaken, 'by' | 'at'>) {
  return (
    <span className="text-muted">
      by {by === null ? 'somebody who is not named' : <UntrustedText text={by} />}
      {at === null ? null : (
        <>
          {' '}
          at <Timestamp at={at} form="clock" name="Changed" />
        </>
      )}
    </span>
  );
}

function Line({ field, yours, theirs, by, at }: Overtaken) {
  return (
    <tr className="border-b align-top last:border-b-0">
      <th className="py-1.5 pr-3 text-left font-normal text-muted">{fieldWords[field]}</th>
      <td className="py-1.5 pr-3 wrap-anywhere">
        <UntrustedText text={valueWords(field, theirs)} />
        <br />
        <OvertakenBy by={by} at={at} />
      </td>
      <td className="py-1.5 wrap-anywhere">
        <UntrustedText text={valueWords(field, yours)} />
      </td>
    </tr>
  );
}

export function OvertakenDialog({
  subject,
  fields,
  onKeep,
  onOverwrite,
}: {
  /** Which incident; shown as text. */
  subject: string;
  fields: readonly Overtaken[];
  onKeep: () => void;
  onOverwrite: () => void;
}) {
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onKeep();
      }}
      title="Somebody was quicker"
      description={
        <>
          <UntrustedText text={subject} /> changed after you looked. Nothing of yours has been stored.
        </>
      }
      footer={
        <>
          <Button onClick={onOverwrite}>Overwrite with mine</Button>
          <Button tone="primary" onClick={onKeep}>
            Keep theirs
          </Button>
        </>
      }
    >
      <table className="w-full border-collapse">
        <thead>
          <tr className="border-b text-left text-faint text-small">
            <th className="py-1 font-medium">Field</th>
            <th className="py-1 font-medium">Theirs, now</th>
            <th className="py-1 font-medium">Yours</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((overtaken) => (
            <Line key={overtaken.field} {...overtaken} />
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
