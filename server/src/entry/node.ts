import { startStdioServer } from './stdio.ts';

startStdioServer();
