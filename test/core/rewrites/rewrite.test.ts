import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { rewrite, runsOf, warningsIn } from './rewriting.ts';

/** The best rewrites of the first warning in a text that do not blame themselves, as an editor offers them. */
function offered(markdown: string, section: Parameters<typeof rewrite>[1] = 'root-cause'): string[] {
  const first = rewrite(markdown, section)[0];
  assert.ok(first, `no warning in: ${markdown}`);
  return first.texts.filter((text) => warningsIn(text, section).length === 0);
}

const best = (markdown: string, section?: Parameters<typeof rewrite>[1]): string | undefined =>
  offered(markdown, section)[0];

test('what was forgotten is told as something that nothing asked for', () => {
  assert.deepEqual(offered('Nadia forgot to rotate the logs.').slice(0, 3), [
    'Nothing in [which process] prompted anyone to rotate the logs.',
    'The logs were not rotated, and [which safeguard] did not catch it.',
    'It was possible to go on without rotating the logs.',
  ]);
  assert.equal(
    best('The intake clerk never asked for the second form.'),
    'Nothing in [which process] prompted anyone to ask for the second form.',
  );
});

test('what was done is told as what was allowed, in the words of the sentence', () => {
  assert.deepEqual(offered('The engineer ran a bad script against `prod-eu` at 17:55.').slice(0, 3), [
    'The tooling allowed a bad script to be run against `prod-eu` at 17:55.',
    'A bad script was run against `prod-eu` at 17:55, and [which safeguard] did not stop it.',
    'It was possible to run a bad script against `prod-eu` at 17:55 without [which safeguard].',
  ]);
});

test('what the sentence goes on to say stays, also where it shared the subject', () => {
  assert.equal(
    best('Ines deleted the wrong queue, and orders piled up for an hour.'),
    'The tooling allowed the wrong queue to be deleted, and orders piled up for an hour.',
  );
  assert.equal(
    best('Tomas pushed a broken migration and restarted the workers.'),
    'The release process allowed a broken migration to be pushed, and the workers were restarted.',
  );
  assert.equal(
    best('A clerk sent the parcel to the wrong depot because she had mistyped the code.'),
    'The tooling allowed the parcel to be sent to the wrong depot because the code had been mistyped.',
  );
});

test('only the clause that blames is replaced', () => {
  assert.equal(
    best('The alarm rang at 04:10, but the guard ignored the alarm and the tank ran dry.'),
    'The alarm rang at 04:10, but the alarm did not lead to action and the tank ran dry.',
  );
});

test('a timeline entry keeps its time and tells the fact first', () => {
  assert.equal(
    best('14:07 UTC – Wei mistakenly applied the staging plan to `prod-eu`.', 'timeline'),
    '14:07 UTC – The staging plan was applied to `prod-eu`, and [which safeguard] did not stop it.',
  );
});

test('not knowing becomes what was written or shown where', () => {
  assert.equal(
    best("The new hire didn't know about the quota."),
    'Information about the quota was not readily available [where].',
  );
  assert.equal(
    best('The operator was not aware that `purge` takes effect at once.'),
    'It was not apparent [where] that `purge` takes effect at once.',
  );
});

test('should have becomes what was missing at that moment', () => {
  assert.equal(
    best('The reviewer should have caught the race condition.'),
    '[Which check] did not catch the race condition.',
  );
  assert.equal(
    best('Had the release manager read the changelog, none of this would have happened.', 'lessons'),
    'Nothing in [which process] prompted anyone to read the changelog.',
  );
});

test('nominal forms lose the person and keep their number', () => {
  assert.equal(best("Rosa's mistake cost us four hours."), 'A gap in [which process] cost us four hours.');
  assert.equal(
    best("The crew's mistakes during the cutover cost us four hours."),
    'Gaps in [which process] during the cutover cost us four hours.',
  );
  assert.equal(
    best("Restoration was held up by the lead's refusal to escalate."),
    'Restoration was held up by the lack of [which prompt or automation] to escalate.',
  );
});

test('a careless person behind a passive goes, what was done stays', () => {
  assert.equal(
    best('The table was dropped by a careless developer.'),
    'The table was dropped, and [which safeguard] did not stop it.',
  );
});

test('a participle that hung on the person gets a subject', () => {
  assert.equal(
    best('While updating the router, a careless technician disconnected the wrong cable.'),
    'While the router was being updated, the process allowed the wrong cable to be disconnected.',
  );
});

