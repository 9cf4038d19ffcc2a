import { words } from '../../language/lexicon/words.ts';
import type { Sentence } from '../../language/sentence.ts';

export const LEAVING_UNDONE = words(`forget fail neglect omit refuse decline`);

export const NEGATED_LEAVING = words(`bother arse fuss know manage think remember care trouble dare deign want try`);

export const PHASES = words(
  `begin start keep continue proceed choose decide prefer try attempt opt elect rush hurry go get manage insist persist use end_up intend seem appear happen`,
);

export const EXPECTED = words(`suppose expect oblige require mean need ask tell instruct`);

export const SEEING = words(`notice see spot catch detect find register hear discover pick_up flag twig clock observe`);

export const KNOWING = words(`
  know realise realize understand grasp appreciate recognise recognize comprehend expect anticipate foresee consider suspect think fathom
  figure_out work_out take_in predict guess cotton_on take_into_account account_for allow_for factor_in keep_in_mind bear_in_mind
  perceive absorb learn envisage envision remember recall digest master
`);

export const BREAKING = words(`
  break take_down bring_down knock_out knock_over knock_offline crash cripple blow_up brick fry derail ruin wreck butcher hose trash
  bork clobber torch scorch take_out take_offline sever jeopardise jeopardize
`);

export const CAUSING = words(
  `cause trigger provoke precipitate prolong worsen exacerbate aggravate bring_about lead_to contribute_to result_in induce compound`,
);

export const MISSING = words(`miss overlook let_through`);

export const IGNORING = words(
  `ignore disregard dismiss brush_off brush_aside shrug_off flout gloss_over look_away sleep_on`,
);

export const SKIPPING = words(`skip bypass circumvent omit sidestep violate breach contravene skirt get_around`);

export const MISREADING = words(
  `misread misinterpret misjudge misdiagnose misremember misidentify misconstrue underestimate overestimate misestimate miscalculate confuse mistake mix_up conflate muddle muddle_up jumble`,
);

export const GOING_WRONG = words(
  `botch bungle fumble screw_up mess_up foul_up cock_up muck_up stuff_up fuck_up mishandle mismanage flub fluff bodge goof_up`,
);

export const WAITING = words(`sit_on stall_on dawdle_over dither_over`);

export const FREEZING = words(`panic freeze dither hesitate dawdle`);

export const SLIPPING = words(`slip_up err blunder goof`);

export const SLIP_NOUNS = words(`mistake error blunder slip slip-up oversight blunders mistakes errors lapse`);

export const BELIEVING = words(
  `assume believe think presume suppose figure imagine reckon guess trust expect conclude`,
);

const PHRASAL = words(`
  turn_on switch_on power_on put_on take_on sign_on log_on fill_in type_in key_in put_in plug_in check_in hand_in bring_in roll_in
  hand_over take_over fail_over give_over cut_over turn_over carry_over put_through let_through push_through pull_through run_through
`);

/** "turned on the flag" against "tested on devices": words that are prepositions with most verbs. */
export function isParticle(s: Sentence, lemma: string, at: number): boolean {
  const low = s.low(at);
  return !/^(?:on|in|over|by|around|along|past|under|through|across)$/.test(low) || PHRASAL.has(`${lemma} ${low}`);
}
