// Where the form files that a record names can be taken away, as far as they are attached.
import {
  findFormOf,
  formUrl,
  type ProcedureForm,
  type ProcedureView,
} from '#lib/procedures/index.ts';

/** Addresses by the name the record gives the file. */
export function formFiles(
  code: string,
  { groups }: ProcedureView,
  forms: readonly ProcedureForm[],
): Record<string, string> {
  const named = groups.flatMap(({ papers }) => papers.flatMap(({ files }) => files));
  return Object.fromEntries(
    named.flatMap((file) => {
      const form = findFormOf(file, forms);
      return form ? [[file, formUrl(code, form.id)]] : [];
    }),
  );
}
