/**
 * Words that stand for one another in the stories of incidents, whatever the mechanism: "erased", "tidied up" and "dropped" are all removal. Compared by their
 * stems, so one form of each word is enough.
 */
export const WORD_CLASSES: Readonly<Record<string, string>> = {
  // things
  db: 'database db postgres postgresql mysql mariadb oracle mongo mongodb aurora rds cassandra dynamodb sql metabase main',
  rows: 'table row column record collection tablespace enum series',
  store: 'cache redis memcached cdn varnish edge fragment memoize',
  msg: 'message event job task order document item entry file payload mail pdf',
  line: 'queue topic broker kafka rabbitmq rabbit sqs pubsub stream backlog partition buffer inbox',
  worker: 'worker consumer subscriber process daemon connector agent indexer handler forwarder thread',
  copies: 'pod replica instance worker machine server container fleet broker copy process',
  machine: 'machine host server node vm box computer laptop workstation rack',
  balancer: 'balancer alb elb nginx haproxy traefik envoy ingress proxy gateway router mesh edge varnish',
  client: 'client app browser phone device sdk mobile frontend android ios',
  partner:
    'partner vendor provider supplier "third party" external saas stripe adyen paypal twilio sendgrid okta github google carrier bank acquirer bureau aws azure gcp cloudflare fastly company exchange apple operator service dealer microsoft salesforce',
  customer:
    'customer tenant user merchant company visitor shopper member guest caller organisation partner firm dealer client',
  disk: 'disk volume partition filesystem storage space byte gb tb tape san nas',
  ram: 'memory heap ram oom rss xmx',
  secret: 'credential password secret token key apikey passphrase keytab',
  cert: 'certificate cert tls ssl x509 pem',
  access: 'permission role access right privilege policy iam rbac acl grant scope',
  name: 'dns hostname name record resolver lookup zone domain address ip endpoint coredns',
  rule: 'rule policy selector filter match pattern firewall networkpolicy condition',
  label: 'label tag annotation metadata suffix dimension',
  metric: 'metric series graph dashboard exporter prometheus datadog expression',
  alarm: 'alert alarm warning pager monitor notification paging mute tell',
  setting: 'config configuration setting parameter yaml json variable value manifest override',
  release: 'deploy deployment release rollout version build ship push upgrade update',
  artifact: 'image artifact package library module dependency binary chart tag',
  infra:
    'terraform ansible puppet chef argo argocd flux gitops pipeline automation operator helm cloudformation reconcile',
  script: 'script command sql backfill correction query tool statement',
  batch:
    'batch bulk campaign newsletter export import report backfill etl analytics crawl archive extraction reindex nightly science marketing statement dashboard notebook',
  standby: 'standby secondary replica backup spare passive follower redundant fallback failover',
  leader: 'primary leader master writer',
  check:
    'probe liveness readiness healthcheck ping heartbeat "status url" "status endpoint" "health endpoint" check /ready',
  sched: 'cron crontab schedule timer nightly airflow job task',
  // what happens to them
  out: 'exhaust full "run out" "used up" "none left" "nothing left" "no free" "no more" eaten deplete saturate overflow zero insufficient occupy claim consume taken "no chance" fill eat "up to" "not a byte" discard "in use" "all of them in use" "given out" "handed out" vergeben',
  limit: 'limit cap maximum max ceiling bound quota allowance budget permit accept threshold size small smaller give',
  reach:
    'exceed over above beyond hit reach cross pass reject refuse drop "turned away" "too many" "too large" deny "no more than" "at most"',
  grow: 'grow climb bigger swell pile accumulate rise unbounded forever "for ever" never linger keep retain collect add',
  slow: 'slow hang stall late delay long seconds minutes hour pause freeze',
  wait: 'wait block behind hold stuck idle queue busy sit "stood still" occupy',
  again:
    'again repeat retry "once more" reattempt resend resubmit replay redeliver attempt twice over duplicate reappear requeue round circle trip "one after the other" "second time" reuse "next one" every',
  together:
    '"at once" simultaneous "same moment" "same second" "same minute" "same time" parallel concurrent together identical within herd stampede instant "rack by rack" "in one run" "by one run" "both of them" "two of them" "each other" meanwhile',
  flood:
    'overload overwhelm bury saturate melt traffic load surge storm flood demand "fell over" cope multiply amplify nearly rush',
  crash:
    'crash die kill abort "fall over" panic throw exception dereference restart terminate end dead unhandled uncaught fail "given up" stopped "turned unready" "torn down" exit reset',
  remove:
    'remove delete drop erase wipe purge cleanup clean tidy destroy prune vanish "take out" "take away" unused retire decommission truncate empty cancel "switched off" unregister detach flush disappear "left out" lack evict',
  change:
    'change rename replace move switch convert migrate harmonise standardise reorganise "no longer" new different synchronise become another flip exchange edit split deviate transfer',
  old: 'old former previous prior earlier outdated stale "out of date" legacy predecessor forgotten "years ago" "on that day" "the build before" "that day"',
  fresh: 'renew rotate reissue fresh new replace update latest roll regenerate change',
  still:
    'still keep "went on" "carried on" continue remain stay until hold remember stood "goes on" "had been forgotten" untouched',
  begin:
    'start startup boot initialise bounce reload reread restart launch "come up" "came up" receive wake "power on"',
  byhand:
    'manual hand console emergency forget undocumented colleague someone workaround hotfix kubectl paste intern notebook developer typed directly',
  unseen:
    'nobody "no one" unnoticed silently quiet unaware learn notice realise unknown watch look green success healthy "believed himself" told aware',
  untried:
    'untested rehearse practise drill exercise trial try test ever never restore tried "wanted to" handful beforehand',
  wrong:
    'wrong incorrect mistake typo misspell broken bad invalid malformed swap missing corrupt bug defect excessive another',
  all: 'all everyone everybody every whole entire global worldwide fleet both',
  single: 'single only sole lone',
  shared: 'share same common between',
  other: 'other another else foreign rest everyone stranger firm neighbour',
  early: 'before ahead first early yet ready finish complete assume arrive',
  many: 'thousand million hundred each per every distinct unique number',
  down: 'down outage unavailable unreachable offline incident fail die lost answer hang broke blackout "power cut" stuck',
  lapse: 'expire lapse expiry validity "ran out" notafter lifetime overdue "its end"',
  cut: 'block close deny reject refuse drop blackhole cut forbid "not allow" "did not allow" stop "locked out"',
  undo: 'revert rollback undo "roll back" "go back" "set back" "set it back" return downgrade restore',
};

