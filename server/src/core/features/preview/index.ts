export {
  type LineMarks,
  type Phase,
  type PreviewOutline,
  previewOutline,
  type Tick,
  type TimelineDrawing,
} from './outline.ts';
