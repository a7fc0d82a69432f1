/** What the console said no to when it heard of it at last, in words for the bell. */
import type { News } from '@/components/shell/notices';
import { fieldWords } from '@/components/vocabulary/field-words';
import { valueWords } from '@/components/vocabulary/value-words';
import { visibleText } from '@/lib/domain/text/visible';
import type { Unkept } from '@/lib/queries/outbox/send-outbox';

function nameOf(field: string): string {
  const known = Object.entries(fieldWords).find(([name]) => name === field)?.[1] ?? field;
  return known.toLowerCase();
}

/** `status and verdict not changed`, `comment not stored`. */
function whatWords(fields: readonly string[]): string {
  if (fields.length === 0) return 'not taken back';
  if (fields.includes('comment')) return 'comment not stored';
  return `${fields.map(nameOf).join(' and ')} not changed`;
}

/** `status is Resolved by Sam Okoye`: what somebody else did while it waited. */
function whyWords({ reason, overtaken }: Unkept): string {
  if (overtaken.length === 0) return visibleText(reason);
  return overtaken
    .map(({ field, theirs, by }) => {
      const value = visibleText(valueWords(field, theirs));
      return `${nameOf(field)} is ${value}${by === null ? '' : ` by ${visibleText(by)}`} since`;
    })
    .join(', ');
}

export function unkeptNews(unkept: Unkept): News {
  const text = `${whatWords(unkept.fields)} after the connection came back: ${whyWords(unkept)}`;
  return { key: unkept.id, text, ...(unkept.noun === 'alert' ? { alert: true } : {}) };
}