test('human error becomes the safeguard that is missing', () => {
  assert.equal(
    best('Root cause: human error while editing the prefix list.'),
    'Root cause: a missing safeguard ([which]) while editing the prefix list.',
  );
});

test('fault becomes a contribution', () => {
  assert.equal(best("This is Victor's fault."), '[Which gap] contributed to this.');
  assert.equal(
    best('The hosting technicians are to blame for the second power cut.'),
    '[Which gap] contributed to the second power cut.',
  );
});

test('an accusing question asks for conditions', () => {
  assert.equal(
    best("Why didn't you test this before deploying?", 'lessons'),
    'What would have made it easier to test this before deploying?',
  );
  assert.equal(best('Who broke prod?', 'lessons'), 'What made it possible to break prod?');
});

test('being more careful becomes a safer step', () => {
  assert.equal(
    best('Operators must be more careful with the `purge` button.', 'action-items'),
    'Add [which guardrail] around the `purge` button.',
  );
  assert.equal(
    best('Remind everybody to double-check the account.', 'action-items'),
    'Have [which tool] require double-checking the account.',
  );
});

/** Sentences of one class with the rewrite that comes first. */
function firstOffers(
  pairs: readonly (readonly [sentence: string, first: string])[],
  section?: Parameters<typeof rewrite>[1],
) {
  for (const [sentence, first] of pairs) assert.equal(best(sentence, section), first);
}

test('an assignment of fault keeps what happened, and goes as a whole', () =>
  firstOffers([
    ['This one is on the network folks, full stop.', '[Which gap] contributed to this.'],
    [
      'Responsibility for the lost parcels rests with Mr. Adeyemi, who signed the plan.',
      '[Which gap] contributed to the lost parcels.',
    ],
    ['I blame the people who switched off the pump.', '[Which gap] contributed to the pump being switched off.'],
    [
      "That the doors stayed shut is Birger's fault alone.",
      'The doors stayed shut, and [which gap] contributed to it.',
    ],
  ]));

test('hindsight becomes the signal that was there, and what was to be seen stays', () =>
  firstOffers([
    [
      'That the tank would overflow was evident to all, and the crew chose to look away.',
      '[Which signal] showed that the tank would overflow, and [what] kept it from being acted on.',
    ],
    [
      'The warning lights were staring the crew in the face all week.',
      'The warning lights were visible [where] all week, and [what] kept them from being acted on.',
    ],
    [
      'In hindsight it is baffling that the planners trusted a forecast without a date.',
      '[What] made trusting a forecast without a date look like the right option at the time.',
    ],
  ]));

test('a judgement gives way to what was known, missing or seen', () =>
  firstOffers([
    [
      'Reckless attitude of the depot crew towards lock-out rules cost us a motor.',
      'A lack of safeguards ([which]) around lock-out rules cost us a motor.',
    ],
    [
      'Restarting the pump during a storm was a foolish idea.',
      '[What was known at the time] made restarting the pump during a storm look like the right option.',
    ],
    [
      'A rash decision by the harbour master closed both gates.',
      'A decision based on [what was known at the time] closed both gates.',
    ],
    ['The clerk was careless with the ledger.', '[Which safeguard] was missing around the ledger.'],
    [
      'The foreman was overconfident and skipped the trial run.',
      'It was possible to skip the trial run without [which safeguard].',
    ],
    ['Lazy testing by the night crew let the fault through.', 'A gap in testing ([which]) let the fault through.'],
  ]));

test('idioms are told as what they stand for', () =>
  firstOffers([
    ['Nobody in the yard lifted a finger.', 'Nothing in [which process] prompted anyone to act.'],
    ['Two clerks dragged their feet on the customs form.', 'The customs form stayed open.'],
  ]));

test('motives, mistaken identities and intentions do not stay behind the deed', () =>
  firstOffers([
    [
      'Kofi knew the valve was stuck and opened the line anyway.',
      'The valve was stuck, and it was possible to open the line anyway.',
    ],
    [
      'The crew closed the hatch without telling the bridge, having mistaken it for the aft one.',
      'The tooling allowed the hatch to be closed without telling the bridge; it was possible to mistake it for the aft one.',
    ],
    [
      'Petra killed the blue pump by mistake when she meant to kill the green one.',
      'The tooling allowed the blue pump to be killed instead of the green one.',
    ],
  ]));

