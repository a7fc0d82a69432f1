/** A field's value as the hub writes it down (`fieldText`), in the words that pages use: `inProgress` → `In progress`. */
import { severityWords } from '@/components/vocabulary/severity';
import { statusWords } from '@/components/vocabulary/status';
import { classificationWords, determinationWord, reasonWord } from '@/components/vocabulary/verdict-words';

const classifications = Object.fromEntries(
  Object.entries(classificationWords).map(([classification, { name }]) => [classification, name]),
);

const words: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  status: new Map(Object.entries(statusWords)),
  severity: new Map(Object.entries(severityWords)),
  assignee: new Map([['unassigned', 'Unassigned']]),
  verdict: new Map([['not set', 'Not set'], ...Object.entries(classifications)]),
  tags: new Map([['none', 'None']]),
};

/** What has no words of ours is shown as it came. */
export function valueWords(field: string, text: string): string {
  const known = words[field];
  if (field !== 'verdict' || known === undefined) return known?.get(text) ?? text;
  const [classification = '', detail] = text.split(' / ');
  const name = known.get(classification) ?? classification;
  return detail === undefined ? name : `${name} · ${reasonWord(determinationWord(detail))}`;
}
