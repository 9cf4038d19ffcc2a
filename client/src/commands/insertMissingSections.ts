import { changeCommand } from './command.ts';

export default changeCommand('postmortem.insertMissingSections', 'missing-sections');
