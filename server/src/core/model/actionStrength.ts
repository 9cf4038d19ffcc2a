import { compiledAtOnce } from '../text/compiledAtOnce.ts';
import { remembered } from '../text/remembered.ts';
import type { ActionStrength } from './postmortem.ts';

/** Where the hierarchy comes from; its medical examples are translated to software here. */
export const ACTION_HIERARCHY_SOURCES = [
  {
    title: 'RCA²: Improving Root Cause Analyses and Actions to Prevent Harm (IHI, 2015), action hierarchy',
    url: 'https://www.ihi.org/resources/tools/rca2-improving-root-cause-analyses-and-actions-prevent-harm',
  },
  {
    title: 'VA National Center for Patient Safety: action hierarchy levels and categories',
    url: 'https://www.patientsafety.va.gov/professionals/onthejob/rca.asp',
  },
  {
    title: 'Wood and Wiegmann (2020): Beyond the corrective action hierarchy',
    url: 'https://psnet.ahrq.gov/issue/beyond-corrective-action-hierarchy-systems-approach-organizational-change',
  },
] as const;

interface Category {
  readonly strength: ActionStrength;
  /** What an action of this category does, as the hover says it. */
  readonly does: string;
  readonly words: RegExp;
}

/** Verbs that only ask people to know, to remember or to look: whatever follows, the system stays as it is. */
const WEAK_HEADS: readonly Category[] = [
  {
    strength: 'weak',
    does: 'asks people to take more care',
    words:
      /^(?:be (?:more )?(?:careful|vigilant|mindful|aware)|pay (?:more )?attention|take (?:more )?care|double[- ]?check|try harder|remember|keep in mind|make sure (?:everyone|people|engineers|developers|we all|the team)|avoid)\b/i,
  },
  {
    strength: 'weak',
    does: 'trains or tells people',
    words:
      /^(?:(?:re)?train|teach|educate|coach|remind|inform|tell|notify (?:the |all )?(?:team|teams|engineers|developers|everyone|people)|communicate|announce|share|raise awareness|spread|encourage|advise|brief|present|hold (?:an? )?(?:\w+ )?(?:session|training|talk|workshop|retro\w*)|run (?:an? )?(?:training|workshop|brown ?bag)|(?:training|workshop|learning path|awareness)\b|refamiliari[sz]e|clear(?:er)? communication|(?:create|write|make) (?:an? )?learning path)/i,
  },
  {
    strength: 'weak',
    does: 'writes something down',
    words:
      /^(?:document|write (?:up |down |an? |the )?(?:\w+ ){0,3}(?:doc(?:s|ument\w*)?|report|guide|wiki|article|page|post|runbook|playbook|faq|procedure|policy)|write (?:down|up)|(?:update|improve|extend|create|add|expand|clean up|fix) (?:an? |the |our |some |more |to the )?(?:\w+ ){0,3}(?:docs?|documentation|wiki|run ?books?|play ?books?|guides?|guidelines?|readme|polic(?:y|ies)|procedures?|faq|article|page)\b|note (?:that|in)|describe|gather|post(?: |-)?mortem|(?:better |more )?documentation\b)/i,
  },
  {
    strength: 'weak',
    does: 'studies the matter further',
    words:
      /^(?:investigat\w+|look (?:in ?to|at|for)|research|stud(?:y|ies)|analy[sz]e|explore|assess|evaluate|consider|discuss|think|review|revisit|reflect|figure out|understand|find out|determine|check (?:if|whether|why|how|with)|ask|talk|meet|schedule (?:an? )?(?:meeting|discussion|call|review)|agree|decide|brainstorm|plan|define|identify|keep an eye|see if|diagnose|continue (?:to )?(?:investigat\w+|track\w*|monitor\w*))\b/i,
  },
];