test('what people could or should have done is told in one verb form, and never as done', () =>
  firstOffers([
    [
      'The mates could easily have pulled the chart and tried one sounding.',
      'Nothing in [which process] prompted anyone to pull the chart and try one sounding.',
    ],
    ['Wish the pilot had asked the tower.', 'Nothing in [which process] prompted anyone to ask the tower.'],
    [
      'One look at the tide table and the mate would have known that the harbour was dry.',
      'The tide table showed that the harbour was dry, and [what] kept it from being acted on.',
    ],
    [
      'It was up to the mate to close the hatch, and he did not.',
      'Nothing in [which process] prompted anyone to close the hatch.',
    ],
  ]));

test('what people are like, and how long they have been there, goes with them', () =>
  firstOffers([
    [
      'The stoker was overconfident and skipped the pressure test.',
      'It was possible to skip the pressure test without [which safeguard].',
    ],
    [
      'Livia had only been on the desk for two weeks and did not know that the valve is reversed.',
      'It was not apparent [where] that the valve is reversed.',
    ],
    [
      'Few of the crew understood what the red lamp means.',
      '[Which documentation] did not make clear what the red lamp means.',
    ],
    [
      'The operator locked himself out of the bridge.',
      'It was possible to lock oneself out of the bridge without [which safeguard].',
    ],
  ]));

test('what came from somebody is told without them, with what they left out or did', () =>
  firstOffers([
    [
      'The old pipe was opened because a hasty patch by the ferry crew took both berths offline.',
      'The old pipe was opened because a patch that [which check] did not stop took both berths offline.',
    ],
    [
      'Berth 4 was closed by a mate who never read the tide table.',
      'Berth 4 was closed because nothing in [which process] prompted anyone to read the tide table.',
    ],
    [
      'Blame for the flooded cellar lies with the plumbers, who ignored two alarms.',
      '[Which gap] contributed to the flooded cellar; two alarms did not lead to action.',
    ],
    [
      'It was because of the night crew that the gate stayed open.',
      'The gate stayed open, and [which gap] contributed to it.',
    ],
    [
      'The clerk signed forms for rooms she had never entered.',
      'The review process allowed forms to be signed for rooms that had never been entered.',
    ],
  ]));

test('what was not known in an aside is told of its source, and what was let happen of its safeguard', () =>
  firstOffers([
    [
      'The mate restarted the pump twice, not aware that the tank was empty.',
      'The tooling allowed the pump to be restarted twice; [which documentation or signal] did not show that the tank was empty.',
    ],
    [
      'The captain knew full well that the hatch was open and sailed anyway.',
      'The hatch was open, and it was possible to sail anyway.',
    ],
    ['The crew let the licence lapse.', '[Which safeguard] did not keep the licence from lapsing.'],
    [
      'A keying mistake moved the train to track 9.',
      'A missing safeguard ([which]) allowed the train to be moved to track 9.',
    ],
    [
      'Somebody had the wrong chart pinned to the board.',
      'The wrong chart was pinned to the board, and [which safeguard] did not stop it.',
    ],
  ]));

test('words that a dash or hyphen joins stay together, and a file keeps its small letter', () =>
  firstOffers([
    [
      'Had the contractor bothered to run the conformance suite, the missing `Z`-suffix on timestamps would have shown up.',
      'Nothing in [which process] prompted anyone to run the conformance suite, and the missing `Z`-suffix on timestamps did not show up.',
    ],
    [
      '19:31 Paul-Henri applies the wrong prod.tfvars.',
      '19:31 The wrong prod.tfvars is applied, and [which safeguard] does not stop it.',
    ],
  ]));

test('what does not read as English is offered behind what does', () =>
  firstOffers([
    [
      'The mate wanted the count to fail, and the harbour lost a day.',
      '[What happened], and the harbour lost a day, and [which gap in tooling, process or information] made it possible.',
    ],
    [
      'By pouring sand into the gearbox, the crew broke the crane.',
      'It was possible to break the crane by pouring sand into the gearbox.',
    ],
  ]));

test('a question keeps what it is about', () =>
  firstOffers(
    [
      [
        'Who thought sailing without a pilot was fine?',
        'What made sailing without a pilot look like the right choice?',
      ],
      [
        'Did the mate even check the tide before he cast off?',
        'What would have made it easier to check the tide before casting off?',
      ],
      [
        'What was Ola thinking when she opened the sluice?',
        'What was known when the sluice was opened, and from which signals?',
      ],
      ['Why was the purser too busy to answer the phone?', 'What would have made it easier to answer the phone?'],
      [
        'Whoever set the timer capped it at ten minutes.',
        'It was possible to set the timer and cap it at ten minutes.',
      ],
    ],
    'review',
  ));

