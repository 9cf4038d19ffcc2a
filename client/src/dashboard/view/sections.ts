import type { Dashboard, DashboardCell, DashboardMetric, TeamQuestion } from '../../../../server/src/lsp/protocol.ts';
import type { Labels } from '../messages.ts';
import { barChart, dotChart, legendSign, lineChart } from './charts.ts';
import { element, withCode } from './elements.ts';
import { toPng } from './png.ts';

/** What can be done from the page. */
export interface Actions {
  ask(question: TeamQuestion): void;
  open(document: string): void;
  export(format: 'html' | 'csv'): void;
  savePng(name: string, base64: string): void;
  isOpen(key: string): boolean;
  toggled(key: string, open: boolean): void;
}

/** The dashboard, part by part. */
export function dashboardElements(dashboard: Dashboard, labels: Labels, actions: Actions): HTMLElement[] {
  return [
    element('h1', {}, `${labels.title}, ${dashboard.period}`),
    controls(dashboard, labels, actions),
    ...dashboard.notes.map((note) => element('p', { class: 'note' }, ...withCode(note))),
    element('div', { class: 'cards' }, ...dashboard.metrics.map((metric) => metricCard(metric, labels, actions))),
    element(
      'div',
      { class: 'cards' },
      burnDownCard(dashboard, labels, actions),
      recoveryCard(dashboard, labels, actions),
      clusterCard(dashboard, labels, actions),
    ),
    besideCard(dashboard, labels),
  ];
}

function controls(
  { choices, period, filter }: Dashboard,
  labels: Labels,
  { ask, export: exportAs }: Actions,
): HTMLElement {
  const [first, last = first] = period.split('..');
  const from = select('from', labels.from, choices.quarters, first);
  const to = select('to', labels.to, choices.quarters, last);
  const chosen = {
    service: select('service', labels.service, choices.services, filter.service, labels.all),
    team: select('team', labels.team, choices.teams, filter.team, labels.all),
    severity: select('severity', labels.severity, choices.severities, filter.severity, labels.all),
  };
  const change = () => {
    const [start, end] = [from.value, to.value].sort();
    const set = Object.entries(chosen).flatMap(([name, { value }]) => (value === '' ? [] : [[name, value]]));
    ask({ period: start === end ? start! : `${start}..${end}`, filter: Object.fromEntries(set) });
  };
  const selects = [from, to, ...Object.values(chosen)];
  for (const { control } of selects) control.addEventListener('change', change);
  return element(
    'form',
    { class: 'controls', submit: (event) => event.preventDefault() },
    ...selects.map(({ label }) => label),
    element('button', { type: 'button', id: 'export-html', click: () => exportAs('html') }, labels.exportHtml),
    element('button', { type: 'button', id: 'export-csv', click: () => exportAs('csv') }, labels.exportCsv),
  );
}

function select(id: string, name: string, values: readonly string[], chosen: string | undefined, all?: string) {
  // A period may begin before the first incident: what is chosen can always be seen.
  const known = chosen === undefined || values.includes(chosen) ? values : [chosen, ...values];
  const control = element(
    'select',
    { id },
    all !== undefined && element('option', { value: '' }, all),
    ...known.map((value) => element('option', { value, selected: value === chosen }, value)),
  );
  return {
    control,
    label: element('label', {}, `${name} `, control),
    get value() {
      return control.value;
    },
  };
}

function metricCard(metric: DashboardMetric, labels: Labels, actions: Actions): HTMLElement {
  const { id, title, definition, quarters, total, target, unit } = metric;
  const format = unit === 'ratio' ? (value: number) => `${Math.round(value * 100)} %` : rounded;
  const summary = quarters.map(({ period, text }) => `${period}: ${text}`).join(', ');
  const chart = lineChart(
    quarters.map(({ period, value, text }) => ({ name: period, value, text })),
    { value: target.value, text: `${labels.target} ${target.text}` },
    { label: `${title}. ${summary}`, format, whole: unit === 'count' },
  );
  return card(
    id,
    title,
    labels,
    actions,
    chart,
    element('p', { class: 'figure' }, verdict(total, labels), element('small', {}, ` · ${total.basis}`)),
    element('p', { class: 'definition' }, definition),
    chart,
    details(
      `table-${id}`,
      labels,
      actions,
      table(
        [labels.quarter, labels.value, labels.basis, labels.target],
        quarters.map((cell) => [cell.period, verdict(cell, labels), cell.basis, target.text]),
      ),
      ...evidence(total, labels, actions),
    ),
  );
}

function verdict({ verdict: said, text }: DashboardCell, labels: Labels): HTMLElement {
  return element(
    'span',
    { class: `verdict ${said}` },
    text,
    element('span', { class: 'verdict-text' }, ` ${labels[said]}`),
  );
}

function evidence(
  { counted, missed, unknown, toKnow }: DashboardCell,
  labels: Labels,
  actions: Actions,
): HTMLElement[] {
  const lists = (
    [
      [labels.missedAs, missed],
      [labels.unknownAs, unknown],
      [labels.countedAs, counted],
    ] as const
  ).filter(([, cases]) => cases.length > 0);
  return [
    ...toKnow.map((text) => element('p', { class: 'to-know' }, ...withCode(text))),
    ...lists.map(([title, cases]) =>
      element(
        'section',
        {},
        element('h3', {}, `${title} (${cases.length})`),
        element(
          'ul',
          {},
          ...cases.map(({ label, detail, document }) =>
            element('li', {}, link(label, document, actions), `: ${detail}`),
          ),
        ),
      ),
    ),
  ];
}

