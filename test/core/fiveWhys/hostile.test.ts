import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { WhyChain } from '../../../server/src/core/index.ts';
import { countedDepth, deepestWhy, repeatedWhy } from '../../../server/src/core/model/fiveWhys.ts';
import { type CauseLevel, rootCauseLevel } from '../../../server/src/core/model/rootCauseLevel.ts';
import { read } from '../model/read.ts';

/** What a reader understands of a chain: the answers, of the branches each on a line of its own, and where the chain ends. */
interface Understood {
  readonly chain: string;
  /** Answers; one that does not go on from the one before names its parent: `[0] …`, `[-] …` for a first one. */
  readonly answers: readonly string[];
  readonly ends: CauseLevel;
  readonly rootCause?: string;
  readonly fix?: string;
}

/** Chains as people write them when nobody gave them a form. */
const CHAINS: Readonly<Record<string, Understood>> = {
  'numbered questions, the answer on the next line, a name at the end': {
    chain:
      '1. Why did checkout return 500?\n   The orders service could not open connections.\n2. Why could it not?\n   The pool size had been set to 0.\n3. Why was it set to 0?\n   Dave fat-fingered the value in the console.\n\n**Root cause:** human error',
    answers: [
      'The orders service could not open connections.',
      'The pool size had been set to 0.',
      'Dave fat-fingered the value in the console.',
    ],
    ends: 'person',
    rootCause: 'human error',
  },
  'bold questions, an answer in a quote, a remark between': {
    chain:
      '**Why was the certificate not renewed?**\n\nThe renewal job had been failing for three weeks.\n\nIt logged an error on every run.\n\n**Why did nobody see it?**\n\n> Its log goes to a bucket that no dashboard reads.\n\n**Why does none read it?**\n\nJobs are outside of what we monitor by design.',
    answers: [
      'The renewal job had been failing for three weeks.',
      'Its log goes to a bucket that no dashboard reads.',
      'Jobs are outside of what we monitor by design.',
    ],
    ends: 'architecture',
  },
  'bold questions with their number in bold': {
    chain:
      '**1. Why did the batch fail?** The file had a new column.\n\n**2. Why did that break it?** The parser counts columns.\n\n**3. Why does it count?** The format has no version.',
    answers: ['The file had a new column.', 'The parser counts columns.', 'The format has no version.'],
    ends: 'system',
  },
  'nested bullets, two answers to the first question': {
    chain:
      '- Why did the import take 9 hours?\n  - Because the table had no index\n    - Why had it none?\n      - Because the deploy job skips slow migrations\n  - Because the job reads row by row\n    - Why row by row?\n      - The client library fetches one row by default',
    answers: [
      'the table had no index',
      'the deploy job skips slow migrations',
      '[-] the job reads row by row',
      'The client library fetches one row by default',
    ],
    ends: 'system',
  },
  'nested bullets that all say because': {
    chain:
      '- Deploys took 50 minutes\n  - because the image is 9 GB\n    - because it holds the test data\n      - because the build copies the whole repository',
    answers: ['the image is 9 GB', 'it holds the test data', 'the build copies the whole repository'],
    ends: 'system',
  },
  'evidence below each answer': {
    chain:
      '- **Why did p99 rise?** Pauses of 4 s.\n  - Evidence: gc.log\n- **Why were there pauses?** The heap was full.\n  - Evidence: heap dump\n- **Why was it full?** The new cache has no size limit.\n  - Evidence: cache.go',
    answers: ['Pauses of 4 s.', 'The heap was full.', 'The new cache has no size limit.'],
    ends: 'system',
  },
  'a table with levels, evidence and the root cause as its last row': {
    chain:
      '| Level | Question | Answer | Evidence |\n|---|---|---|---|\n| 1 | Why did logins fail? | All tokens were rejected | logs |\n| 2 | Why rejected? | The clock was 6 minutes ahead | chrony |\n| 3 | Why ahead? | The firewall rules block NTP | |\n| Root cause | | Firewall changes go out untested | |',
    answers: ['All tokens were rejected', 'The clock was 6 minutes ahead', 'The firewall rules block NTP'],
    ends: 'system',
    rootCause: 'Firewall changes go out untested',
  },
  'a table whose columns are the whys': {
    chain:
      '| Why 1 | Why 2 | Why 3 | Why 4 |\n|---|---|---|---|\n| Search was down | The index was locked | A backup held the lock | Backups run at noon by default |',
    answers: ['Search was down', 'The index was locked', 'A backup held the lock', 'Backups run at noon by default'],
    ends: 'system',
  },
  'an HTML table': {
    chain:
      '<table>\n<tr><th>#</th><th>Why?</th><th>Because</th></tr>\n<tr><td>1</td><td>Why were orders lost?</td><td>The consumer acknowledged too early</td></tr>\n<tr><td>2</td><td>Why too early?</td><td>The <em>library</em> does so by default</td></tr>\n</table>',
    answers: ['The consumer acknowledged too early', 'The library does so by default'],
    ends: 'system',
  },
  'headings with a dash': {
    chain:
      '### Why #1 – Why were mails lost?\n\nThe queue dropped them.\n\n### Why #2 – Why did it drop them?\n\nThere is no dead-letter queue.\n\n### Root Cause\n\nQueues are set up without a standard.',
    answers: ['The queue dropped them.', 'There is no dead-letter queue.'],
    ends: 'system',
    rootCause: 'Queues are set up without a standard.',
  },
  'because sentences in one paragraph': {
    chain:
      'The site was down because the load balancer had no targets. It had none because the health check returned 404.\nIt returned 404 because the release renamed the path. It was renamed because no contract test names it.',
    answers: [
      'the load balancer had no targets.',
      'the health check returned 404.',
      'the release renamed the path.',
      'no contract test names it.',
    ],
    ends: 'system',
  },
  'questions and answers in one paragraph': {
    chain:
      'Why did the disk fill up? Because debug logging was on. Why was it on? It was switched on by hand and left on. Why could it be left on? Log levels set by hand do not expire.',
    answers: [
      'debug logging was on.',
      'It was switched on by hand and left on.',
      'Log levels set by hand do not expire.',
    ],
    ends: 'process',
  },
  'lines of Q1 and A1': {
    chain:
      'Q1: Why did the disk fill up?\nA1: Debug logging was on.\n\nQ2: Why was it on?\nA2: It was switched on in an earlier incident.\n\nQ3: Why was it left on?\nA3: Nobody checks log levels after an incident.',
    answers: [
      'Debug logging was on.',
      'It was switched on in an earlier incident.',
      'Nobody checks log levels after an incident.',
    ],
    ends: 'process',
  },
  'whys counted in words': {
    chain:
      'First why: the cache was cold.\nSecond why: all nodes restarted at once.\nThird why: chart defaults are not part of our review checklist.',
    answers: [
      'the cache was cold.',
      'all nodes restarted at once.',
      'chart defaults are not part of our review checklist.',
    ],
    ends: 'process',
  },
  'labels with dashes, a root cause and an action': {
    chain:
      '* Why 1 - Replica lag grew\n* Why 2 - A report ran a table scan\n* Why 3 - The replica has no statement timeout\n* Root cause - The database module ships without limits\n* Corrective action - Set a statement timeout in the module',
    answers: ['Replica lag grew', 'A report ran a table scan', 'The replica has no statement timeout'],
    ends: 'system',
    rootCause: 'The database module ships without limits',
    fix: 'Set a statement timeout in the module',
  },
  'italic questions and two hyphens': {
    chain:
      '_Why did the rollout not stop?_ -- the canary analysis\nhad no data, and no data\nis a success.\n\n_Why is that a success?_ -- it is the default of the tool.',
    answers: ['the canary analysis\nhad no data, and no data\nis a success.', 'it is the default of the tool.'],
    ends: 'system',
  },
  'arrows pointing down': {
    chain:
      'Users saw stale prices\n  ↓\nThe cache was not purged\n  ↓\nThe purge job was disabled\n  ↓\nSwitches made by hand leave no trace',
    answers: ['The cache was not purged', 'The purge job was disabled', 'Switches made by hand leave no trace'],
    ends: 'process',
  },
  'an answer still to be asked for': {
    chain:
      '1. **Why were customers charged twice?** → The job ran twice.\n2. **Why twice?** → Two schedulers were active.\n3. **Why two?** → [ask Platform]',
    answers: ['The job ran twice.', 'Two schedulers were active.', '[ask Platform]'],
    ends: 'system',
  },
  'a polite end at a person': {
    chain:
      '1. Why was the table dropped? The statement ran against production.\n2. Why there? The terminal was connected to it.\n3. Why that terminal? The engineer had forgotten to switch back.',
    answers: [
      'The statement ran against production.',
      'The terminal was connected to it.',
      'The engineer had forgotten to switch back.',
    ],
    ends: 'person',
  },
  'an end at what somebody did not know': {
    chain:
      '- **Why was the index empty?**\n  - Answer: the rebuild deletes it first.\n- **Why was it rebuilt?**\n  - Answer: the on-call engineer did not know the safe mode.',
    answers: ['the rebuild deletes it first.', 'the on-call engineer did not know the safe mode.'],
    ends: 'knowledge',
  },
};

