import { t } from '../../l10n.ts';
import { rules } from '../../rules/registry.generated.ts';
import type { CompletionChoice, CompletionPlace } from './item.ts';

const directives = (): readonly (readonly [string, string])[] => [
  ['postmortem-disable-next-line', t('silences rules on the next line')],
  ['postmortem-disable-line', t('silences rules on this line')],
  ['postmortem-disable', t('silences rules from here on')],
  ['postmortem-enable', t('ends a postmortem-disable')],
  ['postmortem-disable-file', t('silences rules in this document')],
];

/** Suppression directives within a comment, and the rules that they name. */
export function suppressionChoices(place: CompletionPlace): CompletionChoice[] {
  const directive = /<!--[ \t]*([a-z-]*)$/.exec(place.before);
  const end = place.after.includes('-->') ? '' : ' -->';
  if (directive) {
    const replace = { start: place.offset - directive[1]!.length, end: place.offset };
    return directives().map(([name, detail]) => ({
      label: name,
      kind: 'keyword',
      detail,
      replace,
      text: name === 'postmortem-enable' ? `${name} [rule]${end}` : `${name} [rule] -- [why it is right here]${end}`,
    }));
  }
  const rule = /<!--[ \t]*postmortem-(?:disable[a-z-]*|enable)[ \t](?:[a-z/-]+,?[ \t]+)*([a-z/-]*)$/.exec(place.before);
  if (!rule || place.before.includes(' -- ')) return [];
  const replace = { start: place.offset - rule[1]!.length, end: place.offset };
  return rules.map(({ id, title }) => ({ label: id, kind: 'rule', detail: t(title), rule: id, replace, text: id }));
}
