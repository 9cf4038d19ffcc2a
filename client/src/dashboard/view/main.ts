import type { Dashboard, TeamQuestion } from '../../../../server/src/lsp/protocol.ts';
import type { FromPage, Labels, ToPage } from '../messages.ts';
import { element } from './elements.ts';
import { dashboardElements } from './sections.ts';

interface State {
  readonly question: TeamQuestion;
  /** Keys of the tables that are open. */
  readonly open: readonly string[];
}

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): State | undefined;
  setState(state: State): void;
};

const host = acquireVsCodeApi();
const labels: Labels = JSON.parse(document.body.dataset.labels ?? '{}');
let state: State = host.getState() ?? { question: {}, open: [] };

const status = element('p', { role: 'status', class: 'status' });
const content = element('main');
document.body.append(status, content);

function remember(change: Partial<State>): void {
  state = { ...state, ...change };
  host.setState(state);
}

function ask(question: TeamQuestion): void {
  remember({ question });
  status.replaceChildren(element('progress'), labels.loading);
  host.postMessage({ type: 'ask', question });
}

function show(dashboard: Dashboard): void {
  const focused = document.activeElement?.id;
  status.replaceChildren();
  content.replaceChildren(
    ...dashboardElements(dashboard, labels, {
      ask,
      open: (document) => host.postMessage({ type: 'open', document }),
      export: (format) => host.postMessage({ type: 'export', format, question: state.question }),
      savePng: (name, base64) => host.postMessage({ type: 'savePng', name, base64 }),
      isOpen: (key) => state.open.includes(key),
      toggled: (key, open) =>
        remember({ open: [...state.open.filter((other) => other !== key), ...(open ? [key] : [])] }),
    }),
  );
  // Who has just chosen a filter goes on from there.
  if (focused) document.getElementById(focused)?.focus();
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'dashboard') show(data.dashboard);
  else if (data.type === 'failed') status.replaceChildren(data.message);
  else ask(state.question);
});

ask(state.question);
