'use client';
/** Before the first run: what the keys are and three ways to begin. */
import { Kbd } from '@/components/ui/kbd';

const keys = [
  ['Shift Enter', 'runs the query'],
  ['Ctrl Space', 'suggests tables, columns and functions'],
  ['F8', 'goes to the next problem, Ctrl+. repairs it'],
  ['F6', 'goes to the next pane, Shift+F6 back'],
  ['Esc', 'leaves the editor for the results'],
] as const;

export function GettingStarted() {
  return (
    <div className="flex flex-wrap gap-x-16 gap-y-6 px-6 py-6">
      <div>
        <p className="font-medium">Ask both worlds in one query</p>
        <ul className="mt-2 max-w-[60ch] list-disc pl-4 text-muted">
          <li>Double-click a table or a column on the left to write it at the caret.</li>
          <li>Open one of the queries on the left; each says what is off about it.</li>
          <li>The tables decide which API answers; the toolbar says which before you run.</li>
        </ul>
      </div>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1.5">
        {keys.map(([key, does]) => (
          <div key={key} className="contents">
            <dt className="justify-self-end">
              <Kbd keys={key} />
            </dt>
            <dd className="text-muted">{does}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
