import { changeCommand } from './command.ts';

export default changeCommand('postmortem.replaceNames', 'roles');
