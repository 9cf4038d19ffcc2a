import { compiledAtOnce } from '../text/compiledAtOnce.ts';
import { remembered } from '../text/remembered.ts';
import { MILESTONE_WORDS, NOT_YET } from './milestoneWords.ts';
import type { Milestone } from './postmortem.ts';

/**
 * Words that tell which step of an incident an entry is about. An entry that says it in a label ("**Detection:**", "[RESOLVED]",
 * "OUTAGE BEGINS") is believed before its sentence is read.
 */
const LABELS: readonly (readonly [Milestone, RegExp])[] = [
  [
    'start',
    /^\W*(?:(?:incident|outage|impact|issue|problem) )?(?:start(?:s|ed)?|begins?|began|beginning|onset)\s*(?:$|[:\])–—-])/i,
  ],
  [
    'start',
    /\b(?:OUTAGE|INCIDENT|IMPACT|DEGRADATION) (?:BEGINS?|STARTS?|BEGAN|STARTED)\b|\bSTART OF (?:THE )?(?:OUTAGE|INCIDENT|IMPACT)\b/i,
  ],
  ['detection', /^\W*(?:detection|detected|first alert|alert(?:ed)?|identified|reported)\s*(?:$|[:\])–—-])/i],
  ['assignment', /^\W*(?:assign(?:ment|ed)|ack(?:nowledged)?|escalat(?:ion|ed)|response|triage)\s*(?:$|[:\])–—-])/i],
  [
    'hypothesis',
    /^\W*(?:diagnosis|hypothesis|cause (?:found|identified)|root cause(?: identified| found)?)\s*(?:$|[:\])–—-])/i,
  ],
  ['mitigation', /^\W*(?:mitigat(?:ion|ed)|contained|containment|workaround)\s*(?:$|[:\])–—-])/i],
  ['monitoring', /^\W*monitoring\s*(?:$|[:\])–—-])/i],
  ['verification', /^\W*(?:verification|verified|validat(?:ion|ed))\s*(?:$|[:\])–—-])/i],
  [
    'resolution',
    /^\W*(?:resol(?:ved|ution)|recover(?:y|ed)|fixed|closed|all[- ]clear|end of (?:outage|incident|impact))\s*(?:$|[:\])–—-])/i,
  ],
  ['resolution', /\b(?:OUTAGE|INCIDENT|IMPACT) (?:ENDS?|ENDED|OVER)\b|\bEND OF (?:THE )?(?:OUTAGE|INCIDENT|IMPACT)\b/i],
];

const SERVICE =
  '(?:services?|sites?|websites?|systems?|api|apps?|applications?|hubs?|clusters?|users?|customers?|clients?|traffic|requests?|pages?|pods?|nodes?|builds?|jobs?|logins?|checkouts?|payments?|everything|functionality|operations?|performance|latency|error rates?|errors?)';

