import { join } from 'node:path';
import {
  addAnswers,
  dayOf,
  FEWEST_ANSWERS,
  parsePeriod,
  parseSurveys,
  quarterOf,
  SURVEY_STATEMENTS,
  SURVEYS_PATH,
} from '../../workspace/index.ts';
import { COMMON_FLAGS, type Flags, readArguments } from '../arguments.ts';
import { EXIT, UsageError } from '../exit.ts';
import { homeOf, textOrEmpty } from '../team/team.ts';
import { writeTeamFile } from '../team/write.ts';
import type { Command } from './command.ts';

const FLAGS = {
  quarter: { type: 'string', value: 'QUARTER', help: 'the quarter asked about, 2026-Q3 (this one)' },
  answer: {
    type: 'string',
    multiple: true,
    value: 'N,N,…',
    help: 'scores of one person from 1 to 10, one a statement; repeat it for each',
  },
} as const satisfies Flags;

const command: Command = {
  usage: '[--answer N,N,N,N,N]... [FLAGS]',
  description:
    `Records a psychological safety survey in ${SURVEYS_PATH}; without answers, prints the statements and the score. It keeps scores and\n` +
    `the quarter, no names and no order. Fewer than ${FEWEST_ANSWERS} answers are never shown: collect all of them, then record them at once.`,
  flags: FLAGS,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { ...FLAGS, ...COMMON_FLAGS });
    if (positionals.length > 0)
      throw new UsageError('survey takes no arguments; --answer gives the scores of one person');
    const quarter = parsePeriod(values.quarter ?? quarterOf(dayOf(Date.now())))?.label;
    if (!quarter?.includes('-Q') || quarter.includes('..'))
      throw new UsageError(`--quarter is a quarter such as 2026-Q3, not "${values.quarter}"`);
    const path = join(homeOf(terminal.cwd), SURVEYS_PATH);
    let text = textOrEmpty(path);
    if (values.answer) {
      try {
        text = addAnswers(
          text,
          quarter,
          values.answer.map((answer) => answer.split(',').map(Number)),
        );
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        throw new UsageError(`--answer: ${error.message}`);
      }
      writeTeamFile(path, text);
    } else {
      SURVEY_STATEMENTS.forEach(({ text: statement }, index) => {
        terminal.out(`${index + 1}. ${statement}\n`);
      });
    }
    const survey = parseSurveys(text).quarters.find((candidate) => candidate.quarter === quarter);
    const answers = survey?.answers ?? 0;
    terminal.out(
      survey?.scoreSum === undefined
        ? `${quarter}: ${answers} of at least ${FEWEST_ANSWERS} answers; not shown yet\n`
        : `${quarter}: ${(survey.scoreSum / answers).toFixed(1)}/10 of ${answers} answers\n`,
    );
    return EXIT.clean;
  },
};

export default command;
