/** Words that every postmortem has, and words for how an incident looked: neither says why it happened. */
export const NOISE =
  'a about above after again all also although am an and any are aren around as at back be became because become been before began behind being below ' +
  'between both but by came can cannot caused cause causes could day days did didn do does doesn doing don done down due during each either else enough etc ' +
  'even every few first for from further gave get gets given go goes going gone got had hadn happen happened has hasn have haven having he hence her here ' +
  'hers him his hour hours how however i if in into is isn it its itself just keep kept last later least led less let like long made make makes making many ' +
  'may meant might minute minutes more most much must my near need needed needs neither never new next no nor not nothing now number of off often old on once ' +
  'one only onto or other others our ours out over own part per place possible previous previously put quite rather real really reason result resulted same ' +
  'saw second seconds see seen seem set several shall she should show shows since so some something soon still such take taken takes than that the their them ' +
  'then there these they thing things this those though three through thus time times to together too took toward turned two under until up upon us use used ' +
  'user users uses using usual usually various very via was wasn way we week weeks well went were weren what when where whereas whether which while who whole ' +
  'whom whose why will with within without won would wouldn year yet you your yours ' +
  'incident incidents postmortem postmortems issue issues problem problems root outage outages impact impacted affected customer customers service services ' +
  'system systems team teams production prod error errors fail failed failing fails failure failures fault resolved resolve fix fixed detected detection ' +
  'alerts engineer engineers response respond responses responded request requests unavailable availability degraded degradation slow slower slowly latency ' +
  'working work works broke broken break start started stop stopped end ended began app application applications website site page pages unable able ' +
  'high low large small big contributing factor factors action actions item items lesson lessons learned summary background trigger triggered discovered ' +
  'noticed found reported investigation investigated mitigated mitigation recovered brought report normal expected unexpected correct correctly incorrect ' +
  'wrong wrongly right current currently able currently additional related following follow based know known unknown understand understood monday tuesday ' +
  'wednesday thursday friday saturday sunday january february march april june july august september october november december am pm';
