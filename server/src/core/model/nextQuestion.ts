/** Verbs that change places with their subject in a question. */
const AUXILIARY =
  /^(.{2,80}?) (was|were|is|are|has|have|had|could|can|would|will|did|does|do|might|must)(n['’]t| not|not)? (.{2,})$/i;
const LOWERED =
  /^(?:The|An?|Our|We|It|They|This|That|These|Those|No|Nobody|Nothing|There|Some|All|Every|Each|Its|Their|One|Two|Only|Because|Both|Most|Many|Several|New|Old)(?= |$)/;

/** The question that asks on from an answer: "The pool was too small" → "Why was the pool too small?". */
export function nextQuestion(answer: string): string {
  const sentence = firstSentence(answer);
  if (sentence === '') return 'Why?';
  const match = AUXILIARY.exec(sentence);
  if (
    match &&
    match[1]!.split(' ').length <= 7 &&
    !/^so\b/i.test(match[4]!) &&
    !/[,;:]|\b(?:that|which|who|because|when|if|and)\b/i.test(match[1]!)
  ) {
    const subject = lowered(match[1]!);
    const negated = match[3] !== undefined;
    return `Why ${match[2]!.toLowerCase()} ${subject}${negated ? ' not' : ''} ${match[4]}?`;
  }
  return `Why was it possible that ${lowered(sentence)}?`;
}

function firstSentence(answer: string): string {
  const flat = answer
    .replace(/[\n\u2028]+/g, ' ')
    .replace(/^\W*(?:because|since|as)\s+/i, '')
    .trim();
  const end = /[.;!?](?=\s|$)/.exec(flat);
  return (end ? flat.slice(0, end.index) : flat).slice(0, 160).replace(/(?<![\s.,;:!?])[\s.,;:!?]+$/, '');
}

/** Lower case at the start unless it begins with a name or an abbreviation. */
function lowered(text: string): string {
  return LOWERED.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
}
