/**
 * How systems fail: the failure classes of incident literature, each with what its stories have in common. A story has facets (what it happened to, what
 * happened, under which circumstance); each facet is a list of words and phrases that different people use for it, compared by their stems. A cause tells of a
 * mechanism when it has every facet within a few sentences, so no single word decides. `~name` stands for the words of that meaning in vocabulary.ts.
 *
 * Names are shown to people as the reason why two incidents are similar.
 */
export const MECHANISMS: Readonly<Record<string, string>> = {
  // certificates, credentials, access
  'certificate or key expired':
    '~certificate ~credential domain licence license subscription registration contract & ~expire notafter "day limit" "for a year" "one year" & ~expire "not renewed" forgotten reminder renewal nobody manual hand calendar owner mailbox tracked lifetime reached',
  'renewed but not reloaded':
    '~certificate ~credential config file & ~rotate renew reissue fresh new issued changed update & reload reread restart boot startup "at start" "in memory" "when it starts" "reads only" hot-reload sighup "kept using" "previous one" "old one" "went on" "still using" mounted hook "until they were" "never told"',
  'rotated on one side only':
    '~credential ~certificate saml dkim signature metadata & ~rotate "rolled over" rollover regenerate revoke new swap & other copied copy consumer "both sides" verify verified verifier publish published distribute propagate pinned "not updated" "public half" "hard coded" hardcoded',
  'chain or trust store incomplete':
    '~certificate & chain intermediate root "trust store" truststore bundle "ca bundle" cross-signed issuer pinned pinning & missing old outdated distrust untrusted unknown replace incomplete omit expire',
  'permission taken away':
    '~permission access principal bucket role acl & remove revoke restrict tighten narrow "cleaned up" "tidied up" cleanup sweep harden block "least privilege" lock lost deny public',
  'permission missing':
    '~permission access & missing lack "does not have" "did not have" "not allowed" denied forbidden accessdenied unauthorized insufficient grant',
  'credential revoked or deleted':
    '~credential account user subscription & revoke delete deactivate disable cancel suspend remove unused offboard left "left the company" personal "tied to"',
  'identity provider down':
    '~login & outage provider down unreachable region central fallback break-glass everything depend session',
  'clock drift':
    'clock ntp chrony chronyd "time source" "true time" "real time" timesync "system time" offset & drift skew wander ahead behind offset adrift future "in the future" iat nbf sync synchronise synchronize stale ~expire',
  'daylight saving or time zone':
    'clock hour timezone "time zone" dst utc "local time" "wall clock" "summer time" "winter time" berlin eastern europe offset & "daylight saving" dst "clocks went" "clock change" "set back" "went back" "spring forward" "summer time" "winter time" "time zone" timezone shift skip twice utc "local time" "wall clock"',
  'calendar edge case':
    '"leap year" "leap day" leap "29 february" "february 29" "new year" "end of year" "year end" epoch 2038 rollover "week 53" "iso week" "month end" "end of the month" "31 december" "first of january" "day of the month" & date year calendar day month week computed calculate add parse',
  // pools, connections, limits
  'connections times instances':
    '~connection session & ~copies scale autoscale hpa "scaled out" fleet & "max connections" limit accept slot ceiling permit maximum refuse exceed "too many clients" multiply times "each pod" "each instance" "per pod" "per instance" "its own"',
  'connections not given back':
    '~connection handle cursor & leak "never closed" "not closed" "not released" "never released" "never returned" "not returned" "give back" "given back" "hand back" finally close release exception path "error path" idle "in transaction"',
  'pool held during a slow call':
    '~connection thread worker pool slot transaction & hold held keep occupy tied block wait & slow external "another service" remote downstream http call provider endpoint hang hung',
  'no timeout on a dependency':
    'timeout "time out" deadline "circuit breaker" bulkhead forever indefinitely infinite & no without none default missing lack never infinite forever disabled minutes indefinitely unlimited & call dependency downstream client upstream thread worker request hang hung block wait',
  'file descriptors exhausted':
    'descriptor fd ulimit nofile "open files" "file handles" inotify watch watches "file watches" & limit leak exhaust "too many" "ran out" reach never exceed unclosed',
  'ports or translation table exhausted':
    'snat "ephemeral port" "ephemeral ports" "source port" "source ports" conntrack "nat gateway" "connection tracking" "port range" time_wait "local ports" & exhaust full limit "ran out" drop reuse each keepalive overflow short-lived',
  'no free addresses':
    'subnet cidr ipam eni "ip address" "ip addresses" dhcp "address range" "address space" & free exhaust "ran out" small "none left" full assign lease exhausted limit',
  'provider quota reached':
    'quota limit vcpu allowance cap "account limit" "service limit" "usage limit" "spending limit" & account subscription project region cloud aws azure gcp tier & reach hit exceed request raise increase "used up" exhaust refuse cannot "could not" insufficient',
  'third party rate limit':
    '~quota 429 "too many requests" "calls a minute" allowance & vendor provider partner carrier api registry "docker hub" sendgrid geocoding github anonymous third & exceed reach "used up" over went pass hit each refactor loop shared consume more per',
  'shared allowance used up by another use':
    'shared share same common single & allowance quota limit budget bandwidth pool capacity account & newsletter campaign batch marketing bulk other another tenant science analytics customer team',
  'burst credits used up':
    'burst credit credits burstable iops throughput gp2 baseline & exhaust "used up" deplete ran drop throttle earn zero backup spent',
  'processor throttled by its limit':
    '~cpu cfs & throttle throttling quota period limit stops starve & limit container pod core thread burst request',
  'memory leak':
    '~memory listener object cache map reference session context handle buffer closure & leak "never freed" "not released" "not freed" retain grow climb accumulate "never removed" unreleased "kept alive" forever creep',
  'memory limit too low':
    '~memory xmx heap & limit fit container copy model worker cut reduce lower size small doubled "right sizing" request larger & oom killed kill "garbage collection" gc collect fit exceed',
  'whole input in memory':
    '~memory & whole entire "all of it" complete "at once" load read buffer stream & file body upload payload result rows page csv dataset export response archive size huge',
  'label cardinality':
    'label labels cardinality tag series metric "time series" dimension & distinct unique unbounded cardinality each high url "user id" id millions explode explosion new',
  'size limit of a message or header':
    'header headers cookie cookies body payload message packet url buffer request parameter & size large bytes kb mb long limit exceed maximum grew max "too large" & limit exceed reject buffer maximum drop refuse default truncate',
  'integer id exhausted':
    'integer int int4 serial sequence id "auto increment" autoincrement counter smallint identity "primary key" & 32 "32 bit" signed maximum overflow bigint "out of range" 2147483647 "2 147" "end of int" "last value" wrap exhaust ran max',
  'file system full of logs':
    '~logging trace tracing verbose debug "core dump" & disk partition volume space filesystem "no space" full /var gb byte & full fill grow grew rotate rotation left space',
  'disk filled by leftovers':
    'disk space volume storage gb tb filesystem & "replication slot" wal snapshot snapshots "temporary files" tmp binlog image images artifact artifacts cache layer layers "old images" spill build & full retain kept keep grow fill clean remove never prune abandoned cleaned',
  'out of inodes': 'inode inodes "small files" & free exhaust used "ran out" millions full',
  'license seats':
    'licence license licensed seat seats "simultaneous sessions" concurrent & exceed limit reach used maximum only users everyone',
  'autoscaling by the wrong signal':
    'autoscaler autoscaling autoscale hpa scaler scaling replicas "scale out" "scale up" & metric average target signal cpu sidecar utilization threshold measure queue depth lag cooldown & stayed "did not" not below never late slow wrong idle maximum low',
  'maximum or minimum of instances wrong':
    '~copies autoscaler autoscaling maximum minimum "max replicas" "min replicas" & maximum minimum cap ceiling maxreplicas minreplicas zero & reach already set still stuck capped hit scale',
  'capacity not sized for demand':
    'traffic load demand visitors campaign peak sale launch event announcement newsletter tv viral reddit & capacity provision size sized headroom plan planned scale forecast expected warned unannounced underestimate load-test & exceed double times more than "could not" enough overwhelm overload saturate saturated ~exhaust',
  'cluster without room':
    'node nodes cluster scheduler & pod pods schedule pending place unschedulable & capacity full room insufficient resources fit "no node" limit evict request cordon taint exceed overcommit',
  // contention and cost of work
  'retries multiply':
    '~retry "tried again" "try again" "tries again" reattempt resend repeat repeats attempt attempts & immediately "at once" multiply amplify amplification "no backoff" "without backoff" backoff jitter budget "each tier" layer layers every times "without waiting" storm exponential & overload saturate saturated bury buried load traffic melt keep "could not" recover climb more times upstream store backend down',
  'everybody reconnects at once':
    'reconnect reconnects "came back" rejoin device devices client clients agents sessions "log in again" login poll polling websocket & "at once" simultaneously "same time" "same moment" "same second" "same minute" herd stampede together jitter synchronise synchronize wave & overload overwhelm load reconnect saturate jitter delay burst knock down',
  'cache stampede':
    '~cache key entry ttl & ~expire miss missed misses lapse absent "aged out" invalidated empty evict & recompute compute "single flight" concurrent parallel identical herd stampede simultaneous "each ran" coalesce same lock many thousands every regenerate rebuild refresh dogpile',
  'cold cache':
    '~cache & cold empty flush flushed restart restarted warm warmed wipe wiped cleared replaced clear lost & database origin backend load traffic read query carry overload hit every miss',
  'stale cache':
    '~cache & stale old outdated invalidate invalidation "not purged" purge previous "still served" "kept serving" ttl',
  'error cached':
    '~cache ttl cdn & 404 404s 500 error errors negative failure nxdomain empty wrong & kept stored serve served store hour ttl status long remember',
  'cache key lacks a dimension':
    '~cache & key keyed vary header group & header language currency tenant user country locale include lack without same other dimension part parameter private personal session',
  'eviction of what must stay':
    '~cache session sessions & evict evicted eviction lru maxmemory "allkeys lru" & session sessions share shared same lock state queue token data',
  'lock held by a schema change':
    '~migration alter ddl "foreign key" "create index" column vacuum "table rewrite" & lock locked locks blocked block exclusive wait rewrite & table rows write writes statement queries large while until',
  'waiting for a lock':
    'lock locked locks latch mutex & held hold hold wait waited blocked contention queue "lock wait" long & transaction row rows table report statement update thread batch open session',
  deadlock:
    'deadlock deadlocked "each other" cycle reverse "opposite order" "circular wait" & lock locks wait waited hold held order pool thread',
  'long transaction holds back cleaning':
    'transaction vacuum autovacuum xid wraparound mvcc "undo log" "history list" snapshot & long open idle bloat wraparound hours old forgotten oldest freeze & vacuum bloat grow clean dead cleanup undo purge wraparound',
  'missing index':
    '~index ~query & "full scan" "full table" scan scanned scans sequential seqscan missing dropped "no index" "without index" recreate recreated unindexed & table rows column query lookup all every',
  'query plan changed':
    'plan planner optimizer optimiser statistics stats analyze autoanalyze "execution plan" "access path" & change changed flip switch choose chose decide decided sample sampled different "full scan" nested estimate underestimate',
  'too many queries for one page':
    'query queries call calls request select lookup & "n+1" "n 1" "each item" "each row" "each article" "for each" "per item" "per row" "one by one" loop hundreds lazy eager & page list row item article element product request record',
  'unlimited query or result':
    'query statement report export search join request filter & limit unlimited unbounded pagination "no limit" "upper bound" cartesian "cross join" wildcard "all rows" whole everything & rows table tables memory temp scan database result days range',
  'hot partition':
    'partition shard key keyed bucket hash tenant & hot skew skewed uneven "one partition" "one shard" "single partition" "single shard" same constant sequential "most of" largest 70 celebrity & load traffic events requests rows consumer messages write writes limit',
  'neighbour takes all':
    'shared share same neighbour neighbor common tenant pool host together isolation & batch other another tenant large customer heavy noisy big analytics bulk & took take takes all isolate isolation starve held consume occupy saturate workers crowd fair per limit',
  'bulk work before urgent work':
    'queue pool worker workers broker lane & bulk batch campaign newsletter backfill re-encoding archive import reprocess & priority urgent interactive transactional behind wait waited live same shared separate backlog before',
  'heavy job against production':
    'backfill batch export import report "load test" migration script job analyst etl crawl reindex backup & production primary live database same & load saturate cpu io slow read reads throttle hours peak "business hours" heavy replica',
  'runaway loop':
    'loop loops recursion recursive "feedback loop" endless infinite endlessly "again and again" echo "each other" bounce cycle circular "triggered itself" & event message request mail reply trigger update webhook sync write call publish generate job',
  'costly expression or algorithm':
    'regex "regular expression" backtracking quadratic exponential algorithm "n squared" nested complexity pathological & cpu long input catastrophic string backtrack grow size seconds hours',
  'abusive traffic':
    'ddos attack bot bots scraper scraping crawler botnet "credential stuffing" abuse flood spam "search engine" & traffic request requests login limit rate limiting block ip addresses protection',
  'legitimate requests blocked':
    'waf "rate limiter" "bot protection" captcha "spam filter" ban fail2ban blocklist denylist "rate limit" rule & legitimate real genuine "own" customers partner false positive nat shared address ip office same & block blocked ban banned reject rejected challenge',
  'vulnerability or attack on the supply chain':
    'vulnerability cve exploit malicious compromised attacker malware worm leak leaked exposed & package dependency library token secret repository key account public commit registry workflow',
  // queues and events
  'poison message':
    'message event document record item payload job entry file & crash crashes throw threw exception malformed invalid broken null unparsable dies die fails & "dead letter" dlq "again and again" "over and over" "same message" offset redeliver requeue "puts it back" "set aside" sets aside park skip "after each restart" same behind attempts',
  'redelivered while still handled':
    '"visibility timeout" lease lock heartbeat "poll interval" "max poll" "ack deadline" acknowledgement ack session rebalance rebalanced "lock duration" & longer slow exceed takes take took minutes seconds lapse ~expire late & again redeliver reappear twice another worker dead rebalance rebalanced second reassign',
  'repeated without idempotency':
    '~retry again resubmit "re submitted" resend resent repeat replay replayed redeliver "at least once" duplicate & idempotency idempotent reference key "own reference" fresh "new request" dedupe deduplicate dedup unique recognise recognize separate guard "already" & timeout "gives up" "lost response" response accepted late answer charge booking order payment payout twice slow ack',
  'queue grows without bound':
    'queue buffer backlog topic log stream & consumer consume drain faster slower producer produce "keep up" worker & grow unbounded limit fill full memory disk backpressure exceed retention retained older lost',
  'events out of order':
    'event events message messages update updates change webhook & order ordering "out of order" older later overtake overtook sequence newer first arrived & overwrite overwrote partition parallel version timestamp stale apply last',
  'consumer stopped unnoticed':
    'consumer connector task worker process daemon job replication subscriber agent forwarder shipper & stopped failed dead died hung stuck state disconnect crashed exited stalled & restart restarted nothing unnoticed running green healthy "still running" alive supervise watch monitored notice',
  'message format incompatible':
    'schema field message event avro protobuf contract serializer payload enum format topic & producer consumer publish publisher deserialize reader older parse "schema registry" & change changed renamed removed new required type incompatible compatible unknown add added',
  'upstream changed meaning or format':
    'field value unit units format file feed column response number data amount & upstream partner provider team bureau supplier vendor integration bank sender source publish & metres kilometres cents euros monthly annual unit units changed switched change meaning silently without announce announced contract format new different skipped',
  'units or rounding':
    'unit units cents euros dollars milliseconds seconds minutes bytes kilobytes metres kilometres kilometers celsius decimal rounding rounded float "floating point" currency percent & instead wrong hundred thousand times expected interpreted treated mixed multiplied divided assumed lost',
  'text encoding or locale':
    'encoding locale charset utf8 "utf 8" unicode latin1 collation "decimal separator" comma emoji bom "byte order mark" escaping newline & parse parsed character characters name names sort import column convert file separator',
  'missing value not handled':
    'null nil none undefined empty missing blank "not set" unset absent optional zero division & exception crash crashed unwrap throw threw unhandled "null pointer" dereference panic assume assumed uncaught unexpected "type error" parse & value field object list response config record banner key column row variable',
  // releases and versions
  'old and new version side by side':
    '~migration column field schema table endpoint enum format rename & drop dropped remove removed rename renamed gone change delete & "still running" "old pods" "previous version" "rolling update" rolling "while the" "prior build" older "two builds" "both versions" "one release later" expand contract "same deploy" together selecting reads previous "old version" asking coexist',
  'no way back':
    'rollback "roll back" "rolled back" revert reverted backout downgrade "go back" undo & migration schema format data irreversible "not possible" impossible "one way" forward incompatible cannot "could not" written "new format" "no longer read" read',
  'wrong order of deployment':
    'deployed released rollout release deploy shipped & before first order ahead later sequence after dependent depends together earlier & frontend backend client server api consumer producer app service both',
  'old clients cut off':
    'client clients app apps mobile version versions sdk browser customers & old older outdated legacy update last-year cached installed pinned & removed drop dropped endpoint api support deprecated unsupported deprecate required force "still use" "still used" read understand',
  'released to all at once':
    '~canary rollout release deploy deployed change push pushed update flag config & "all at once" "at once" everybody everyone "every region" all globally worldwide "in one step" "in one go" simultaneously whole fleet & staged canary gradual gradually wave waves "no canary" percent "blast radius" progressive step one region',
  'dependency floated to a new version':
    'dependency package library module image base version transitive npm pip maven plugin & pinned pin lockfile latest unpinned floating range "new version" "latest release" "minor version" upstream published & breaking broke drop dropped incompatible changed api install build change behaviour picked',
  'published version overwritten':
    'tag image artifact version package build binary "latest" stable & immutable overwrite overwriting overwritten mutable "re uploaded" reuploaded checksum digest "same tag" "same number" "same version" "that tag" repushed moved pulled pull "pull policy"',
  'upgrade changed behaviour':
    '~upgrade & default defaults behaviour behavior incompatible breaking bug regression stricter deprecated removed "release notes" changelog changed renamed & version library kernel driver runtime framework cluster chart controller engine plugin node image os',
  'defect in the platform':
    'kernel hypervisor firmware driver runtime "container runtime" "operating system" ami "machine image" docker containerd microcode & bug defect hang hung deadlock panic regression freeze crash corrupt leak "known bug" bad faulty',
  'wrong processor or architecture':
    'instruction avx arm arm64 amd64 architecture processor compiled x86 multi-arch & illegal compiled image node nodes pool newer older different build',
  'feature flag fallback':
    '~flag variation remote-config & default fallback "hard coded" hardcoded "no data" "falls back" fail-open & unreachable "could not be reached" "cannot reach" absent down unavailable offline timeout patched wrong left sdk',
  'flag or old code switched on':
    '~flag & "turned on" enabled "switched on" enable activate reused reuse old dead unfinished everyone market cleanup combination both untested stale never',
  'test setting in production':
    'test staging development sandbox demo "local" debug dev & production live real customers prod & setting config endpoint url value key credential pointed left environment mode data copied variable mail',
  'configuration not validated':
    'config configuration setting yaml rule value file json typo policy parameter list & typo invalid wrong syntax malformed indentation empty misspelled missing comma quote wildcard swapped & validate validated validation check checked lint review dry-run preview accepted accept applied push pushed schema test guard',
  'environments drifted apart':
    'drift drifted differ differed different difference manual manually "by hand" undocumented unlike snowflake & config configuration setting host hosts server environment staging standby secondary node cluster region version & missed forgotten since copy rebuilt "never applied" "not applied" only sync overwritten "not in" production code last one',
  'automation undid a manual change':
    'terraform ansible puppet argo argocd flux gitops operator pipeline "configuration management" chef reconcile reconciler helm & manual manually "by hand" hotfix console emergency drift "not in git" "not committed" "out of band" & revert reverted overwrote overwritten undid reset removed applied restored prune',
  'automation destroyed a resource':
    'terraform cloudformation pulumi script automation job module state plan prune helm & destroy destroyed delete deleted recreate recreated replace replaced prune pruned remove removed & plan state module review moved prevent protection resource unused entry cluster namespace record lifecycle',
  'rule by label that changed':
    'label labels tag tags selector annotation metadata name naming prefix & rename renamed replace replaced standard standardise harmonise harmonised changed cleanup dropped removed different new & match matched matches selects select grants policy networkpolicy firewall rule deny default monitor alert permitted target',
  'routing rule too wide or wrong':
    'ingress route routing rule router traefik nginx host path proxy vhost listener virtualservice & wildcard catch-all precedence priority conflict overlap match matched wrong default regex duplicate took "all traffic" every other',
  'configuration of the proxy or load balancer':
    'nginx traefik haproxy envoy ingress "load balancer" alb elb proxy gateway & "keep alive" keepalive idle timeout body target attachment listener backend endpoint upstream register & close closes closed reset default not shorter longer mismatch override removed wrong detach deregister attached empty',
  'idle timeout mismatch':
    'idle keepalive "keep alive" & close closes closed closing reset drop drops shorter longer seconds & connection connections upstream "load balancer" alb proxy nat firewall server balancer client pool',
  'load not spread':
    'balance balanced balancing balancer sticky "round robin" grpc http2 "long lived" imbalance uneven affinity & connection connections pod pods instance instances backend session server servers & new same old one few stay stayed never rebalance most all',
  // network
  'name record removed or wrong':
    '~dns record zone & delete deleted remove removed destroyed overwrite missing wrong "typo" unknown cleanup change edit & record records entry zone apex nxdomain cname selector resolve file pushed',
  'resolver overloaded':
    'dns coredns kubedns resolver "name resolution" lookup lookups ndots nameserver & limit overload overloaded throttle throttled starve starved cpu queries multiply multiplies oom memory slow replicas "search domains"',
  'address resolved once and kept':
    'address ip dns hostname record endpoint name lookup & once forever startup "at start" "config load" kept keeps cached holds hold "never asked" "life of the process" ttl jvm resolves "when it starts" requeries & ttl changed repointed moved failover new restart restarted reloaded old again switch',
  'domain lapsed':
    'domain registrar registration dnssec & ~expire renew renewed suspended invoice lapse card signature ds',
  'outgoing address changed':
    'address ip "egress ip" "source ip" nat & allowlist whitelist allowlisted accept partner customers firewall documentation fixed & new replaced changed different moved outgoing unknown',
  'firewall closed a needed way':
    '~firewall port egress udp & close closed deny denied drop dropped removed blocked block "did not allow" closes missing forbid cleanup replacement',
  'packets too large for the way':
    'mtu pmtu fragmentation jumbo icmp & packet packets large size tunnel discovery smaller drops dropped',
  'route leaked or withdrawn':
    'bgp prefix prefixes peer peering asn & announce announced announcement withdraw leak advertise specific filter import',
  'network partition and two leaders':
    '"split brain" leader primary master partition lease election quorum fencing "two leaders" "both sides" & both two elected new other old accepted zone second lapsed & partition fencing fence token quorum "split brain" network isolated lease write',
  'network link failed':
    'fibre fiber cable link switch router "network card" nic line transceiver circuit & cut cuts broken fail flapping redundant single loss down second path excavator duplex',
  'hardware failed':
    'hardware battery raid disk controller psu dimm "power supply" ups cooling fan ssd rack motherboard generator power & died die broke failed fault degrade failing dead overheated bad defective worn tripped',
  // failing over and staying up
  'single instance':
    'single only one sole "one instance" "single replica" "single point" spof "one replica" "one node" "one zone" "one host" "same node" "same host" "same rack" "same zone" & redundancy redundant fallback replica standby failover spread second "anti affinity" zone zones "single point"',
  'all replicas taken at once':
    'drain drained evict evicted eviction patch patched upgrade maintenance reboot rebooted restarted terminate spot preempt reclaimed & ~copies all node nodes together "same time" "at the same time" every three both & "disruption budget" pdb budget "all of them" "every replica" "all replicas" "at the same time" together minimum "same node" "same two" "one node" simultaneously "same time" at-once',
  'failover did not work':
    'failover "fail over" standby secondary switchover backup promote promoted "take over" "took over" passive redundant "second line" & untested tested exercised rehearsed practised drill "never tested" drifted outdated "did not take" refused stuck manual old script "not promoted" "never been" wrong missing stale',
  'failover without need':
    'failover "failed over" orchestrator sentinel promote election primary leader fence & heartbeat observer flapping "false positive" threshold single missed sensitive "too short" aggressive',
  'replica behind':
    'replica standby secondary follower replication & lag lagged lagging behind stale delayed "not received" old',
  'address of the old primary':
    'primary leader master writer & old former read-only readonly & failover failed promoted moved',
  'health check depends on something shared':
    '~probe ping "status url" & database dependency backend broker shared redis queue downstream session other rabbitmq sql select & kill killed restart restarted terminate replaced "taken out" unhealthy drained "out of rotation" sick all fleet removed deregister "although"',
  'health check too shallow':
    '~probe status & 200 ok port open "before" without touching static shallow template only answers "as soon as" tcp & traffic considered kept "still" receive received keep rotation broken "although" ready healthy loaded',
  'health check too strict or too early':
    '~probe & timeout short start slow delay "initial delay" aggressive second strict startup longer takes threshold garbage & kill killed restart restarted loop kubelet before unhealthy again crashloop',
  'shut down without draining':
    'sigterm "graceful shutdown" graceful gracefully shutdown terminate terminated terminating prestop drain draining sigkill "scale in" "scaled in" & requests connections "in flight" inflight jobs endpoint traffic dropped lost abort aborted killed unfinished',
  'start depends on something':
    'start startup boot bootstrap starts restart cold & depend depends needs need circular cycle require requires download fetch pull registry reach itself & each other circular itself unavailable down first before "could not start" "cannot start" same',
  'vendor down without fallback':
    'vendor provider supplier "third party" external saas cdn cloudflare fastly aws azure gcp github partner & outage down unavailable incident degraded region failure & fallback single alternative second without depend depends "no fallback" only everything sync synchronous nothing their',
  'vendor changed its interface':
    'vendor provider partner supplier sdk api "third party" saas external & changed change removed deprecated switched type new renamed version retired "sunset" & response field format endpoint api parse notice announced exception parser type',
  'backup useless':
    'backup backups snapshot dump restore restored export archive recover & restore restored restoring "trial restore" rebuild tested tried recover usable & never empty wrong old corrupt missing detached "no one" success green exit "not been" fail',
  'clean-up deletes too much':
    'cleanup "clean up" retention purge lifecycle garbage collector prune sweep housekeeping "deletion job" expire & delete deleted deletes removed remove purged matched & prefix orphan orphaned match matched rule tag considered wrong unused unreferenced inventory limit "dry run" unit stale older',
  'destructive command in the wrong place':
    'command script terminal shell console "by hand" manually reset psql kubectl query statement runbook & production wrong environment context cluster host database "where clause" namespace where tenant & delete deleted drop dropped truncate confirmation confirm guard prompt ran removed destroyed asks destructive',
  'data written wrongly by a script':
    'script backfill correction update "data fix" migration batch job & wrong overwrote overwritten corrupted incorrect rows values "all rows" duplicated & rows records customers accounts data column',
  'race between two writers':
    'concurrent concurrently simultaneous simultaneously "same moment" "at the same time" parallel race two both interleave & lock atomic check checked read overwrite overwrote transaction constraint unique "compare and swap" "row is read" first exists',
  'job overlaps or runs twice':
    'job cron scheduler batch run runs task & overlap overlapped twice "second run" "still running" "two instances" both concurrently duplicate "two schedulers" & lock guard idempotent longer previous mutex started both instances again',
  'job started before its input':
    'job report batch load export run pipeline dag & "fixed time" fixed assume assumes assumed schedule scheduled dependency trigger before early expects & late finished yet "not finished" ready empty delayed partition complete "no rows" arrived',
  'job on a forgotten machine':
    'cron crontab job script server host machine laptop & "nobody" forgotten undocumented unknown listed old "no repository" inventory personal decommissioned & shut decommissioned switched "turned off" gone retired removed rack deleted left',
  'stale lock left behind':
    'lock lockfile "lock file" pid lease semaphore "pid file" & crash crashed left stale killed leftover remained orphaned released never & start job run refused believed thought waiting next blocks held',
  'failure swallowed':
    'exit error exception status result failure & swallow swallowed ignored ignore zero success "exit code" "exited zero" successfully green caught silently empty & job script export run dump pipeline upload handler retry report',
  'partial failure not ejected':
    '"gray failure" partially degraded one single bad slow sick faulty & node host instance server replica & rotation eject ejected outlier removed healthy traffic balancer kept',
  'tenant filter missing':
    'tenant customer user account organisation organization filter where & filter where scope isolation check missing authorization & other others another foreign see seen visible data leaked exposed',
  'browser policy blocks':
    'cors csp origin "content security policy" samesite cookie header iframe hsts "mixed content" & block blocked missing removed rejected reject browser browsers preflight refuse',
  'assets of another version':
    'asset assets bundle chunk javascript css html hash static & old new version deploy deleted removed 404 missing mismatch cached',
  'search index or alias switched wrongly':
    'reindex alias "search index" rebuild index & alias cluster wrong old manual "by hand" step switch incomplete partial mapping',
  'pagination or truncation':
    'page pagination truncated truncate "first page" "first 1000" "first 100" limit cut default & results entries rows items list rest beyond more missing silently ignored',
  'mail sender not trusted':
    'dkim spf dmarc reputation blacklist spam "sender domain" & mail mails mailbox providers gmail reject rejected deferred signature record',
  // knowing and reacting
  'alert without data':
    'alert alerting monitor alarm rule expression query "recording rule" dashboard & metric series name tag label renamed rename "no data" absent query expression matched different exporter & renamed matched match nothing silent "no data" "not firing" green ok empty absent stopped removed never',
  'alert muted or misrouted':
    'alert alerts alarm page pages notification paging pager monitor & silence silenced mute muted routed route channel receiver disabled suppressed inhibit mailbox acknowledged',
  'nobody on call':
    'oncall "on call" rota rotation schedule shift escalation pager & empty gap left nobody fallback swap slot holiday uncovered wrong outdated phone',
  'alert lost in noise':
    'alert alerts alarm pages notifications & noise noisy flapping fatigue ignored hundreds "false alarms" false usual drown taken',
  'monitoring fails with what it watches':
    'monitoring prometheus alertmanager "status page" alerting grafana pager dashboards logs & same cluster itself own depends network shared runs hosted & down lost unreachable with unavailable blind outage',
  'logs or metrics not shipped':
    '~logging metrics fluentd fluentbit exporter agent scrape telemetry cloudwatch prometheus & missing lost ship shipped forward forwarded stopped delivered dropped scrape export exported connection refused',
  'admission or webhook blocks the cluster':
    'webhook admission controller "api server" apiserver etcd "control plane" & unreachable closed timeout slow fail overload reject block down unavailable & pod pods cluster deploy resource create creation namespace call api',
  'image or package cannot be fetched':
    'image registry mirror repository package artifact download pull & unavailable missing deleted removed down limit denied 404 429 unreachable rate garbage-collected & pull pulled start build install node nodes deploy job',
  'process blocked by its own output':
    '~logging log metrics audit tracing telemetry sidecar & synchronous synchronously block blocked blocking full "back pressure" backpressure wait waited collector stdout & request requests thread threads application process call',
  'long pauses of the runtime':
    '"garbage collection" gc "stop the world" pause pauses "event loop" compaction swap & pause pauses long blocked block full seconds heap back heartbeat',
  'cold start':
    '"cold start" warmup "warm up" warmed jit "first call" "first request" "lazy" lazily initialise initialize & load loaded model new hosts instances slow first seconds class compile traffic',
  'hard-coded value':
    '"hard coded" hardcoded constant literal fixed "magic number" baked & ip address host name limit list url path year size region id value',
  'two things with one name':
    'collision collide collided duplicate "same name" "same id" uuid clash "already exists" unique derived cloned reused & name id key identifier overwrite overwrote second customer machine file prefix',
  'volumes cannot be attached':
    'volume volumes pvc "persistent volume" disk ebs mount nfs & attach attached detach mount mounted stuck multi-attach locked unmount zone limit',
};

/** Words that several mechanisms share and that are no meaning of their own. */
export const WORD_CLASSES: Readonly<Record<string, string>> = {
  copies: 'pod pods replica replicas instance instances worker workers task node nodes broker brokers machines hosts containers processes fleet',
};
