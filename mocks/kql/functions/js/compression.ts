/** gzip and zlib, carried as base64. https://learn.microsoft.com/kusto/query/gzip-base64-compress */
import { Buffer } from 'node:buffer';
import { deflateSync, gunzipSync, gzipSync, inflateSync } from 'node:zlib';

/** What a few bytes may grow to: a zip bomb ends as a failed decompression does, in an empty text. */
const mostBytes = 16_000_000;

const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const zlibHeader = Buffer.from([0x78, 0x01]);

/** One block that is not compressed, as Kusto writes what compressing would not make shorter. */
const stored = (bytes: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from([1, bytes.length & 255, bytes.length >> 8, ~bytes.length & 255, (~bytes.length >> 8) & 255]),
    bytes,
  ]);

const body = (bytes: Buffer, deflated: Buffer): Buffer =>
  deflated.length + 1 >= bytes.length && bytes.length < 65_536 ? stored(bytes) : deflated;

export function gzipCompress(text: string): string {
  const bytes = Buffer.from(text, 'utf8');
  const zipped = gzipSync(bytes);
  return Buffer.concat([gzipHeader, body(bytes, zipped.subarray(10, -8)), zipped.subarray(-8)]).toString('base64');
}

export function zlibCompress(text: string): string {
  const bytes = Buffer.from(text, 'utf8');
  const zipped = deflateSync(bytes);
  return Buffer.concat([zlibHeader, body(bytes, zipped.subarray(2, -4)), zipped.subarray(-4)]).toString('base64');
}

/** Only a plain header is read: no name, comment or extra fields. */
export function gzipDecompress(text: string): string {
  const bytes = Buffer.from(text, 'base64');
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8 || bytes[3] !== 0) return '';
  return decoded(() => gunzipSync(bytes, { maxOutputLength: mostBytes }));
}

export const zlibDecompress = (text: string): string =>
  decoded(() => inflateSync(Buffer.from(text, 'base64'), { maxOutputLength: mostBytes }));

function decoded(decompress: () => Buffer): string {
  try {
    return decompress().toString('utf8');
  } catch {
    // Kusto answers with an empty text to what is no compressed text.
    return '';
  }
}