const SENTENCES: readonly (readonly [Milestone, RegExp])[] = [
  [
    'resolution',
    /\bworks? (?:again|as (?:expected|normal|before))\b|[.,;–—-] ?(?:service )?(?:resolved|recovered)\W*$|^\W*\w+ restored\b(?! from)/i,
  ],
  [
    'resolution',
    /\bworking (?:as (?:intended|expected|normal)|normally|correctly|again|fine)\b|\b(?:solved|fixed|resolved) the (?:issue|problem|incident|outage|alerts?)\b/i,
  ],
  [
    'start',
    /(?<!\bstill )\breturn(?:s|ed|ing) (?:4\d\d|5\d\d|[45]xx|errors?)\b|\b(?:starts?|started|begins?|began) (?:reporting|crash\w*|failing|timing out|dropping|refusing|rejecting)\b|\b(?:stops?|stopped) (?:shipping|working|responding|serving|sending|receiving|processing|accepting|exporting)\b|\bent(?:er|ers|ered|ering) (?:the )?(?:"?Not ?Ready\b|a bad state|crash ?loop)|\b(?:crash[ -]?loop(?:s|ed|ing)?|out of (?:memory|disk|connections))\b(?!.{0,40}\b(?:fix|resolv|stopp))/i,
  ],
  [
    'start',
    /\b(?:outage|incident|impact|degradation|disruption|downtime|issues?|problems?|symptoms?|failures?|errors?|alerts?|timeouts?|latency|crash(?:es)?) (?:begins?|began|starts?|started) ?(?!to (?:drop|decrease|decline|subside|recover|resolve))/i,
  ],
  ['start', /\bstart of (?:the )?(?:outage|incident|impact|degradation)\b/i],
  [
    'start',
    /\bfirst (?:failed|failing|failures?|errors?|5\d\ds?|user impact|customer impact|timeouts?|occurr?ence|affected)\b/i,
  ],
  [
    'start',
    /\b(?:begins?|began|starts?|started|starting) (?:to )?(?:fail(?:ing)?|return(?:ing)? (?:\d{3}|errors?|http)|report(?:ing)? errors?|throw(?:ing)?|crash(?:ing|loop\w*)?|time?out|timing out|drop(?:ping)?|reject(?:ing)?|experienc(?:e|ing)|see(?:ing)? (?:errors?|failures?|\d{3}))/i,
  ],
  [
    'start',
    new RegExp(
      String.raw`\b${SERVICE} (?:becomes?|became|goes|went|is|are|was|were) (?:now )?(?:completely |fully |partially )?(?:unavailable|unreachable|unresponsive|down|offline|inaccessible)\b`,
      'i',
    ),
  ],
  [
    'start',
    /\bgo(?:es)? offline\b|\b(?:payments?|requests?|logins?|log-ins?|calls?|orders?|checkouts?|uploads?|downloads?|purchases?|transactions?|e?-?mails?|messages?|bookings?|searches|writes|reads) (?:all |now )?(?:fail|are (?:failing|rejected|refused|lost|declined))\b/i,
  ],
  [
    'start',
    /\b(?:errors?|error rates?|latency|latencies|5\d\ds?|failures?|timeouts?) (?:begin|start|spike|spikes|spiked|climb|climbs|climbed|rise|rises|rose|increase|increases|increased|jump|jumps|jumped)\b/i,
  ],

  [
    'detection',
    /\b(?:alerts?|alarms?|pages?|monitors?|probes?|health ?checks?) (?:was |were |is |are |has |have |had |been )?(?:fir(?:es|ed|ing)|trigger(?:s|ed|ing)?|received|raised|goes off|went off|sent|page[sd]?|reports?|reported|detect(?:s|ed)?)\b/i,
  ],
  [
    'detection',
    /\b(?:fire[sd]?|trigger(?:s|ed)?|receiv(?:es|ed)|got|raise[sd]?) (?:an? |the |multiple |several |lots? of |first |our |some )*(?:\w+ )?(?:alerts?|alarms?|pages?|notifications?)\b/i,
  ],
  [
    'detection',
    /\bpaged\b|\bpager storm\b|\bpager ?duty (?:alert|incident|page|fires?|fired|triggers?|triggered)\b|\bfirst (?:alert|report|alarm|page|notification)\b|\balerted\b/i,
  ],
  [
    'detection',
    /\b(?:detect(?:s|ed|ion)|notic(?:es|ed|ing)|discover(?:s|ed)|spotted|became aware|becomes aware|realiz(?:es|ed)|realis(?:es|ed))\b/i,
  ],
  [
    'detection',
    /\b(?:users?|customers?|students?|clients?|developers?|engineers?|teams?|people|instructors?|support|staff|community|someone|colleagues?|partners?|contributors?|maintainers?|[A-Z][a-z]+) (?:\w+ )?(?:report(?:s|ed|ing)?|complain(?:s|ed)?|raise[sd]? (?:an? |the )?(?:issue|ticket|concern)|open(?:s|ed)? (?:an? |the )?(?:issue|ticket)|tweet(?:s|ed)?)\b/,
  ],
  [
    'detection',
    /\b(?:reports?|complaints?|tickets?) (?:\w+ )?(?:from|by|of|that|came? in|received|comes? in|start(?:s|ed)?|opened|filed)\b|\b(?:issue|ticket|incident|bug) (?:is |was )?(?:reported|filed|opened|raised)\b|\bincoming reports?\b/i,
  ],
  [
    'detection',
    /\bincident (?:was |is |formally |officially |has been )*(?:declared|detected|opened|created|raised|reported|identified)\b|\bdeclare[sd]? (?:an? |the )?(?:\w+ )?incident\b/i,
  ],

  [
    'assignment',
    /\b(?:incident commander|IC|on-?call(?: engineer)?|incident manager|responders?|engineers?|team) (?:\w+ )?(?:assigned|joins?|joined|engaged|acknowledge[sd]?|takes? over|took over|paged in|appointed|on the call|starts? (?:to )?investigat\w+|started (?:to )?(?:look\w*|investigat\w+)|begins? (?:to )?investigat\w+|began (?:to )?investigat\w+)\b/i,
  ],
  [
    'detection',
    /\bmonitoring (?:pages?|paged|alerts?|alerted)\b|^\W*reports? (?:an?|the|that|of)\b|\b(?:hotline|support|help ?desk|customers?|users?) (?:\w+ )?(?:informs?|informed|notif(?:ies|ied)|calls?|called|contact(?:s|ed)?|asks?|asked)\b|\b(?:cuts?|opens?|opened|files?|filed|raises?|raised|creates?|created) (?:an? |the )?(?:\S+ )?(?:ticket|case)\b|\bcalls? the (?:service|help) ?desk\b|\balert\b.{0,60}\b(?:received|fired|fires|raised|triggered|triggers)\b/i,
  ],

  [
    'assignment',
    /\bstart(?:s|ed) looking\b|\b(?:becomes?|became) (?:the )?(?:incident )?(?:coordinator|commander|lead|manager)\b|\b(?:joins?|joined) the (?:call|bridge|incident)\b|\bpick(?:s|ed) up the (?:ticket|page|incident|alert)\b|\b(?:owner|lead|commander|team) (?:is |was )?engaged\b|\bdeclare[sd]? (?:an? )?(?:SEV|P)[- ]?\d/i,
  ],
  [
    'assignment',
    /\b(?:acknowledge[sd]?|acks?|acked|assigned (?:to|as)|takes? ownership|took ownership|war ?room|bridge (?:call )?(?:opened|started)|escalate[sd]? to|escalation)\b/i,
  ],
  [
    'assignment',
    /\b(?:start(?:s|ed)?|began|begins?) (?:to )?(?:investigat(?:e|ing|ion)|look(?:ing)? into|triage|triaging|debug(?:ging)?)\b|\binvestigation (?:start(?:s|ed)|beg(?:ins|an))\b|\bincident (?:was |is |formally |officially )*declared\b|\b(?:declare|start|open)(?:s|d|ed)? (?:an? |the )?(?:\w+ )?incident\b/i,
  ],

  [
    'hypothesis',
    /\b(?:root cause|cause|culprit|source of the (?:issue|problem)) (?:\w+ )?(?:hypothes\w+|identified|found|suspected|determined|confirmed|isolated|located|known|is|was)\b|\b(?:identif(?:y|ies|ied)|found|find|determin(?:es|ed)|suspect(?:s|ed)?|pinpoint(?:s|ed)?|traced?|isolat(?:es|ed)|hypothesi[sz]e[sd]?) (?:\w+ ){0,4}(?:cause|culprit|source|problem|issue)\b|\bhypothesis\b/i,
  ],

  [
    'fix-attempt',
    /\b(?:roll(?:s|ed|ing)?[ -]?back|rollback|revert(?:s|ed|ing)?|restart(?:s|ed|ing)?|reboot(?:s|ed|ing)?|hot-?fix|patch(?:es|ed|ing)|fail(?:s|ed)?[ -]?over|redeploy(?:s|ed|ing)?|re-?deployed|scal(?:es|ed|ing) (?:up|down|out)|drain(?:s|ed|ing)|cordon(?:s|ed)?|disabl(?:es|ed|ing)|workaround)\b|\b(?:fix|patch|change|mitigation|solution) (?:is |was |has been )?(?:attempted|deployed|merged|applied|rolled out|shipped|released|pushed|implemented|in place|approved)\b|\b(?:deploy(?:s|ed|ing)?|merge[sd]?|appl(?:y|ies|ied)|ship(?:s|ped)?|push(?:es|ed)?|implement(?:s|ed)?) (?:an? |the )?(?:\w+ )?(?:fix|patch|hotfix|workaround|mitigation)\b/i,
  ],

  [
    'mitigation',
    /(?<!\bun)\bmitigat(?:ed|es)\b|\bimpact (?:is |was )?(?:reduced|contained|over|ends?|ended|mitigated)\b|\b(?:errors?|error rates?|latency|alerts?|failures?|5\d\ds?) (?:\w+ )?(?:drop(?:s|ped)?|decrease[sd]?|decline[sd]?|subside[sd]?|stop(?:s|ped)?|cease[sd]?|clear(?:s|ed)?|return(?:s|ed)? to (?:normal|baseline))\b/i,
  ],
  [
    'mitigation',
    new RegExp(
      String.raw`\b${SERVICE} (?:\w+ )?(?:recover(?:s|ed|ing)?|improv(?:es|ed|ing)|stabili[sz]e[sd]?|restored)\b`,
      'i',
    ),
  ],

  [
    'verification',
    /\b(?:verif(?:y|ies|ied|ying)|validat(?:es|ed|ing)|confirm(?:s|ed|ing)?) (?!.{0,40}\b(?:outage|report|bug|root cause)\b).{0,40}\b(?:fix|fixed|works?|working|recover\w*|resolved|resolution|healthy|operational|normal|success\w*|up|running|restored)\b|\b(?:fix|recovery|rollback|resolution|everything|services?) (?:\w+ )?(?:verified|validated|confirmed)\b/i,
  ],

  [
    'monitoring',
    /\bmonitor(?:ing|ed|s)? (?:for|the situation|the (?:service|system|cluster|fix|metrics|dashboards?)|closely|continues?|stability|recovery)\b|\b(?:continu(?:e|es|ed|ing)|kept|keep(?:s|ing)?) (?:to )?(?:monitor\w*|watch\w*|observ\w*)\b/i,
  ],

  [
    'resolution',
    /\b(?:incident|issue|outage|problem|everything|alerts?|it|impact|failure|error) (?:\w+ )?(?:\w+ )?(?:resolved|fixed|solved|closed|over)\b|\b(?:resolves?|closes?|closed|declared) (?:the |this )?(?:incident|issue|outage) ?(?:resolved|over|closed)?\b|\bofficially resolved\b|\bmarked (?:as )?resolved\b|^\W*resolved\b/i,
  ],
  [
    'resolution',
    /\ball[- ]clear\b|\bend of (?:the )?(?:outage|incident|impact)\b|\b(?:outage|incident|impact|disruption) (?:ends?|ended|is over|was over)\b|\b(?:back|return(?:s|ed|ing)?|restored) to (?:\w+ )?(?:normal|operational|service|normality|baseline|100 ?%)|\bback (?:online|up(?! (?:the|a|to)\b)|in service)\b/i,
  ],
  [
    'resolution',
    /\ball (?:\w+ ){0,3}(?:services?|systems?|customers?|users?|traffic|functionality|regions?|nodes?|pods?|clusters?|requests?) (?:\w+ ){0,2}(?:recovered|restored|resolved|operational|healthy|normal|mitigated)\b/i,
  ],
  [
    'resolution',
    new RegExp(
      String.raw`\b${SERVICE} (?:\w+ )?(?:fully |completely |all )(?:restored|recovered|operational|functional|available|working|healthy)\b|\bfull(?:y)? (?:service )?(?:recover(?:y|ed)|restor(?:ed|ation)|operational|functional)\b|\b${SERVICE} (?:is |are |was |were |has been |have been )?restored\b`,
      'i',
    ),
  ],
];

/** Says the opposite, or speaks of another thing of that name. */
const NOT_RESOLVED =
  /\b(?:not|never|un|isn't|wasn't|partially|partly|temporarily|appears?|seems?|hopefully|until|once|if|to be|will be|should be)\b[^.]{0,25}\b(?:resolved|fixed|solved|restored|normal|recovered|mitigated)\b|\b(?:DNS|host ?names?|names?|domains?|address(?:es)?)\b[^.]{0,20}\bresol/i;
const PLANNED =
  /\b(?:plan(?:s|ned)? to|decid(?:es|ed) to|discuss(?:es|ed)?|consider(?:s|ed)?|propos(?:es|ed)|trying to|tr(?:y|ies|ied) to|unable to|failed to|cannot|can't|couldn't)\b/i;
/** Paper work behind the recovery: counts only where no entry tells the recovery itself. */
const ADMINISTRATIVE =
  /\b(?:incident|ticket|bridge|call|channel|status ?page|postmortem|post-mortem|review) (?:\w+ )?(?:closed|archived|updated|scheduled|begins?)\b|\bincident (?:ends?|ended|is over|was over)\b|\bclos(?:es|ed) (?:the |this )?(?:incident|ticket|bridge|call)\b/i;

/** Most entries are not longer; of the others the beginning is read. */
const LONGEST = 300;

/** The milestones an entry of a timeline tells, by its words; most tell none. */
export const milestonesOf: (event: string) => readonly Milestone[] = (event) => milestonesIn(event.slice(0, LONGEST));

const compile = compiledAtOnce([
  ...[...LABELS, ...SENTENCES].map(([, pattern]) => pattern),
  ...Object.values(MILESTONE_WORDS).flatMap((words) => Object.values(words)),
  NOT_RESOLVED,
  NOT_YET,
  PLANNED,
]);

const milestonesIn = remembered(read, LONGEST);

function read(text: string): readonly Milestone[] {
  compile(text);
  const label = LABELS.find(([, pattern]) => pattern.test(text));
  const found = new Set<Milestone>(label ? [label[0]] : []);
  for (const [milestone, pattern] of SENTENCES) if (!found.has(milestone) && pattern.test(text)) found.add(milestone);
  for (const words of Object.values(MILESTONE_WORDS))
    for (const [milestone, pattern] of Object.entries(words)) if (pattern.test(text)) found.add(milestone as Milestone);
  if (label?.[0] !== 'resolution' && (NOT_RESOLVED.test(text) || NOT_YET.test(text))) {
    found.delete('resolution');
    if (label?.[0] !== 'mitigation') found.delete('mitigation');
  }
  if (!label && PLANNED.test(text)) {
    found.delete('resolution');
    found.delete('verification');
  }
  // What is over by now did not begin with it, and what is fixed was found before.
  if (found.has('resolution'))
    for (const other of ['start', 'detection', 'hypothesis'] as const) if (label?.[0] !== other) found.delete(other);
  if (
    found.has('detection') &&
    label?.[0] !== 'start' &&
    /\b(?:report|notic|detect|alert|paged)/i.test(text.slice(0, 80))
  )
    found.delete('start');
  return [...found];
}

/** Whether an entry closes the paper work rather than the incident ("Incident closed, review begins"). */
export const isAdministrative = remembered((event) => ADMINISTRATIVE.test(event.slice(0, LONGEST)), LONGEST);
