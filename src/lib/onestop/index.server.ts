// Server door of the onestop room.

export {
  declareFigures,
  importFigures,
  listFigureVersions,
  previewFigures,
  type FigurePreview,
} from './figures.server.ts';
// What reads CSV asks for Node: a page's script that took it in would not start.
export { parseFiguresCsv } from './figures-csv.ts';
