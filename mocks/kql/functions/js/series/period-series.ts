/** series_periods_detect() and series_periods_validate(): periods and scores, side by side. */
import { readNumbers, readScalar, writeReals, writeTuple } from './cells';
import { detectPeriods, validatePeriods } from './periods';

type Text = string | null;

const mostPeriods = 1_000;

/** As many as were asked for; places without a period hold 0. */
export function periodsDetect(series: Text, min: Text, max: Text, count: number | null): Text {
  const [values, least, most] = [readNumbers(series), readScalar(min), readScalar(max)];
  if (!values || !least || !most || count === null) return null;
  const found = detectPeriods(values, least.value, most.value);
  const places = Array.from({ length: Math.max(0, Math.min(count, mostPeriods)) }, (_, index) => found[index]);
  return writeTuple([
    writeReals(places.map((period) => period?.length ?? 0)),
    writeReals(places.map((period) => period?.score ?? 0)),
  ]);
}

export function periodsValidate(series: Text, ...periods: Text[]): Text {
  const values = readNumbers(series);
  const lengths = periods.flatMap((period) => readScalar(period)?.value ?? []);
  if (!values || lengths.length !== periods.length) return null;
  return writeTuple([writeReals(lengths), writeReals([...validatePeriods(values, lengths)])]);
}
