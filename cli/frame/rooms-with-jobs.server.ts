// Rooms above the platform that define jobs: whoever makes the queues or works on them has to know them.
import '#lib/documents/index.server.ts';
import '#lib/newsroom/index.server.ts';
import '#lib/plans/index.server.ts';
import '#lib/portal/index.server.ts';
import '#lib/procedures/index.server.ts';