/** Words that causes have whatever the mechanism: they tell less. */
export const COMMON_WORDS =
  'accept account address again all another answer api ask back batch before begin behind both build call change check client cluster code column connect contain ' +
  'customer data database date day delete disk drop each empty end event every export fail file first full gateway get give half hand hold host hour image index ' +
  'instance job keep key kill last leave limit list live load lock log look lose machine mail memory million minute more move name need network never new night ' +
  'no node nobody not nothing number old on once only open order other over own page partition pod pool primary price process provider queue read refuse release ' +
  'remove rename report request restart return row rule run same schedule script second send server service session set share since size start stay still store ' +
  'switch table take tell test three time traffic turn two update upload user wait while without worker write year';

/**
 * How systems fail: the failure classes of incident literature, each with what its stories have in common. A story has facets (what it happened to, what
 * happened, what made it possible); each facet is a list of words and phrases that different people use for it. `~name` stands for the words of that class.
 * The more facets a cause has words for, and the fewer mechanisms these words belong to, the likelier it tells of the mechanism.
 *
 * Names are shown to people as the reason why two incidents are similar.
 */
export const MECHANISMS: Readonly<Record<string, string>> = {
  // certificates, credentials, access
  'certificate or key expired':
    '~cert ~secret licence subscription registration identity "code signing" authority license signature proof & ~lapse "its validity" "end date" outdated "not valid" invalid "valid for" "valid until" "made out" & renew calendar remind "two years" "a year" "one year" "day limit" ~byhand ~unseen mailbox track owner "years ago" department requested warning authority auto-renew automatic disabled "written down" known',
  'renewed but not reloaded':
    '~cert ~secret config file vault & ~fresh exchange & ~begin "in memory" "when it starts" "reads only" "only reads" "picks up" mounted hook ~still ~old',
  'rotated on one side only':
    '~secret ~cert saml dkim signature signing metadata bind hmac webhook & ~fresh exchange "each quarter" & copied "both sides" verify check sign publish distribute pinned partner "public half" "hard coded" sent ~old onboarding sender receiver "also stored" list "until somebody" whereas other verification callback provider',
  'chain or trust store incomplete':
    '~cert bundle & chain intermediate root leaf issuer truststore "trust store" "ca bundle" cross-signed & missing ~old distrust untrusted incomplete build just only',
  'permission taken away':
    '~access bucket principal public & ~remove revoke restrict tighten narrow minimal harden "least privilege" lock security sweep "cut down" review mark reduce audit & need rely ~unseen read list write lose longer since',
  'permission missing':
    '~access account & missing lack never grant need & deny forbidden accessdenied unauthorized "not allowed"',
  'credential revoked or deleted':
    '~secret account user subscription & revoke deactivate disable cancel suspend offboard "left the company" personal employee unused & ~remove integration sync stop belong tied',
  'identity provider down':
    'sso saml okta oidc oauth ldap adfs "identity provider" idp login "sign in" authenticate kiam & ~down region & fallback break-glass emergency everything nobody depend',
  'clock drift':
    'clock ntp chrony ntpd chronyd timesync & drift skew wander ahead behind slip adrift future offset & token ticket signature kerberos sync reject synchronise source code otp "one time" accept',
  'daylight saving or time zone':
    'clock hour timezone "time zone" utc dst midnight "local time" timer winter & "daylight saving" dst forward "set back" "went back" shift skip local zone summer winter meant & ~sched twice hour window late early',
  'calendar edge case':
    'leap "29 february" "february 29" "new year" "end of year" "year end" epoch 2038 "week 53" "month end" "31 december" & date year calendar month week & add compute exist parse increment throw',
  // pools, connections, limits
  'connections times instances':
    'connection session pool pgbouncer slots & ~copies scale autoscale hpa more added & ~limit "too many clients" exceed "its own" multiply together per refuse server',
  'connections not given back':
    'connection socket handle cursor pool "result set" checked borrow & leak "never freed" free return release close finally early unclosed branch "on success" lend & ~out path exception hour error handler hand invalid branch many skip nothing success',
  'pool held during a slow call':
    'connection thread pool slot transaction & hold keep sit occupy tie idle wait & ~slow http ~partner endpoint downstream "another service"',
  'no timeout on a dependency':
    'timeout "time out" deadline "circuit breaker" bulkhead "upper bound" "for good" forever indefinitely infinite "as long as" wait & without none missing default never lack disable reply "as long as it takes" endless end thread occupy stuck indefinitely & thread request wait hang block depend downstream backend answer http reply',
  'file descriptors exhausted':
    'descriptor fd ulimit nofile emfile "open file" "file handle" inotify watch & ~out ~limit leak "too many" per-user & process file open socket reach',
  'ports or translation table exhausted':
    'snat ephemeral port conntrack nat time_wait tracking kernel table & ~out ~limit reuse left table & connection outgoing linger close keepalive fresh short-lived scraper tcp packet',
  'no free addresses':
    'subnet cidr ipam eni dhcp vpc address range & ~out free small left assign lease & pod node start',
  'provider quota reached':
    'quota limit maximum regional vcpu allowance & account region project cloud aws azure gcp subscription family support & ~reach raise increase ticket further start launch lift support need',
  'third party rate limit':
    'quota 429 "too many requests" "calls a minute" throttle pull limit daily & ~partner api registry "docker hub" geocoding anonymous crm sync & ~reach ~out loop release often per bug',
  'shared allowance used up by another use':
    '~shared under single & allowance quota budget limit key bandwidth account & ~batch ~other team "used up" eaten',
  'burst credits used up':
    'burst credit burstable iops gp2 throughput balance & ~out drop throttle saved live earn fall & disk volume cpu steady',
  'processor throttled by its limit':
    'cpu cfs processor core & throttle period pause quota stop share & limit container kernel idle request thread',
  'memory leak':
    '~ram listener handler object reference context closure mb & leak "never freed" "not freed" grow climb bigger attached accumulate retain release leave & ~crash hour kernel closed',
  'memory limit too low':
    '~ram container & limit fit cap gib gb size reduce low cross right-sizing copy off-heap & ~crash kernel "garbage collection" gc higher larger worker model',
  'whole input in memory':
    '~ram buffer & whole entire complete "at once" load read "in ram" & body upload payload result response export csv dataset large huge gb size before',
  'label cardinality':
    '~label ~metric counter customer_id stream attribute text & cardinality distinct unique unbounded id url million explode number random new each nearly & ~ram series hold prometheus number died store much ingester stream metric',
  'size limit of a message or header':
    'header cookie body payload message url document image jwt authorization group & size large kb mb byte big grow list hundred group & ~limit buffer ~reach fit',
  'integer id exhausted':
    'integer int serial sequence autoincrement auto_increment "primary key" counter id & 32 bit bigint maximum 2147483647 "out of range" overflow signed last end & number insert ~rows given key ~out',
  'file system full of logs':
    'log trace verbose debug access "core dump" rotate logrotate & ~disk var root & ~out grow rotate "rolled over" left',
  'disk filled by leftovers':
    '~disk & "replication slot" wal snapshot temporary temp tmp binlog image artifact layer director release spill checkout leftover & ~grow ~out ~old clean remove abandoned fit',
  'out of inodes': 'inode df tiny file & free half ~out create million & ~disk',
  'licence seats':
    'licence license seat edition concurrent plan & ~limit only & ~reach user session import line simultaneous',
  'autoscaling by the wrong signal':
    'autoscaler hpa scaler scaling & cpu metric average target signal utilisation sidecar depth look memory react constant request rate consider & never below stay reason add wait pile low wrong constant grow added cost nothing',
  'too few instances allowed':
    'maximum minimum max min upper bound ceiling cap group pilot "at most" maxreplicas & autoscaler scale group instance replica machine workload & reach stop still set stay grow forgot test first',
  'capacity not sized for demand':
    'traffic visitor demand load peak campaign celebrity television tv launch sale announcement viral event expected fan ticket final open marketing spike & capacity plan size few provision headroom forecast enough scale underestimate prepare expected bought foresee & ~flood double more million',
  'cluster without room':
    'pod node cluster schedule & place pending unschedulable capacity room spare insufficient taint cordon resource evict & ~out gb allow grow free fit',
  // contention and cost of work
  'retries multiply':
    'retry reattempt "try again" "tried again" attempt repeat resend requests caller & immediate backoff jitter multiply amplify "straight away" tier layer "without waiting" again pause "no wait" limit level "right away" triple & ~flood recover struggle usual store backend climb down sixty volume total',
  'everybody reconnects at once':
    'reconnect "log in again" rejoin "came back" "back in" login session poll device player client agent timer fixed & ~together jitter delay wave each & ~flood lost knock down hit',
  'cache stampede':
    '~store key ttl entry ranking evict popular & ~lapse miss absent live invalid evict age wait first each & ~together rebuild recompute compute regenerate coalesce single-flight hundred thousand request database process query',
  'cold cache':
    '~store prefix hit-ratio ratio & cold empty flush restart wipe warm nothing clear replace lost node & database read origin "fell through" backend load hit miss carry behind traffic store swamped',
  'stale cache':
    '~store remember hold plan local map filled & ~old invalidate purge told change nothing correction & ~still ttl hour serve hand change evening refused paid "until the next" midnight seen',
  'error cached': '~store ttl & 404 500 error negative nxdomain failure & keep store serve hour long stay remember',
  'cache key lacks a dimension':
    '~store key stored memoise & key vary url group header only path part compare number & language currency logged basket people other ~customer differ personal channel token answer bearer profile first',
  'eviction of what must stay':
    '~store ~ram basket counter session & evict lru "threw out" maxmemory low oldest "pushed out" crawl & session share state lock queue recompute basket',
  'lock held by a schema change':
    '~rows migration alter ddl schema constraint index field foreign & lock exclusive rewrite block check hold copy queued & write row large query until update million touch',
  'waiting for a lock':
    'lock latch mutex row transaction & hold wait queue block contention behind open & transaction statement report update table open console thread',
  deadlock:
    'deadlock "each other" reverse order circular wait & lock row held wait need & two neither both other want pool moved',
  'long transaction holds back cleaning':
    'transaction session vacuum autovacuum xid wraparound mvcc snapshot query & long open idle & vacuum bloat dead swell clean remove undo freeze wraparound',
  'missing index':
    'index unindexed scan filter "looks at every" lookups reference supporting & scan missing without never recreate drop sequential full read whole matching "every row" slow grows search goes all & ~rows lookup query million search event complete where delete reads',
  'query plan changed':
    'plan planner optimizer optimiser statistic stats analyze "another way" statement & choose decide change switch flip sample different began estimate & without release index loop scan join second',
  'too many queries for one page':
    'query ask lookup select round-trip request serializer fetch & "n 1" per "one by one" loop lazy individually & list page product item hundred show comment thread trip',
  'unlimited query or result':
    'query search report request filter endpoint client & unlimited limit pagination everything "page size" wildcard "upper bound" cartesian unbounded without & ~rows load million memory scan result',
  'hot partition':
    'partition shard key hash hot skew bucket room date distribute number null device kinesis & single constant biggest celebrity merchant most largest since "all writes" nearly today "one place" land stands maps permanently & other idle traffic limit rest nothing event load only uneven write nearly today partition behind hardly seven',
  'neighbour takes all':
    '~customer neighbour noisy integration heavy large single busy big vm hypervisor & ~shared isolate pool worker fair per executor slot quota rate-limit limiter link storage & ~other hold hung starve left nothing occupy upload catalogue slow suffer queue saturate backup',
  'bulk work before urgent work':
    '~batch million re-index thumbnail catalogue & ~line pool worker lane default preview user "in front" wait & priority urgent interactive transactional behind wait live password only reset enqueue front',
  'heavy job against production':
    '~batch analyst load-test count controlling & production live primary database largest main & load read io slow peak throttle heavy scan saturate business hour disk rush morning "full speed" statement',
  'runaway loop':
    'loop recursion endless infinite "each other" feedback exchange echo bounce cycle itself circle round & answer reply trigger event update webhook write bot sync mail back erp crm & again ~many grow within fast round spent',
  'costly expression or algorithm':
    'regex pattern expression quadratic exponential algorithm complexity backtrack & cpu core input string length nested long & catastrophic second grow busy spaces',
  'abusive traffic':
    'ddos attack bot scraper crawler botnet stolen abuse spam flood list host & traffic request login password "sign in" search ip & capacity block limit protection real overload',
  'legitimate requests blocked':
    'waf captcha "spam filter" ban blocklist firewall injection limiter "per source" suspected fail2ban anti-abuse detection bot & rule false positive mistake shared nat office form word source address attacker count typed regard rate automated & ~customer legitimate real block reject office school locked branch monitoring parallel app challenge solve mobile',
  'attack on the supply chain':
    'vulnerability cve exploit malicious compromised attacker malware worm takeover steal "taken over" leak & package npm library token secret repository maintainer dependency account commit & publish read sent expose version',
  // queues and events
  'poison message':
    '~msg record customer single first & ~crash malformed invalid negative null broken unparsable "cannot be parsed" serialise serialize name "brought down" choke unreadable corrupt & "dead letter" dlq again "same message" offset front head back park aside requeue next following blocked behind skip advance "stood still" record stop "retried forever" endlessly restart',
  'redelivered while still handled':
    '"visibility timeout" lease "poll interval" ack acknowledge lock heartbeat gives rebalance minutes seconds task & longer slow late need ends & ~again ~other worker hand reassign second same start',
  'repeated without idempotency':
    '~again once second order start & idempotency reference key guard recognise recognize separate see purchase dedupe deduplicate created two both treat 504 "in the background" & timeout reply response lost accepted late answer charge booking order payment post code label paid double twice',
  'queue grows without bound':
    '~line event log sink & grow faster backpressure unbounded fill keep fast ceiling limit retention twice slow pause & consumer producer drain slow memory ram slower',
  'events out of order':
    'event message update cancel create webhook change "first in" sequence status & order later older sequence overtake arrive before applied & overwrite partition version timestamp last parallel path different',
  'consumer stopped unnoticed':
    '~worker replication sync shipper task & stop die fail dead exit stall stuck hung state disconnect paused & ~unseen restart supervise alive nothing policy shown opens screen',
  'message format incompatible':
    'schema field property format avro protobuf contract serializer enum json & producer publisher consumer subscriber reader deserialize parse & ~change required incompatible add look cannot read unknown drop',
  'upstream changed meaning or format':
    'field value column file format number amount feed data price quantity name type sign erp & ~partner upstream team source import warehouse began column indicator ignored formerly & unit meaning notice announce metres kilometre annual monthly net vat switch change contract silently before without lots pieces stayed told rather counts now inform until arrive minus',
  'units or rounding':
    'unit cents euros dollars millisecond metres kilometre celsius decimal rounding float percent currency net gross kelvin lot piece gram kilogram seconds pound inch weight timeout & expect pass interpret treat assume multiply divide instead mix sent figure return mean given carried old & hundred hundredth thousand amount wrong value',
  'text encoding or locale':
    'encoding locale charset utf latin unicode collation separator bom umlaut "byte order" "byte order mark" csv & parse character read reader expect written convert match loader first & import broken name file reject column ignore',
  'missing value not handled':
    'null nil none undefined empty missing blank optional zero unset nothing guest lower category without & ~crash unwrap assume parse code key & value field object list response config form filled banner address e-mail exist since product',
  // releases and versions
  'old and new version side by side':
    '~rows field schema migration endpoint session deserialise & ~remove rename change mandatory wrote deserialise & ~still ~old both rolling expand contract "side by side" version pod build read coexist last newer older half',
  'no way back':
    '~undo back & migration schema format layout data convert irreversible one-way rewrite last step drop rewritten binary decode re-encode encoded & ~old read impossible cannot incompatible already written older reject need release access session',
  'wrong order of deployment':
    '~release live bundle & before first ahead sequence "an hour" order earlier together only needs & frontend backend client server api consumer app endpoint rely exist bundle web need field',
  'old clients cut off':
    '~client version terminal firmware & ~old update install year last support firmware & ~remove switch endpoint api v1 force deprecate believe disable off nothing else tls',
  'released to all at once':
    '~release change flag config parameter host & ~all region "data centre" step host & canary gradual staged wave percent progressive "one step" "in one go" "at once" first few blast handful trying',
  'dependency floated to a new version':
    '~artifact base latest python npm pip transitive dockerfile resolve build & pin lockfile latest floating range overnight upstream publish install unpinned anew "came out" resolve "every time" signature rebuild & ~fresh break compile incompatible drop extension next minor major import fail signature image remove option pulled',
  'published version overwritten':
    '~artifact version & immutable overwrite mutable checksum digest "same tag" "same number" "same version" push again reupload "re uploaded" repository & pull differ content',
  'upgrade changed behaviour':
    'upgrade bump major minor release newer & default behaviour stricter deprecate changelog verify regression break removed & version driver kernel framework cluster plugin chart controller library',
  'defect in the platform':
    'kernel hypervisor firmware driver runtime containerd docker ami "operating system" & bug defect regression faulty fix & hang freeze panic crash card node type corrupt deadlock leak',
  'wrong processor or architecture':
    'instruction avx arm arm64 amd64 architecture processor x86 & illegal compile built abort & image node older machine',
  'feature flag fallback':
    'flag toggle variation feature switch launchdarkly & default fallback "hard coded" "compiled in" "no data" last & ~down contact cannot reach patched absent sdk service',
  'flag or old code switched on':
    'flag toggle parameter switch feature & enable "turned on" "switched on" activate reuse "was set" & ~old dead unfinished code market cleanup untested different',
  'test setting in production':
    'test staging sandbox demo debug dev development & production live real customer & setting config endpoint copy url mode smtp mail environment pointed data',
  'configuration not validated':
    '~setting file rule list form field console & ~wrong comma syntax indentation empty quote wildcard format hand means everyone & validate lint review preview "dry run" tries beforehand accept schema push guard check proxy whatever enter fleet load nothing reject saved',
  'environments drifted apart':
    '~setting kernel version script limit sysctl change buffer canary glibc & drift differ tune unlike snowflake second "two years" ~byhand smaller "set up" playbook before existed "not in" replacement newer test & environment host "data centre" staging ~standby cluster site region other still since ~old copy broker two production document active therefore',
  'automation undid a manual change':
    '~infra git controller & ~byhand git drift night scaled incident opening deviation & ~undo overwrite reset apply reconcile morning sync back later disappear "next run" notice',
  'automation destroyed a resource':
    '~infra state plan chart refactor & ~remove recreate replace another create uninstall & module plan review rename resource prevent lifecycle approved bucket read protection volume release',
  'rule by label that changed':
    '~label name affinity selector & ~change dropped former upgrade & ~rule monitor select pick grant egress ~metric looked fit',
  'routing rule too wide':
    'ingress route rule path proxy vhost traefik nginx host listener & wildcard catch-all precedence priority conflict overlap regex swallow duplicate match & other application traffic request meant backend',
  'load balancer set up wrongly':
    '~balancer "target group" listener backend upstream & port attach register detach timeout body pointed listen override target & ~wrong nobody send instance removed different default empty',
  'idle timeout mismatch':
    'idle keepalive "keep alive" silent quiet unused without telling flow unanswered & close drop reset shorter longer timeout believe tell side whereas abandon forget end "torn down" give & connection pool balancer nat server client firewall keep hour socket reuse driver nginx flow',
  'load not spread':
    'balance "round robin" grpc http2 sticky "long lived" channel imbalance uneven affinity connection open cookie bound session & pod instance server none idle scale-up & ~old saturate stay few got kept user',
  // network
  'name record removed or wrong':
    'dns cname record zone apex nxdomain entry & ~remove wrong overwrite edit & ~unseen recognise resolve inventory file host cleanup',
  'resolver overloaded':
    'dns coredns resolver "name server" nameserver "name resolution" lookup ndots & ~flood throttle limit cpu oom able many queries pace & search suffix answer cluster multiply ask lives',
  'address resolved once and kept':
    '~name & once ~begin "never again" "never asked" forever "config load" cache ttl jvm ~still & ~old ~change repoint failover restart talk',
  'domain lapsed':
    'domain registrar registration dnssec & ~lapse renew park suspend & invoice mail reminder card employee former',
  'outgoing address changed':
    'ip address egress nat source outgoing & allowlist whitelist list accept "lets in" only firewall fixed documentation partner bank customer & ~change leave',
  'firewall closed a needed way':
    'firewall port egress "security group" "network policy" udp rule acl & ~cut ~remove default & ~unseen need unused audit belong owner outgoing sync list',
  'packets too large for the way':
    'mtu pmtu fragmentation jumbo icmp packet overlay tunnel 1500 & large byte size above smaller lower & drop disappear arrive hang never',
  'route leaked or withdrawn':
    'bgp prefix peering asn carrier & announce withdraw leak advertise & internet specific filter traffic import world',
  'network partition and two leaders':
    '"split brain" ~leader partition lease election quorum fence successor survivor sentinel half & both two itself pause lost halves promoted & link network site accept write other dead zone isolated began survivor vlan broken afterwards "thrown away"',
  'network link failed':
    'fibre fiber cable link switch router transceiver circuit line & cut fail flap break damage loss & second redundant path single',
  'hardware failed':
    'hardware battery raid controller psu dimm "power supply" cooling fan "memory module" motherboard generator disk & ~crash fault degrade overheat defective uncorrectable reboot trip & database primary machine rack host',
  // staying up and failing over
  'single instance':
    '~single "single point" "one instance" exactly clustered alone "only one" twin & ~machine scheduler instance zone replica gateway broker "exactly one" mainboard & redundancy "take its place" spare standby "anti affinity" nothing second ~down rebuilt nobody whole depends "no twin"',
  'all replicas taken at once':
    '~copies node & drain evict patch maintenance reboot terminate spot preempt reclaim upgrade room & ~together pdb budget both away room node none left',
  'failover did not work':
    '~standby switchover promote "take over" "stepped in" "second line" dr activate site & ~untried drift out-of-date wrong revealed & ~old refuse stuck password manual "not promoted" should script missing incompatible',
  'failover without need':
    'failover "failed over" promote swap orchestrator sentinel election primary & heartbeat observer flap threshold missed sensitive pause second "too short" single & healthy consider dead declare fine repeated false',
  'replica behind':
    'replica standby secondary follower replication copy & lag behind late stale delay & read saved promote see just transaction leader primary twice bulk',
  'address of the old primary':
    '~leader & ~old read-only readonly & failover role switch ~still write application change',
  'health check depends on something shared':
    '~check healthz verifies & database dependency backend redis rabbitmq elasticsearch broker downstream select shared also ask search connection & ~crash remove replace unhealthy sick drain fleet "out of rotation" declare although',
  'health check too shallow':
    '~check /ping & ok 200 port open tcp accept static only "as soon as" whether template without touching answers even & ~still traffic healthy consider receive ready lost although balancer sick requests',
  'health check too strict or too early':
    '~check kubelet supervisor & timeout short "initial delay" strict early aggressive second startup gives needs grant sign & ~crash loop slow before ready grow model long collection',
  'shut down without draining':
    'sigterm graceful gracefully shutdown terminate prestop drain sigkill scale-in kill scale remove shrink stop rolling exit & "in flight" inflight request connection answering job unfinished middle half payment accepted working finish reset caller routed & release deploy lost drop abort wait rollout neither worker immediately vanish "puts back" reset finishing "told to exit" kubernetes remove milliseconds',
  'start depends on something':
    '~begin bootstrap blackout mount & need depend require fetch download mount registry storage image & "each other" circular itself vault neither "came up" registry "power cut" cannot first "on that" virtual nowhere',
  'vendor down without fallback':
    '~partner sms single server map & ~down degrade trouble & fallback alternative "second way" "no second" only without depend everything synchronous single wait mandatory rejected',
  'vendor changed its interface':
    '~partner sdk api "version 1" response & change switch deprecate sunset retire version type announced off & ~crash parse field notice mail inbox reads response',
  'backup useless':
    'backup dump snapshot restore tape wal archive recovery & ~untried need success green exit read wanted archiving empty folder & empty zero wrong ~old corrupt detached since renamed still missing lost key only encryption server share',
  'clean-up deletes too much':
    'cleanup "clean up" retention purge lifecycle housekeeping sweep prune garbage reaper ttl temp temporary empty job sweeper script leftover expiry scratch & ~remove upload lead read compare leftover hold & prefix orphan abandoned tag match older unreferenced limit "dry run" consider recent keep wrong follow symbolic link whole bucket means everything path',
  'destructive command in the wrong place':
    'shell terminal console psql kubectl script prompt session typed reset context & production live wrong connected environment still another & ~remove confirm ask guard allowed',
  'data written wrongly by a script':
    '~script one-off update price join & wrong mistake where condition overwrite corrupt join column lack & status row account contract value data million set price gave customer booking column touched gross net',
  'race between two writers':
    'concurrent simultaneous race parallel both two "same moment" "same time" interleave seat coupon stock balance & lock atomic check read before constraint compare exist unused unique mark redeem & write overwrite lost balance either second inserted end spent',
  'job overlaps or runs twice':
    '~sched import aggregation two & overlap "second run" "still running" twice both again next "only one" trigger & lock guard longer previous idempotent hour minutes started found slow last target makes sure',
  'job started before its input':
    '~sched invoice report batch pipeline build dashboard starts & fixed assume "no matter" whether trigger begin o clock depend whatever delivery & ~early late load data empty row partial came delivery whatever',
  'job on a forgotten machine':
    '~sched script mailer & ~machine & ~unseen undocumented list inventory forget personal & ~remove shut "thrown away" rack office',
  'stale lock left behind':
    'lock lockfile pid semaphore lease marker state busy mark "in progress" & ~crash left remain stay orphan half cancel "power cut" interrupted evict midst & another active believe next since start never released refuse somebody seem later following busy check past',
  'failure swallowed':
    'exit exception error code status catch return loader log & swallow ignore zero success green tick silently catches looked succeeded successfully "goes on" & job script scheduler week upload handler finished show backup night file arriving without missing end',
  'partial failure not ejected':
    '~machine ~copies packets outlier tenth degrade disk & degraded gray bad slow sick partially faulty "a tenth" fail losing choose kept & eject outlier rotation balancer kept "network card" healthy ping "went on" traffic answered heartbeat fine',
  'tenant filter missing':
    '~customer document portal search owner account viewer & filter where check scope whose authorization isolation belong look restrict caller limit hits compare condition owner "left out" never join & ~other see open leak expose visible data endpoint number read counting sign entries rows lost query',
  'browser policy blocks':
    'cors csp origin "content security policy" samesite iframe hsts browser preflight & header policy security list script cookie & block refuse reject missing load',
  'assets of another version':
    'asset javascript html chunk bundle script hash page tab file & ~old version release deploy still rolling & ~remove 404 missing ask cached browser looked',
  'search index or alias switched wrongly':
    'reindex alias index rebuild & switch alias live cluster swap & ~wrong ~byhand ~early incomplete fixed',
  'pagination or truncation':
    'page pagination truncate thousand 1000 per-call listing "at a time" portion items first 500 10000 "at most" batch link api & following rest beyond more next ask first portion only newer complete comes unless return & result entry group item list silently never lost sync removed reconcile member transaction without error most repositories',
  'mail sender not trusted':
    'dkim spf dmarc reputation blacklist blocklist spam sender sending & mail mailbox gmail outlook & reject defer away record signature landed',
  // knowing and reacting
  'alert without data':
    '~alarm rule expression label & ~metric name tag data label value chart & ~change blank nothing absent empty match fire "no data" ok never series green find true select',
  'alert muted or misrouted':
    '~alarm escalation & silence mute route channel receiver suppress chat inhibit snooze address distribution deliver refers & team wrong still expired end maintenance nobody year emptied reorganisation list "no one" group members longer',
  'nobody on call':
    '"on call" oncall rota rotation schedule shift escalation week person leave & gap hole empty swap holiday left uncovered slot parental absent tool & nobody entry overwritten fallback people team',
  'alert lost in noise':
    '~alarm text & noise noisy flap fatigue "false alarm" week hundred usual overlooked few minutes & ignore nobody look real acknowledged drown overlooked mattered',
  'monitoring fails with what it watches':
    'monitoring prometheus alertmanager grafana "status page" logs dashboard alerting alarm probe detect & itself very shared depend hosted via signs sso platform queue send results & ~down blind cluster graph mesh',
  'logs or metrics not shipped':
    'log metric fluentd fluentbit telemetry cloudwatch scrape forwarder exporter & missing ship forward stop reach deliver authenticate refused & central store nothing agent export',
  'admission or webhook blocks the cluster':
    'webhook admission apiserver "api server" etcd "control plane" "policy engine" & ~down refuse closed timeout reject & pod deploy create everything namespace resource answer',
  'image or package cannot be fetched':
    'image registry mirror package artifact repository download & ~down limit delete 404 denied & pull start node install build ready machine',
  'process blocked by its own output':
    'stdout log metric audit telemetry trace collector pipe & synchronous block full write backpressure wait stall & request thread process whole application stop',
  'long pauses of the runtime':
    'gc "stop the world" collection "event loop" compaction heap generation synchronous swap & pause long freeze block full second stop enlarged & peer heartbeat memory smaller node throw spike live thought served nothing dead considered controller',
  'cold start':
    '"cold start" warm jit "first call" "first request" lazy lazily compile template initialise jvm path & fresh instance deploy process rollout right & slow second load traffic model answers first',
  'hard-coded value':
    '"hard coded" literal constant "in the source" baked fixed written contain compiled list & ip host name limit url path server value share & code moved change job found reject release previous server',
  'two things with one name':
    'collision collide "same name" "same id" uuid clash unique "by the" "file name" derive clone & id key identifier name file upload & overwrite replace second another customer prefix',
  'volumes cannot be attached':
    'volume pvc ebs disk mount nfs & attach detach mount multi-attach unmount & dead node another second stuck zone',
  'variable or secret missing in the new place':
    '~setting ~secret "environment variable" env & missing forget lack unset absent "not set" undefined without copied "by hand" empty "only set" & environment region cluster namespace chart migration move rename empty staging built',
  'fix lost or wrong build released':
    'branch merge commit build rebase cherry-pick hotfix & lost overwrite missing wrong conflict revert without stale resolve "merged back" & release main deploy fix contain again reappear production bug back',
  'file owner or mode wrong':
    'file directory socket mount log config & owner ownership chmod umask root mode readable uid writable permission & ~release restart rotate user write read image container non-root',
  'stale service discovery':
    'consul eureka registry discovery endpoint etcd zookeeper membership catalogue & deregister dead terminated ~old still ttl remove reuse & traffic route send instance pod address',
  'state kept in one process':
    '"in memory" local session state upload token sticky disk per-instance partial chunk & instance pod server process second other replica scale disk first got & lost restart share missing "another one" unknown deploy other knew',
  'identifier cut off or rounded':
    'id identifier number key name column varchar string & truncate "cut off" precision 53 javascript 64 length character rounded double shorten & collide wrong other match unique',
  'too many processes or threads':
    'thread process pid nproc fork zombie goroutine worker & ~limit cgroup "cannot fork" ulimit & ~out leak grow spawn create reap',
  'emergency access depends on what failed':
    'access vpn console bastion login runbook break-glass "locked out" badge chat & itself depend behind via & ~down repair recover respond engineer fix longer',
  'one action fans out':
    'fan-out fanout broadcast push notification follower subscriber mention publish & million thousand hundred & write message request queue overload single',
  'model or input data drifted':
    'model prediction score training feature classifier threshold & drift distribution trained retrain skew season shift & wrong input data decline quality',
  'maintenance work falls behind':
    'compaction merge vacuum rebalance garbage-collection replication tombstone segment gossip & behind backlog keep pile grow slow many & read write disk io latency throughput stall',
  'quorum lost':
    'quorum majority member consensus raft etcd zookeeper cluster remaining & lost two minority remaining less serviced maintenance & node zone down write read-only elect restart leader',
  'nested tasks wait for the same pool':
    'pool thread executor worker queue slot & wait block itself parent child nested inner & free deadlock starve none task future occupied',
  'call path across regions':
    'region zone "data centre" cross-region remote continent & latency round-trip traffic path database primary & far milliseconds local misroute moved',
  'shared secret or identity cloned':
    'clone snapshot image template copy uuid machine-id serial & identical duplicate id client conflict & broker cluster node register session kick unique regenerate',
  'missing limit on what customers may do':
    'throttle limit quota cap maximum & without none missing never lack unlimited & customer tenant api user script request upload flood',
  'work done in the request':
    'synchronous inline "in the request" blocking "while the user" during handler & send mail generate render external upload pdf webhook smtp & slow request thread user timeout wait',
};
