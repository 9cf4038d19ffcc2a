import { words } from '../../language/lexicon/words.ts';
import type { Sentence } from '../../language/sentence.ts';
import { singular } from '../../language/tagger.ts';

/** What a picture stands for. */
export type Meaning =
  /** Nothing was done about something. */
  | 'idle'
  /** Something was not seen. */
  | 'unseen'
  /** Something was not told to others. */
  | 'silent'
  /** Something was believed without a check. */
  | 'trusted'
  /** A step was left out, or something was done without waiting for it. */
  | 'unguarded'
  /** Something did not come out as it was meant to. */
  | 'went-wrong'
  /** Nobody knew what to do. */
  | 'froze';

/** Pictures for what people do badly or do not do: a verb and the words behind it, without articles and possessives. */
const PICTURES: readonly (readonly [meaning: Meaning, pictures: ReadonlySet<string>])[] = [
  [
    'idle',
    words(`drop_ball drop_baton sit_on_hand twiddle_thumb bury_head_in_sand look_other_way kick_can_down_road wash_hand_of pass_buck lift_finger
    rest_on_laurel sit_idle sit_idly stand_idle stand_by stand_idly turn_blind_eye turn_deaf_ear close_eye shut_eye turn_back drag_foot drag_feet drag_heel
    let_slide go_dark go_awol`),
  ],
  [
    'unseen',
    words(`fall_asleep_at_wheel fall_asleep_at_switch fall_asleep be_asleep_at_wheel be_asleep_at_switch be_asleep be_fast_asleep be_half_asleep take_eye_off_ball take_eye_off
    sleep_through sleep_thru doze_through be_caught_napping be_out_to_lunch be_miles_away zone_out nod_off doze_off switch_off_mentally not_look`),
  ],
  [
    'silent',
    words(`keep_quiet keep_mum keep_schtum stay_silent stay_quiet say_nothing say_not_word sit_tight clam_up`),
  ],
  ['trusted', words(`take_at_face_value take_for_granted take_on_trust take_on_faith take_as_gospel take_as_read`)],
  [
    'unguarded',
    words(`jump_gun cut_corner take_shortcut take_short_cut play_fast_and_loose shoot_from_hip wing_it go_rogue go_cowboy go_maverick yolo_it
    ride_roughshod drive_coach_and_horse take_liberty throw_caution_to_wind run_red_light colour_outside_line`),
  ],
  [
    'went-wrong',
    words(`make_hash make_mess make_meal make_pig_ear make_dog_breakfast make_dog_dinner make_botch make_pig's_ear make_dog's_breakfast make_dog's_dinner
    make_balls make_cock-up`),
  ],
  [
    'froze',
    words(`lose_plot lose_head lose_nerve go_to_pieces fall_apart lose_cool choke run_around_like_headless_chicken`),
  ],
];

/** Words that come and go within a picture. */
const FILLING = /^(?:the|a|an|his|her|their|our|your|its|own|just|simply|very|total|complete|right|both|'s)$/;

/** The picture that a verb and the words behind it make, and where what it is about begins; `rest` is the token behind the verb. */
export function pictureAt(s: Sentence, lemma: string, rest: number): { meaning: Meaning; end: number } | undefined {
  let said = lemma;
  let found: { meaning: Meaning; end: number } | undefined;
  for (let i = rest; i < Math.min(s.to, rest + 8) && said.split(' ').length < 6; i++) {
    const low = s.low(i);
    if (FILLING.test(low)) continue;
    if (s.tokens[i]!.tag === 'punctuation') break;
    said += ` ${low === 'feet' ? low : singular(low)}`;
    for (const [meaning, pictures] of PICTURES) if (pictures.has(said)) found = { meaning, end: i + 1 };
  }
  return found;
}