function chainsOf(body: string): readonly WhyChain[] {
  return read(`# Postmortem: INC-1 - Example\n\n## 5 Whys\n\n${body}\n`).whyChains;
}

function told(chain: WhyChain): string[] {
  return chain.whys.map(({ answer, parent }, index) => {
    const goesOn = parent === (index === 0 ? undefined : index - 1);
    return goesOn ? answer.text : `[${parent ?? '-'}] ${answer.text}`;
  });
}

describe('a chain of whys is understood', () => {
  for (const [name, { chain: body, answers, ends, rootCause, fix }] of Object.entries(CHAINS))
    it(name, () => {
      const chains = chainsOf(body);
      assert.equal(chains.length, 1);
      const [chain] = chains;
      assert.deepEqual(told(chain!), answers);
      assert.equal(rootCauseLevel(chain!.whys[deepestWhy(chain!)]!.answer.text).level, ends);
      assert.deepEqual([chain!.rootCause?.text, chain!.fix?.text], [rootCause, fix]);
    });

  it('two chains, each below a question that names it', () => {
    const chains = chainsOf(
      '### Why did it happen?\n\n1. Why? The flag was on\n2. Why? The tool has one environment\n\n### Why was it noticed late?\n\n1. Why? The alert needs 30 minutes of data\n2. Why? It was tuned against noise',
    );
    assert.deepEqual(
      chains.map((chain) => chain.whys.map(({ answer }) => answer.text)),
      [
        ['The flag was on', 'The tool has one environment'],
        ['The alert needs 30 minutes of data', 'It was tuned against noise'],
      ],
    );
  });

  it('one that comes back to where it began goes in a circle', () => {
    const [chain] = chainsOf(
      '1. Why was the API slow? The database was slow.\n2. Why was the database slow? There were too many queries.\n3. Why so many? Because the API was slow.',
    );
    assert.equal(repeatedWhy(chain!, 2), chain!.whys[0]);
    assert.equal(countedDepth(chain!, deepestWhy(chain!)), 2);
  });
});
