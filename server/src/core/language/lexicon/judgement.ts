import { words } from './words.ts';

/** Adjectives that judge a person or a person's conduct, whatever noun they stand with (unless that is a machine's). */
export const JUDGEMENT_ADJECTIVES = words(`
  careless reckless sloppy lazy negligent incompetent irresponsible unprofessional stupid dumb idiotic moronic boneheaded bone-headed
  clueless foolish lackadaisical cavalier ham-fisted ham-handed clumsy half-assed half-arsed half-hearted halfhearted slapdash slipshod
  shoddy amateurish amateur inept hapless inattentive complacent heedless thoughtless unthinking mindless absent-minded
  absentminded scatterbrained hasty ill-considered ill-advised ill-judged ill-conceived rash impulsive impatient arrogant stubborn
  pig-headed pigheaded hot-headed hotheaded trigger-happy gung-ho overconfident overeager overzealous lax slack indifferent apathetic
  uncaring unmotivated disengaged unreliable untrustworthy unskilled unfit undisciplined disorganised disorganized chaotic
  indecisive dithering cowardly spineless feckless useless hopeless worthless pathetic laughable ridiculous ludicrous absurd
  embarrassing shameful disgraceful inexcusable unforgivable unacceptable appalling dreadful abysmal atrocious lamentable deplorable
  woeful egregious asinine dense thick daft silly brainless witless gormless ignorant naive naïve gullible oblivious asleep
  unprepared bumbling fumbling bungling blundering lousy crappy cowboy yolo dilatory sluggish-minded tardy workshy work-shy
  perfunctory cursory unconscientious unprincipled dishonest deceitful selfish childish immature hysterical panicky
  panicked bullheaded obstinate obstructive uncooperative evasive dismissive inconsiderate insensitive rude forgetful
  neglectful remiss derelict blasé blase flippant glib nonchalant happy-go-lucky harebrained hare-brained cack-handed
  botched bungled blundering imprudent unwise injudicious irrational insane crazy mad nuts bonkers criminal amateur-hour
  unconcerned unbothered inexpert maladroit lethargic sleepy sluggish distracted smug cocky short-sighted shortsighted myopic
  slow-witted dim dim-witted empty-headed lame piss-poor shambolic farcical comical headless substandard lacklustre lackluster
  overcautious unserious carefree inattentive hurried comfortable superficial half-baked half_baked inexcusable slow unworthy poor shocking terrible horrible awful horrendous casual
`);

/** Adjectives that are facts of machines too: judgement on people and what they do only. */
export const MILD_JUDGEMENT = words(`
  poor bad slow naive naïve rushed hasty weak mediocre late useless dumb stupid lazy chaotic unreliable slack unfit hopeless dense
  thick lame cursory insane crazy mad nuts absurd ridiculous sluggish aggressive greedy unprepared overzealous overeager overconfident
  impatient stubborn ignorant oblivious forgetful asleep dead dim hurried lethargic distracted sleepy rash hysterical panicky
  clumsy promiscuous unacceptable embarrassing indifferent appalling dreadful abysmal lousy crappy lax panicked criminal perfunctory
  comfortable superficial half-baked shocking terrible horrible awful horrendous casual tardy silly short-sighted shortsighted myopic indecisive evasive dismissive childish immature selfish
`);

/** Adverbs that judge how someone acted. */
export const JUDGEMENT_ADVERBS = words(`
  carelessly recklessly sloppily lazily negligently incompetently irresponsibly unprofessionally stupidly dumbly idiotically
  foolishly cavalierly clumsily half-heartedly halfheartedly amateurishly ineptly inattentively complacently heedlessly
  thoughtlessly unthinkingly mindlessly absent-mindedly hastily rashly impulsively impatiently arrogantly stubbornly laxly
  naively naïvely ignorantly obliviously lackadaisically haphazardly blithely merrily inexcusably unforgivably shamefully
  disgracefully ridiculously indifferently apathetically perfunctorily blindly brazenly cluelessly casually obstinately
  nonchalantly cheerfully happily gleefully smugly flippantly glibly cack-handedly stubbornly unwisely imprudently
  inconsiderately selfishly childishly hysterically
`);

/** Adverbs that turn an act into an error. */
export const ERROR_ADVERBS = words(`
  accidentally mistakenly inadvertently wrongly incorrectly erroneously unintentionally prematurely unwittingly unknowingly
  improperly inappropriately unnecessarily inaccurately wrongfully absentmindedly unthinkingly falsely needlessly
  unwisely blindly hurriedly haphazardly inadequately insufficiently unsafely poorly badly unexpectedly-early faultily
  wrong accidently inadvertantly mistakingly imprecisely
`);

/** Adjectives that make the object of an act a mistake. */
export const BAD_ADJECTIVES = words(`
  wrong bad dodgy duff incorrect broken faulty invalid untested unreviewed unvalidated unverified buggy stale outdated malformed erroneous
  defective flawed unapproved unauthorised unauthorized misconfigured mistaken mismatched half-finished half-baked incomplete
  premature dangerous destructive unsafe ill-formed misspelled misspelt mistyped mislabelled mislabeled rogue unsigned
  unsanctioned bogus botched corrupt corrupted inverted swapped transposed conflicting duplicate unfinished undocumented unreleased
  unvetted unchecked unannounced sloppy broken-down inaccurate improper inappropriate typo'd debug stray nonexistent non-existent
  unscoped unbounded overbroad over-broad disastrous catastrophic fatal fateful backwards reversed risky suboptimal inefficient
  not-yet-tested garbled miskeyed cross-threaded out-of-date inadequate insufficient problematic wrongly-scoped
  hardcoded hard-coded red failing failed unresolved unmerged
`);

