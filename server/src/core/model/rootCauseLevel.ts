import { compiledAtOnce } from '../text/compiledAtOnce.ts';
import { remembered } from '../text/remembered.ts';

/** Where a cause looks for the failure. */
export type CauseLevel = 'system' | 'process' | 'architecture' | 'person' | 'knowledge' | 'unknown';

export interface LevelReading {
  readonly level: CauseLevel;
  /** The words that told; empty where none did. */
  readonly reason: string;
  /** What kind of action a cause of this level calls for. */
  readonly action: string;
}

/** The action that each level calls for. */
const LEVEL_ACTIONS: Readonly<Record<CauseLevel, string>> = {
  system: 'Change the tool or the pipeline so that it stops this, or shows it at once',
  process: 'Establish the missing step and make it the default path, with an owner',
  architecture: 'Change the design: isolate, limit, make redundant or remove the shared part',
  person: 'Ask on: why was this the sensible action at that moment, and what let it through?',
  knowledge: 'Ask on: where would this have been visible, and what would have caught it?',
  unknown: 'Say which part of the system allowed it',
};

const ROLE =
  '(?:engineer|developer|dev|operator|admin|administrator|dba|sre|technician|contractor|intern|employee|colleague|reviewer|author|committer|person|user|manager|team ?mate|responder|on-?call)s?(?: on (?:call|duty))?';
const PERSON = String.raw`(?:[Aa]n?|[Tt]he|[Oo]ur|[Aa]nother|[Oo]ne|[Ss]ome) (?:\w+ ){0,2}${ROLE}|[Ss]omeone|[Ss]omebody|[Hh]e|[Ss]he|[Tt]hey|I|@[\w.-]+|[Ee]ngineers|[Dd]evelopers|[Oo]perators|[Pp]eople|[Ss]taff|[Oo]n-?call`;
const SLIP = String.raw`forgot|forgets|forgotten|neglected|ignored|overlooked|missed|mistyped|misread|misconfigured|misclicked|skipped|rushed|failed to|made (?:an? )?(?:\w+ )?(?:mistake|error|typo)|messed|broke|fat-?fingered|(?:did not|didn't|does not|doesn't|never) (?:bother|check|test|read|follow|verify|review|double|look|notice|pay|think|ask|tell|communicate|run|validate)|(?:was|were) (?:careless|not careful|not paying|tired|distracted|sloppy|negligent)|(?:ran|pushed|deployed|deleted|merged|applied|executed|typed|entered|changed|used|selected|chose|picked) (?:the |an? )?(?:wrong|bad|incorrect|incomplete|untested|broken|old|stale)`;