function burnDownCard({ burnDown }: Dashboard, labels: Labels, actions: Actions): HTMLElement {
  const textOf = ({ open, overdue }: { open: number; overdue: number }) =>
    `${open} ${labels.openItems}, ${overdue} ${labels.overdueItems}`;
  const chart = barChart(
    burnDown.map((point) => ({
      name: point.day.slice(0, 7),
      all: point.open,
      part: point.overdue,
      text: textOf(point),
    })),
    {
      label: `${labels.burnDown}. ${burnDown.map((point) => `${point.day}: ${textOf(point)}`).join('; ')}`,
      format: String,
    },
  );
  return card(
    'burn-down',
    labels.burnDown,
    labels,
    actions,
    chart,
    element(
      'p',
      { class: 'legend' },
      element('span', { class: 'swatch swatch-open' }),
      `${labels.openItems} `,
      element('span', { class: 'swatch swatch-overdue' }),
      labels.overdueItems,
    ),
    chart,
    details(
      'table-burn-down',
      labels,
      actions,
      table(
        [labels.day, labels.openItems, labels.overdueItems],
        burnDown.map(({ day, open, overdue }) => [day, String(open), String(overdue)]),
      ),
    ),
  );
}

function recoveryCard({ recoveries }: Dashboard, labels: Labels, actions: Actions): HTMLElement {
  if (recoveries.length === 0)
    return card('recovery', labels.recovery, labels, actions, undefined, element('p', {}, labels.nothing));
  const groups = [...new Set(recoveries.map(({ severity }) => severity))].sort();
  const chart = dotChart(
    recoveries.map(({ day, minutes, severity, label }) => ({
      time: Date.parse(day),
      value: minutes,
      group: severity,
      text: `${label}, ${severity}: ${duration(minutes)}`,
    })),
    groups,
    {
      label: `${labels.recovery}: ${recoveries.map(({ label, minutes }) => `${label} ${duration(minutes)}`).join('; ')}`,
      format: duration,
    },
  );
  return card(
    'recovery',
    labels.recovery,
    labels,
    actions,
    chart,
    element('p', { class: 'legend' }, ...groups.flatMap((group, index) => [legendSign(index), `${group} `])),
    chart,
    details(
      'table-recovery',
      labels,
      actions,
      table(
        [labels.day, labels.severity, labels.minutes, labels.incident],
        recoveries.map(({ day, severity, minutes, label, document }) => [
          day,
          severity,
          String(Math.round(minutes)),
          link(label, document, actions),
        ]),
      ),
    ),
  );
}

function clusterCard({ clusters }: Dashboard, labels: Labels, actions: Actions): HTMLElement {
  const lists = clusters.map(({ incidents }) =>
    element(
      'ol',
      {},
      ...incidents.map(({ id, title, day, document }) =>
        element('li', {}, `${day ?? labels.unknown} `, link([id, title].filter(Boolean).join(' '), document, actions)),
      ),
    ),
  );
  const shown = lists.length > 0 ? lists : [element('p', {}, labels.noClusters)];
  return card('clusters', labels.clusters, labels, actions, undefined, ...shown);
}

function besideCard({ columns, beside }: Dashboard, labels: Labels): HTMLElement {
  return element(
    'section',
    // It scrolls sideways: by keys, too.
    { class: 'card wide', tabindex: '0', 'aria-label': labels.beside },
    element('h2', {}, labels.beside),
    table(
      [labels.figure, ...columns],
      beside.map(({ name, values }) => [name, ...values]),
    ),
  );
}

function card(
  id: string,
  title: string,
  labels: Labels,
  { savePng }: Actions,
  chart: SVGSVGElement | undefined,
  ...children: readonly HTMLElement[] | readonly (HTMLElement | SVGSVGElement)[]
): HTMLElement {
  const save = async () => {
    if (chart) savePng(`${id}.png`, await toPng(chart));
  };
  return element(
    'section',
    { class: 'card', 'aria-labelledby': `title-${id}` },
    element('h2', { id: `title-${id}` }, title),
    ...children,
    chart &&
      element('button', { type: 'button', class: 'quiet', id: `png-${id}`, click: () => void save() }, labels.savePng),
  );
}

function details(
  key: string,
  labels: Labels,
  { isOpen, toggled }: Actions,
  ...children: readonly HTMLElement[]
): HTMLElement {
  const made = element('details', { open: isOpen(key) }, element('summary', { id: key }, labels.table), ...children);
  made.addEventListener('toggle', () => toggled(key, made.open));
  return made;
}

function table(head: readonly string[], rows: readonly (readonly (string | HTMLElement)[])[]): HTMLElement {
  return element(
    'table',
    {},
    element('thead', {}, element('tr', {}, ...head.map((name) => element('th', { scope: 'col' }, name)))),
    element(
      'tbody',
      {},
      ...rows.map(([name = '', ...cells]) =>
        element('tr', {}, element('th', { scope: 'row' }, name), ...cells.map((cell) => element('td', {}, cell))),
      ),
    ),
  );
}

function link(text: string, document: string | undefined, { open }: Actions): HTMLElement {
  if (document === undefined) return element('span', {}, text);
  return element('button', { type: 'button', class: 'link', title: document, click: () => open(document) }, text);
}

function duration(minutes: number): string {
  if (minutes < 120) return `${Math.round(minutes)} min`;
  return minutes < 48 * 60 ? `${rounded(minutes / 60)} h` : `${rounded(minutes / 60 / 24)} d`;
}

/** One decimal where there is one, as the language of the page writes it. */
function rounded(value: number): string {
  return value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
}
