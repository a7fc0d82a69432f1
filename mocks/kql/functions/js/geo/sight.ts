/** Where one edge may go: the directions from a point through discs it must touch and past discs it must not. */
import { angle, cross, dot, square, type Vector } from './vector';

type Window = { readonly middle: number; readonly half: number };

const turned = (from: number, to: number): number => {
  const step = (to - from) % (2 * Math.PI);
  return step > Math.PI ? step - 2 * Math.PI : step <= -Math.PI ? step + 2 * Math.PI : step;
};

/** The directions from one point in which an edge may leave: through all discs aimed at, past all to be avoided. */
export class Sight {
  private readonly from: Vector;
  private readonly ahead: Vector;
  private readonly aside: Vector;
  private aims: Window[] = [];
  private avoided: Window[] = [];

  constructor(from: Vector) {
    this.from = from;
    this.ahead = square(from);
    this.aside = cross(from, this.ahead);
  }

  private direction(point: Vector): number {
    return Math.atan2(dot(point, this.aside), dot(point, this.ahead));
  }

  private halfWidth(point: Vector, radius: number): number {
    const far = angle(this.from, point);
    return radius >= far ? Math.PI : Math.asin(Math.sin(radius) / Math.sin(far));
  }

  aimAt(point: Vector, radius: number): void {
    const half = this.halfWidth(point, radius);
    if (half < Math.PI) this.aims.push({ middle: this.direction(point), half });
  }

  /** Past the disc, on its right when it is on the left: nothing as far as a quarter turn beyond it is allowed. */
  avoid(point: Vector, radius: number, isLeft: boolean): boolean {
    const half = this.halfWidth(point, radius);
    if (half >= Math.PI) return false;
    const [left, right] = isLeft ? [Math.PI / 2, half] : [half, Math.PI / 2];
    this.avoided.push({ middle: this.direction(point) + (left - right) / 2, half: (left + right) / 2 });
    return true;
  }

  /** Whether some direction still goes through all discs. */
  private isOpen(): boolean {
    const [first, ...rest] = this.aims;
    if (!first) return true;
    let [low, high] = [-first.half, first.half];
    for (const { middle, half } of rest) {
      const offset = turned(first.middle, middle);
      low = Math.max(low, offset - half);
      high = Math.min(high, offset + half);
    }
    return low <= high;
  }

  reaches(point: Vector): boolean {
    if (!this.isOpen() || angle(this.from, point) > Math.PI / 2) return false;
    const way = this.direction(point);
    return (
      this.aims.every(({ middle, half }) => Math.abs(turned(middle, way)) <= half) &&
      this.avoided.every(({ middle, half }) => Math.abs(turned(middle, way)) > half)
    );
  }
}
