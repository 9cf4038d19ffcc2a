import { changeCommand } from './command.ts';

export default changeCommand('postmortem.insertFiveWhys', 'five-whys');
