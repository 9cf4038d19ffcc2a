import { changeCommand } from './command.ts';

export default changeCommand('postmortem.addWhy', 'add-why');
