// What of a live article goes where people are: words in every form, and what is ready for each chosen channel.
import {
  chatText,
  radioText,
  secondsAloud,
  shortText,
  smsSize,
  type Article,
} from '#lib/newsroom/index.ts';
import { findChannel } from '#lib/plans/index.ts';
import { getActKinds } from '#lib/plans/index.server.ts';
import { toSpoken } from '#lib/vietnam/index.ts';

/** @param url full address of the article */
export function wordsOf(article: Article, office: string, url: string) {
  const short = shortText(article, office, url);
  // On the loudspeaker nobody reads the address out.
  const aloud = toSpoken(short.text.slice(0, -url.length));
  return {
    chat: chatText(article, office, url),
    short: {
      ...short,
      ...{ size: smsSize(short.text), plainSize: smsSize(short.plain) },
      seconds: secondsAloud(aloud),
    },
    radio: radioText(article, office),
  };
}

/** What is ready on the desk for a channel. */
const READY: Readonly<Record<string, { readonly href: string; readonly name: string }>> = {
  radio: { href: '#loi-radio', name: 'Bản nháp đọc loa' },
  noticeboard: { href: '#to-in', name: 'Tờ bảng tin' },
  poster: { href: '#to-in', name: 'Áp phích' },
  social: { href: '#loi-chat', name: 'Tin nhắn nhóm' },
  sms: { href: '#loi-short', name: 'Lời ngắn' },
  meeting: { href: '#loi-radio', name: 'Lời đọc trước cuộc họp' },
  masses: { href: '#loi-radio', name: 'Lời đọc ở buổi sinh hoạt' },
  reception: { href: '#to-in', name: 'Tờ để ở quầy' },
};

/** The chosen channels, each with what is ready for it and where to note that it was done. */
export function channelsOf({ channels = [], topics, unitId }: Article) {
  const table = getActKinds();
  return channels.flatMap((id) => {
    const channel = findChannel(table, id);
    if (!channel) return [];
    // The first kind whose usual channel it is; otherwise one it may go through.
    const kind =
      table.kinds.find((one) => one.channels[0] === id) ??
      table.kinds.find((one) => one.channels.includes(id));
    const known = {
      ...(kind && { loai: kind.id }),
      kenh: id,
      ...(topics[0] !== undefined && { 'noi-dung': topics[0] }),
      ...(unitId !== null && { 'don-vi': unitId }),
    };
    const record = `/lam-viec/hoat-dong/moi?${new URLSearchParams(known)}`;
    return [{ id, name: channel.name, ready: READY[id], record }];
  });
}
