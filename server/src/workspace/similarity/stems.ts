import { stemmer } from 'stemmer';

/** Forms that no ending tells from the verb. */
const IRREGULAR = new Map(
  (
    'begin:began,begun break:broke,broken build:built,rebuilt catch:caught choose:chose,chosen die:died,dies,dying draw:drew,drawn fall:fell,fallen ' +
    'forget:forgot,forgotten freeze:froze,frozen give:gave,given go:went,gone grow:grew,grown hang:hung hold:held keep:kept know:knew,known lead:led ' +
    'leave:left lose:lost mean:meant overtake:overtook overwrite:overwrote,overwritten pay:paid run:ran send:sent,resent spend:spent stand:stood stick:stuck ' +
    'take:took,taken tell:told throw:threw,thrown undo:undid,undone wear:wore,worn withdraw:withdrew,withdrawn write:wrote,written'
  )
    .split(' ')
    .flatMap((verb) => {
      const [base, forms] = verb.split(':') as [string, string];
      return forms.split(',').map((form) => [form, base] as const);
    }),
);

/** Names and numbers of other people's systems have no end; the words of a language do. */
const MOST_REMEMBERED = 50_000;

const stems = new Map<string, string>();
/** The shortest word seen of each stem. */
const words = new Map<string, string>();

/** The stem of a word in lower case: what its forms have in common. */
export function stemOf(word: string): string {
  let stem = stems.get(word);
  if (stem === undefined) {
    const bare = word.replace(/[’']s$/, '');
    stem = stemmer(IRREGULAR.get(bare) ?? bare);
    if (stems.size > MOST_REMEMBERED) {
      stems.clear();
      words.clear();
    }
    stems.set(word, stem);
    if (bare.length < (words.get(stem)?.length ?? Number.POSITIVE_INFINITY)) words.set(stem, bare);
  }
  return stem;
}

/** A word with this stem, to be shown to a person: "certificate" for "certif". */
export function wordOf(stem: string): string {
  return words.get(stem) ?? stem;
}
