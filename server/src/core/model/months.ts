/** Month names in the languages postmortems of our corpus are written in, lower case, January first. */
const MONTHS: readonly (readonly string[])[] = [
  [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ],
  [
    'januar',
    'februar',
    'märz',
    'april',
    'mai',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'dezember',
  ],
  [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  [
    'janeiro',
    'fevereiro',
    'março',
    'abril',
    'maio',
    'junho',
    'julho',
    'agosto',
    'setembro',
    'outubro',
    'novembro',
    'dezembro',
  ],
];

const byName = new Map<string, number>();
for (const [language, names] of MONTHS.entries())
  for (const [index, name] of names.entries()) {
    if (!byName.has(name)) byName.set(name, index + 1);
    // English is abbreviated to three letters; in the other languages three letters are too often another word.
    for (let length = language === 0 ? 3 : 4; length < name.length; length++) {
      const short = name.slice(0, length);
      if (!byName.has(short)) byName.set(short, index + 1);
    }
  }

/** 1–12 for a month name or its abbreviation ("Sept", "Sept.", "março"), or undefined. */
export function monthOf(word: string): number | undefined {
  return byName.get(word.toLowerCase().replace(/\.$/, ''));
}
