/** The embedded database serves one process: a second one writing the same files would destroy them. */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { StoreError } from '@/lib/store/store-error';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else. ESRCH: it is gone.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function create(path: string): boolean {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Takes the lock beside `directory` and returns how to give it back. A lock of a process that died is taken over. */
export function lockDirectory(directory: string): () => void {
  const path = `${directory}.lock`;
  if (!create(path)) {
    const owner = Number(readFileSync(path, 'utf8'));
    if (owner !== process.pid && Number.isInteger(owner) && owner > 0 && isAlive(owner)) {
      throw new StoreError(
        `The console's database ${directory} is in use by process ${owner}. Stop that one first, or set ONEQUEUE_STORE to another directory, or use a server with DATABASE_URL.`,
      );
    }
    rmSync(path, { force: true });
    if (!create(path))
      throw new StoreError(`The console's database ${directory} was locked by another process just now.`);
  }
  return () => rmSync(path, { force: true });
}