test('an action item keeps its step, its owner and its date', () =>
  firstOffers(
    [
      ['Tell the crew not to open the sluice by hand.', 'Have [which tool] make it hard to open the sluice by hand.'],
      [
        'Dock the bonus for the missed alarm.',
        'Find out what contributed to the missed alarm and change [which step].',
      ],
      [
        'Retrain the two deckhands (owner: T. Ruiz, due 12 Dec)',
        'Make [which step] safe by default (owner: T. Ruiz, due 12 Dec)',
      ],
    ],
    'action-items',
  ));

test('emphasis, links, code and quotations stay in balance', () => {
  assert.equal(
    best('**Nadia forgot** to check [the board](https://example.org/b).'),
    '**Nothing in [which process] prompted anyone to** check [the board](https://example.org/b).',
  );
  assert.equal(
    best('An engineer ran the wrong script on `db-1`'),
    'The tooling allowed the wrong script to be run on `db-1`',
  );
  assert.equal(
    best('- Nadia forgot to renew\n  the certificate for `a` and `b`.'),
    '- Nothing in [which process] prompted anyone to renew the certificate for `a` and `b`.',
  );
});

test('the facilitator asks how and what', () => {
  const ask = (markdown: string) => rewrite(markdown)[0]?.question;
  assert.equal(ask('Nadia forgot to rotate the logs.'), 'What would have made it easier to rotate the logs?');
  assert.equal(
    ask('The operator was not aware that `purge` takes effect at once.'),
    'Where would people look to learn that purge takes effect at once?',
  );
  assert.match(ask('Root cause: human error.') ?? '', /^What .*\?$/);
});

const sentences = readFileSync(new URL('sentences.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('- '));

test('every warning gets two rewrites at least that do not blame', () => {
  for (const sentence of sentences) {
    for (const { finding, texts } of rewrite(sentence)) {
      const clean = texts.filter((text) => warningsIn(text).length === 0);
      assert.ok(clean.length >= 2, `${finding.candidate.rule}: ${sentence}\n${texts.join('\n')}`);
    }
  }
});

test('no rewrite leaves a trace of the person as he, she or you', () => {
  for (const sentence of sentences)
    for (const { texts } of rewrite(sentence))
      for (const text of texts.filter((one) => warningsIn(one).length === 0))
        assert.doesNotMatch(text, /\b(?:he|she|his|hers|him|you|your)\b/i, sentence);
});

test('no rewrite loses code, links or ids, or the stop at the end', () => {
  for (const sentence of sentences) {
    const references = [...sentence.matchAll(/`[^`]+`|\[[^\]]+\]\([^)]+\)|\bAS\d+|\bPR #\d+/g)].map(
      (match) => match[0],
    );
    for (const { texts } of rewrite(sentence))
      for (const text of texts.slice(0, 3)) {
        for (const reference of references)
          assert.ok(text.toLowerCase().includes(reference.toLowerCase()), `${reference} of ${sentence}\n${text}`);
        assert.equal(/[.?!]$/.test(text), /[.?!]$/.test(sentence), text);
      }
  }
});

test('rewrites are tidy: one blank between words, no stray marks, brackets in pairs', () => {
  for (const sentence of sentences) {
    for (const { texts } of rewrite(sentence)) {
      for (const text of texts) {
        assert.doesNotMatch(text, /\S {2,}\S| [,.;:?!]|,,|\(\)|\bundefined\b/, `${sentence}\n${text}`);
        const shown = runsOf(text)
          .map((run) => run.text)
          .join(' ');
        assert.doesNotMatch(shown, /\*\*|`|\]\(/, `${sentence}\n${text}`);
        assert.equal(shown.split('[').length, shown.split(']').length, text);
        assert.equal(shown.split('(').length, shown.split(')').length, text);
      }
    }
  }
});

test('the first rewrite is the preferred one, and no two are the same', () => {
  for (const sentence of sentences)
    for (const { texts } of rewrite(sentence)) assert.equal(new Set(texts).size, texts.length, sentence);
});

