/** Base64, hexadecimal and percent encodings. */
import { Buffer } from 'node:buffer';

export const toBase64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

const isBase64 = (text: string): boolean => /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0;

/** Text that is not base64, or not UTF-8 once decoded, gives nothing. */
export function fromBase64(text: string): string | null {
  if (!isBase64(text)) return null;
  const decoded = Buffer.from(text, 'base64').toString('utf8');
  return decoded.includes('\uFFFD') ? null : decoded;
}

export const base64ToArray = (text: string): number[] | null =>
  isBase64(text) ? [...Buffer.from(text, 'base64')] : null;

const isByte = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 255;

export const arrayToBase64 = (bytes: unknown): string | null =>
  Array.isArray(bytes) && bytes.every(isByte) ? Buffer.from(bytes.map(Number)).toString('base64') : null;

/** The byte order of a GUID in memory: the first three groups are little-endian. */
const guidOrder = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];

export function guidToBase64(guid: string | null): string | null {
  if (guid === null) return null;
  const bytes = Buffer.from(guid.replaceAll('-', ''), 'hex');
  return Buffer.from(guidOrder.map((index) => bytes[index] ?? 0)).toString('base64');
}

export function base64ToGuid(text: string): string | null {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== 16) return null;
  const hex = Buffer.from(guidOrder.map((index) => bytes[index] ?? 0)).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Escapes are written in lower case, as .NET writes them. */
export const urlEncodeComponent = (text: string): string =>
  encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());

export const urlEncode = (text: string): string => urlEncodeComponent(text).replace(/%20/g, '+');

/** A stray per cent sign stays as it is. */
export const urlDecode = (text: string): string =>
  text
    .replace(/\+/g, ' ')
    .replace(/(?:%[0-9a-f]{2})+/gi, (codes) => Buffer.from(codes.replaceAll('%', ''), 'hex').toString('utf8'));

/** Negative numbers in as many digits as their type has; at most 16 are asked for. */
export const toHex =
  (bits: 32 | 64) =>
  (value: bigint | number | null, width?: number | null): string => {
    if (value === null) return '';
    const hex = BigInt.asUintN(bits, BigInt(value)).toString(16);
    return hex.padStart(Math.min(16, width ?? 0), '0');
  };
