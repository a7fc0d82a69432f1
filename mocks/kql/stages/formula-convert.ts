/** Conversions between Kusto's types in JavaScript: the same as sql/coerce.ts, for values of formulas. */
import type { ScalarType } from '@/lib/kql/catalogue/table-schema';
import { parseDatetime } from '../datetime-text';
import { stableJson } from '../functions/js/json';
import { formatReal } from '../functions/js/real';
import { formatTicks, formatTimespan, parseTimespan } from '../ticks';

type Conversion = (value: unknown) => unknown;
type Kind = Exclude<ScalarType, 'int' | 'decimal'>;

const kindOf = (type: ScalarType): Kind => (type === 'int' ? 'long' : type === 'decimal' ? 'real' : type);

export function convert(from: ScalarType, to: ScalarType): Conversion {
  const [a, b] = [kindOf(from), kindOf(to)];
  if (a === b) return (value) => value;
  if (b === 'string') return (value) => (value === null ? '' : texts[a](value));
  const change = a === 'dynamic' ? fromDynamic(b) : conversions[`${a} ${b}`];
  return (value) => (value === null || !change ? null : change(value));
}

const realText = (value: number): string => {
  if (Number.isNaN(value)) return 'NaN';
  return Number.isFinite(value) ? formatReal(value) : value > 0 ? 'inf' : '-inf';
};

const texts: Readonly<Record<Kind, (value: unknown) => string>> = {
  string: String,
  guid: String,
  long: String,
  real: (value) => realText(Number(value)),
  bool: (value) => (value === true ? 'True' : 'False'),
  datetime: (value) => formatTicks(BigInt(String(value)), true),
  timespan: (value) => formatTimespan(BigInt(String(value))),
  dynamic: (value) => (typeof value === 'string' ? value : stableJson(value)),
};

const longOfText = (value: unknown): bigint | null => {
  const text = String(value).trim();
  if (!/^(?:[-+]?\d+|0[xX][0-9a-fA-F]{1,16})$/.test(text)) return null;
  const number = BigInt(text.replace('+', ''));
  return BigInt.asIntN(64, number) === number ? number : null;
};

const realOfText = (value: unknown): number | null => {
  const text = String(value).trim();
  return /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text) ? Number(text) : null;
};

const boolOfText = (value: unknown): boolean | null => {
  const text = String(value).toLowerCase();
  if (text === 'true' || text === 'false') return text === 'true';
  const number = longOfText(value);
  return number === null ? null : number !== 0n;
};

const whole = (value: unknown): bigint | null => {
  const number = Math.trunc(Number(value));
  return Number.isFinite(number) ? BigInt.asIntN(64, BigInt(number)) : null;
};

const same: Conversion = (value) => value;
const toNumber: Conversion = (value) => Number(value);

/** Pairs that are not here have no meaning: null. */
const conversions: Readonly<Record<string, Conversion>> = {
  'string long': longOfText,
  'string real': realOfText,
  'string bool': boolOfText,
  'string datetime': (value) => parseDatetime(String(value)),
  'string timespan': (value) => parseTimespan(String(value)),
  'string guid': (value) => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(String(value)) ? value : null),
  'string dynamic': same,
  'long real': toNumber,
  'long bool': (value) => value !== 0n,
  'long datetime': same,
  'long timespan': same,
  'long dynamic': (value) => jsonNumber(value),
  'real long': whole,
  'real bool': (value) => value !== 0,
  'real timespan': (value) => whole(Number(value) * 864e9),
  'real dynamic': same,
  'bool long': (value) => (value === true ? 1n : 0n),
  'bool real': (value) => (value === true ? 1 : 0),
  'bool dynamic': same,
  'datetime long': same,
  'datetime real': toNumber,
  'datetime timespan': same,
  'datetime dynamic': (value) => texts.datetime(value),
  'timespan long': same,
  'timespan real': toNumber,
  'timespan datetime': same,
  'timespan dynamic': (value) => texts.timespan(value),
  'guid dynamic': same,
};

const jsonNumber = (value: unknown): unknown => (Number.isSafeInteger(Number(value)) ? Number(value) : value);

/** What a JSON value is decides: text converts as text, a number as a number. */
function fromDynamic(to: Kind): Conversion {
  return (value) => {
    if (typeof value === 'string') return convert('string', to)(value);
    if (typeof value === 'boolean') return convert('bool', to)(value);
    if (typeof value === 'bigint') return convert('long', to)(value);
    if (typeof value === 'number') {
      return to === 'datetime' || to === 'timespan' ? null : convert('real', to)(value);
    }
    return null;
  };
}