test('an admonition becomes a change to the step, tool or rule that it names', () =>
  firstOffers(
    [
      [
        'Everyone with root: triple-check your hostname, no excuses.',
        'Have [which tool] require triple-checking the hostname.',
      ],
      ['Welders must have every seam countersigned.', 'Have [which tool] require every seam to be countersigned.'],
      ['Insist that planners finally respect the naming rule.', 'Have [which tool] enforce the naming rule.'],
      ['Remind staff that the kill switch is not a toy.', 'Add [which guardrail] around the kill switch.'],
      [
        'Remind all nurses that printers must not be connected to the guest LAN.',
        'Have [which tool] make it hard to connect printers to the guest LAN.',
      ],
      ['Operators must pay closer attention to the pressure alarms.', 'Make the pressure alarms stand out.'],
      ['Clerks must be more careful when closing out dates.', 'Make it safe by default to close out dates.'],
      ['Rotate Imani off the queue until she learns to handle pressure.', 'Make [which step] safe by default.'],
      [
        'More care by the packers would have kept the two orders apart.',
        '[Which safeguard] would have kept the two orders apart.',
      ],
    ],
    'action-items',
  ));

test('where nothing else can be told, what blames nobody stays and the thing is named', () =>
  firstOffers([
    [
      'The backup restored nothing, as Kofi had excluded the very volume that mattered.',
      'The backup restored nothing, as the very volume that mattered had been excluded, and [which safeguard] did not stop it.',
    ],
    [
      'The ham-fisted intervention of second level cost us the last good snapshot.',
      'An intervention that [which check] did not stop cost us the last good snapshot.',
    ],
    [
      'Nothing stopped Ulla from raising a hand when the number looked off by a thousand.',
      'Nothing in [which process] prompted anyone to raise a hand when the number looked off by a thousand.',
    ],
    [
      'That the tram doors stayed closed we owe to an integrator who delivered a faulty table.',
      'The tram doors stayed closed, and [which gap] contributed to it.',
    ],
  ]));

test('human error as a cause keeps the step and what happened', () =>
  firstOffers([
    ['Cause: keying mistake during the tariff load.', 'Cause: a missing input check ([which]) during the tariff load.'],
    [
      'Two wards were swapped in the plan, a mistake by a human being.',
      'Two wards were swapped in the plan, and [which safeguard] did not stop it.',
    ],
    [
      'Cause: a slip on the part of the clerk who keyed in the fares',
      'Cause: a missing input check ([which]) when the fares were keyed in',
    ],
    [
      'Following a clerical error during the upload, 40 trains had no track.',
      'For lack of a safeguard ([which]) during the upload, 40 trains had no track.',
    ],
    [
      'The pump behaved as told; the error was a human one.',
      'The pump behaved as told; [which safeguard] was missing.',
    ],
    [
      'The report shows that it was a plain case of finger trouble.',
      'The report shows that [which safeguard] was missing.',
    ],
    ['Cause: operator error, no technical defect.', 'Cause: a missing safeguard ([which]).'],
  ]));

test('fault is taken from people, never from what happened', () =>
  firstOffers([
    [
      "It is the carrier's fault that our clients could not log in.",
      'Our clients could not log in, and [which gap] contributed to it.',
    ],
    ['For the missed tide the blame must go to the harbour pilot.', '[Which gap] contributed to the missed tide.'],
    ['Blame for the bungled move lies with the removal crew.', '[Which gap] contributed to the failed move.'],
    ['It was through Ewa that the outage came about.', 'The outage came about, and [which gap] contributed to it.'],
    [
      'Liability for the loss lies with the clerk who approved the exception.',
      '[Which gap] contributed to the loss; the review process allowed the exception to be approved.',
    ],
    ['Accountable for the loss: Head of Payments Ops.', '[Which gap] contributed to the loss.'],
    ['Testing was thin, and that is on QA.', 'Testing was thin, and [which gap] contributed to this.'],
    [
      'The engineer must take responsibility for what happened to the ledger.',
      '[Which gap] contributed to what happened to the ledger.',
    ],
  ]));

test('pictures for what was not done are told as what did not happen', () =>
  firstOffers([
    [
      'The berth planner dropped the ball on the draught survey.',
      'Nothing in [which process] prompted anyone to handle the draught survey.',
    ],
    ['Lucía jumped the gun on the load test.', '[Which control] did not enforce [which step] on the load test.'],
    [
      'The tally clerk took the manifest at face value.',
      'Nothing in [which process] prompted anyone to check the manifest.',
    ],
    ['The pilot slept through three radio calls.', 'Three radio calls went unnoticed.'],
    [
      'Femke kept quiet about the broken seal on purpose.',
      'Nothing in [which process] prompted anyone to report the broken seal.',
    ],
  ]));

