// The wall screen of the one-stop desk, that needs no hand: one procedure after another.
import { procedureUrl, viewProcedure } from '#lib/procedures/index.ts';
import { getProcedure, listProcedures } from '#lib/procedures/index.server.ts';
import { slugify } from '#lib/vietnam/index.ts';
import { qrPicture } from '../qr-picture.server.ts';
import type { PageServerLoad } from './$types';

const SECONDS = 25;
/** More than this has no room on the screen and can't be read in time; the code leads to all of it. */
const MOST_PAPERS = 7;
const MOST_LETTERS = 600;

export const load: PageServerLoad = ({ locals, url, setHeaders }) =>
  locals.read(async (tx) => {
    const field = url.searchParams.get('linh-vuc') ?? '';
    const all = await listProcedures(tx);
    const shown = field === '' ? all : all.filter((one) => slugify(one.field) === field);
    const asked = Number(url.searchParams.get('thu') ?? 1);
    const at = Number.isInteger(asked) && asked >= 1 && asked <= shown.length ? asked : 1;
    const next = at < shown.length ? at + 1 : 1;
    const chosen = field === '' ? '' : `linh-vuc=${encodeURIComponent(field)}&`;
    setHeaders({ refresh: `${SECONDS};url=/man-hinh?${chosen}thu=${next}` });
    const version = shown[at - 1];
    if (!version) return { slide: null };
    const { record, guide } = await getProcedure(tx, version.code);
    const view = viewProcedure(record);
    const papers = (view.groups[0]?.papers ?? []).map(({ name, counts }) =>
      counts === '' ? name : `${name} (${counts})`,
    );
    const fitting = papersThatFit(papers);
    return {
      slide: {
        at,
        of: shown.length,
        title: record.title,
        field: version.field,
        term: view.term,
        fee: view.fee,
        room: guide.room,
        caseName: view.groups[0]?.name ?? '',
        papers: fitting,
        more: papers.length > fitting.length || view.groups.length > 1,
        qr: qrPicture(url.origin + procedureUrl(version.code)),
      },
    };
  });

/** Whole papers, the first always. */
function papersThatFit(papers: readonly string[]): string[] {
  let letters = 0;
  return papers.slice(0, MOST_PAPERS).filter((paper, at) => {
    letters += paper.length;
    return at === 0 || letters <= MOST_LETTERS;
  });
}
