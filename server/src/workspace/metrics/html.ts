import { METRIC_IDS, METRICS } from './definitions.ts';
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
      return `<td><span class="${verdict}" title="target ${escaped(METRICS[id].target.text)}: ${verdict}">${escaped(valueText(figure))}</span><small>${escaped(basisText(figure))}</small></td>`;
    });
    return `<tr><th scope="row">${escaped(METRICS[id].title)}</th>${cells.join('')}<td>${escaped(METRICS[id].target.text)}</td></tr>`;
  });
  const beside = companionLines(columns).map(
    ({ name, values }) =>
      `<tr><th scope="row">${escaped(name)}</th>${values.map((value) => `<td>${escaped(value)}</td>`).join('')}</tr>`,
  );
  const title = `Postmortems, ${report.period.label}`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
<h1>${escaped(title)}</h1>
<p>As of ${escaped(report.asOf)}${escaped(filterText(report))}.</p>
${report.notes.map((note) => `<p>${escaped(note)}</p>`).join('\n')}
<table>
<caption>The five metrics</caption>
<thead>${head}<th scope="col">Target</th></tr></thead>
<tbody>
${metrics.join('\n')}
</tbody>
</table>
<table>
<caption>Beside them</caption>
<thead>${head}</tr></thead>
<tbody>
${beside.join('\n')}
</tbody>
</table>
<h2>What each figure is counted from</h2>
${METRIC_IDS.map((id) => details(report.total.figures[id])).join('\n')}
</html>
`;
}

function details(figure: Figure): string {
  const { title, definition, numerator, denominator } = METRICS[figure.metric];
  return `<details>
<summary>${escaped(title)}: ${escaped(valueText(figure))}</summary>
<p>${escaped(definition)}</p>
<p>Numerator: ${escaped(numerator)} (${figure.numerator === undefined ? 'unknown' : escaped(String(figure.numerator))}). Denominator: ${escaped(denominator)} (${figure.denominator}).</p>
${list('Counted', figure.counted)}${list('Missed', figure.missed)}${list('Unknown', figure.unknown)}${figure.toKnow.map((text) => `<p>${escaped(text)}</p>`).join('\n')}
</details>`;
}

function list(title: string, evidence: readonly Evidence[]): string {
  if (evidence.length === 0) return '';
  const items = evidence.map(({ label, detail, document }) => {
    const place = document === undefined ? '' : ` <small>${escaped(document)}</small>`;
    return `<li>${escaped(label)}: ${escaped(detail)}${place}</li>`;
  });
  return `<h3>${title}</h3>\n<ul>${items.join('')}</ul>\n`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
