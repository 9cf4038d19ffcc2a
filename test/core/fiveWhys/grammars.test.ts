import assert from 'node:assert/strict';
import test from 'node:test';
import { nextWhy } from '../../../server/src/core/edits/whyEdits.ts';
import { applyEdits, type WhyChain } from '../../../server/src/core/index.ts';
import { countedDepth, deepestWhy } from '../../../server/src/core/model/fiveWhys.ts';
import { nextQuestion } from '../../../server/src/core/model/nextQuestion.ts';
import { rootCauseLevel } from '../../../server/src/core/model/rootCauseLevel.ts';
import { read } from '../model/read.ts';

function textOf(body: string): string {
  return `# Postmortem: INC-1 - Example\n\n${body.startsWith('## ') ? '' : '## Five Whys\n\n'}${body}\n`;
}

function chainsOf(body: string): readonly WhyChain[] {
  return read(textOf(body)).whyChains;
}

function answersOf(body: string): string[] {
  return chainsOf(body).flatMap((chain) => chain.whys.map((why) => why.answer.text));
}

const ANSWERS = ['The pool was exhausted', 'Retries had no limit', 'The library sets no default'];

const GRAMMARS: Readonly<Record<string, string>> = {
  'numbered labels':
    '**Incident:** Checkout failed\n\n1. **Why?** The pool was exhausted\n2. **Why?** Retries had no limit\n3. **Why?** The library sets no default',
  'numbered questions':
    '1. Why did checkout fail? The pool was exhausted\n2. Why was it exhausted? Because Retries had no limit\n3. Why had they none? → The library sets no default',
  'bold questions':
    '**Why did checkout fail?**\n\nThe pool was exhausted\n\n**Why was it exhausted?**\n\nRetries had no limit\n\n**Why had they none?**\n\nThe library sets no default',
  'labels in lines':
    '**Why 1:** The pool was exhausted\n**Why 2:** Retries had no limit\n**Why 3:** The library sets no default',
  'nested bullets':
    '- Checkout failed\n  - The pool was exhausted\n    - Retries had no limit\n      - The library sets no default',
  'nested questions':
    '- Why did checkout fail?\n  - The pool was exhausted\n    - Why was it exhausted?\n      - Retries had no limit\n        - Why had they none?\n          - The library sets no default',
  table:
    '| # | Why | Answer |\n| --- | --- | --- |\n| 1 | Why did it fail? | The pool was exhausted |\n| 2 | Why was it? | Retries had no limit |\n| 3 | Why none? | The library sets no default |',
  headings:
    '### Why 1: Why did checkout fail?\n\nThe pool was exhausted\n\n### Why 2: Why was it exhausted?\n\nRetries had no limit\n\n### Why 3: Why had they none?\n\nThe library sets no default',
  'because sentences':
    'Checkout failed because The pool was exhausted\nThe pool was exhausted because Retries had no limit\nRetries had no limit because The library sets no default',
  arrows: 'Checkout failed → The pool was exhausted → Retries had no limit → The library sets no default',
  'arrows on lines': 'Checkout failed\n→ The pool was exhausted\n→ Retries had no limit\n→ The library sets no default',
  'plain numbers': '1. The pool was exhausted\n2. Retries had no limit\n3. The library sets no default',
  'a list in the analysis':
    '## Root Cause\n\nIt began at noon.\n\n1. Why did it fail? The pool was exhausted\n2. Why was it? Retries had no limit\n3. Why none? The library sets no default',
};

for (const [name, body] of Object.entries(GRAMMARS)) {
  test(`whys as ${name}`, () => {
    assert.deepEqual(answersOf(body), ANSWERS);
    const [chain] = chainsOf(body);
    assert.equal(countedDepth(chain!, deepestWhy(chain!)), 3);
  });

  test(`the next why of ${name} goes on with the chain`, () => {
    const text = textOf(body);
    const postmortem = read(text);
    const after = applyEdits(text, [nextWhy(postmortem.whyChains[0]!, postmortem.source)]);
    const chains = read(after).whyChains;
    assert.equal(chains.length, 1, after);
    assert.deepEqual(
      chains[0]!.whys.map((why) => why.answer.text),
      [...ANSWERS, '[what made that possible]'],
      after,
    );
    assert.equal(deepestOf(chains[0]!), chains[0]!.whys[3]!.parent, after);
  });
}

/** The last why that has an answer. */
function deepestOf(chain: WhyChain): number {
  return chain.whys.findLastIndex((why) => !why.placeholder);
}

test('a chain with branches is as deep as its longest', () => {
  const [chain] = chainsOf(
    '- Checkout failed\n  - The pool was exhausted\n    - Retries had no limit\n  - The alert came late',
  );
  assert.deepEqual(
    chain!.whys.map((why) => why.parent),
    [undefined, 0, undefined],
  );
  assert.equal(countedDepth(chain!, deepestWhy(chain!)), 2);
});

test('root cause and fix behind the chain', () => {
  const [chain] = chainsOf(
    '1. **Why?** The pool was exhausted\n2. **Why?** Retries had no limit\n\n**Root Cause:** No limit\n**Fix:** Set one',
  );
  assert.deepEqual([chain!.rootCause?.text, chain!.fix?.text], ['No limit', 'Set one']);
});

test('two chains under headings of their own', () => {
  const chains = chainsOf('### Detection\n\n1. Why? A\n2. Why? B\n\n### Resolution\n\n1. Why? C');
  assert.deepEqual(
    chains.map((chain) => chain.whys.length),
    [2, 1],
  );
});

test('empty, unfilled and repeated answers do not count', () => {
  const [chain] = chainsOf(
    '1. **Why?** The pool was exhausted\n2. **Why?** [answer]\n3. **Why?** The pool was exhausted',
  );
  assert.equal(countedDepth(chain!, deepestWhy(chain!)), 1);
});

test('questions are built from answers', () => {
  const cases: Readonly<Record<string, string>> = {
    'The pool was too small': 'Why was the pool too small?',
    'We did not load test the feature.': 'Why did we not load test the feature?',
    'Load testing is not part of the pipeline': 'Why is Load testing not part of the pipeline?',
    'because the cache expired': 'Why was it possible that the cache expired?',
    'Kubernetes restarted all pods. They came back slowly.': 'Why was it possible that Kubernetes restarted all pods?',
  };
  for (const [answer, question] of Object.entries(cases)) assert.equal(nextQuestion(answer), question);
});

test('the level of a cause', () => {
  const cases: Readonly<Record<string, string>> = {
    'The release pipeline lets untested code reach production': 'system',
    'Nothing alerted on a full queue': 'system',
    'There is no rotation for on-call, so the page went nowhere': 'process',
    'Load tests are not part of the pipeline': 'process',
    'One slow query blocks all others on the single-threaded server': 'architecture',
    'All regions depend on a single point of failure': 'architecture',
    'Human error': 'person',
    'Somebody forgot to renew the certificate': 'person',
    'The operator ran the wrong script': 'person',
    'The new engineer did not know the flag': 'knowledge',
    'Nobody knew that the key expires': 'knowledge',
    'It was a Tuesday': 'unknown',
  };
  for (const [text, level] of Object.entries(cases)) assert.equal(rootCauseLevel(text).level, level, text);
});
