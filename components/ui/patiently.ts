/**
 * What is loaded later and cannot be loaded now is asked for again: a page must not fall apart because a menu was opened
 * while the connection was away. `dynamic(() => patiently(() => import('…')))`
 */

const againMs = 3_000;
/** With a connection: then it is the console that is away, or a new one that no longer has the file. */
const mostTries = 20;

function untilBetter(): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, againMs);
    window.addEventListener('online', go);
  });
}

export async function patiently<File>(load: () => Promise<File>): Promise<File> {
  for (let tries = 1; ; tries += navigator.onLine ? 1 : 0) {
    try {
      return await load();
    } catch (error) {
      const lost = error instanceof Error && error.name === 'ChunkLoadError';
      if (!lost || tries >= mostTries) throw error;
    }
    await untilBetter();
  }
}
