import assert from 'node:assert/strict';
import test from 'node:test';
import { rewrite, warningsIn } from './rewriting.ts';

/** The best rewrite of the first warning in a text, which blames nobody itself. */
function best(markdown: string): string | undefined {
  const first = rewrite(markdown)[0];
  assert.ok(first, `no warning in: ${markdown}`);
  return first.texts.find((text) => warningsIn(text).length === 0);
}

function tells(pairs: Record<string, string>): void {
  for (const [said, told] of Object.entries(pairs)) assert.equal(best(said), told);
}

test('an idiom of reproach gives way to a question about what it leads to', () =>
  tells({
    'Who gave the order to switch the chillers off?': 'What made it look right to switch the chillers off?',
    'What possessed Ingrid to restart the brewhouse at noon?':
      'What made it look right to restart the brewhouse at noon?',
    'Whose bright idea was it to share one key between two depots?':
      'What made it look right to share one key between two depots?',
    'Is it really so hard to weigh the sample twice?': 'What would have made it easier to weigh the sample twice?',
    'Really, Anselm, a force push?': 'What made a force push look like the right option?',
  }));

test('a question about people in a place or a passive asks how it came to be so', () =>
  tells({
    'On whose authority was the interlock bypassed on Sunday?': 'What led to the interlock being bypassed on Sunday?',
    'Why was Theo allowed anywhere near the seed bank?': 'How is access to the seed bank decided?',
    'Why does an intern hold the keys to the vault?': 'How is it decided who holds the keys to the vault?',
    "Whoever wrote this feed parser clearly wasn't thinking.":
      'What was known when this feed parser was written, and from which signals?',
  }));

test('what was looked at in vain, or not looked at for long, is what the question is about', () =>
  tells({
    'How could four people stare at that gauge and nobody notice the falling pressure?':
      'What would have made the falling pressure easier to notice?',
    'Why did nobody open the report for nine weeks?': 'What kept the report from being opened for nine weeks?',
  }));

test('what would have followed stays with what was left out: as a fact, or as what would have been otherwise', () =>
  tells({
    'Had Marta called the depot, the milk would have left at six.':
      'Nothing in [which process] prompted anyone to call the depot, and the milk did not leave at six.',
    'If only Paavo had waited for the second reading, only one tank would have been lost.':
      'Nothing in [which process] prompted anyone to wait for the second reading; otherwise, only one tank would have been lost.',
    'Birgit could have spared us the recall by reading the label first.':
      'Nothing in [which process] prompted anyone to read the label first, which would have spared us the recall.',
    'More restraint from the lead would have spared us the second outage.':
      '[Which safeguard] would have spared us the second outage.',
  }));

test('a wish worded by an idiom tells what was not done', () =>
  tells({
    'Nothing whatsoever stopped Ulrich from asking the depot.':
      'Nothing in [which process] prompted anyone to ask the depot.',
    'A prudent administrator takes a snapshot beforehand. None was taken.':
      'Nothing in [which process] prompted anyone to take a snapshot beforehand. None was taken.',
    "You'd expect a senior baker to weigh the flour; she didn't.":
      'Nothing in [which process] prompted anyone to weigh the flour.',
    'Instead of guessing, the operator should have read the gauge.':
      'Nothing in [which process] prompted anyone to read the gauge instead of guessing.',
    'Somebody on the call should have had the courage to say stop.':
      'Nothing in [which process] prompted anyone to say stop.',
  }));

test('hindsight names what showed it, and keeps the fact in front of the wonder', () =>
  tells({
    'Anyone looking at the tank chart could see the valve was shut.':
      'The tank chart showed that the valve was shut, and [what] kept it from being acted on.',
    'The tank had been leaking since noon, so it is hard to see how the crew could miss it.':
      'The tank had been leaking since noon, and [what] kept this from being acted on.',
    'With two leaks in one week it was clear as day, but the foreman preferred to wait.':
      'With two leaks in one week, [what] kept this from being acted on.',
    'The leak was right in front of the crew for an hour.':
      'The leak was visible [where] for an hour, and [what] kept it from being acted on.',
    'How the crew could look at a gauge at zero and think nothing of it is beyond me.':
      '[What] kept a gauge at zero from standing out.',
  }));

test('a judgement leaves the thing that was judged, what came of it, or what explains it', () =>
  tells({
    'A sloppily written import from the feed team doubled every order.':
      'An import that [which check] did not stop doubled every order.',
    'It was a sloppy piece of work: no tests, no rollback.': 'No tests, no rollback.',
    'It was irresponsible of the board to move the launch into the holidays.':
      '[What was known at the time] made it look right to move the launch into the holidays.',
    'No effort was made by the fitters to call the depot before the power was cut.':
      'Nothing in [which process] prompted anyone to call the depot before the power was cut.',
    'The change was planned with little care by the release team.': 'The change was planned [how].',
    'Bogdan treats the staging hotels like his private playground.':
      '[Which safeguard] is missing around the staging hotels.',
  }));
