// How heavy one file of a form of the desk may be, in bytes.
export const FILE_LIMIT = 20 * 1024 * 1024;
