export { facilitatorSheet } from './sheet.ts';
