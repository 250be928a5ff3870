// Occasions in life under which procedures are found, as English pages name them. Pure.
import type { LifeEvent } from '#lib/procedures/index.ts';
import type { Language } from '#lib/ui/index.ts';

interface OccasionWords {
  readonly name: string;
  readonly about: string;
}

const ENGLISH: Readonly<Record<string, OccasionWords>> = {
  'sinh-con': {
    name: 'Birth and bringing up children',
    about: 'Registering a birth, recognising a parent or child, guardianship, adoption',
  },
  'di-hoc': {
    name: 'School',
    about: 'Changing school, scholarships, help with fees, nursery schools',
  },
  'ket-hon': {
    name: 'Marriage and family',
    about: 'Certificate of marital status, registering a marriage, changes of civil status',
  },
  'cho-o': {
    name: 'Housing, land, residence',
    about: 'Land, building a house, house numbers, permanent and temporary residence',
  },
  'lam-an': {
    name: 'Work and trade',
    about: 'Household businesses, cooperatives, loans, public order',
  },
  'giay-to': {
    name: 'Certified copies and papers',
    about: 'Certified copies, signatures, contracts, wills, extracts from registers',
  },
  'nghia-vu-quan-su': {
    name: 'Military service',
    about: 'First registration, changes, temporary absence, the reserve',
  },
  'tro-giup': {
    name: 'Hardship, old age, disability',
    about: 'Monthly allowances, disability certificates, poor households, social pension',
  },
  'nguoi-co-cong': {
    name: 'People with meritorious service',
    about: 'War martyrs, wounded and sick soldiers, people who took part in the resistance',
  },
  'qua-doi': {
    name: 'Death of a relative',
    about: 'Registering a death, funeral costs, allowances',
  },
};

export function occasionWords(language: Language, event: Omit<LifeEvent, 'words'>): OccasionWords {
  const { slug, name, about } = event;
  return (language === 'en' ? ENGLISH[slug] : undefined) ?? { name, about };
}
