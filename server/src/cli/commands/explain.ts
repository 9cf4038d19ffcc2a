import { rules, unknownRule } from '../../core/index.ts';
import { COMMON_FLAGS, readArguments } from '../arguments.ts';
import { EXIT, UsageError } from '../exit.ts';
import type { Terminal } from '../terminal.ts';
import type { Command } from './command.ts';

type Rule = (typeof rules)[number];

const command: Command = {
  usage: 'RULE',
  description: 'Says why a rule is there, what to write instead and what it leaves alone, with examples.',
  flags: {},

  async run(args, terminal) {
    const [id, ...others] = readArguments(args, COMMON_FLAGS).positionals;
    if (id === undefined || others.length > 0)
      throw new UsageError('explain takes one rule; `postmortem rules` lists them');
    const rule = rules.find((candidate) => candidate.id === id);
    if (!rule) throw new UsageError(unknownRule(id));
    terminal.out(explanation(rule, terminal));
    return EXIT.clean;
  },
};

export default command;

function explanation(rule: Rule, { paint }: Terminal): string {
  const bad = rule.examples.flatMap((example) => ('bad' in example ? [example] : [])).slice(0, 3);
  const good = rule.examples.flatMap((example) => ('good' in example ? [example] : [])).slice(0, 3);
  const part = (title: string, text: string) => `\n${paint('bold', title)}\n${indented(text)}`;
  return [
    `${paint('bold', rule.id)}  ${rule.title}  ${paint('dim', rule.severity)}\n`,
    part('Why', rule.docs.why),
    part('Instead', rule.docs.instead),
    part('Left alone', rule.docs.notFlagged),
    ...bad.map(({ bad: text, fixed }) => {
      const after = fixed === undefined ? '' : `${indented('→')}${indented(fixed)}`;
      return part(paint('red', 'Bad'), text.replace(/[⟦⟧]/g, '')) + after;
    }),
    ...good.map(({ good: text }) => part(paint('green', 'Good'), text)),
    ...(rule.docs.sources.length > 0
      ? [part('Sources', rule.docs.sources.map(({ title, url }) => `${title}: ${url}`).join('\n'))]
      : []),
  ].join('');
}

function indented(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => (line === '' ? '\n' : `  ${line}\n`))
    .join('');
}
