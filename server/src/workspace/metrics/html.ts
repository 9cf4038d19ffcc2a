import { languageOfTexts, t } from '../../core/index.ts';
import { definitionOf, METRIC_IDS } from './definitions.ts';
import type { Evidence, Figure } from './figure.ts';
import { columnsOf, companionLines, filterText } from './formats.ts';
import type { Report } from './report.ts';
import { basisText, valueText, verdictText } from './wording.ts';

const STYLE = `:root{color-scheme:light dark}
body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}
caption{text-align:left;font-weight:600;padding:.5rem 0}
th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #8884;vertical-align:top}
td small{display:block;opacity:.75}
.met::before{content:"✓ "}.missed::before{content:"✗ "}.open::before{content:"? "}
@media print{details{break-inside:avoid}}`;

/** A page that stands by itself: no script, nothing loaded from elsewhere. */
export function reportToHtml(report: Report): string {
  const columns = columnsOf(report);
  const head = `<tr><th scope="col"></th>${columns.map(({ period }) => `<th scope="col">${escaped(period.label)}</th>`).join('')}`;
  const metrics = METRIC_IDS.map((id) => {
    const cells = columns.map(({ figures }) => {
      const figure = figures[id];
      const verdict = verdictText(figure);
      return `<td><span class="${verdict}" title="${escaped(verdictTitle(verdict, definitionOf(id).target))}">${escaped(valueText(figure))}</span><small>${escaped(basisText(figure))}</small></td>`;
    });
    const { title, target } = definitionOf(id);
    return `<tr><th scope="row">${escaped(title)}</th>${cells.join('')}<td>${escaped(target)}</td></tr>`;
  });
  const beside = companionLines(columns).map(
    ({ name, values }) =>
      `<tr><th scope="row">${escaped(name)}</th>${values.map((value) => `<td>${escaped(value)}</td>`).join('')}</tr>`,
  );
  const title = `${t('Postmortems')}, ${report.period.label}`;
  return `<!doctype html>
<html lang="${languageOfTexts()}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
<h1>${escaped(title)}</h1>
<p>${escaped(t('As of {0}{1}.', report.asOf, filterText(report)))}</p>
${report.notes.map((note) => `<p>${prose(note)}</p>`).join('\n')}
<table>
<caption>${escaped(t('The five metrics'))}</caption>
<thead>${head}<th scope="col">${escaped(t('Target'))}</th></tr></thead>
<tbody>
${metrics.join('\n')}
</tbody>
</table>
<table>
<caption>${escaped(t('Beside the targets'))}</caption>
<thead>${head}</tr></thead>
<tbody>
${beside.join('\n')}
</tbody>
</table>
<h2>${escaped(t('What each figure is counted from'))}</h2>
${METRIC_IDS.map((id) => details(report.total.figures[id])).join('\n')}
</html>
`;
}

function details(figure: Figure): string {
  const { title, definition, numerator, denominator } = definitionOf(figure.metric);
  const counts = t(
    'Numerator: {0} ({1}). Denominator: {2} ({3}).',
    numerator,
    figure.numerator ?? t('unknown'),
    denominator,
    figure.denominator,
  );
  return `<details>
<summary>${escaped(title)}: ${escaped(valueText(figure))}</summary>
<p>${escaped(definition)}</p>
<p>${escaped(counts)}</p>
${list(t('Counted'), figure.counted)}${list(t('Missed'), figure.missed)}${list(t('Unknown'), figure.unknown)}${figure.toKnow.map((text) => `<p>${prose(text)}</p>`).join('\n')}
</details>`;
}

function list(title: string, evidence: readonly Evidence[]): string {
  if (evidence.length === 0) return '';
  const items = evidence.map(({ label, detail, document }) => {
    const place = document === undefined ? '' : ` <small>${escaped(document)}</small>`;
    return `<li>${escaped(label)}: ${escaped(detail)}${place}</li>`;
  });
  return `<h3>${escaped(title)}</h3>\n<ul>${items.join('')}</ul>\n`;
}

function verdictTitle(verdict: 'met' | 'missed' | 'open', target: string): string {
  switch (verdict) {
    case 'met':
      return t('target {0}: met', target);
    case 'missed':
      return t('target {0}: missed', target);
    case 'open':
      return t('target {0}: cannot be told', target);
  }
}

/** A sentence as HTML, its `code` as code. */
function prose(text: string): string {
  return escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