/** What the rest of the words do to the system, the strongest first. */
const CATEGORIES: readonly Category[] = [
  {
    strength: 'strong',
    does: 'makes the failure impossible: a forcing function, an interlock or a guard',
    words:
      /\b(?:(?:block|prevent|reject|disallow|forbid|restrict|interlock|halt|abort)(?:s|ed|ing)?|(?:refus|enforc|gat)(?:e|es|ed|ing)|den(?:y|ies|ied)|guard(?:s|rails?)?|lock (?:down|out)|fail[- ](?:closed|safe|fast|the build|if|when|on)|require(?:s|d)? (?:an? |two |approval|explicit|confirmation|review|signed)|confirmation|validat\w+|admission|least[- ]privilege|read-?only|immutab\w+|idempoten\w+|type[- ]safe|schema|constraint|stop(?:s)? the|make (?:it )?impossible|mandatory|branch protection|policy (?:engine|as code)|dry[- ]run|safe default|default(?:s)? to)\b/i,
  },
  {
    strength: 'strong',
    does: 'removes the risk, the step or the part that failed',
    words:
      /\b(?:remov(?:e|es|ing)|delet(?:e|es|ing)|eliminat(?:e|es|ing)|get rid of|drop|decommission|retire|deprecate|disable|simplif\w+|replac\w+|migrat\w+|move (?:\w+ ){0,4}(?:to|from|away|off|out)|switch (?:\w+ ){0,3}(?:to|away)|re-?architect\w*|re-?design|re-?write|refactor|decouple|split|separat\w+|isolat\w+|segment\w*|shard\w*)\b/i,
  },
  {
    strength: 'strong',
    does: 'lets a machine do what a person had to remember',
    words:
      /\bautomat\w+|\bauto-?(?:rollback|scal\w+|remediat\w+|heal\w+|renew\w*|rotat\w+|restart\w*|fail-?over)\b|\bself-?heal\w+|\bcircuit[- ]breakers?\b|\bstandardi[sz]\w+|\bbulkheads?\b|\bfeature flags?\b|\bkill[- ]switch\w*|\bcert-manager\b|\binfrastructure as code\b/i,
  },
  {
    strength: 'intermediate',
    does: 'makes the failure visible sooner',
    words:
      /\b(?:alert(?:s|ing)?|alarms?|monitor(?:s|ing)?|observab\w+|metrics?|dashboards?|probes?|health[- ]?checks?|logging|logs?|trac(?:e|es|ing)|page|paging|notification|canar(?:y|ies)|slo|slos|synthetic)\b/i,
  },
  {
    strength: 'intermediate',
    does: 'catches the failure before production, or softens it',
    words:
      /\b(?:tests?|testing|test suite|coverage|ci|cd|pipeline|staging|lint(?:er|ing)?|scan(?:ner|ning)?|load[- ]test\w*|rehears\w+|game ?days?|drills?|chaos|backups?|restore|redundan\w+|replica\w*|retry|retries|back-?off|timeouts?|rate[- ]limit\w*|quotas?|limits?|capacity|headroom|pool|buffer|throttl\w+|cach(?:e|ing)|fallback|fail-?over|roll-?back|check-?lists?|rotation|on-?call|staffing|review step|approval)\b/i,
  },
  {
    strength: 'intermediate',
    does: 'changes the software',
    words:
      /^(?:\W*)(?:add|implement|build|create|introduce|set ?up|install|enable|configure|change|adjust|tune|increase|decrease|reduce|raise|lower|upgrade|update|bump|pin|patch|fix|correct|handle|support|extend|expand|rotate|revert|release|deploy|provision|make|use|run|apply|align|optimi[sz]e)\b/i,
  },
];

export interface StrengthReading {
  /** Undefined where no word tells. */
  readonly strength: ActionStrength | undefined;
  readonly reason: string;
  readonly does: string;
}

const LEAD =
  /^\W*(?:\[[ x]\]\s*)?(?:(?:we|i|it|they|teams?|everyone|someone) (?:will |should |must |need(?:s)? to |could |have to |want to |are going to |plan to )+(?:also )?|(?:need|plan|try|aim|have) to |to |should |please |possibly |maybe |also |then |TODO:? )*/i;

const compile = compiledAtOnce([...WEAK_HEADS, ...CATEGORIES].map(({ words }) => words));

/** How strong an action is by the action hierarchy, and what told so. */
export const actionStrength = remembered((text): StrengthReading => {
  const plain = text.slice(0, 600).replace(/[’`*]/g, "'");
  compile(plain);
  const body = plain.slice(LEAD.exec(plain)?.[0].length ?? 0);
  for (const { strength, does, words } of WEAK_HEADS) {
    const match = words.exec(body);
    if (
      match &&
      !/\b(?:and|then) (?:add|block|enforce|automate|implement|build|remove|fix|alert|prevent)\b/i.test(body)
    )
      return { strength, reason: match[0].trim(), does };
  }
  for (const { strength, does, words } of CATEGORIES) {
    const match = words.exec(body);
    if (match) return { strength, reason: match[0].trim(), does };
  }
  return { strength: undefined, reason: '', does: '' };
}, 600);
