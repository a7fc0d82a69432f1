/**
 * The answer to `incidents.table` as the bytes of a gzip file. A queue of 50,000 takes the better part of a second to
 * write and to compress, and nearly all of it is what it was a moment ago: each block of rows is kept, compressed, until
 * one of its incidents is another object. A gzip file may be put together of deflate blocks that were made apart, as
 * long as each ends on a whole byte (https://www.rfc-editor.org/rfc/rfc1951#section-3.2.4, zlib's Z_SYNC_FLUSH).
 */
import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';
import { encodeColumns } from '@/lib/base/columns';
import { nextTask } from '@/lib/base/next-task';
import type { Incident } from '@/lib/domain/incident/incident';
import type { IncidentList } from '@/lib/domain/incident/incident-list';
import { blocksOf } from '@/lib/domain/incident/incident-table';

/** A part of the file: what it says, and the same as a deflate block that is not the last one. */
type Part = { text: Buffer; deflated: Buffer };
type KeptBlock = Part & { incidents: readonly Incident[] };

export type IncidentBytes = (list: IncidentList) => Promise<Buffer<ArrayBuffer>>;

const compress = promisify(deflateRaw);

/** Magic number, deflate, no flags, no time, no hint, unknown system: https://www.rfc-editor.org/rfc/rfc1952#page-5 */
const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
/** An empty last block. */
const deflateEnd = Buffer.from([0x03, 0x00]);

async function partOf(text: string): Promise<Part> {
  const bytes = Buffer.from(text);
  return { text: bytes, deflated: await compress(bytes, { finishFlush: constants.Z_SYNC_FLUSH }) };
}

function gzipOf(parts: readonly Part[]): Buffer<ArrayBuffer> {
  let check = 0;
  let length = 0;
  for (const { text } of parts) {
    check = crc32(text, check);
    length += text.length;
  }
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(check, 0);
  tail.writeUInt32LE(length % 2 ** 32, 4);
  return Buffer.concat([gzipHead, ...parts.map(({ deflated }) => deflated), deflateEnd, tail]);
}

function isSame(kept: KeptBlock | undefined, incidents: readonly Incident[]): kept is KeptBlock {
  return kept?.incidents.length === incidents.length && incidents.every((one, at) => one === kept.incidents[at]);
}

/** `list` is what the answer says; its incidents are replaced when they change, never changed in place. */
export function createIncidentBytes(): IncidentBytes {
  const kept: KeptBlock[] = [];
  return async ({ incidents, ...rest }) => {
    const blocks: KeptBlock[] = [];
    for (const [at, block] of blocksOf(incidents).entries()) {
      const known = kept[at];
      if (isSame(known, block)) blocks.push(known);
      else {
        // Acts and the stream of changes go first: the first browser after a start waits for all blocks.
        await nextTask();
        const written = { incidents: block, ...(await partOf(JSON.stringify(encodeColumns(block)))) };
        blocks.push(written);
        // At once, for whoever asks at the same time.
        kept[at] = written;
      }
    }
    kept.length = blocks.length;
    const head = JSON.stringify(rest).slice(0, -1);
    const [begin, comma, end] = await Promise.all([
      // As tRPC would put it.
      partOf(`{"result":{"data":${head},"blocks":[`),
      partOf(','),
      partOf(']}}}'),
    ]);
    return gzipOf([begin, ...blocks.flatMap((block, at) => (at === 0 ? [block] : [comma, block])), end]);
  };
}
