// Server door of the documents room: reading files.

export { MOST_BYTES, readHere } from './read-file.server.ts';
