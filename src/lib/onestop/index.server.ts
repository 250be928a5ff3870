// Server door of the onestop room.

export {
  declareFigures,
  importFigures,
  listFigureVersions,
  previewFigures,
  type FigurePreview,
} from './figures.server.ts';
