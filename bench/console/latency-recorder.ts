/**
 * Runs inside the page: from the time stamp of the next key event to the first frame after the DOM has changed for it.
 * The frame's end is taken by a message posted from requestAnimationFrame, which arrives after style, layout and paint.
 */
/** `read` gives null when the key changed nothing in the grid. */
export type Recorded = { arm: () => void; read: () => Promise<number | null> };

export function latencyRecorder(): void {
  const nothingAfterMs = 1500;
  let started = 0;
  let settle: (latencyMs: number) => void = () => undefined;
  let pending: Promise<number | null> = Promise.resolve(null);

  const afterPaint = () => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => settle(performance.now() - started);
    requestAnimationFrame(() => channel.port2.postMessage(null));
  };

  window.latency = {
    arm: () => {
      started = 0;
      pending = new Promise((resolve) => {
        settle = resolve;
        setTimeout(() => resolve(null), nothingAfterMs);
      });
      window.addEventListener(
        'keydown',
        (event) => {
          started = event.timeStamp;
          // Only what changes for this key counts: the observer starts with it and ends with the first change.
          const observer = new MutationObserver(() => {
            observer.disconnect();
            afterPaint();
          });
          const grid = document.querySelector('[role="grid"]');
          if (grid) observer.observe(grid, { subtree: true, childList: true, attributes: true, characterData: true });
        },
        { capture: true, once: true },
      );
    },
    read: () => pending,
  };
}
