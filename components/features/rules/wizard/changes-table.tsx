/** What changed from one state of a rule to another, field by field. */
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { ChangedField } from '@/lib/domain/rule/changed-fields';

function Value({ text }: { text: string }) {
  if (text === '') return <span className="text-faint">nothing</span>;
  return (
    <span className="whitespace-pre-wrap wrap-anywhere">
      <UntrustedText text={text} />
    </span>
  );
}

export function ChangesTable({
  caption,
  before,
  after,
  changes,
}: {
  caption: string;
  before: string;
  after: string;
  changes: readonly ChangedField[];
}) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-left">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-muted">
          <tr>
            <th scope="col" className="w-36 py-1 pr-3 font-normal">
              Field
            </th>
            <th scope="col" className="py-1 pr-3 font-normal">
              {before}
            </th>
            <th scope="col" className="py-1 font-normal">
              {after}
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.name} className="border-t align-top">
              <th scope="row" className="py-1 pr-3 font-normal text-muted">
                {change.name}
              </th>
              <td className="py-1 pr-3">
                <Value text={change.before} />
              </td>
              <td className="py-1">
                <Value text={change.after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
