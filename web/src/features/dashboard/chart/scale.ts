/** Maps values of a domain onto pixels. */
export type Scale = (value: number) => number;

export function linear([a, b]: readonly [number, number], [from, to]: readonly [number, number]): Scale {
  const size = b - a || 1;
  return (value) => from + ((value - a) / size) * (to - from);
}

/** At most `count` round steps from 0 (or a round value below `min`) to a round value at or above `max`. */
export function ticks(min: number, max: number, count: number): number[] {
  const span = Math.max(max - min, Number.EPSILON);
  const raw = span / Math.max(count, 1);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 2.5, 5, 10].find((m) => m * power >= raw * 0.999) ?? 10) * power;
  const out: number[] = [];
  for (let n = Math.floor(min / step + 1e-9); n * step < max + step * 0.999; n++) out.push(Number((n * step).toPrecision(12)));
  return out;
}

/** The points of a staircase that keeps each value until the next. */
export function stairs(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], i) => (i === 0 ? `M${x},${y}` : `H${x}V${y}`)).join("");
}

const z95 = 1.959963984540054;
const z998 = 3.090232306167813;

/**
 * Where the share of hits among n lies when the true share is p, in 95 and
 * 99.8 of 100 cases: the limits of a funnel plot, drawn as curves. The flags
 * beside people come from the service.
 */
export function funnelLimits(p: number, n: number): { inner: [number, number]; outer: [number, number] } {
  const sigma = Math.sqrt((p * (1 - p)) / Math.max(n, 1));
  const cut = (x: number) => Math.min(1, Math.max(0, x));
  return { inner: [cut(p - z95 * sigma), cut(p + z95 * sigma)], outer: [cut(p - z998 * sigma), cut(p + z998 * sigma)] };
}
