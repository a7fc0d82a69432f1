/**
 * decimal: numbers of up to 34 significant digits. The database keeps one as a text that sorts as the number does, so
 * that comparing, sorting and grouping need nothing more: a sign, the exponent and the digits; below zero exponent and
 * digits are complemented and end in a character after all digits.
 */
import { Decimal } from 'decimal.js';

const Number34 = Decimal.clone({ precision: 34, toExpNeg: -7000, toExpPos: 7000, maxE: 6144, minE: -6176 });

const exponentBias = 50_000;
const complement = (digits: string): string => digits.replace(/\d/g, (digit) => String(9 - Number(digit)));

function encode(value: Decimal): string | null {
  if (!value.isFinite()) return null;
  if (value.isZero()) return '0';
  const [mantissa = '', exponent = '0'] = value.abs().toExponential().split('e');
  const place = String(Number(exponent) + exponentBias).padStart(5, '0');
  const digits = mantissa.replace('.', '').replace(/0+$/, '');
  return value.isNegative() ? `-${complement(place + digits)}:` : `1${place}${digits}`;
}

function decode(code: string): Decimal {
  if (code === '0') return new Number34(0);
  const isNegative = code.startsWith('-');
  const body = isNegative ? complement(code.slice(1, -1)) : code.slice(1);
  const exponent = Number(body.slice(0, 5)) - exponentBias;
  const digits = body.slice(5);
  return new Number34(`${isNegative ? '-' : ''}${digits.slice(0, 1)}.${digits.slice(1) || '0'}e${exponent}`);
}

const numberText = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,5})?$/i;

/** The stored text of a number's text; null when it is none. */
export function decimalOfText(text: string): string | null {
  const trimmed = text.trim();
  return numberText.test(trimmed) ? encode(new Number34(trimmed).plus(0)) : null;
}

/** A real counts by the digits it is written with: 0.1 is a tenth. */
export const decimalOfReal = (value: number | bigint | null): string | null =>
  value === null ? null : decimalOfText(String(value));

/** As tostring() writes it: 1.5, 100. */
export const decimalText = (code: string | null): string | null => (code === null ? null : decode(code).toFixed());
export const decimalReal = (code: string | null): number | null => (code === null ? null : decode(code).toNumber());

const operation =
  (compute: (a: Decimal, b: Decimal) => Decimal | null) =>
  (a: string | null, b: string | null): string | null => {
    const result = a === null || b === null ? null : compute(decode(a), decode(b));
    return result && encode(result);
  };

export const plus = operation((a, b) => a.plus(b));
export const minus = operation((a, b) => a.minus(b));
export const times = operation((a, b) => a.times(b));
/** Nothing divides by zero. */
export const divided = operation((a, b) => (b.isZero() ? null : a.dividedBy(b)));
/** Never negative, as Kusto's remainders are. */
export const remainder = operation((a, b) => (b.isZero() ? null : a.mod(b).plus(b.abs()).mod(b.abs())));

const total = (codes: unknown): { readonly sum: Decimal; readonly count: number } => {
  const known = Array.isArray(codes) ? codes.filter((code): code is string => typeof code === 'string') : [];
  return { sum: known.reduce((sum, code) => sum.plus(decode(code)), new Number34(0)), count: known.length };
};

export const sum = (codes: unknown): string | null => encode(total(codes).sum);

export function average(codes: unknown): string | null {
  const { sum: all, count } = total(codes);
  return count === 0 ? null : encode(all.dividedBy(count));
}
