import type { Command } from './command.ts';

const showLog: Command = {
  id: 'postmortem.showLog',
  run: async ({ log }) => log.show(),
};
export default showLog;
