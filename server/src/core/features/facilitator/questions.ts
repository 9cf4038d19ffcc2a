/** What a moment of an incident is good for in a review: each kind has its own questions. */
export type MomentKind =
  | 'detection'
  | 'diagnosis'
  | 'decision'
  | 'certainty'
  | 'surprise'
  | 'help'
  | 'mitigation'
  | 'resolution';

/** What the heading of a moment says it is. */
export const MOMENT_NAMES: Readonly<Record<MomentKind, string>> = {
  detection: 'noticing',
  diagnosis: 'making sense of it',
  decision: 'deciding',
  certainty: 'knowing',
  surprise: 'surprise',
  help: 'asking for help',
  mitigation: 'making it better',
  resolution: 'calling it over',
};

/**
 * Questions that open a conversation, by moment. They ask what and how, never who or why not, and about what was seen then rather than
 * what is known now. The ideas are those of the sources below; the words are ours.
 */
export const QUESTIONS: Readonly<Record<MomentKind, readonly string[]>> = {
  detection: [
    'What did you see or hear first, and what were you working on when it came?',
    'What did it look like before it looked like an incident? What else could it have been?',
    'Which signal was there earlier and reached nobody? Where did it go?',
    'How did you tell that this one was different from the alerts of an ordinary day?',
    'Had no alert come, what would have told you next, and when?',
  ],
  diagnosis: [
    'What did you take to be happening at this point? What made that a good explanation?',
    'Which other explanations were on the table, and what spoke against them?',
    'What did you look at to check it? What did you want to see and could not?',
    'Did everybody have the same picture? How could you tell?',
    'What did you know from earlier incidents that helped here, or led away from it?',
  ],
  decision: [
    'What were you trying to achieve with this step? What would have been good enough?',
    'Which options did you have, and what made this one the best of them with what you knew?',
    'What were you worried could go wrong with it? How would you have noticed?',
    'What pressed you for time here: a number, a person, a rule?',
    'Would you have done the same in the middle of the day, or with a colleague beside you?',
    'What did this step need before it could start: access, a review, somebody awake?',
  ],
  certainty: [
    'How did you know that? What would somebody new here have to see to know it, too?',
    'Where is that written down, and who else knows it?',
    'How sure were you then, and what would have made you doubt it?',
    'When was the last time that this turned out differently?',
  ],
  surprise: [
    'What did you expect to happen instead? Where does that expectation come from?',
    'What did this tell you about how the system really works?',
    'For whom was this no surprise, and what did they know?',
    'What else do we believe about this part of the system that nobody has checked lately?',
  ],
  help: [
    'What made this the moment to bring somebody in? What made it hard, if it was?',
    'How did you find out whom to ask, and how long did it take until they were of help?',
    'What did they need to be told first, and how was it told?',
    'What did they see that those already there could not?',
    'Which people were working on this without having been asked?',
  ],
  mitigation: [
    'How did you know that it helped, and how long did you have to wait to be sure?',
    'What had to be true for this to work? What if it had not?',
    'What did it cost, and on whom did that fall: users, another team, you?',
    'What made this possible at all: a tool, a habit, luck?',
  ],
  resolution: [
    'What told you that it was over? What would have told you that it was not?',
    'What was left in an unusual state, and how was that handed on?',
    'What did you keep an eye on afterwards, and for how long?',
  ],
};

/** Questions about stretches of the timeline in which nothing is written. */
export const QUIET_QUESTIONS: readonly string[] = [
  'What were people doing, waiting for or talking about meanwhile?',
  'Which conversations of this time are not in the timeline, and where did they take place?',
  'What was tried in this time that led nowhere? It belongs in the timeline, too.',
];

/** For the end of the meeting, when the story is told. */
export const CLOSING_QUESTIONS: readonly string[] = [
  'What do you take away from here that you would tell a colleague tomorrow?',
  'What went as it always does, and would have looked just the same had nothing broken?',
  'What do people do every day that keeps this from happening more often? How do we keep them able to?',
  'Which part of this could happen again next week? Who would notice first?',
  'Who else can use what was said here, and how does it get to them?',
  'What did we not talk about?',
];

export const OPENING = [
  'We are here to understand how this came about, so that the next person in the same place has an easier day.',
  'Everybody did what made sense to them with what they could see, knew and had to weigh up at that moment. If something looks strange to us now, there is more to learn about that moment: please ask.',
  'We will ask what and how more often than why, and never who is to blame. Saying “I did” is welcome and has no consequences in this room.',
  'The aim is to learn. Actions come at the end, and only those worth doing.',
];

export const SOURCES: readonly { readonly title: string; readonly url: string }[] = [
  { title: 'Etsy, Debriefing Facilitation Guide', url: 'https://github.com/etsy/DebriefingFacilitationGuide' },
  { title: 'Jeli, Howie: The Post-Incident Guide', url: 'https://www.jeli.io/howie/welcome' },
  { title: 'PagerDuty, Postmortem documentation', url: 'https://postmortems.pagerduty.com' },
];
