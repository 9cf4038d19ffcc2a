// What the light bulb offers for a finding of blame, in which order, and what each entry does.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applied, FOLDER, rangeOf, TestClient } from './client.ts';

const uri = `${FOLDER}/postmortems/inc-9.md`;
const CONFIG = { '.postmortem/config.yaml': '# ours\n' };

/** A postmortem whose header knows who was on call, with something to blame in its root cause. */
const withCause = (cause: string): string => `# Postmortem: INC-9 - Mail waited

**Incident Commander:** Ana Ruiz
**On-Call Engineer:** @bob

## Executive Summary

Mail waited for an hour.

## Root Cause

${cause}
`;

/** The titles for a finding, and the text after each. */
async function offersAt(text: string, words: string): Promise<{ title: string; text: string }[]> {
  const client = await TestClient.inMemory({ files: { ...CONFIG }, initializationOptions: { commands: true } });
  client.open(uri, text);
  const offers: { title: string; text: string }[] = [];
  for (const action of await client.actions(uri, rangeOf(text, words), { only: ['quickfix'] })) {
    const { edit } = action.command ? { edit: undefined } : await client.resolve(action);
    const here = edit?.documentChanges?.some((change) => 'textDocument' in change && change.textDocument.uri === uri);
    offers.push({ title: action.title, text: here ? applied(text, uri, edit) : '' });
  }
  client.end();
  return offers;
}

/** The kinds of offers in their order; rewrites tell their words as titles. */
const kindsOf = (offers: readonly { title: string }[]): string[] =>
  offers.map(({ title }) =>
    / instead of “/.test(title) ? 'role' : /^(?:Write|Leave)/.test(title) ? 'rewrite' : (/^\w+/.exec(title)?.[0] ?? ''),
  );

describe('the light bulb at blame', () => {
  it('offers rewrites, a question, silence for the line or the file and the rule: six entries', async () => {
    const offers = await offersAt(withCause('The operator forgot to renew the certificate.'), 'forgot');
    assert.deepEqual(kindsOf(offers), ['rewrite', 'rewrite', 'Ask', 'Suppress', 'Suppress', 'Show']);
    const [line, file] = offers.filter(({ title }) => title.startsWith('Suppress'));
    assert.match(
      line!.text,
      /<!-- postmortem-disable-next-line blame\/individual-fault -- \[[^\]]+\] -->\nThe operator/,
    );
    assert.match(file!.text, /Mail waited\n\n<!-- postmortem-disable-file blame\/individual-fault -- \[[^\]]+\] -->/);
  });

  it('offers silence for the section where more of the kind stands in it and there is room', async () => {
    const text = withCause(
      '| Factor |\n| --- |\n| The operator forgot to renew it. |\n| The operator forgot to test it. |',
    );
    const offers = await offersAt(text, 'forgot to renew');
    const section = offers.find(({ title }) => title === 'Suppress blame/individual-fault in “Root Cause”');
    assert.match(section!.text, /## Root Cause\n\n<!-- postmortem-disable blame\/individual-fault -- \[[^\]]+\] -->/);
    assert.ok(offers.length <= 6);
  });

  it('asks whether a name that the document does not know is a system, before it silences the file', async () => {
    const offers = await offersAt(withCause('Leeroy forgot to renew the certificate.'), 'forgot');
    assert.deepEqual(kindsOf(offers), ['rewrite', 'rewrite', 'role', 'Ask', 'Suppress', 'Treat']);
  });
});

describe('the role in the place of a name', () => {
  const roleFor = async (cause: string, words: string): Promise<{ title: string; cause: string } | undefined> => {
    const text = withCause(cause);
    const offer = (await offersAt(text, words)).find(({ title }) => title.includes(' instead of “'));
    return (
      offer && { title: offer.title, cause: offer.text.slice(offer.text.indexOf('## Root Cause\n\n') + 15).trimEnd() }
    );
  };

  it('is that of the header, however the name is written', async () => {
    assert.deepEqual(await roleFor('Ana forgot to renew the certificate.', 'forgot'), {
      title: 'Write “the incident commander” instead of “Ana”',
      cause: 'The incident commander forgot to renew the certificate.',
    });
    const handle = await roleFor('At 10:00 @bob forgot to renew the certificate, and Bob left.', 'forgot');
    assert.equal(
      handle?.cause,
      'At 10:00 the on-call engineer forgot to renew the certificate, and the on-call engineer left.',
    );
  });

  it('takes the possessive and the title of the name', async () => {
    const owned = await roleFor("The outage was caused by Ana's mistake in the runbook.", 'mistake');
    assert.equal(owned?.cause, "The outage was caused by the incident commander's mistake in the runbook.");
    const titled = await roleFor('Ms. Ruiz forgot to renew the certificate.', 'forgot');
    assert.equal(titled?.cause, 'The incident commander forgot to renew the certificate.');
  });

  it('is to be filled in where the document does not tell it, and goes where the words in front do', async () => {
    assert.equal((await roleFor('Leeroy forgot to renew it.', 'forgot'))?.cause, '[role] forgot to renew it.');
    assert.deepEqual(await roleFor('The senior engineer Leeroy forgot to renew it.', 'forgot'), {
      title: 'Write “The senior engineer” instead of “The senior engineer Leeroy”',
      cause: 'The senior engineer forgot to renew it.',
    });
  });

  it('is offered for nobody without a name', async () => {
    assert.equal(await roleFor('The operator forgot to renew it for Ana.', 'forgot'), undefined);
    assert.equal(await roleFor('The Payments team forgot to renew it.', 'forgot'), undefined);
  });
});
