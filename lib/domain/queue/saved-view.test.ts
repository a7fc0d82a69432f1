import { expect, test } from 'vitest';
import { visitAfter } from '@/lib/domain/queue/saved-view';

const at = (time: string) => `2025-01-15T${time}:00.000Z`;
const visit = { startedAt: at('08:00'), previousEndedAt: at('02:00'), lastSeenAt: at('09:00') };

test.each([
  ['the first ever', null, at('08:00'), { startedAt: at('08:00'), previousEndedAt: null, lastSeenAt: at('08:00') }],
  ['within half an hour', visit, at('09:29'), { ...visit, lastSeenAt: at('09:29') }],
  [
    'after half an hour of silence',
    visit,
    at('09:30'),
    { startedAt: at('09:30'), previousEndedAt: at('09:00'), lastSeenAt: at('09:30') },
  ],
  ['from a server whose clock is behind', visit, at('08:59'), visit],
])('%s', (_, known, time, expected) => expect(visitAfter(known, time)).toEqual(expected));
