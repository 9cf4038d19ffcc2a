/** One side of a pair: what its postmortem says. */
export interface Told {
  readonly title: string;
  readonly summary: string;
  readonly cause: string;
  readonly factors?: string;
  readonly services?: readonly string[];
}

export interface Pair {
  readonly name: string;
  readonly one: Told;
  readonly other: Told;
}

/** The same cause, told by different people in other words, mostly at other services. */
export const SAME_CAUSE_PAIRS: readonly Pair[] = [
  {
    name: 'connection pool exhausted',
    one: {
      title: 'Checkout timeouts',
      summary: 'Checkout answered 503 to a third of requests for 40 minutes.',
      cause:
        'The database ran out of connections. Each of the twelve new pods opened its own pool of fifty and PostgreSQL accepts 500. The pool size is set per pod and nothing multiplies it by the number of pods.',
      factors: 'No load test covers the scaled-out deployment.',
      services: ['checkout'],
    },
    other: {
      title: 'Invoices could not be created',
      summary: 'Creating invoices failed with an internal error during the month-end run.',
      cause:
        'All slots in the connection pool were taken. After the autoscaler added workers, their pools together exceeded max_connections of the MySQL server, and new sessions were refused.',
      factors: 'Pool limits are configured for one instance.',
      services: ['billing'],
    },
  },
  {
    name: 'certificate not renewed',
    one: {
      title: 'Partner API unreachable',
      summary: 'Partners saw handshake errors between 02:00 and 05:10.',
      cause:
        'The TLS certificate of the gateway expired at midnight. Its renewal job had been disabled together with the old cluster.',
      factors: 'Nothing watches how long certificates stay valid.',
    },
    other: {
      title: 'Mobile login down',
      summary: 'Nobody could sign in from the apps.',
      cause:
        'The cert presented by the identity endpoint had lapsed. It is issued by hand for a year and is not part of the automatic renewals, so no one was told that its validity was about to end.',
      factors: 'No alert on the expiry date of certs outside of cert-manager.',
    },
  },
  {
    name: 'disk filled by logs',
    one: {
      title: 'Orders stuck',
      summary: 'Orders stayed in "processing" for two hours.',
      cause:
        'The disk of the order database was full. Debug logging had been left on and log rotation is not set up on that host.',
    },
    other: {
      title: 'Write errors in search',
      summary: 'New documents did not show up in search.',
      cause:
        'There was no space left on the volume that holds the index: verbose log files had grown to 200 GB because they are never rotated.',
    },
  },
  {
    name: 'out of memory after traffic',
    one: {
      title: 'Recommendations missing',
      summary: 'The home page showed no recommendations.',
      cause:
        'The pods were OOMKilled one after the other: the model is loaded once per worker and four workers do not fit into the memory limit.',
    },
    other: {
      title: 'Image resizing fails',
      summary: 'Uploads ended in an error page.',
      cause:
        'Every worker process keeps its own copy of the colour tables in the heap. With eight workers the container ran out of memory and was killed again and again.',
    },
  },
  {
    name: 'retry storm',
    one: {
      title: 'Payments slow for two hours',
      summary: 'The payment page needed 30 s to load.',
      cause:
        'After a short hiccup every client retried at once and without backoff. The retries multiplied the traffic by six, so the payment service could not get up again.',
    },
    other: {
      title: 'Notification backlog',
      summary: 'Push notifications arrived up to three hours late.',
      cause:
        'When the gateway came back, all devices reconnected simultaneously. This thundering herd overloaded it again each time, since the reconnect delay has no jitter.',
    },
  },
  {
    name: 'migration locks table',
    one: {
      title: 'Account pages hang',
      summary: 'Account pages did not load for 25 minutes.',
      cause:
        'A schema migration added a column with a default and held an exclusive lock on the accounts table while it rewrote all rows.',
      factors: 'Migrations are tried on a copy with a thousand rows.',
    },
    other: {
      title: 'Bookings time out',
      summary: 'Customers could not book.',
      cause:
        'ALTER TABLE on the bookings table blocked every write until it was done. The tool runs schema changes directly and takes a table lock, which nobody sees on the small staging database.',
    },
  },
  {
    name: 'time zone in scheduled job',
    one: {
      title: 'Payouts sent twice',
      summary: '312 merchants were paid twice on a Sunday.',
      cause:
        'The nightly cron job ran twice when the clocks were set back: its schedule is in local time and 02:30 came two times.',
    },
    other: {
      title: 'Duplicate reminder mails',
      summary: 'Patients received two reminders.',
      cause:
        'On the day daylight saving ended, the scheduler executed the hour from two to three again, because it is not configured for UTC. The job is not idempotent.',
    },
  },
  {
    name: 'feature flag switched on everywhere',
    one: {
      title: 'Cart empties itself',
      summary: 'Carts of logged-in customers were emptied.',
      cause:
        'The flag for the new cart was turned on for everybody in one step. Flags have no gradual rollout and the change is not reviewed.',
    },
    other: {
      title: 'Prices shown without tax',
      summary: 'For 18 minutes all prices in the EU lacked tax.',
      cause:
        'The feature toggle of the tax engine went from 0 to 100 % of users at once: the toggle service cannot do a staged rollout, and toggles need no second pair of eyes.',
    },
  },
  {
    name: 'DNS resolver overloaded',
    one: {
      title: 'Random errors in all services',
      summary: 'About 4 % of all calls failed.',
      cause:
        'CoreDNS was throttled by its CPU limit. With ndots:5 each lookup becomes six queries, and the two replicas could not resolve names fast enough.',
    },
    other: {
      title: 'Login flaky in the new cluster',
      summary: 'Logins failed now and then.',
      cause:
        'Name resolution in the cluster was starved: the DNS pods hit their CPU quota as search domains multiply every query by five.',
    },
  },
  {
    name: 'rotated credential not picked up',
    one: {
      title: 'Reports empty',
      summary: 'The daily reports contained no rows.',
      cause:
        'The password of the reporting user was rotated in the vault, but the service reads it only when it starts and kept on using the old one.',
    },
    other: {
      title: 'Webhook deliveries rejected',
      summary: 'Partners rejected our webhooks for a day.',
      cause:
        'The signing secret had been replaced as planned. The delivery workers load the secret at boot, so they signed with the previous key until they were restarted.',
    },
  },
  {
    name: 'third party rate limit',
    one: {
      title: 'Shipping quotes missing',
      summary: 'The checkout offered no delivery options.',
      cause:
        'The carrier throttled us: the new price preview calls its API for each keystroke and used up our quota of 600 calls a minute.',
    },
    other: {
      title: 'Addresses not completed',
      summary: 'Address suggestions did not appear.',
      cause:
        'The geocoding provider answered with "too many requests". A refactoring removed the debounce, and we went over the rate limit of our plan.',
    },
  },
  {
    name: 'cache cold after restart',
    one: {
      title: 'Catalogue unavailable',
      summary: 'The catalogue returned errors for 50 minutes.',
      cause:
        'All Redis nodes were restarted at once for an upgrade. With a cold cache every request went to the database, which could not carry the load.',
    },
    other: {
      title: 'Feeds do not load',
      summary: 'Feeds were blank for an hour.',
      cause:
        'The memcached fleet was replaced in one go. The empty cache sent the full read traffic to the primary database and saturated it.',
    },
  },
  {
    name: 'replication lag after failover',
    one: {
      title: 'Lost comments',
      summary: 'Comments of twelve minutes are gone.',
      cause:
        'The failover promoted a replica that lagged twelve minutes behind the primary. The promotion does not look at the replication lag.',
    },
    other: {
      title: 'Stock levels wrong',
      summary: 'Stock jumped back to older values.',
      cause:
        'When the leader of the database died, the election chose a secondary with stale data. How far a standby is behind is not checked before it becomes primary.',
    },
  },
  {
    name: 'unbounded query without index',
    one: {
      title: 'Admin search takes the site down',
      summary: 'The whole site was slow for half an hour.',
      cause:
        'A query of the admin search had no limit and did a full table scan, as there is no index on the e-mail column. It kept all CPU cores of the database busy.',
    },
    other: {
      title: 'Exports block everything',
      summary: 'Pages loaded in 20 s or more.',
      cause:
        'The export statement scanned all of the events table because of a missing index, with no upper bound on the rows, and used the whole processor time of the DB server.',
    },
  },
  {
    name: 'node upgrade evicts all replicas',
    one: {
      title: 'Messaging down during maintenance',
      summary: 'Messages could not be sent for nine minutes.',
      cause:
        'The node upgrade drained all three machines that ran the broker at the same time. The deployment has no pod disruption budget.',
    },
    other: {
      title: 'Auth outage while patching',
      summary: 'Logging in was impossible for six minutes.',
      cause:
        'While hosts were patched, every replica of the auth service was evicted together, since no PDB keeps one running and they were all scheduled on the same two nodes.',
    },
  },
  {
    name: 'data deleted by cleanup job',
    one: {
      title: 'Avatars vanished',
      summary: '40,000 avatars returned 404.',
      cause:
        'The cleanup job deleted every object without a tag. Objects uploaded through the new path are never tagged, and the job has no dry run.',
    },
    other: {
      title: 'Attachments gone',
      summary: 'Attachments of older tickets could not be opened.',
      cause:
        'The nightly purge removed files that no ticket row points to. Since the rows had moved to another table, the purge considered all of them orphaned; nothing limits how many files one run may remove.',
    },
  },
  {
    name: 'dependency not pinned',
    one: {
      title: 'Build broken for a day',
      summary: 'Nothing could be released for a day.',
      cause:
        'A transitive package published a breaking minor version. Our versions are not pinned, so the next install picked it up.',
    },
    other: {
      title: 'Notebook images do not start',
      summary: 'New sessions died at start.',
      cause:
        'The image build takes the latest release of each library. One dependency dropped an API that we call, and without a lockfile the new version came in unnoticed.',
    },
  },
  {
    name: 'health check kills healthy pods',
    one: {
      title: 'API restarts in circles',
      summary: 'The API flapped for 35 minutes.',
      cause:
        'The liveness probe calls the database. When the database was slow for a moment, Kubernetes killed all API pods although they were healthy.',
    },
    other: {
      title: 'Proxy fleet drained',
      summary: 'The edge answered with errors.',
      cause:
        'The health check of the load balancer also tests a backend. The backend hesitated, the heartbeat failed on every proxy, and all of them were taken out of rotation.',
    },
  },
  {
    name: 'firewall change closes egress',
    one: {
      title: 'No outgoing mail',
      summary: 'Mails were queued for four hours.',
      cause:
        'A cleanup of security groups removed the egress rule for port 587. Rules have no owner and no note on who needs them.',
    },
    other: {
      title: 'Card payments declined',
      summary: 'All card payments were declined for 20 minutes.',
      cause:
        'The new network policy did not allow egress to the acquirer, and the old firewall rule was dropped because nobody could tell which service it belonged to.',
    },
  },
  {
    name: 'poison message blocks the consumer',
    one: {
      title: 'Emails delayed',
      summary: 'Order confirmations were up to five hours late.',
      cause:
        'One malformed message made the consumer crash; after each restart it read the same message again. The topic has no dead letter queue.',
    },
    other: {
      title: 'Ledger falls behind',
      summary: 'Balances were out of date.',
      cause:
        'An event with an invalid payload threw an unhandled exception in the worker. The queue delivered it over and over, since there is no DLQ to park such messages.',
    },
  },
];

