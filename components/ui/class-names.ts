/** Class names of the parts that several primitives share, so that a menu, a picker and a popover are one family. */

export const overlaySurface =
  'overlay-motion z-50 rounded bg-raised text-ink text-body shadow-overlay outline-none forced-colors:border';

export const optionRow =
  'flex h-7 w-full items-center gap-2 rounded-small px-2 text-left outline-none select-none data-[highlighted]:bg-pressed data-[disabled]:text-faint';
