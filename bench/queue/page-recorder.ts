/**
 * Runs inside a page, ours or the other grid's: from the time stamp of the next key or click to a frame, and the lengths
 * of the frames of a scroll. A frame's end is taken by a message posted from requestAnimationFrame, which arrives after
 * style, layout and paint.
 */
export type PageRecorder = {
  /**
   * Waits for the next event of this kind and for the first frame after the grid has `changed` for it in anything, or
   * for the frame since which the rows on the screen are others and have `settled`: what somebody reads who sorted.
   */
  arm: (kind: 'keydown' | 'click' | 'input', until: 'changed' | 'settled') => void;
  /** Milliseconds, or null when the grid didn't change. */
  read: () => Promise<number | null>;
  /** Milliseconds from the beginning of the navigation to the first frame that shows what the selector finds. */
  shown: (selector: string) => Promise<number>;
  /** Counts frames until `framesEnd`, which answers their lengths in milliseconds. */
  framesBegin: () => void;
  framesEnd: () => number[];
};

export function installRecorder(): void {
  const nothingAfterMs = 5000;
  /** Rows that stay for so long after an event are those that it was to bring; what changes later came with the live updates. */
  const quietMs = 300;
  let started = 0;
  let settle: (latencyMs: number | null) => void = () => undefined;
  let pending: Promise<number | null> = Promise.resolve(null);
  let frames: number[] = [];
  let counting = false;

  const afterFrame = (act: () => void) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = act;
    requestAnimationFrame(() => channel.port2.postMessage(null));
  };
  /** What stands at six places down the grid. */
  const seen = () => {
    const { top, left, width, height } = document
      .querySelector('[role="grid"], [role="treegrid"]')
      ?.parentElement?.getBoundingClientRect() ?? { top: 0, left: 0, width: 0, height: 0 };
    const bottom = Math.min(window.innerHeight, top + height);
    return Array.from({ length: 6 }, (_, at) => {
      const y = top + 50 + ((bottom - top - 60) * at) / 5;
      // What floats above the rows is not what they say.
      const rows = document
        .elementsFromPoint(left + width / 3, y)
        .map((element) => element.closest('[role="row"], tr'));
      return rows.find((row) => row !== null)?.textContent ?? '';
    }).join('\n');
  };
  /** Looks after each frame; the last time that it saw something new is the answer. */
  const watch = () => {
    let last = seen();
    let changedAt: number | null = null;
    const look = () => {
      const now = performance.now();
      const current = seen();
      if (current !== last) changedAt = now;
      last = current;
      if (now - (changedAt ?? started) > quietMs) settle(changedAt === null ? null : changedAt - started);
      else afterFrame(look);
    };
    afterFrame(look);
  };
  const count = (at: number, before: number) => {
    if (!counting) return;
    frames.push(at - before);
    requestAnimationFrame((next) => count(next, at));
  };

  window.recorder = {
    arm: (kind, until) => {
      pending = new Promise((resolve) => {
        settle = resolve;
        setTimeout(() => resolve(null), nothingAfterMs);
      });
      window.addEventListener(
        kind,
        (event) => {
          started = event.timeStamp;
          if (until === 'settled') {
            watch();
            return;
          }
          const observer = new MutationObserver(() => {
            observer.disconnect();
            afterFrame(() => settle(performance.now() - started));
          });
          const grid = document.querySelector('[role="grid"], [role="treegrid"]');
          if (grid) observer.observe(grid, { subtree: true, childList: true, attributes: true, characterData: true });
        },
        { capture: true, once: true },
      );
    },
    read: () => pending,
    shown: (selector) =>
      new Promise((resolve) => {
        const look = () => {
          if (document.querySelector(selector) === null) requestAnimationFrame(look);
          else afterFrame(() => resolve(performance.now()));
        };
        look();
      }),
    framesBegin: () => {
      frames = [];
      counting = true;
      requestAnimationFrame((first) => requestAnimationFrame((next) => count(next, first)));
    },
    framesEnd: () => {
      counting = false;
      return frames;
    },
  };
}

declare global {
  interface Window {
    recorder: PageRecorder;
  }
}
