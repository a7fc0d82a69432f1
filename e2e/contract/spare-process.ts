/** Keeps one console ready to take over at a word (see spare-child.ts), and asks consoles as analysts do. */
import { type ChildProcess, spawn } from 'node:child_process';

export type Spare = {
  /** Opens the database and answers requests at this origin. */
  begin(): Promise<string>;
  /** Kills it on the spot. */
  kill(): Promise<void>;
};

function heard(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const listen = (chunk: Buffer) => {
      text += chunk.toString();
      const found = pattern.exec(text);
      if (found !== null) resolve(found[1] ?? '');
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) =>
      reject(new Error(`the console ended with ${code} before it said ${pattern}:\n${text}`)),
    );
  });
}

/** `program` is spare-child's (see child-program.ts). */
export function startSpare(program: string, settings: Record<string, string>): Spare {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, NODE_ENV: 'test', ...settings },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const loaded = heard(child, /LOADED/u);
  const ready = heard(child, /READY (\S+)/u);
  // Whoever waits for them hears of a failure; nobody may be waiting when the test ends it.
  loaded.catch(() => undefined);
  ready.catch(() => undefined);
  return {
    async begin() {
      await loaded;
      child.stdin.write('go\n');
      return ready;
    },
    kill() {
      child.kill('SIGKILL');
      return ended;
    },
  };
}

/** What a browser cannot tell apart: the console is away, or was lost before it answered. Asking again is safe. */
export class ConsoleAway extends Error {
  override readonly name = 'ConsoleAway';
}

/** One call of the console's API by somebody whom its proxy would name. */
export async function call<Reply>(
  origin: string,
  path: string,
  { by, input, mutation }: { by: string; input?: unknown; mutation: boolean },
): Promise<Reply> {
  const search = mutation || input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  let text: string;
  try {
    const response = await fetch(`${origin}/api/rpc/${path}${search}`, {
      method: mutation ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json', 'x-analyst': by },
      ...(mutation ? { body: JSON.stringify(input) } : {}),
    });
    text = await response.text();
  } catch (error) {
    throw new ConsoleAway('the console is away', { cause: error });
  }
  // Guaranteed by tRPC: a reply without `error` carries the procedure's value there.
  const body = JSON.parse(text) as { result?: { data: Reply }; error?: { message: string } };
  if (body.result === undefined) throw new Error(body.error?.message ?? text);
  return body.result.data;
}