/** The same symptom, often at the same service, with another cause. */
export const OTHER_CAUSE_PAIRS: readonly Pair[] = [
  {
    name: 'checkout 503: pool or certificate',
    one: {
      title: 'Checkout answers 503',
      summary: 'Checkout answered 503 to all customers for 30 minutes.',
      cause:
        'The connection pool to the database was exhausted by a batch job that holds its connections while it calls another service.',
      services: ['checkout'],
    },
    other: {
      title: 'Checkout answers 503',
      summary: 'Checkout answered 503 to all customers for 45 minutes.',
      cause:
        'The internal certificate of the pricing endpoint expired and the checkout refuses endpoints it cannot verify.',
      services: ['checkout'],
    },
  },
  {
    name: 'all services 503: ingress rule or node out of disk',
    one: {
      title: 'All services returning 503 in Kubernetes',
      summary: 'All requests through the ingress returned 503.',
      cause:
        'A new ingress rule with a wildcard host took precedence over all others and sent the traffic to a backend without endpoints.',
      services: ['ingress'],
    },
    other: {
      title: 'All services returning 503 in Kubernetes',
      summary: 'All requests through the ingress returned 503.',
      cause:
        'The nodes of the ingress pool had no disk space left because old images are not removed, and the kubelet evicted the proxies.',
      services: ['ingress'],
    },
  },
  {
    name: 'login down: identity provider or clock',
    one: {
      title: 'Nobody can log in',
      summary: 'Logins failed for an hour.',
      cause: 'The external identity provider had an outage in its region and we have no fallback.',
      services: ['login'],
    },
    other: {
      title: 'Nobody can log in',
      summary: 'Logins failed for two hours.',
      cause:
        'The clock of the auth hosts had drifted by six minutes after NTP was blocked, so every token was considered not yet valid.',
      services: ['login'],
    },
  },
  {
    name: 'queue grows: poison message or slow consumer',
    one: {
      title: 'Mail queue grows',
      summary: 'Mails were late by hours.',
      cause: 'A message that could not be parsed was delivered again and again and blocked its partition.',
      services: ['mail'],
    },
    other: {
      title: 'Mail queue grows',
      summary: 'Mails were late by hours.',
      cause: 'The campaign tripled the number of mails and the workers are not scaled with the load.',
      services: ['mail'],
    },
  },
  {
    name: 'data loss: cleanup or failover',
    one: {
      title: 'Comments lost',
      summary: 'Comments of one morning were lost.',
      cause: 'A retention job deleted rows by creation date in the wrong unit.',
      services: ['comments'],
    },
    other: {
      title: 'Comments lost',
      summary: 'Comments of a quarter of an hour were lost.',
      cause: 'The replica that became primary had not received the latest transactions.',
      services: ['comments'],
    },
  },
  {
    name: 'pods restart: memory or probe',
    one: {
      title: 'API pods restart',
      summary: 'The API restarted every few minutes.',
      cause: 'A leak in the PDF library filled the heap until the kernel killed the process.',
      services: ['api'],
    },
    other: {
      title: 'API pods restart',
      summary: 'The API restarted every few minutes.',
      cause: 'The liveness probe has a timeout of one second and the first garbage collection of the day takes longer.',
      services: ['api'],
    },
  },
  {
    name: 'slow database: lock or scan',
    one: {
      title: 'Database slow',
      summary: 'All pages took more than ten seconds.',
      cause: 'A schema migration waited for a lock and everything else queued up behind it.',
      services: ['database'],
    },
    other: {
      title: 'Database slow',
      summary: 'All pages took more than ten seconds.',
      cause: 'The disk of the primary ran in its burst budget, which the nightly backup had used up.',
      services: ['database'],
    },
  },
  {
    name: 'search stale: index or consumer credential',
    one: {
      title: 'Search results stale',
      summary: 'New products could not be found.',
      cause: 'The indexer had lost its permission to read the product topic when roles were tidied up.',
      services: ['search'],
    },
    other: {
      title: 'Search results stale',
      summary: 'New products could not be found.',
      cause: 'A product with a name in an unknown encoding made the parser fail and the batch was given up.',
      services: ['search'],
    },
  },
  {
    name: 'deploy fails: registry limit or broken package',
    one: {
      title: 'Deployments fail',
      summary: 'Nothing could be deployed for three hours.',
      cause: 'The image registry limits anonymous pulls, and the runners share one address.',
      services: ['ci'],
    },
    other: {
      title: 'Deployments fail',
      summary: 'Nothing could be deployed for three hours.',
      cause: 'The admission webhook was unreachable and is set to fail closed.',
      services: ['ci'],
    },
  },
  {
    name: 'double payment: race or clock change',
    one: {
      title: 'Customers charged twice',
      summary: '120 customers were charged twice.',
      cause: 'Two workers took the same order concurrently, as the row is read before it is locked.',
      services: ['payments'],
    },
    other: {
      title: 'Customers charged twice',
      summary: '98 customers were charged twice.',
      cause:
        'A mobile release showed the pay button again after the app had been in the background, and the second tap got a new order number.',
      services: ['payments'],
    },
  },
  {
    name: 'cache: eviction or wrong key',
    one: {
      title: 'Home page slow',
      summary: 'The home page took eight seconds.',
      cause: 'A header was added to the cache key, so nearly every request missed.',
      services: ['web'],
    },
    other: {
      title: 'Home page slow',
      summary: 'The home page took nine seconds.',
      cause:
        'The recommendation model is loaded on the first call of each process and the new hosts had not been warmed.',
      services: ['web'],
    },
  },
  {
    name: 'DNS: expired domain or overloaded resolver',
    one: {
      title: 'Website not reachable',
      summary: 'Browsers could not find the site.',
      cause: 'The registration of the domain was not renewed because the invoice went to a mailbox nobody reads.',
      services: ['dns'],
    },
    other: {
      title: 'Website not reachable',
      summary: 'Browsers could not find the site.',
      cause: 'A change in the zone file removed the apex record, and the file is pushed without a preview.',
      services: ['dns'],
    },
  },
  {
    name: 'metrics missing: label or quota',
    one: {
      title: 'Metrics missing',
      summary: 'Dashboards were empty for a morning.',
      cause: 'The exporter was upgraded and renamed its labels, so no recording rule matched any more.',
      services: ['prometheus'],
    },
    other: {
      title: 'Metrics missing',
      summary: 'Dashboards were empty for a morning.',
      cause: 'Prometheus ran out of memory while replaying its log, since a batch job had created millions of series.',
      services: ['prometheus'],
    },
  },
  {
    name: 'upload fails: proxy limit or quota',
    one: {
      title: 'Uploads fail',
      summary: 'Files over 10 MB could not be uploaded.',
      cause: 'The new proxy has a default body size of 10 MB and the old override was not carried over.',
      services: ['files'],
    },
    other: {
      title: 'Uploads fail',
      summary: 'Files could not be uploaded.',
      cause: 'The access key of the bucket had been revoked as unused; the upload path uses it only twice a month.',
      services: ['files'],
    },
  },
  {
    name: 'nodes not ready: runtime bug or network',
    one: {
      title: 'Nodes went into NotReady',
      summary: 'Two nodes were not ready and their pods were gone.',
      cause: 'The subnet had no free IP addresses, so the network plugin could not set up new pods.',
      services: ['kubernetes'],
    },
    other: {
      title: 'Nodes went into NotReady',
      summary: 'Two nodes were not ready and their pods were gone.',
      cause: 'The new machine image ships a container runtime that deadlocks under many short-lived containers.',
      services: ['kubernetes'],
    },
  },
  {
    name: 'wrong prices: flag or stale import',
    one: {
      title: 'Wrong prices shown',
      summary: 'Prices were wrong for 40 minutes.',
      cause: 'The price import read the file while it was being written and took half of it.',
      services: ['pricing'],
    },
    other: {
      title: 'Wrong prices shown',
      summary: 'Prices were wrong for an hour.',
      cause: 'A flag for a test market was switched on for every country, since targeting rules are not checked.',
      services: ['pricing'],
    },
  },
  {
    name: 'timeouts to partner: throttling or route',
    one: {
      title: 'Partner calls time out',
      summary: 'Half of the calls to the partner timed out.',
      cause: 'A route to the partner network was withdrawn when the second VPN tunnel was taken down.',
      services: ['gateway'],
    },
    other: {
      title: 'Partner calls time out',
      summary: 'Half of the calls to the partner timed out.',
      cause: 'Our client opens a new TLS session per call and the NAT gateway ran out of ports.',
      services: ['gateway'],
    },
  },
  {
    name: 'jobs not run: leader election or typo',
    one: {
      title: 'Nightly jobs did not run',
      summary: 'No nightly job ran.',
      cause: 'The schedule was moved to another file and its name has a typo, so the scheduler did not load it.',
      services: ['jobs'],
    },
    other: {
      title: 'Nightly jobs did not run',
      summary: 'No nightly job ran.',
      cause: 'Both schedulers waited for a lease in etcd that a dead process still held.',
      services: ['jobs'],
    },
  },
  {
    name: 'app crashes: backend contract or bad release',
    one: {
      title: 'App crashes at start',
      summary: 'The app crashed at start for every tenth user.',
      cause: 'The backend left out a field that older apps take for granted; the contract between them is not tested.',
      services: ['app'],
    },
    other: {
      title: 'App crashes at start',
      summary: 'The app crashed at start for every fifth user.',
      cause: 'The analytics SDK of a vendor fetches its own settings at start and could not cope with an empty list.',
      services: ['app'],
    },
  },
  {
    name: 'overload: scraper or missing index',
    one: {
      title: 'Site overloaded',
      summary: 'The site was down for 25 minutes.',
      cause: 'A scraper requested every page of the archive, and the edge has no limit per client.',
      services: ['web'],
    },
    other: {
      title: 'Site overloaded',
      summary: 'The site was down for 35 minutes.',
      cause: 'The comment count is computed for each teaser, which is one statement a row since the join was removed.',
      services: ['web'],
    },
  },
];
