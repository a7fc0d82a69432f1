/** What the hunting page keeps in its address. Long queries stay in the browser's own store; see the hunting feature. */
import { createLoader, createParser, parseAsString } from 'nuqs/server';

const durationText = /^P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/u;

function isTimespan(text: string): boolean {
  const ends = text.split('/');
  if (ends.length === 1) return durationText.test(text);
  const [start, end] = ends.map((part) => Date.parse(part));
  return ends.length === 2 && start !== undefined && end !== undefined && start < end;
}

/** ISO 8601: a duration back from now (`P7D`) or `start/end`. */
export const parseAsTimespan = createParser({
  parse: (text) => (isTimespan(text) ? text : null),
  serialize: (timespan: string) => timespan,
});

export const huntingSearch = {
  query: parseAsString.withDefault(''),
  timespan: parseAsTimespan,
};

export const loadHuntingSearch = createLoader(huntingSearch);
