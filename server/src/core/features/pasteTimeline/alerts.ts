import { isRecord, parseJson, parseJsonLines, textOf } from './json.ts';
import { machineInstant } from './pasteClock.ts';
import { oneLine, type PastedEvent, type PasteReader } from './pastedEvent.ts';

/**
 * Reads what alerting programs send or export as JSON: Alertmanager and Grafana (webhook, API), PagerDuty (webhooks of both
 * generations, incidents, log entries) and Opsgenie (webhook, alert log); one object, a list, or one object a line.
 */
export const readAlerts: PasteReader = (text) => {
  const parsed = parseJson(text);
  const payloads = parsed === undefined ? parseJsonLines(text) : Array.isArray(parsed) ? parsed : [parsed];
  if (!payloads) return undefined;
  const events = payloads.flatMap((payload) =>
    isRecord(payload) ? [...alertmanager(payload), ...pagerDuty(payload), ...opsgenie(payload)] : [],
  );
  return events.length > 0 ? { format: 'alerts', confidence: 0.98, events } : undefined;
};

function* alertmanager(payload: Record<string, unknown>): Generator<PastedEvent> {
  const alerts = Array.isArray(payload.alerts) ? payload.alerts : [payload];
  for (const alert of alerts) {
    if (!isRecord(alert) || !isRecord(alert.labels) || !('startsAt' in alert)) continue;
    const annotations = isRecord(alert.annotations) ? alert.annotations : {};
    const { alertname, severity, instance, service, job } = alert.labels;
    const name = textOf(alertname) || 'Alert';
    const place = textOf(instance) || textOf(service) || textOf(job);
    const summary = textOf(annotations.summary) || textOf(annotations.description) || textOf(annotations.message);
    const level = textOf(severity) && ` (${textOf(severity)})`;
    const on = place && ` on ${place}`;
    const started = machineInstant(alert.startsAt);
    if (started) yield event(started, `Alert ${name}${level} fired${on}${summary && `: ${summary}`}`);
    const status = isRecord(alert.status) ? alert.status.state : alert.status;
    const ended = machineInstant(alert.endsAt);
    // While an alert fires, `endsAt` is the moment at which it would be given up.
    if (ended && status === 'resolved') yield event(ended, `Alert ${name} resolved${on}`);
  }
}

function* pagerDuty(payload: Record<string, unknown>): Generator<PastedEvent> {
  if (isRecord(payload.event) && typeof payload.event.event_type === 'string') {
    const { event_type, occurred_at, agent, data } = payload.event;
    const at = machineInstant(occurred_at);
    const what = incidentName(data);
    const verb = event_type.slice(event_type.indexOf('.') + 1).replaceAll('_', ' ');
    if (at) yield event(at, `Incident ${verb}${what}`, agentOf(agent));
  }
  for (const message of asList(payload.messages)) {
    if (typeof message.event !== 'string' || !message.event.startsWith('incident.')) continue;
    const at =
      machineInstant(message.created_on) ??
      machineInstant(isRecord(message.incident) ? message.incident.created_at : undefined);
    if (at) yield event(at, `Incident ${message.event.slice(9).replaceAll('_', ' ')}${incidentName(message.incident)}`);
  }
  for (const incident of asList(payload.incidents)) {
    const started = machineInstant(incident.created_at);
    if (started && 'incident_number' in incident) yield event(started, `Incident triggered${incidentName(incident)}`);
    const ended = machineInstant(incident.resolved_at ?? incident.last_status_change_at);
    if (started && ended && incident.status === 'resolved')
      yield event(ended, `Incident resolved${incidentName(incident)}`);
  }
  const entries = asList(payload.log_entries).length > 0 ? asList(payload.log_entries) : [payload];
  for (const entry of entries) {
    if (typeof entry.type !== 'string' || !entry.type.includes('_log_entry')) continue;
    const at = machineInstant(entry.created_at);
    if (at) yield event(at, textOf(entry.summary) || entry.type.replace(/_log_entry.*$/, ''), agentOf(entry.agent));
  }
}

function* opsgenie(payload: Record<string, unknown>): Generator<PastedEvent> {
  if (typeof payload.action === 'string' && isRecord(payload.alert)) {
    const { alert, action } = payload;
    const at =
      machineInstant(action === 'Create' ? alert.createdAt : (alert.updatedAt ?? alert.createdAt)) ??
      machineInstant(alert.createdAt);
    const verb = ACTIONS[action] ?? action.toLowerCase();
    const who = textOf(alert.username);
    if (at) yield event(at, `Alert ${verb}: ${textOf(alert.message)}`, who === 'System' ? undefined : who || undefined);
  }
  for (const entry of asList(payload.data)) {
    const at = 'log' in entry ? machineInstant(entry.createdAt) : undefined;
    const owner = textOf(entry.owner);
    if (at) yield event(at, textOf(entry.log), owner === 'System' ? undefined : owner || undefined);
  }
}

const ACTIONS: Readonly<Record<string, string>> = {
  Create: 'created',
  Acknowledge: 'acknowledged',
  UnAcknowledge: 'no longer acknowledged',
  Close: 'closed',
  AddNote: 'got a note',
  AssignOwnership: 'assigned',
  EscalateNext: 'escalated',
  Escalate: 'escalated',
};

function event(at: PastedEvent['at'], text: string, actor?: string): PastedEvent {
  return { at, actor, bot: actor === undefined, text: oneLine(text) };
}

function asList(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function agentOf(agent: unknown): string | undefined {
  if (!isRecord(agent) || /integration|service/.test(textOf(agent.type))) return undefined;
  return textOf(agent.summary) || textOf(agent.name) || undefined;
}

function incidentName(incident: unknown): string {
  if (!isRecord(incident)) return '';
  const title = textOf(incident.title) || textOf(incident.description);
  return title && `: ${title}`;
}
