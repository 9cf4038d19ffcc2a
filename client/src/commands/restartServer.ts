import type { Command } from './command.ts';

const restartServer: Command = {
  id: 'postmortem.restartServer',
  run: ({ server }) => server.restart(),
};
export default restartServer;
