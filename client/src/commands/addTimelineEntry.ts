import { changeCommand } from './command.ts';

export default changeCommand('postmortem.addTimelineEntry', 'timeline-entry');
