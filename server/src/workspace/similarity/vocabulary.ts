/**
 * Words of one meaning in the causes of incidents: "ran out of", "exhausted" and "saturated" are one thing there. Each line is a meaning and the
 * words that carry it; words are compared by their stem, phrases are joined first. It holds mechanisms, not symptoms: "503" or "slow" tell how an
 * incident looked, not why it happened.
 */
export const MEANINGS: Readonly<Record<string, string>> = {
  // what is short
  exhaust:
    'exhaust exhaustion deplete depleted full filled saturate saturation starve starvation insufficient undersized overrun maxed ceiling outgrow outgrew overflow "ran out" "run out" "running out" "runs out" "used up" "filled up" "no more" "too small" "too few" "none left" "no free" "hit the limit" "reached its limit" "reached the limit" "at capacity" "to capacity" "no room" occupied',
  memory: 'memory oom heap ram oomkilled "out of memory" "memory limit" rss swap "garbage collection" gc',
  disk: 'disk volume storage filesystem inode partition ssd "no space left" "disk space" pvc',
  cpu: 'cpu core vcpu compute processor',
  connection: 'connection socket pool pooler pgbouncer session port "connection pool" ephemeral nat snat conntrack',
  descriptor:
    'descriptor inotify fd ulimit "file descriptor" "file handle" "open files" "file watch" "file watches" handle',
  thread: 'thread executor goroutine "thread pool" "worker pool" coroutine',
  address: '"ip address" "ip addresses" ip subnet cidr ipam eni "address space"',
  quota:
    '"too many requests" "over the limit" "exceeded the limit" exceed quota throttle throttling "rate limit" "rate limits" "rate limiting" "rate limited" ratelimit "usage limit" "api limit" allowance cap',
  capacity:
    'capacity provision overprovision underprovision headroom autoscale autoscaler autoscaling scale hpa sizing replica',
  load: 'overload overloaded overwhelm multiply multiplied traffic surge spike burst peak demand campaign "load test" influx crowd',
  // what changes
  deploy: 'deploy deployment release rollout ship shipped "rolled out" "roll out" push promote publish',
  rollback: 'rollback revert "rolled back" "roll back" undo backout',
  config:
    'config configuration configure misconfigure setting parameter yaml manifest helm terraform variable "environment variable" value chart override toggle',
  flag: 'featureflag "feature flag" "feature flags" flag "feature toggle" killswitch "kill switch" experiment variant',
  upgrade: 'upgrade bump update patch "version bump" minor major newer',
  incompatible:
    'incompatible incompatibility breaking mismatch deprecate deprecated "no longer supported" unsupported removed "backwards compatible" "backward compatible" skew contract',
  migration: 'migration migrate "schema change" "alter table" ddl schema backfill column',
  rename: 'rename renamed typo misspell misspelled "wrong name" selector',
  // data stores
  lock: 'lock deadlock contention mutex blocked "row lock" "table lock" exclusive waiting serialize',
  query: 'query sql scan "full table scan" "table scan" "query plan" planner statement join unbounded',
  index:
    'index indexes indices unindexed "missing index" "table scan" "sequential scan" "full scan" "sequential reads" "entire table" "whole table" "query plan" "query planner"',
  replica:
    'replica replication standby secondary follower "read replica" lagging "replication lag" lag failover primary leader election quorum "split brain"',
  backup: 'backup snapshot restore recovery "point in time"',
  delete:
    'delete deleted deletion remove removed removal cleanup "clean up" "cleaned up" drop dropped wipe wiped purge purged truncate destroy destroyed prune cleanup erased terminate "garbage collected"',
  corrupt: 'corrupt corruption inconsistent malformed garbled invalid',
  database: 'database db postgres postgresql mysql mariadb mongo mongodb sqlite dynamodb cassandra rds',
  // identity
  certificate: 'certificate cert tls ssl x509 ca "certificate authority" letsencrypt "let\'s encrypt" https pem chain',
  expire:
    'expire expired expiry expiration lapse lapsed renew renewal renewed "not renewed" outdated "end of life" ttl validity "valid until" "valid for" "only valid" lifetime "day limit" "ran out on"',
  credential:
    'credential secret token password apikey "api key" "api keys" "access key" key keytab passphrase "service account"',
  rotate: 'rotate rotation rotated rekey reissue replace replaced',
  permission:
    'permission role iam policy rbac authorization authorize privilege scope grant entitlement acl assumerole forbidden',
  login: 'sso saml oauth oidc ldap adfs "identity provider" idp kiam authentication authenticate',
  // network
  dns: 'dns resolver nameserver coredns kubedns "name resolution" "name server" resolve hostname "dns record" "dns records" "dns entry" "dns entries" "hosted zone" zone nxdomain cname registrar domain delegation subdomain',
  route:
    'route routing router bgp ingress traefik nginx haproxy envoy gateway proxy "load balancer" loadbalancer alb elb listener upstream backend rule',
  firewall: 'firewall "security group" "network policy" allowlist whitelist denylist blocklist waf egress',
  network: 'network mtu packet switch link vpn vpc peering latency fiber cni partition "packet loss"',
  // behaviour
  retry:
    'retried retrying reconnected reconnecting retry retries reconnect backoff "back off" "thundering herd" thunderingherd stampede storm hammer amplify amplification jitter simultaneously',
  timeout:
    'timeout "time out" deadline "no timeout" hang hung blocking "circuit breaker" circuitbreaker bulkhead keepalive',
  queue:
    'queue backlog consumer producer broker kafka rabbitmq sqs topic offset partition message dlq "dead letter" poison pending enqueue dequeue',
  priority:
    'priority prioritize prioritise interactive bulk urgent transactional "head of line" "waited behind" "wait behind" "stuck behind" "noisy neighbour" "noisy neighbor" fairness isolate isolation tenant',
  herd: 'stampede "thundering herd" thunderingherd "at once" "all at once" "same second" "same moment" "same minute" "at the same time" simultaneous simultaneously coalesce jitter "single flight" singleflight synchronize synchronise',
  cache:
    'cache cached redis memcached cdn stale invalidate invalidation eviction "cold cache" "cache was cold" warm warmup prefetch miss "cache miss" "cache misses" "hit rate" recompute precompute lru',
  leak: 'leak leaked leaking "never released" "never closed" "not closed" "not released" unclosed "grows without bound" "grew without bound" accumulate accumulated unreclaimed orphan orphaned dangling "never freed" "not freed" retained listener',
  growth:
    'grow grew grown growing growth climb creep unbounded accumulate pile "piled up" "piles up" "without limit" "without a limit" "never truncated" "not truncated" "never rotated" "not rotated" "never deleted" "filled up" bloat',
  race: 'race "race condition" concurrent concurrency simultaneous interleave nonatomic atomic ordering "at the same time" parallel',
  clock:
    'clock ntp timezone "time zone" dst "daylight saving" leap "leap year" "leap second" "clock skew" "clock change" "clock drift" "summer time" "winter time" "standard time" "local time" "wall clock" wallclock "utc offset" "time change" tz epoch midnight',
  loop: 'loop recursion recursive infinite endless cycle circular',
  null: 'null nil undefined nullpointer "null pointer" unhandled exception panic crash uncaught "type error" missing-field optional',
  encoding: 'encoding utf8 utf-8 charset unicode escape parser parse serialization deserialization json',
  cron: 'cron cronjob "cron job" scheduler batch nightly',
  duplicate: 'duplicate duplicated idempotent idempotency twice "more than once" replay replayed reprocess double',
  regex: 'regex backtrack backtracking "regular expression" quadratic catastrophic exponential',
  // platform
  node: 'node host machine instance vm server hypervisor kubelet ec2 ami',
  drain: 'drain evict evicted eviction cordon preempt preemption reschedule disruption "pod disruption" pdb',
  probe:
    'unhealthy healthy probe liveness readiness "health check" "health checks" healthcheck healthchecks heartbeat "health endpoint" "health endpoints" "status endpoint" shallow',
  controlplane:
    'apiserver "api server" etcd controlplane "control plane" webhook admission controller operator flux argo argocd',
  image: 'image registry dockerhub container docker tag "pull limit" artifact layer "base image"',
  dependency: 'dependency library package npm pip module transitive lockfile unpinned pin pinned semver',
  vendor: 'vendor provider "third party" third-party supplier saas external partner cloudflare fastly',
  region: 'region zone "availability zone" az datacenter "data center" "data centre" multiaz rack',
  hardware: 'hardware power ups fan psu dimm raid nic cooling generator',
  logging: 'log logs logging fluentd rotation verbose debug',
  // what was missing
  validate:
    'validate validation check sanity guard guardrail lint "dry run" precondition reject unchecked unvalidated preview confirmation prompt',
  canary:
    '"in one step" "in one go" "one step" rollout "staged rollout" everybody everyone canary gradual progressive "all at once" "every region" blast bluegreen simultaneous wave fleetwide "whole fleet"',
  test: 'test tested testing staging coverage integration rehearsal qa untested',
  observe: 'monitor monitoring alert alerting alarm dashboard observability metric threshold unmonitored paged',
  runbook: 'runbook document documentation undocumented playbook procedure tribal',
  ownership: 'owner ownership unowned orphaned responsibility handover',
  failover:
    'failover redundancy redundant "single point" spof fallback degrade standby switchover "switch over" takeover "take over" "took over" promoted promotion "failed over" "fail over" drill rehearse practise',
  attack: 'ddos attack bot scraper crawler abuse flood malicious exploit vulnerability cve compromised',
};

/**
 * Meanings that say where or when, or what would have helped, rather than why: a release, a node, a missing test. Two causes that share only these are not
 * the same.
 */
export const CIRCUMSTANCES: ReadonlySet<string> = new Set(
  'deploy config upgrade observe test canary runbook ownership validate node database load capacity image vendor region hardware route network logging controlplane login dependency rollback'.split(
    ' ',
  ),
);

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
