import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyzeText } from '../../../server/src/core/language/analyze.ts';
import { DocumentContext } from '../../../server/src/core/language/context.ts';
import { Passage } from '../../../server/src/core/language/sentence.ts';

/** Who is said to have done it, or undefined where nobody is. */
function agentIn(text: string): string | undefined {
  return analyzeText(text, [], 'root-cause', new DocumentContext({}))[0]?.agent;
}

describe('who did it', () => {
  it('is found behind the circumstances that open a sentence', () => {
    assert.equal(agentIn('During the failover Priya deleted the wrong volume.'), 'Priya');
    assert.equal(agentIn('After lunch Marta dropped the wrong table.'), 'Marta');
    assert.equal(agentIn('In a hurry Jun set the wrong flag.'), 'Jun');
    assert.equal(agentIn('On Friday Marta dropped the wrong table.'), 'Marta');
    assert.equal(agentIn('Contrary to the runbook Marta restarted all nodes.'), 'Marta');
    assert.equal(agentIn('Dr. Okafor dropped the wrong table.'), 'Dr. Okafor');
  });

  it('is not who wrote what did it', () => {
    const s = new Passage('The script the intern wrote dropped the table.', [], new DocumentContext({})).sentence(0)!;
    const [wrote, dropped] = s.clauses.map(({ subject }) => s.textOf(subject[0]!.from, subject[0]!.to));
    assert.deepEqual([wrote, dropped], ['the intern', 'The script']);
  });

  it('is nobody where it is only supposed, or cannot be concluded', () => {
    assert.equal(agentIn('The script asks again in case an engineer forgets the flag.'), undefined);
    assert.equal(agentIn('It cannot be concluded that the operator acted in breach of any procedure.'), undefined);
  });

  it('is a name with its office, though both stand behind a preposition', () => {
    assert.equal(agentIn('Before the handover engineer Bob forgot the flag.'), 'the handover engineer Bob');
  });

  it('is found behind words that only lead up to it', () => {
    assert.equal(agentIn('Turns out Marta forgot the certificate.'), 'Marta');
  });

  it('is who belongs to a team, not the team', () => {
    assert.equal(agentIn("The network team's Miguel forgot the loopback address."), "The network team's Miguel");
    assert.equal(agentIn("Our vendor's Priya forgot the loopback address."), "Our vendor's Priya");
  });

  it('is nobody where a system is called by its initials, or by a word that also means people', () => {
    for (const text of [
      'The HSM forgot the key after a reboot.',
      'The CI forgot to run the tests.',
      'docker forgot the credentials.',
      'The robots piled up in aisle 9 after Marty lost its map and parked itself across the wrong lane.',
    ])
      assert.equal(agentIn(text), undefined, text);
    assert.equal(agentIn('The DBA forgot the key.'), 'The DBA');
    assert.equal(agentIn('A docker forgot the key.'), 'A docker');
  });

  it('is nobody where "its" can only stand for the name, or a strange name forgot what programs remember', () => {
    assert.equal(agentIn('Mira should have taken over at 02:10 but its lease had not run out.'), undefined);
    assert.equal(agentIn('Mira should have restored the table and its index.'), 'Mira');
    assert.equal(agentIn('Quorrum forgot the leader of two partitions.'), undefined);
    assert.equal(agentIn('Quorrum forgot the runbook.'), 'Quorrum');
  });

  it('did well where the omission is told for what was done instead', () => {
    const text = 'The evening crew did not wait for the vendor and replaced the pump themselves.';
    assert.deepEqual(analyzeText(text, [], 'went-well', new DocumentContext({})), []);
  });
});