/** Of the bad adjectives, those that say by themselves that a choice went wrong, whatever the verb. */
export const WRONG_ADJECTIVES = words(`wrong incorrect erroneous mistaken`);

/** Nouns that are mistakes themselves ("introduced a typo", "made a mistake"). */
export const ERROR_NOUNS = words(`
  mistake error blunder slip-up slipup oversight omission gaffe misstep mishap lapse screw-up screwup mix-up mixup misjudgement
  misjudgment miscalculation misconfiguration misunderstanding misreading fumble goof howler boo-boo foul-up cock-up cockup
  fuck-up snafu carelessness sloppiness negligence inattention neglect forgetfulness incompetence inexperience ineptitude
  complacency laziness haste impatience indecision indecisiveness inaction inattentiveness misuse mishandling mismanagement
  misdiagnosis misinterpretation misapplication miscommunication slowness hesitation dithering refusal failure inability
  unwillingness reluctance thoughtlessness recklessness ignorance stupidity arrogance confusion procrastination
  tardiness lateness absence-of-mind absent-mindedness clumsiness fat-fingering fat-finger typo misclick mistyping
  mis-click mistake-making bungling botch recklessness disregard noncompliance non-compliance indiscipline overconfidence
  misplacement miskeying forgetting panic shortcut shortcuts sluggishness mislabelling mislabeling unresponsiveness
  fault blame guilt misdeed wrongdoing shortcoming shortcomings failing failings nonchalance overreaction misjudging
`);

/** Of the error nouns, those that systems have as well: with a person as possessor only. */
export const SHARED_ERROR_NOUNS = words(
  `error failure fault misconfiguration inability omission lapse typo panic slowness refusal confusion haste absence`,
);

/** Nouns for what people do and decide. */
export const ACT_NOUNS = words(`
  change deploy deployment push merge commit rollout release rollback failover migration edit update upgrade decision choice move
  action step attempt command query script config configuration code patch fix hotfix work job review approval call response reaction
  handling handover hand-over handoff approach attitude behaviour behavior conduct manner way practice habit culture judgement judgment
  testing test check setup setting input entry assumption design pr diff pull-request import upload restart reboot deletion delete
  cleanup clean-up maintenance swap cutover cut-over install installation experiment hack workaround shortcut execution communication
  planning estimate estimation management leadership coding typing copy-paste run rerun restore escalation triage investigation
  analysis diagnosis documentation notes comment remark answer reply email message procedure process execution commit-message branch
  revert drop override manoeuvre maneuver stunt idea plan order dispatch transaction transfer booking posting trade dosing
  prescription wiring cabling splice plugging connection unplugging shutdown mislabelling labelling labeling job-hopping
  optimisation optimization refactoring rewrite tuning supervision oversight monitoring care craftsmanship workmanship housekeeping
  logic implementation patching pasting clicking browsing rushing use usage attempts deploys pushes edits
  act deed omission firefighting debugging arithmetic maths math calculation measurement reading
`);

/** Adjectives of guilt. */
export const GUILT_ADJECTIVES = words(`guilty culpable blameworthy liable at-fault`);

/** Nouns of guilt said of a person. */
export const CULPRIT_NOUNS = words(
  `culprit offender perpetrator guilty_party wrongdoer scapegoat villain guilty-party ringleader troublemaker saboteur`,
);

/** Insulting nouns. */
export const INSULT_NOUNS = words(`
  idiot idiots moron morons fool fools clown clowns amateur amateurs cowboy cowboys imbecile imbeciles dummy dummies noob noobs
  n00b n00bs numpty numpties muppet muppets bozo bozos dunce dunces buffoon buffoons halfwit halfwits dolt dolts dimwit simpleton simpletons
  klutz incompetents slacker slackers liability deadweight dead-weight loser losers laughing-stock hack hacks dilettante dilettantes
  eejit eejits gobshite gobshites muppetry bungler bunglers jackass dipshit nincompoop blockhead knucklehead knuckleheads butterfingers bonehead boneheads lazybones
`);

/** Nouns of a failing character or manner, in "lack of care", "a want of discipline". */
export const VIRTUE_NOUNS = words(`
  care attention diligence discipline rigour rigor professionalism vigilance competence common_sense foresight ownership
  accountability judgement judgment caution carefulness thought thoughtfulness conscientiousness seriousness urgency interest
  attentiveness focus concentration effort commitment responsibility prudence sense leadership initiative due_diligence backbone integrity
  thoroughness respect courage
`);

/** Nouns of knowledge and skill, in "lack of knowledge", "insufficient training". */
export const KNOWLEDGE_NOUNS = words(`
  knowledge experience understanding familiarity skill skills expertise know-how knowhow awareness training competence competency
  comprehension proficiency insight qualification qualifications education seniority grasp command fluency literacy exposure
  background aptitude ability capability
`);

/** Happenings that someone could be made responsible for. */
export const BAD_EVENTS = words(`
  outage incident failure crash downtime breach leak loss error errors mess disaster fiasco debacle breakage damage regression
  corruption delay disruption problem mistake bug fault accident interruption catastrophe chaos escalation mishap fallout issue
  blackout brownout degradation deletion omission absence overrun shortage exposure misrouting meltdown collapse miss slip
  bad_deploy false_alarm lapse trouble failing violation screw-up cock-up broken_build duplicate_charges cut severing flood fire
`);

/** Penalties. */
export const PENALTY_NOUNS = words(`
  reprimand warning discipline disciplinary punishment penalty sanction consequences repercussions termination dismissal suspension
  demotion pip probation talking-to telling-off dressing-down scolding performance-improvement performance_plan write-up
  performance_review bonus severance retribution admonishment rebuke censure caution
`);