/** Levels by the words of a cause, the telling ones first. */
const LEVELS: readonly (readonly [CauseLevel, RegExp])[] = [
  [
    'person',
    /\b(?:human|operator|user|manual|pilot|developer|engineer|admin(?:istrator)?)[ -](?:error|mistake|oversight|failure|negligence)\b|\bcareless(?:ness|ly)?\b|\bnegligen(?:ce|t)\b|\bfat[ -]?finger(?:ed|ing)?\b|\b(?:lack|absence) of (?:care|attention|diligence|discipline)\b|\bpilot error\b/i,
  ],
  [
    'knowledge',
    /\b(?:did not|didn't|does not|doesn't|do not|don't|not|never|nobody|no one)[ -]?(?:really |fully |yet )?(?:know|knew|known|aware|understand|understood|realise|realize|realised|realized|familiar|trained|taught)\b|\b(?:unaware|unfamiliar|unknown to|was unknown|inexperienced?|untrained)\b|\b(?:lack(?:ed|ing|s)? (?:of )?|missing |insufficient |limited |not enough |no )(?:\w+ )?(?:knowledge|experience|training|awareness|understanding|expertise|familiarity|skills?)\b|\b(?:new|junior) (?:engineer|developer|hire|team member|employee|to the)\b|\bmisunderst\w+|\bassumed\b/i,
  ],
  // The subject stands at the head or behind a conjunction; the verb follows at once. A capitalised word at the head may be a name.
  [
    'person',
    new RegExp(
      String.raw`(?:^\W*(?:[Bb]ecause )?(?:${PERSON}|[A-Z][a-z]+)|\b(?:because|as|since|when|after|that|and|so) (?:${PERSON})) (?:\w+ly |had |has |have |just |then |also )?(?:${SLIP})\b`,
    ),
  ],
  [
    'system',
    /\bnothing (?:tells|told|checks|checked|stops|stopped|prevents|prevented|warns|warned|limits|limited|enforces|enforced|alerts|alerted|validates|validated|compares|compared|shows|showed)\b|\b(?:deploy\w*|build|release|ci(?:\/cd)?|rollout|migration|provisioning) (?:process|pipeline|workflow)\b.{0,30}\b(?:allow|let|permit|accept)s?(?:ed)?\b|\b(?:system|tool|pipeline|script|platform|api|cli|console|interface) (?:allow|let|permit|accept)(?:s|ed)?\b/i,
  ],
  [
    'architecture',
    /\bsingle[ -](?:point of failure|threaded|instance|node|region|zone|master|process)\b|\b(?:no|without|lack(?:ed|s|ing)?(?: of)?|missing) (?:\w+ ){0,2}(?:redundan\w+|fail-?over|isolation|circuit breakers?|bulkheads?|back-?pressure|replica\w*|fallback|sharding|load shedding|graceful degradation)\b|\b(?:tight(?:ly)?|hard)[ -]coupl\w+|\bcoupling\b|\bshared? (?:the same )?(?:database|pool|state|resource|cluster|queue|cache|infrastructure|fate|instance)|\bmonolith\w*|\bbottlenecks?\b|\barchitectur\w*|\bby design\b|\bdesign(?:ed)? (?:of|to|for|as|flaw|limitation|assum\w+)\b|\bblock(?:s|ed)? all\b|\b(?:cannot|can't|could not|does not|doesn't|did not|didn't) scale\b|\bscalab\w+|\bsynchronous\b|\bdepends? (?:on|directly) (?:a single|one)\b|\bcascad\w+/i,
  ],
  [
    'process',
    /\bprocess(?:es)?\b(?! (?:crash|died|exit|was killed|restart|id\b|ran|run))|\bprocedur\w+|\b(?:run|play)books?\b|\bcheck-?lists?\b|\bpolic(?:y|ies)\b|\bguidelines?\b|\bon-?call (?:rotation|schedule|handover|coverage)\b|\b(?:not|isn't|wasn't|never|is not|was not) (?:part of|required|mandatory|enforced|scheduled|planned|documented|prioriti[sz]ed|reviewed|defined|formali[sz]ed|standardi[sz]ed|included in)\b|\bundocumented\b|\b(?:no|lack(?:ed|s|ing)?(?: of)?|missing|without) (?:\w+ ){0,2}(?:documentation|rotation|owner(?:ship)?|hand-?over|sign-?off|approval|code review|reviews?|change management|training program\w*|standard|rehearsal|drills?|schedule|cadence)\b|\bprioriti[sz](?:ed|es|ing|ation)\b|\bover (?:reliability|quality|safety|testing|stability)\b|\bcultur\w+|\b(?:deadline|time|delivery) pressure\b|\bnobody (?:owns|owned)\b|\bno (?:one|single|clear) (?:\w+ )?(?:owns|owned|owner|responsible)\b|\bwe (?:do not|don't|did not|didn't|have no|had no|never|only|rely|relied|treat|lack)\b|\bnever (?:budgeted|allocated|reserved|planned|agreed|decided|established|tested|rehearsed)\b|\bbudget\w*\b|\bteam (?:structure|capacity|boundar\w+)\b|\bno time (?:was |is )?(?:reserved|set aside|allocated|planned)\b|\bbacklog\b|\broadmap\b|\bincentiv\w+|\b(?:by hand|manually|manual (?:steps?|work|procedure|change|rotation|process))\b|\bnot (?:tested|rehearsed|reviewed|checked|monitored|owned)\b|\bowner(?:s|ship)?\b|\b(?:nobody|no one|no team|no person) (?:checks?|checked|reviews?|reviewed|tests?|tested|watch(?:es|ed)?|reads?|monitors?|monitored|maintains?|maintained|is responsible|was responsible)\b|\bstandards?\b|\bchange (?:freeze|window|control)\b/i,
  ],
  [
    'system',
    /\b(?:system|service|platform|tool(?:ing|s)?|pipeline|ci(?:\/cd)?|cd|deploy(?:ment|s)?|build|release|automation|script|alert(?:s|ing)?|monitor(?:s|ing)?|dashboard|probe|health ?check|test(?:s|ing)?(?: suite| coverage)?|linter|validation|validat\w+|guard ?rails?|safeguard|interlock|gate|check(?:s)?|limit(?:s)?|quota|threshold|timeouts?|retry|retries|rate limit\w*|config(?:uration)?|default(?:s)?|setting|flag|schema|migration|index|query|queries|cache|queue|pool|connection(?:s)?|memory|disk|cpu|leak|deadlock|race condition|bug|version|librar(?:y|ies)|dependenc(?:y|ies)|certificate|dns|network|node|pod|cluster|container|server|database|api|permission(?:s)?|credential(?:s)?|access|iam|backup(?:s)?|rollback|staging|environment|job|cron|autoscal\w+|load ?balancer|firewall|rule|template|image|package|interface|ui|form|command|log(?:s|ging)?(?! in| on| out)|metric(?:s)?|lease|lock(?:s|ing)?|fenc(?:e|es|ed|ing)|fail-?over|expir(?:y|es|ed|e)|rotation|retention|scheduler?|consumer|producer|replica|partition|proxy|gateway|client|protocol|contract|signal|trace|record|switch(?:es)?|framework|router|endpoint|worker|runner|agent|daemon|driver|parser|compiler|automated|unbounded|unlimited|idempoten\w+)\b/i,
  ],
];

const compile = compiledAtOnce(LEVELS.map(([, pattern]) => pattern));

/** Which level a cause speaks of, what told so, and what kind of action the level calls for. */
export const rootCauseLevel = remembered((text): LevelReading => {
  const head = text.slice(0, 600).replace(/[’`]/g, "'");
  compile(head);
  for (const [level, pattern] of LEVELS) {
    const match = pattern.exec(head);
    if (match && !(level === 'person' && SYSTEM_SUBJECT.test(match[0])))
      return { level, reason: match[0].trim(), action: LEVEL_ACTIONS[level] };
  }
  return { level: 'unknown', reason: '', action: LEVEL_ACTIONS.unknown };
}, 600);

/** Whether a chain of whys may end here: the cause lies in what can be changed. */
export function isSystemic(text: string): boolean {
  const { level } = rootCauseLevel(text);
  return level === 'system' || level === 'process' || level === 'architecture';
}

/** A capitalised first word is a name only if it is none of these. */
const SYSTEM_SUBJECT =
  /^\W*(?:because )?(?:It|This|That|There|We|Which|Nothing|Everything|Monitoring|Alerting|Alerts?|Tests?|Testing|CI|Pipeline|Deploy\w*|Kubernetes|Terraform|Prometheus|Grafana|Redis|Postgres\w*|Kafka|Nginx|Traefik|Jenkins|Docker|Helm|Argo\w*|Database|Service|System|Server|Clients?|Automation|Validation|Health|Load|Traffic|Requests?|Staging|Production|Review\w*|Code|Config\w*|Terraform|[A-Z][a-z]*(?:er|or|DB|QL|ing|ion)) /;
