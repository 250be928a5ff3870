// What a draft is made of: the source with the names and registers that words need.
import type { Adjustment } from '#lib/plans/index.ts';
import type { PlainDate } from '#lib/vietnam/index.ts';
import type { ReportPeriod } from '../period.ts';
import type { ReportSource } from './resolve.ts';

export interface NamedThing {
  readonly id: string;
  readonly name: string;
}

export interface ReportUnit extends NamedThing {
  /** The name it bears now, where it was renamed or merged. */
  readonly nowCalled: string | null;
}

export interface ReportFacts {
  /** "Ủy ban nhân dân xã Tiền Tiến" */
  readonly office: string;
  readonly period: ReportPeriod;
  readonly seq: number;
  readonly source: ReportSource;
  readonly plans: readonly NamedThing[];
  readonly topics: readonly NamedThing[];
  readonly units: readonly ReportUnit[];
  readonly duties: readonly { readonly id: string; readonly text: string }[];
  readonly titles: ReadonlyMap<string, string>;
  /** Where acts took place, by act. */
  readonly places: ReadonlyMap<string, string>;
  /** Pictures that are pictures: hash of the file as sent → hash of its web size. */
  readonly pictures: ReadonlyMap<string, string>;
  readonly praised: readonly {
    readonly who: string;
    readonly title: string;
    readonly day: string;
  }[];
  /** Signs of effect beside acts of the period, by the name of their channel. */
  readonly effects: readonly { readonly channel: string; readonly words: string }[];
  readonly shortcomings: readonly {
    readonly who: string;
    readonly title: string;
    readonly remedied: boolean;
  }[];
  /** Changes of periods closed before that this one takes up. */
  readonly adjustments: readonly Adjustment[];
  readonly closedOn: PlainDate | null;
}
