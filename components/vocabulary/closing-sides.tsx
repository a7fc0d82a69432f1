/**
 * What each system will keep of a verdict, side by side, and in words what is lost between them.
 * `<ClosingSides verdict={draft} systems={['defender', 'sentinel']} closes />`; Microsoft's mapping: lib/domain/incident/verdict.ts.
 */
import { classificationWords, determinationWord, reasonWord } from '@/components/vocabulary/verdict-words';
import type { Verdict } from '@/lib/domain/incident/incident';
import { verdictToSentinel } from '@/lib/domain/incident/verdict';
import type { System } from '@/lib/domain/source/source';

type Line = { name: string; defender: string; sentinel: string };

function linesOf(verdict: Verdict, closes: boolean): Line[] {
  const { classificationReason } = verdictToSentinel(verdict);
  const words = classificationWords[verdict.classification];
  const note = verdict.comment === null ? '–' : 'the note';
  return [
    ...(closes ? [{ name: 'Status', defender: 'Resolved', sentinel: 'Closed' }] : []),
    { name: 'Classification', defender: words.defender, sentinel: words.sentinel },
    {
      name: 'Determination, reason',
      defender: verdict.determination === null ? 'Not set' : determinationWord(verdict.determination),
      sentinel: classificationReason === null ? 'Not set' : reasonWord(classificationReason),
    },
    { name: 'Closing note', defender: note, sentinel: note },
  ];
}

/** What does not reach the other side, as sentences. Exported for the test. */
export function lossesOf(verdict: Verdict, systems: readonly System[]): string[] {
  if (systems.length < 2) return [];
  const { classificationReason } = verdictToSentinel(verdict);
  const kept = classificationReason === null ? 'no reason' : `“${reasonWord(classificationReason)}”`;
  return [
    ...(verdict.determination === null
      ? []
      : [
          `“${determinationWord(verdict.determination)}” stays in Defender: Sentinel has no determinations and keeps ${kept}.`,
        ]),
    ...(verdict.classification === 'falsePositive'
      ? [
          'Sentinel’s “Incorrect alert logic” cannot be reached from Defender: every false positive arrives as “Inaccurate data”.',
        ]
      : []),
    ...(verdict.classification === 'undetermined'
      ? ['Defender shows an undetermined incident as not classified.']
      : []),
  ];
}

export function ClosingSides({
  verdict,
  systems,
  closes,
  of = 'incident',
}: {
  verdict: Verdict;
  systems: readonly System[];
  closes: boolean;
  of?: 'incident' | 'alert';
}) {
  const both = systems.length === 2;
  const has = (system: System) => systems.includes(system);
  return (
    <div className="text-small">
      <table className="w-full border-collapse">
        <caption className="sr-only">What each system will keep</caption>
        <thead>
          <tr className="border-b text-left text-faint">
            <td />
            {has('defender') ? <th className="py-1 font-medium">Defender</th> : null}
            {has('sentinel') ? <th className="py-1 font-medium">Sentinel</th> : null}
          </tr>
        </thead>
        <tbody>
          {linesOf(verdict, closes).map((line) => (
            <tr key={line.name} className="border-b align-top last:border-b-0">
              <th className="py-1 pr-3 text-left font-normal text-muted">{line.name}</th>
              {has('defender') ? <td className="py-1 pr-3">{line.defender}</td> : null}
              {has('sentinel') ? <td className="py-1">{line.sentinel}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
      {both ? (
        <ul className="mt-1 list-disc pl-4 text-muted" aria-live="polite">
          {lossesOf(verdict, systems).map((loss) => (
            <li key={loss}>{loss}</li>
          ))}
        </ul>
      ) : null}
      {closes && of === 'incident' && has('defender') ? (
        <p className="mt-1 text-muted">Defender resolves the linked alerts too.</p>
      ) : null}
    </div>
  );
}
