import type { Tag } from '../tokens.ts';
import { words } from './words.ts';

const CLOSED: Partial<Record<Tag, string>> = {
  determiner:
    'the a an this these those each every some any no all both either neither another such half several many few most much enough other own same certain various more less fewer its-own',
  possessive: 'my your his its our their whose',
  pronoun:
    "i you he she it we they me him us them himself herself itself themselves themself myself yourself yourselves ourselves mine yours hers ours theirs nobody noone no-one none anybody anyone everybody everyone somebody someone something anything nothing everything y'all ya u thou oneself each-other whomever",
  modal: "can could may might must shall should will would ought 'll 'd needn't shoulda coulda woulda gotta gonna",
  aux: "be am is are was were been being 're 'm 's have has had having 've do does did ain't",
  not: "not never n't nor-ever neither-of",
  to: 'to',
  preposition:
    'of in on at by with from for into onto over under about against between through during without within across after before until till since as like per via despite than among amongst towards toward upon off out up down behind beyond except besides amid amidst around along alongside near inside outside throughout owing concerning regarding above below beneath versus vs notwithstanding atop minus plus unlike pending following including excluding save barring thanks courtesy due because-of ahead instead',
  conjunction: 'and or but nor & yet',
  subordinator:
    'because if when while whereas although though unless whether where once lest whenever wherever cuz cos bc albeit whilst provided assuming-that tho',
  wh: 'who whom what which why how whoever whichever whatever',
  that: 'that',
  adverb:
    'also just only even still already again then now here there always often sometimes soon ever twice once-again too very quite rather almost nearly perhaps maybe so thus hence therefore however instead-of otherwise meanwhile afterwards later earlier first last next back away together apart aside ago yesterday today tomorrow tonight further far long well fast hard late early yet-again somehow somewhere anyway indeed simply merely straight right forever alone nowhere anywhere everywhere upfront beforehand afterward altogether overnight abroad elsewhere likewise moreover furthermore nonetheless nevertheless subsequently once-more halfway midway outright offhand more-or-less please kindly actually honestly frankly basically seriously literally obviously clearly plainly surely apparently evidently presumably supposedly allegedly reportedly seldom rarely hardly barely scarcely thereby whereby thereupon whereupon therein instead at-once abruptly alike regardless sooner ASAP asap imo imho tbh ngl lol sort-of kind-of kinda sorta afaik fwiw',
  interjection:
    'oh ugh well-well hey hi hello yes yeah no-no please-please sorry thanks-a-lot ouch oops whoops hmm wow lol lmao tl;dr tldr',
};

/** Words whose part of speech does not depend on context. */
export const CLOSED_CLASS: ReadonlyMap<string, Tag> = new Map(
  Object.entries(CLOSED).flatMap(([tag, list]) => list.split(' ').map((word) => [word, tag as Tag] as const)),
);

/** Forms of be. */
export const BE = words(`be am is are was were been being 're 'm 's`);
/** Forms of have. */
export const HAVE = words(`have has had having 've`);
/** Forms of do. */
export const DO = words(`do does did`);

/** Words in -ly that are no adverbs. */
export const NOT_ADVERBS = words(`
  apply reply supply rely ally assembly anomaly family july italy comply imply multiply fly reapply resupply daily hourly weekly
  nightly monthly yearly quarterly likely unlikely friendly costly lonely silly ugly early only untimely timely orderly bully tally rally
  unfriendly lovely lively monopoly butterfly belly jelly sully dolly holy oily hilly emily sally molly polly kelly billy lily
  cowardly elderly scholarly deadly woolly wooly bubbly wobbly curly cuddly measly ungainly unruly
`);

/** Frequent adjectives the endings do not tell. */
export const COMMON_ADJECTIVES = words(`
  new old big small large huge tiny great good better best worse worst high low long short full empty open clear clean dirty dark
  light hot cold warm cool quick slow fast late early recent current previous next last first second third final main primary secondary
  major minor key critical severe serious simple easy hard difficult complex single double multiple whole entire complete partial
  correct right wrong true false real actual possible impossible likely unlikely able unable available unavailable ready unready busy
  aware unaware familiar unfamiliar sure unsure certain uncertain confident responsible accountable liable guilty obvious apparent
  evident plain visible invisible blind deaf asleep awake alert afraid scared proud happy unhappy sorry angry upset tired sick ill
  drunk hungover new-hire present absent missing due overdue live dead alive safe unsafe secure insecure stable unstable healthy
  unhealthy sane fine okay ok bad poor rich cheap dear strict loose tight weak strong stale fresh junior senior young human manual
  automatic own other same different similar remote local global internal external upstream downstream raw rough smooth flat
  sharp blunt broad narrow wide deep shallow thin thick dense sparse idle eager keen reluctant willing unwilling loath content
  entire legal illegal public private personal common rare usual unusual normal abnormal standard extra spare net gross total sole
  culpable blameworthy answerable half-asleep brand-new inexperienced untrained unqualified careful careless mistaken wrong-headed flat-footed at-fault worried
  foreseeable avoidable preventable predictable unavoidable needless unnecessary trivial basic elementary blatant glaring
  deliberate intentional wilful willful malicious reckless competent incompetent attentive vigilant diligent thorough prudent wise
  unwise supposed foolish stupid dumb honest dishonest fair unfair grateful thankful stupidest dumbest laziest sloppiest
`);

/** Prepositions that can open a clause of time as well. */
export const TEMPORAL_PREPOSITIONS = words(`after before since until till as than once like for`);

/** Particles that belong to verbs. */
export const PARTICLES = words(
  `up down out off over in on away back through aside around under apart along by past forward ahead offline together slip ball lapse go`,
);