test('what was done in front of a gap in knowledge is told without the person, too', () =>
  firstOffers([
    [
      '04:10 Ilse opens the sluice, unaware that the lower gate is still raised.',
      '04:10 The sluice is opened; [which documentation or signal] does not show that the lower gate is still raised.',
    ],
    [
      'Unaware of the tide table, Ravi moved the barge.',
      '[Which documentation or training] did not cover the tide table; the tooling allowed the barge to be moved.',
    ],
  ]));

test('what a comma cuts off behind the deed stays as it is, behind the fill-in', () =>
  firstOffers([
    [
      '06:52 Odile closes the wrong valve, pressure at dock 3 drops.',
      '06:52 The wrong valve is closed ([which safeguard] does not stop it), pressure at dock 3 drops.',
    ],
    [
      'Anton kept toggling the lights while the tug was leaving the lock.',
      'The process allowed the lights to be toggled while the tug was leaving the lock.',
    ],
  ]));

test('a clause behind a preposition of time or a noun is told where it stands', () =>
  firstOffers([
    [
      'As soon as Nadia loaded the old chart, the buoys moved.',
      'As soon as the old chart was loaded, the buoys moved.',
    ],
    [
      'The gate stayed shut since Milan sent the same code nine times.',
      'The gate stayed shut since the tooling allowed the same code to be sent nine times.',
    ],
    ['Our skipper that night, Bo, misread the tide gauge.', '[What] made it easy to misread the tide gauge.'],
  ]));

test('a sentence that is still being typed is read and rewritten like any other', () => {
  const typed = [
    'Ximena needed only to compare the two serial numbers.',
    'Frankly the handover from the night shift was amateurish.',
    'So who in their right mind merges on a Friday, Gregor?',
    'The upgrade was handled in a slapdash manner by the integration squad.',
  ];
  for (const sentence of typed) {
    const words = sentence.split(' ');
    for (let n = 1; n < words.length; n++) {
      const text = words.slice(0, n).join(' ');
      for (const { texts } of [...rewrite(text), ...rewrite(`${text},`)]) assert.ok(Array.isArray(texts), text);
    }
  }
});

test('what somebody only knew, saw or chose not to do is told as what did not follow', () =>
  firstOffers([
    [
      'The on-call knew about the shoal and said nothing.',
      'Nothing in [which process] prompted anyone to report the shoal.',
    ],
    ['Anouk just chose not to read the notice.', 'Nothing in [which process] prompted anyone to read the notice.'],
    [
      'Since she did not know how the lock fills, Katja opened both gates.',
      'Since [which documentation] did not make clear how the lock fills, both gates were opened.',
    ],
    [
      'The buoys blinked for days and the harbour crew ignored every one of them.',
      'The buoys blinked for days and none of them led to action.',
    ],
  ]));

test('what was done with a thing by the person in question describes the thing', () =>
  firstOffers([
    [
      'Karim left the only copy on a disk which he himself had marked for scrap.',
      'The process allowed the only copy to be left on a disk which had been marked for scrap.',
    ],
    [
      'The pump alarm was muted by a fitter working in the wrong cabinet.',
      'The pump alarm was muted in the wrong cabinet, and [which safeguard] did not stop it.',
    ],
  ]));

test('a clause that hangs on a noun describes it, and what befell a person is no draft', () =>
  firstOffers([
    [
      'The cranes stood still because of the mess the rigging crew made of the load plan.',
      'The cranes stood still because of the mess made of the load plan ([which safeguard] did not stop it).',
    ],
    [
      '09:10 Paula skips the sounding and goes straight to the berth.',
      '09:10 The sounding is skipped ([which safeguard] does not stop it).',
    ],
    [
      'Too green for the post he had been given, Ivo read the draught marks as metres.',
      'The draught marks were read as metres, and [which safeguard] did not stop it.',
    ],
  ]));

test('what it cost stays, and so does the consequence, where only the cause blames', () =>
  firstOffers([
    [
      'The tape was labelled wrong, which is a typical human error.',
      'The tape was labelled wrong, and [which safeguard] did not stop it.',
    ],
    ['As so often, the weak link was the human at the keyboard.', 'As so often, [which safeguard] was missing.'],
    ['It is to Catering that this incident must be charged.', '[Which gap] contributed to this incident.'],
  ]));
