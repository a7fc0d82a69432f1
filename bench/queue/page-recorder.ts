/**
 * Runs inside a page, ours or the other grid's: from the time stamp of the next key or click to the first frame after
 * the grid has changed for it, and the lengths of the frames of a scroll. A frame's end is taken by a message posted
 * from requestAnimationFrame, which arrives after style, layout and paint.
 */
export type PageRecorder = {
  /** Waits for the next event of this kind. */
  arm: (kind: 'keydown' | 'click' | 'input') => void;
  /** Milliseconds, or null when the grid didn't change. */
  read: () => Promise<number | null>;
  /** Counts frames until `framesEnd`, which answers their lengths in milliseconds. */
  framesBegin: () => void;
  framesEnd: () => number[];
};

export function installRecorder(): void {
  const nothingAfterMs = 5000;
  let started = 0;
  let settle: (latencyMs: number) => void = () => undefined;
  let pending: Promise<number | null> = Promise.resolve(null);
  let frames: number[] = [];
  let counting = false;

  const afterPaint = () => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => settle(performance.now() - started);
    requestAnimationFrame(() => channel.port2.postMessage(null));
  };
  const count = (at: number, before: number) => {
    if (!counting) return;
    frames.push(at - before);
    requestAnimationFrame((next) => count(next, at));
  };

  window.recorder = {
    arm: (kind) => {
      pending = new Promise((resolve) => {
        settle = resolve;
        setTimeout(() => resolve(null), nothingAfterMs);
      });
      window.addEventListener(
        kind,
        (event) => {
          started = event.timeStamp;
          const observer = new MutationObserver(() => {
            observer.disconnect();
            afterPaint();
          });
          const grid = document.querySelector('[role="grid"], [role="treegrid"]');
          if (grid) observer.observe(grid, { subtree: true, childList: true, attributes: true, characterData: true });
        },
        { capture: true, once: true },
      );
    },
    read: () => pending,
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
