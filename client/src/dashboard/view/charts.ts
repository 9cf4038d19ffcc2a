import { svg } from './elements.ts';

// Charts are SVG, coloured by classes in media/dashboard.css: they follow theme and high contrast without being drawn again, and what a colour says, a
// shape or a text says, too. Each has a table beside it; a screen reader hears the label and reads the table.

const WIDTH = 480;
const HEIGHT = 180;
const LEFT = 48;
const RIGHT = 12;
const TOP = 14;
const BOTTOM = 28;
const LABEL_HEIGHT = 12;

interface Frame {
  readonly label: string;
  readonly format: (value: number) => string;
  /** Values are counts: nothing lies between two of them. */
  readonly whole?: boolean;
}

/** A line over quarters with the target as a dashed line; a quarter without a value is a gap with a question mark. */
export function lineChart(
  points: readonly { readonly name: string; readonly value: number | undefined; readonly text: string }[],
  target: { readonly value: number; readonly text: string },
  { label, format, whole = false }: Frame,
): SVGSVGElement {
  const most = Math.max(target.value, ...points.map(({ value }) => value ?? 0)) * 1.1 || 1;
  const y = (value: number) => HEIGHT - BOTTOM - (value / most) * (HEIGHT - TOP - BOTTOM);
  const x = centres(points.length);
  const chart = frame(
    label,
    ticks(most, whole)
      .filter((value) => Math.abs(y(value) - y(target.value)) >= LABEL_HEIGHT)
      .map((value) => ({ y: y(value), text: format(value) })),
    points.map(({ name }) => name),
  );
  chart.append(
    svg('line', { class: 'target', x1: LEFT, x2: WIDTH - RIGHT, y1: y(target.value), y2: y(target.value) }),
    tickText(y(target.value), format(target.value)),
  );
  const known = points.map(({ value }, index) => (value === undefined ? undefined : ([x(index), y(value)] as const)));
  for (const run of runs(known))
    chart.append(svg('polyline', { class: 'line', points: run.map((at) => at.join(',')).join(' ') }));
  // The words of a target at the bottom stand there already.
  const gapAt = HEIGHT - BOTTOM - (HEIGHT - BOTTOM - y(target.value) < 16 ? 20 : 6);
  points.forEach(({ name, text }, index) => {
    const at = known[index];
    const title = svg('title', {}, `${name}: ${text}`);
    if (at) chart.append(svg('circle', { class: 'point', cx: at[0], cy: at[1], r: 4 }, title));
    else chart.append(svg('text', { class: 'gap', x: x(index), y: gapAt, 'text-anchor': 'middle' }, '?', title));
  });
  chart.append(
    svg('text', { class: 'target-text', x: WIDTH - RIGHT, y: y(target.value) - 4, 'text-anchor': 'end' }, target.text),
  );
  return chart;
}

