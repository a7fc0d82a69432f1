/** Where a tooltip stands: on the wanted side, on the opposite one when there is no room, and never outside of the window. */

export type Side = 'top' | 'right' | 'bottom' | 'left';

type Size = { width: number; height: number };
type Target = Size & { left: number; top: number };

const gapPx = 6;
const edgePx = 8;

function along(target: Target, size: Size, side: Side): { left: number; top: number } {
  const centre = {
    left: target.left + (target.width - size.width) / 2,
    top: target.top + (target.height - size.height) / 2,
  };
  switch (side) {
    case 'bottom':
      return { left: centre.left, top: target.top + target.height + gapPx };
    case 'top':
      return { left: centre.left, top: target.top - size.height - gapPx };
    case 'right':
      return { left: target.left + target.width + gapPx, top: centre.top };
    case 'left':
      return { left: target.left - size.width - gapPx, top: centre.top };
  }
}

const opposite = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' } as const;

export function tooltipPlace(target: Target, size: Size, view: Size, side: Side): { left: number; top: number } {
  const fits = ({ left, top }: { left: number; top: number }) =>
    side === 'top' || side === 'bottom'
      ? top >= 0 && top + size.height <= view.height
      : left >= 0 && left + size.width <= view.width;
  const wanted = along(target, size, side);
  const { left, top } = fits(wanted) ? wanted : along(target, size, opposite[side]);
  const within = (at: number, length: number, room: number) => Math.max(edgePx, Math.min(at, room - length - edgePx));
  return { left: within(left, size.width, view.width), top: within(top, size.height, view.height) };
}
