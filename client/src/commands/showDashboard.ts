import type { Command } from './command.ts';

/** Shows the figures of all postmortems. */
const showDashboard: Command = {
  id: 'postmortem.showDashboard',
  async run({ dashboard }) {
    dashboard.show();
  },
};

export default showDashboard;