/** Two bars for each name, of counts: all of them, and hatched the part of them that is named second. */
export function barChart(
  bars: readonly { readonly name: string; readonly all: number; readonly part: number; readonly text: string }[],
  { label, format }: Frame,
): SVGSVGElement {
  const most = Math.max(1, ...bars.map(({ all }) => all)) * 1.1;
  const y = (value: number) => HEIGHT - BOTTOM - (value / most) * (HEIGHT - TOP - BOTTOM);
  const x = centres(bars.length);
  const width = Math.min(28, ((WIDTH - LEFT - RIGHT) / Math.max(1, bars.length)) * 0.6);
  // Names that would run into each other are left out, the last one never.
  const each = Math.ceil(bars.length / 8);
  const names = bars.map(({ name }, index) => ((bars.length - 1 - index) % each === 0 ? name : ''));
  const chart = frame(
    label,
    ticks(most, true).map((value) => ({ y: y(value), text: format(value) })),
    names,
  );
  chart.prepend(
    svg(
      'defs',
      {},
      svg(
        'pattern',
        { id: 'hatch', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
        svg('rect', { class: 'hatch-ground', width: 6, height: 6 }),
        svg('line', { class: 'hatch-line', x1: 0, x2: 0, y1: 0, y2: 6 }),
      ),
    ),
  );
  bars.forEach(({ name, all, part, text }, index) => {
    const bar = (value: number, className: string) =>
      svg('rect', {
        class: className,
        x: x(index) - width / 2,
        width,
        y: y(value),
        height: HEIGHT - BOTTOM - y(value),
      });
    chart.append(svg('g', {}, bar(all, 'bar'), bar(part, 'bar-part'), svg('title', {}, `${name}: ${text}`)));
  });
  return chart;
}

/** Points over time on a logarithmic scale, a shape for each group. */
export function dotChart(
  dots: readonly { readonly time: number; readonly value: number; readonly group: string; readonly text: string }[],
  groups: readonly string[],
  { label, format }: Frame,
): SVGSVGElement {
  const values = dots.map(({ value }) => Math.max(1, value));
  const [low, high] = [Math.log10(Math.min(...values)) - 0.1, Math.log10(Math.max(...values)) + 0.1];
  const y = (value: number) =>
    HEIGHT - BOTTOM - ((Math.log10(Math.max(1, value)) - low) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const times = dots.map(({ time }) => time);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const x = (time: number) => LEFT + 10 + ((time - first) / (last - first || 1)) * (WIDTH - LEFT - RIGHT - 20);
  const steps = [1, 5, 15, 60, 240, 1440, 7200, 43200].filter(
    (step) => Math.log10(step) >= low && Math.log10(step) <= high,
  );
  const ends = [first, last].map((time) => new Date(time).toISOString().slice(0, 10));
  const chart = frame(
    label,
    steps.map((step) => ({ y: y(step), text: format(step) })),
    [],
  );
  chart.append(
    svg('text', { class: 'name', x: LEFT, y: HEIGHT - 8 }, ends[0]),
    svg('text', { class: 'name', x: WIDTH - RIGHT, y: HEIGHT - 8, 'text-anchor': 'end' }, ends[1]),
  );
  for (const { time, value, group, text } of dots)
    chart.append(shape(groups.indexOf(group), x(time), y(value), svg('title', {}, text)));
  return chart;
}

/** The sign of a group in a dot chart, for its legend. */
export function legendSign(group: number): SVGSVGElement {
  return svg(
    'svg',
    { class: 'sign', viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' },
    shape(group, 8, 8),
  );
}

const SHAPES = [
  'M-5,0A5,5 0 1,0 5,0A5,5 0 1,0 -5,0Z',
  'M-4.5,-4.5H4.5V4.5H-4.5Z',
  'M0,-5.5L5.5,4.5H-5.5Z',
  'M0,-6L6,0L0,6L-6,0Z',
  'M0,5.5L5.5,-4.5H-5.5Z',
  'M-5,-5L5,5M-5,5L5,-5',
];

function shape(group: number, x: number, y: number, title?: SVGElement): SVGPathElement {
  const index = Math.max(0, group) % SHAPES.length;
  return svg('path', { class: `dot dot-${index}`, d: SHAPES[index], transform: `translate(${x} ${y})` }, title);
}

function frame(label: string, lines: readonly { y: number; text: string }[], names: readonly string[]): SVGSVGElement {
  const chart = svg('svg', { class: 'chart', role: 'img', 'aria-label': label, viewBox: `0 0 ${WIDTH} ${HEIGHT}` });
  for (const { y, text } of lines)
    chart.append(svg('line', { class: 'grid', x1: LEFT, x2: WIDTH - RIGHT, y1: y, y2: y }), tickText(y, text));
  const x = centres(names.length);
  names.forEach((name, index) => {
    chart.append(svg('text', { class: 'name', x: x(index), y: HEIGHT - 8, 'text-anchor': 'middle' }, name));
  });
  return chart;
}

function tickText(y: number, text: string): SVGTextElement {
  return svg('text', { class: 'tick', x: LEFT - 6, y: y + 4, 'text-anchor': 'end' }, text);
}

function centres(count: number): (index: number) => number {
  const step = (WIDTH - LEFT - RIGHT) / Math.max(1, count);
  return (index) => LEFT + step * (index + 0.5);
}

/** Three or four round values up to the most. */
function ticks(most: number, whole: boolean): number[] {
  const rough = most / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const round = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? rough;
  const step = whole ? Math.max(1, round) : round;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}

function runs<Point>(points: readonly (Point | undefined)[]): Point[][] {
  const found: Point[][] = [[]];
  for (const point of points) {
    if (point !== undefined) found[found.length - 1]!.push(point);
    else found.push([]);
  }
  return found.filter((run) => run.length > 1);
}
