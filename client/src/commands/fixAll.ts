import { changeCommand } from './command.ts';

export default changeCommand('postmortem.fixAll', 'fix-all');
