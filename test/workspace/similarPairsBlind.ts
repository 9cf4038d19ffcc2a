import type { Pair } from './similarPairs.ts';

/** Written by somebody who had not seen the vocabulary, then used to widen it: the same cause in other words. */
export const BLIND_SAME_CAUSE_PAIRS: readonly Pair[] = [
  {
    name: 'renewed cert never reloaded',
    one: {
      title: 'Partner API unreachable over HTTPS for 47 minutes',
      summary:
        "From 02:00 UTC every TLS handshake to the partner gateway failed with 'certificate has expired'. About 310 partners could not submit shipments.",
      cause:
        'cert-manager had issued a fresh certificate 29 days earlier and written it to the mounted secret. Envoy was configured with a static file path and reads it only at start, and the pods had been up for 64 days, so they went on serving the old one until it ran out.',
      factors: 'The expiry monitor looked at the Kubernetes secret and not at what was presented on port 443.',
      services: ['partner-gateway', 'cert-manager'],
    },
    other: {
      title: 'Mail relay refused by all peers',
      summary:
        'Outbound mail piled up to 90k messages because receiving servers dropped the STARTTLS session. Customers got no password resets on Sunday.',
      cause:
        'Certbot on the VM did its job weeks ago, new PEM is on disk with good dates. Nobody told Postfix: the deploy hook which should restart it was lost when we moved to the new base image, thus the daemon kept the previous one in memory till the notAfter date.',
      factors: 'Check in Nagios was reading the PEM file, so it was green.',
      services: ['smtp-out'],
    },
  },
  {
    name: 'replicas times pool exceeds db connections',
    one: {
      title: 'Checkout errors during spring sale',
      summary: "18% of checkouts failed with 'FATAL: sorry, too many clients already' between 10:04 and 10:31.",
      cause:
        'The HPA took checkout-api from 12 to 60 pods. Each pod opens a fixed pool of 20 Postgres connections, so the fleet wanted 1,200 against max_connections of 500. Nobody had tied the autoscaling ceiling to the database limit, and there is no pgbouncer in front of it.',
      services: ['checkout-api', 'orders-postgres'],
    },
    other: {
      title: 'Loyalty points page down, admin tools also',
      summary:
        "Members saw 'temporarily unavailable' and support staff could not log in to the back office. It began twelve minutes after the TV spot.",
      cause:
        'As traffic rose, Nomad launched more and more instances of the points service, and each came with its own set of MySQL sessions sized for the days when we ran four of them. Multiplied out, they claimed every slot the server permits, and anyone else who shared that server was turned away. Adding instances made it worse, not better.',
      factors: 'The session setting per instance had not been revisited since 2019.',
      services: ['points', 'backoffice'],
    },
  },
  {
    name: 'cron in local time at DST change',
    one: {
      title: 'Payouts to drivers sent twice on 29 October',
      summary: '4,120 drivers received their daily payout two times, total overpaid EUR 612k.',
      cause:
        'The payout job is in crontab at 02:30 on a host set to Europe/Berlin. When clocks went back, 02:30 happened twice, and cron started the job both times. The job has no guard for the day it has already paid.',
      services: ['payouts'],
    },
    other: {
      title: 'No overnight stock count for US stores',
      summary:
        "On the second Sunday of March, 212 shops opened with Saturday's inventory figures and oversold several items.",
      cause:
        "Our scheduler expresses start times in the store's wall clock. The count was due at 2:15 a.m. Eastern, a moment which did not exist that night because the hour was skipped in the spring shift, and the scheduler silently moved on to the next day. Start times should have been defined in UTC.",
      factors: 'A missed run raises no alarm; only failed runs do.',
      services: ['inventory-batch', 'airflow'],
    },
  },
  {
    name: 'layered immediate retries amplify',
    one: {
      title: 'Profile service melted after a 40 s blip',
      summary:
        'A short pause of one Cassandra node turned into a 55 minute outage of profiles. Request rate at the storage proxy went from 9k/s to 240k/s.',
      cause:
        'Mobile gateway retries 3x, the profile service retries 3x, and the driver retries 3x, all immediately and without jitter. One user request became up to 27 at the bottom, which kept the store saturated long after the original pause was over.',
      factors: 'There was no retry budget, and nothing sheds load at the proxy.',
      services: ['profile', 'mobile-gateway', 'storage-proxy'],
    },
    other: {
      title: 'Fare quotes: recovery took an hour though the fault lasted seconds',
      summary:
        'Riders could not get a quote. The pricing backend was healthy whenever we isolated it, and fell over as soon as it was put back.',
      cause:
        'A brief hiccup made calls fail. Every tier above tried again at once, each on its own account and without waiting, so the attempts multiplied on the way down and the backend was buried under repeats of work it had just refused. It could not climb out until we cut traffic by hand.',
      services: ['pricing', 'trip-api', 'bff-web'],
    },
  },
  {
    name: 'column removed while old code still running',
    one: {
      title: '500s on account settings during release 8.14',
      summary:
        "For 11 minutes around a third of requests to account settings failed with 'column users.phone does not exist'.",
      cause:
        'Release 8.14 dropped users.phone in the same deploy which removed its last use. The migration runs first, and while the rolling update went on the 8.13 pods were still selecting the column. The drop should have shipped one release later.',
      services: ['account'],
    },
    other: {
      title: 'Couriers could not close deliveries',
      summary:
        "Courier app gave a generic error on the 'delivered' button from 14:20 to 14:46 in two of three data centres.",
      cause:
        'dev renamed a field in MySQL (drop_ts to delivered_at) together w/ code. db change applied everywhere at t0, binaries roll dc by dc over 25 min. dc2 + dc3 still on prior build, asking for the name that was gone. needed expand, then contract.',
      factors: 'Staging is a single node, so two builds never coexist there.',
      services: ['delivery-events', 'courier-bff'],
    },
  },
  {
    name: 'cache stampede on hot key expiry',
    one: {
      title: 'Homepage database saturated every 10 minutes',
      summary: 'Homepage latency went to 14 s at regular ten-minute intervals throughout Black Friday morning.',
      cause:
        'The merchandising block lives under one Redis key with a 600 s TTL. When it lapsed, several thousand concurrent requests all missed and each ran the 2 s aggregate query itself. There is no single-flight lock or early refresh.',
      services: ['homepage', 'merch-db'],
    },
    other: {
      title: 'League table outage at half-time',
      summary: 'Sports app users saw an empty table, and the stats store was at 100% CPU for 20 minutes.',
      cause:
        'Rankings are kept in Memcached and computed lazily by whoever finds them absent. At 20:45 the entry aged out exactly as everybody opened the app, so all web workers began to compute the identical ranking in parallel. They slowed one another so much that none finished to write it back. One worker should compute and the others wait or serve the old copy.',
      factors: "The computation had got four times heavier since the women's leagues were added.",
      services: ['stats-store', 'sports-web'],
    },
  },
  {
    name: 'alert on metric that no longer exists',
    one: {
      title: 'Refund backlog unnoticed for three days',
      summary: 'Refunds stopped on Friday; we learnt on Monday from customers. 7,800 refunds were late.',
      cause:
        'This review is about why nobody was alerted. The alert is refund_queue_depth > 500. In May the library upgrade renamed the metric to refund_queue_depth_total, so the expression has matched no series since then, and Prometheus treats an empty result as not firing.',
      factors: 'No absent() rule, and alerts are never tested after they are written.',
      services: ['refunds', 'prometheus'],
    },
    other: {
      title: 'Cold-room temperature excursion without alarm',
      summary:
        'A freezer at the Leeds depot warmed to -4C overnight and EUR 38k of stock was written off. The alarm panel showed normal.',
      cause:
        'When the sensor agents were replaced, they began to report under a different tag from that which the Datadog monitor filters on. The monitor had thus been watching nothing for six weeks, and it was set to resolve as OK when there is no data. Nobody looks at a quiet monitor.',
      services: ['iot-ingest'],
    },
  },
  {
    name: 'backups green but of the wrong thing, never restored',
    one: {
      title: 'Wiki content from five months lost',
      summary: 'After a failed disk we restored the internal wiki, and the newest page was from February.',
      cause:
        'Nightly snapshot job targets the volume that held the data before the move to the new instance. It kept snapshotting that detached volume and reporting success. We have never done a trial restore, which would have shown it the first week.',
      services: ['wiki'],
    },
    other: {
      title: 'Unable to recover tenant after accidental deletion',
      summary: 'A customer removed their workspace by mistake, and we could not give it back. They have left us.',
      cause:
        'The dump script still names the schema used prior to the tenant split, so for 140 nights it dutifully exported some empty tables, exited zero and uploaded a small file. Success was judged by the exit code. No one had ever tried to rebuild a database from one of those files.',
      factors: 'File size is not tracked, otherwise the fall from 80 GB to 3 MB had been seen.',
      services: ['workspace-db', 'dump-runner'],
    },
  },
  {
    name: 'liveness check includes shared dependency',
    one: {
      title: 'All catalogue pods restarting in a loop',
      summary: 'A 90 s slowdown of the Postgres primary turned into 25 minutes of no catalogue at all.',
      cause:
        'The livenessProbe calls /health, which runs a SELECT against Postgres. When the database was slow the probe timed out on all 40 pods together and kubelet killed them. They came up cold, opened connections at once, slowed the database again, and got killed again.',
      services: ['catalogue'],
    },
    other: {
      title: 'Autoscaling group replaced every chat server',
      summary:
        '41,000 users were disconnected from chat three times in half an hour. Instances were being terminated as unhealthy although nothing was wrong with them.',
      cause:
        'The status URL polled by the ASG returned 503 whenever RabbitMQ could not be pinged. The broker was in a brief failover, so the whole fleet looked sick at once, and the platform did what it is told: terminate and replace. Whether a process should be killed must depend only on the process itself, not on what it talks to.',
      factors: 'No lower bound on how many may be replaced simultaneously.',
      services: ['chat-edge', 'rabbitmq'],
    },
  },
  {
    name: 'runtime caches resolved address forever',
    one: {
      title: 'Writes failing 3 h after Aurora failover',
      summary:
        'The failover finished in 40 s, but the ledger service kept writing to the old primary, now read-only, until it was restarted.',
      cause:
        "The JVM runs with a security manager, and networkaddress.cache.ttl is then -1, meaning that a looked-up address is kept for the life of the process. The cluster endpoint's record changed, and the service never asked again.",
      services: ['ledger'],
    },
    other: {
      title: 'Some edge nodes send traffic to decommissioned cluster',
      summary:
        'After we moved the image resizer to the new cluster, 6 of 30 edge nodes returned 504 for thumbnails till the next day.',
      cause:
        'nginx translates the upstream hostname once, at config load, and holds on to that IP. We repointed the record and waited for the TTL as the plan said, but TTL has no meaning for this process. Only those nodes that had by chance been reloaded were fine.',
      factors: 'Migration plan assumed that every client re-queries DNS.',
      services: ['edge-nginx', 'resizer'],
    },
  },
  {
    name: 'debug logging left on fills disk',
    one: {
      title: 'Auth nodes read-only, disk at 100%',
      summary: 'Three of five auth nodes could not write sessions and 35% of logins failed.',
      cause:
        'Log level was set to DEBUG on Tuesday to chase a bug and was never set back. At 9 GB per hour /var was full by Thursday morning. Level changes have no expiry and logrotate only runs daily.',
      services: ['auth'],
    },
    other: {
      title: 'Label printers stop in Rotterdam hub',
      summary: 'No parcel labels for 70 minutes; trucks left half empty.',
      cause:
        "During last week's investigation a colleague enabled verbose tracing of the print daemon on the site server and after this forgot it. The trace file did grow until no byte was left on the partition, then the spooler could not create its job files. A temporary verbose mode must switch itself off.",
      factors: 'Site servers are not in the central free-space monitoring.',
      services: ['label-print'],
    },
  },
  {
    name: 'poison message blocks queue, no dead letter',
    one: {
      title: 'Invoice generation stuck for 6 hours',
      summary: 'No invoices were produced from 03:12. Consumer lag on one partition grew to 220k.',
      cause:
        'An event with a null VAT country made the handler throw. The consumer does not commit on exceptions and restarts from the same offset, so it met that event again and again, and everything behind it waited. There is no dead-letter topic and no cap on attempts.',
      services: ['invoicing', 'kafka'],
    },
    other: {
      title: 'Claims inbox not moving',
      summary:
        "Insurance claims submitted by brokers remained 'received' all morning; workers were busy at full CPU but finished nothing.",
      cause:
        'one scanned pdf w/ broken xref crashes the parser. worker dies, rabbit puts it back at the head, next worker picks it up, dies. all 8 workers took turns on the same document. nothing sets a bad item aside after n tries.',
      services: ['claims-parser'],
    },
  },
  {
    name: 'flag fallback value wrong when flag service is down',
    one: {
      title: 'Unfinished pricing engine exposed to everyone',
      summary:
        'For 22 minutes all shoppers got prices from the v3 engine, which is enabled for staff only. 1,900 orders were placed at wrong prices.',
      cause:
        "LaunchDarkly's streaming endpoint was unreachable from our network. In code the call was variation('pricing-v3', user, true); the last argument is what is returned when the SDK has no data, and it had been left at true by a developer testing locally.",
      factors: 'Fallback values are not reviewed and no test runs with the flag provider absent.',
      services: ['pricing', 'storefront'],
    },
    other: {
      title: 'Fraud screening silently skipped',
      summary: 'Between 01:10 and 03:40 no card transaction was screened, with chargebacks so far of USD 84k.',
      cause:
        "The in-house toggle server was being patched. Clients which cannot reach it use a hard-coded default per toggle; for 'fraud-screening-enabled' this is 'off', chosen when the feature was new and experimental. It has been permanently on for two years, and nobody went back to the hard-coded one.",
      services: ['card-auth', 'toggle-server'],
    },
  },
  {
    name: 'mutable tag redeployed different build',
    one: {
      title: 'Node drain brought untested code to production',
      summary:
        'After routine node maintenance, half the recommendation pods answered in a different JSON shape and the web client broke.',
      cause:
        'The Deployment refers to recs:stable with imagePullPolicy Always. A branch build had pushed to that tag in the afternoon. Pods rescheduled by the drain fetched the new content, while the others kept what they had, with no deploy having taken place.',
      services: ['recs'],
    },
    other: {
      title: 'Rollback did not roll back',
      summary:
        'We reverted the telematics collector to the previous version, and vehicles kept failing to report for another 50 minutes.',
      cause:
        "Our package repository permits overwriting: version 2.7 had been re-uploaded with a hotfix under the same number. So the 'earlier' 2.7 we put back on the VMs was by then the very build with the defect. Published versions need to be immutable and addressed by checksum.",
      factors: 'The deploy log prints only the version label.',
      services: ['telematics-collector', 'artifactory'],
    },
  },
  {
    name: 'upstream unit change breaks consumer silently',
    one: {
      title: 'Credit model declined almost everyone',
      summary: 'Approval rate fell from 61% to 9% on 4 March. 2,300 applicants were wrongly declined.',
      cause:
        'The income field arriving from the bureau integration switched from annual euros to monthly euros. The type and name are unchanged, so schema checks passed, and the model read applicants as twelve times poorer than they are. There is no contract on units and no distribution check on inputs.',
      services: ['credit-scoring', 'bureau-adapter'],
    },
    other: {
      title: 'Delivery ETAs absurdly long',
      summary: 'Customers were shown arrival times of 9 hours and more, with a wave of cancellations as a result.',
      cause:
        'The routing team started to publish leg distance in metres; it was kilometres before. It is a plain number in the same field, thus our side had no way to notice and simply calculated with it. Meaning of the field was never written anywhere, and values a thousandfold out of the usual range were accepted.',
      factors: 'The change was announced in a Slack channel that we are not in.',
      services: ['eta'],
    },
  },
  {
    name: '32-bit id exhausted',
    one: {
      title: 'Comments could not be posted',
      summary: "All new comments failed from 16:42, for 2 h 10 min, with 'integer out of range'.",
      cause:
        "comments.id is a serial, i.e. a signed 32-bit integer, and the sequence reached 2,147,483,647. Growth had been visible for years, and no check compared the sequence with the type's maximum.",
      services: ['comments', 'postgres'],
    },
    other: {
      title: 'Meter readings rejected, utilities billing delayed',
      summary:
        "Smart meters' readings piled up in the field gateways because the ingestion table accepted no further rows.",
      cause:
        'AUTO_INCREMENT in the readings table arrived at the end of INT. After that MySQL tries to give the same number to each row and answers duplicate key. We insert 6 million per day, it was only arithmetic when this would come. Converting to BIGINT took 9 hours on a table of this size.',
      services: ['meter-ingest'],
    },
  },
  {
    name: 'timeout retried without idempotency key',
    one: {
      title: 'Double card charges',
      summary: '1,046 customers were charged twice on 12 June while Adyen was slow.',
      cause:
        'Our client gives up after 5 s and sends the charge again as a new request. In those cases Adyen had accepted the first one and was just late with the answer. We send no idempotency key, so it could not recognise the second as a repeat.',
      services: ['payments'],
    },
    other: {
      title: "Duplicate tickets at the airline's reservation system",
      summary:
        'Travellers found themselves booked on the same flight two or even three times, which caused the airline to bill us for no-shows.',
      cause:
        'A lost response was taken as proof that the booking had not happened. The job re-submitted, and as each submission carries a freshly generated reference, the airline saw separate bookings. The reference should be made once per customer intention and reused for every attempt.',
      factors: "The airline's system was degraded that evening, so lost responses were frequent.",
      services: ['flight-booking'],
    },
  },
  {
    name: 'query plan flipped after statistics refresh',
    one: {
      title: 'Order history timeouts from 04:15',
      summary:
        'Order history p95 went from 40 ms to 28 s with no deploy. It returned to normal once we ran ANALYZE with a higher target.',
      cause:
        'Autoanalyze sampled the orders table just after a bulk import and underestimated rows per merchant. The planner changed from the (merchant_id, created_at) index to a nested loop over the date index. Nothing pins the plan or alerts on plan changes.',
      services: ['order-history'],
    },
    other: {
      title: 'Month-end close blocked by slow GL report',
      summary: 'Finance could not close: a report that needs 3 minutes was running over 5 hours.',
      cause:
        'Oracle gathered its optimizer stats in the maintenance window and, with the skewed sample, decided for a full scan with hash join instead of the usual access path. SQL text same, data nearly same, only the choice of execution differed. We have no baseline fixed for critical statements.',
      services: ['general-ledger', 'oracle-fin'],
    },
  },
  {
    name: 'traffic rule keyed on label that was dropped',
    one: {
      title: 'Tax service cannot reach rates DB after chart cleanup',
      summary: "Tax calculation failed with connect timeouts immediately after a 'cosmetic' Helm chart change.",
      cause:
        'The NetworkPolicy that permits port 5432 selects pods by the label tier=backend. The cleanup replaced ad-hoc labels with the standard app.kubernetes.io set, so the selector no longer matched the tax pods and default deny applied.',
      services: ['tax', 'rates-db'],
    },
    other: {
      title: 'Nightly export to warehouse cut off',
      summary: 'Exports to Snowflake hung for two nights; analysts worked with old data.',
      cause:
        "Someone harmonised the instance tags for cost reporting. What they could not see is that our firewall grants egress by those very tags: VMs without 'role:exporter' get nothing. After the rename the machines were simply outside of the permitted group. Access was coupled to a piece of metadata everyone thinks is decoration.",
      factors: 'There is no test of connectivity after tag changes.',
      services: ['dw-export', 'gcp-firewall'],
    },
  },
  {
    name: 'host clock drift breaks tokens',
    one: {
      title: 'Intermittent 401 between internal services',
      summary: "About 8% of service-to-service calls were refused with 'token used before issued'.",
      cause:
        'chronyd had died on two of the token issuer hosts, and their clocks were 95 s ahead. Tokens minted there carry an iat in the future and verifiers allow 30 s. Clock offset is not monitored.',
      services: ['sts', 'service-mesh'],
    },
    other: {
      title: 'Uploads to S3 denied from Madrid plant',
      summary:
        'Quality photos from the production line were refused with RequestTimeTooSkewed and filled the local buffer.',
      cause:
        "The plant's firewall replacement closed UDP 123, so the line PCs lost their time source and wandered, by the end more than fifteen minutes. Signed requests are valid only near the real time, thus AWS rejected them. No one watches how far the machines are from true time.",
      services: ['line-camera'],
    },
  },
];

/** Of the same origin: the same symptom with another cause. */
export const BLIND_OTHER_CAUSE_PAIRS: readonly Pair[] = [
  {
    name: 'checkout 502s',
    one: {
      title: 'Sporadic 502s on checkout',
      summary:
        '0.4% of checkout requests returned 502 from the load balancer for two weeks. Affected customers had to submit again.',
      cause:
        'The ALB keeps idle upstream connections for 60 s, and the Node server closes them after 5 s. Now and then the ALB sent a request on a connection that the server was just closing, and got a reset.',
      services: ['checkout', 'alb'],
    },
    other: {
      title: 'Checkout 502s for some customers',
      summary:
        'A portion of customers got 502 from the load balancer on every checkout request. Clearing the browser data helped.',
      cause:
        'The new experiment framework stores each assignment in a cookie, and frequent shoppers accumulated more than 8 KB of cookies. The response and request headers exceeded the nginx buffer limits and nginx answered 502.',
      factors: 'Test accounts are always new, so they have few cookies.',
      services: ['checkout', 'nginx'],
    },
  },
  {
    name: 'stale search results',
    one: {
      title: 'Search shows outdated products',
      summary:
        'Product changes made after 11:00 did not appear in search. Merchants complained that sold-out items were still listed.',
      cause:
        "Debezium's connector task failed on an unsupported column type added that morning and stayed in FAILED state. The Kafka Connect worker itself was up, so nothing restarted the task.",
      services: ['search', 'product-cdc'],
    },
    other: {
      title: 'Search shows outdated products',
      summary: 'Search results were a week old after the weekend maintenance, with sold-out items still listed.',
      cause:
        'The full reindex built products_v52, but the final step that moves the alias was done by hand on the wrong cluster. Production kept reading products_v51 while updates were written to v52.',
      services: ['search', 'elasticsearch'],
    },
  },
  {
    name: 'customers cannot log in',
    one: {
      title: 'Enterprise customers unable to log in',
      summary: "Users of 14 enterprise tenants got 'login failed' from 08:00. Password users were not affected.",
      cause:
        "Microsoft Entra rolled over the SAML signing key of those tenants. We had copied the identity provider's public key into our settings at onboarding and do not refresh federation metadata, so the signatures no longer verified.",
      services: ['login', 'sso'],
    },
    other: {
      title: "Users unable to log in, 'login failed'",
      summary: 'From 08:20 users were sent back to the login page right after signing in. Around 60% were affected.',
      cause:
        'Sessions share a Redis with the page fragment cache. maxmemory-policy is allkeys-lru, and a campaign filled it with fragments, so new sessions were evicted within seconds.',
      factors: 'The two uses were put together to save cost.',
      services: ['login', 'session-redis'],
    },
  },
  {
    name: 'API p99 spikes',
    one: {
      title: 'API p99 latency spikes to 4 s',
      summary: 'The quotes API had p99 spikes every few minutes, and clients timed out.',
      cause:
        'The container memory was cut from 8 to 4 GB in a right-sizing exercise but -Xmx stayed proportionally at 75%. With the smaller heap the live set hardly fits, and the JVM runs full garbage collections back to back.',
      services: ['quotes-api'],
    },
    other: {
      title: 'API p99 latency spikes to 3 s',
      summary: 'p99 of the quotes API rose in bursts every few minutes, with timeouts in clients.',
      cause:
        'The pods have a CPU limit of 1 core while the service uses 16 threads. In bursts it spends its CFS quota in the first 10 ms of each 100 ms period and the kernel stops it for the rest. Average CPU looked like 40%.',
      services: ['quotes-api', 'kubernetes'],
    },
  },
  {
    name: 'emails delayed',
    one: {
      title: 'Order confirmation emails hours late',
      summary: 'Order confirmations arrived up to 5 hours late on Thursday. Support received 900 contacts.',
      cause:
        "Marketing sent its newsletter to 3 million people via the same SendGrid sub-account. The account's hourly allowance was used up, and transactional mail waited behind it.",
      services: ['mailer', 'sendgrid'],
    },
    other: {
      title: 'Order confirmation emails delayed or in spam',
      summary: 'Order confirmations arrived hours late or landed in spam, mainly at Gmail and Outlook.',
      cause:
        "During the cleanup of the public zone the DKIM selector record of the mailer was deleted as 'unknown'. Our mail lost its authentication, and the large mailbox providers deferred it.",
      services: ['mailer'],
    },
  },
  {
    name: 'consumer lag grows',
    one: {
      title: 'Consumer lag on clickstream topic',
      summary: 'Lag in the clickstream consumer group grew to 45 million and dashboards were 4 hours behind.',
      cause:
        "A release of the web tracker sent anonymous visitors with the constant user id '0'. The topic is keyed by user id, so 70% of all events went to one partition, and only a single consumer could work on them.",
      services: ['clickstream', 'kafka'],
    },
    other: {
      title: 'Consumer lag on clickstream topic',
      summary: 'Lag in the clickstream group grew to 30 million, and dashboards were hours behind.',
      cause:
        'A new enrichment call made a batch of 500 records take longer than max.poll.interval.ms. The broker considered each consumer dead in turn and rebalanced; the batches were then started again from the beginning and never finished.',
      services: ['clickstream', 'kafka'],
    },
  },
  {
    name: 'primary database disk full',
    one: {
      title: 'Postgres primary out of disk space',
      summary: 'The bookings primary ran out of disk and stopped accepting writes for 38 minutes.',
      cause:
        "A logical replication slot created for a proof of concept in March was left behind with no reader. Postgres kept all WAL since the slot's position, 1.1 TB.",
      factors: 'The disk alert at 85% was acknowledged and taken for normal growth.',
      services: ['bookings-db'],
    },
    other: {
      title: 'Postgres primary out of disk space',
      summary: 'The bookings primary stopped accepting writes as the disk was full, for 20 minutes.',
      cause:
        'An analyst with direct access to the primary ran a cross join of two large tables. The sort spilled 900 GB of temporary files because temp_file_limit is unlimited.',
      services: ['bookings-db'],
    },
  },
  {
    name: 'mobile app crashes on launch',
    one: {
      title: 'iOS app crashes on launch',
      summary: 'The iOS app crashed at start for all users from 17:05 to 17:50. The crash-free rate dropped to 12%.',
      cause:
        'An editor saved the remote config with an empty banner object. The app force-unwraps banner.url while it starts, so the parse crashed before the screen was shown.',
      services: ['ios-app', 'remote-config'],
    },
    other: {
      title: 'iOS app crashes on launch',
      summary: 'The iOS app crashed at start for most users for about an hour. No release had been made.',
      cause:
        "A social login SDK embedded in the app fetches its settings from the vendor's server when initialised. The vendor changed a type in that response, and the SDK threw an uncaught exception inside our process.",
      factors: 'The SDK is initialised on start even for people who never use social login.',
      services: ['ios-app'],
    },
  },
  {
    name: 'nightly report missing',
    one: {
      title: 'Nightly regulatory report not produced',
      summary: "The liquidity report for 3 May was not there at 07:00 and the regulator's deadline was missed.",
      cause:
        'The report was started by a crontab entry on batch-04, a host nobody listed as in use. It was shut down with the old rack on 2 May. The entry was in no repository.',
      services: ['reg-reporting'],
    },
    other: {
      title: 'Nightly regulatory report empty',
      summary: "The liquidity report for 9 August contained no positions at 07:00; we missed the regulator's deadline.",
      cause:
        'The report starts at a fixed 05:00 and assumes that the positions load has finished. That night the load was 40 minutes late, and the report read a partition which existed but had no rows, and it ended successfully.',
      services: ['reg-reporting', 'positions-load'],
    },
  },
  {
    name: 'CI pipelines blocked',
    one: {
      title: 'All CI pipelines failing',
      summary: 'No team could build or deploy from 13:00 to 15:30; jobs failed in the first step.',
      cause:
        'All runners leave through one NAT address and pull base images from Docker Hub anonymously. With the new monorepo matrix we passed the pull limit for an anonymous address and got 429.',
      services: ['ci-runners'],
    },
    other: {
      title: 'All CI pipelines failing',
      summary:
        "No team could build or deploy for most of the afternoon; jobs failed in the first step with 'no space left on device'.",
      cause:
        "The runners' workspaces keep node_modules of every branch and these are never cleaned. The filesystem had 300 GB free but not a single free inode.",
      services: ['ci-runners'],
    },
  },
  {
    name: 'images not loading',
    one: {
      title: 'Product images broken on website',
      summary: 'Around 20% of product images were broken for six hours, long after the origin had recovered.',
      cause:
        'The origin returned a short burst of 404s while its storage was remounted. Our CDN rule applies a 24 h edge TTL to every status, so the 404s were kept and served as if they were the images.',
      services: ['media-cdn'],
    },
    other: {
      title: 'Product images broken on website',
      summary: 'All product images uploaded in the past year were broken for two hours.',
      cause:
        "The security team's sweep turned on 'block public access' for all S3 buckets. The media bucket is intentionally public-read for the CDN, but it was not in the exceptions list.",
      services: ['media-cdn', 's3-media'],
    },
  },
  {
    name: 'duplicate orders',
    one: {
      title: 'Duplicate orders sent to warehouse',
      summary: '2,200 orders were picked twice on Monday.',
      cause:
        'The SQS visibility timeout is 30 s. Since the address validation was added, an order takes up to 50 s, so the message reappeared and was handled by another worker while the first was still at it.',
      services: ['fulfilment'],
    },
    other: {
      title: 'Duplicate orders sent to warehouse',
      summary: '1,500 orders were released to the warehouse twice on Saturday night.',
      cause:
        "A network partition separated the two zones. The release scheduler's leader kept going with its lapsed lease while the other zone elected a new leader. Writes carry no fencing token, so both were accepted.",
      services: ['fulfilment', 'release-scheduler'],
    },
  },
  {
    name: 'pods OOM killed',
    one: {
      title: 'Ingest pods OOMKilled repeatedly',
      summary: 'Ingest pods were OOMKilled every 40 minutes since the Tuesday release, with gaps in customer data.',
      cause:
        'The new request counter has the full URL including query string as a label. Each distinct URL creates a time series held in process memory forever, so memory rises with traffic.',
      services: ['ingest'],
    },
    other: {
      title: 'Ingest pods OOMKilled repeatedly',
      summary: 'Ingest pods were OOMKilled one after the other on Tuesday, with gaps in customer data.',
      cause:
        "One customer uploaded a 6 GB CSV. The handler reads the whole body into memory before parsing, there is no size limit, and the customer's script tried again on every failure.",
      services: ['ingest'],
    },
  },
  {
    name: 'wrong prices displayed',
    one: {
      title: 'Wrong prices shown on the webshop',
      summary: "Some German sellers' items were listed at 100 times the price, others at a thousandth.",
      cause:
        "The import of seller price lists ran on a new host with locale en_US. '1.299,00' was parsed with the dot as decimal separator.",
      services: ['price-import', 'webshop'],
    },
    other: {
      title: 'Wrong prices shown on the webshop',
      summary:
        'Swedish and Danish customers saw prices with the right symbol but wrong amounts. 340 orders were refunded.',
      cause:
        "The price cache key is made of SKU and country group. After Sweden and Denmark were put into one group 'Nordics', whoever came first decided the currency amount for both.",
      services: ['pricing-cache', 'webshop'],
    },
  },
  {
    name: 'autoscaling did not add capacity',
    one: {
      title: 'Autoscaling did not add capacity at peak',
      summary: 'Video encoding fell behind by 3 hours on Sunday evening because no instances were added.',
      cause:
        'The autoscaler asked for 80 more instances, but the AWS account was at its vCPU limit for that family in eu-west-1. The limit had been shared with a new data science cluster since Wednesday.',
      services: ['encoder'],
    },
    other: {
      title: 'Autoscaling did not add capacity at peak',
      summary: 'Video encoding fell behind by 2 hours on Sunday evening; the replica count stayed at 10.',
      cause:
        'The HPA targets 70% average CPU over all containers in the pod. The mesh sidecar was given a large CPU request in the last upgrade and is nearly idle, so the pod average stayed below 50% while the encoder container was saturated.',
      services: ['encoder'],
    },
  },
  {
    name: 'webhooks not delivered',
    one: {
      title: 'Webhooks not delivered to some customers',
      summary: '37 customers received no webhooks from Tuesday night on; connections timed out.',
      cause:
        'Terraform replaced the NAT gateway and with it our outgoing IP address. Those customers only accept traffic from the address in our documentation.',
      services: ['webhooks'],
    },
    other: {
      title: 'Webhooks not delivered to some customers',
      summary: 'Many customers received webhooks up to 8 hours late, and some timed out completely.',
      cause:
        "Deliveries for all customers share one pool of 50 workers. A large customer's endpoint hung for 30 s on each call and held all workers. There is no isolation per destination.",
      services: ['webhooks'],
    },
  },
  {
    name: 'customer files deleted',
    one: {
      title: 'Customer files deleted',
      summary: '11,000 customer attachments were gone on Monday; 9,400 could be recovered from versions.',
      cause:
        "A lifecycle rule to expire 'tmp' objects after 7 days was given the prefix 't'. All tenants whose identifier starts with a t matched as well.",
      services: ['attachments'],
    },
    other: {
      title: 'Customer files deleted',
      summary: 'All attachments of the EU region were gone at 15:20; they were restored from versions within 9 hours.',
      cause:
        "An engineer ran the test environment's reset script in a terminal whose context was still production from an earlier incident. The script asks for no confirmation, and his everyday role may delete in production.",
      services: ['attachments'],
    },
  },
  {
    name: 'staff cannot connect over VPN',
    one: {
      title: 'Staff cannot work over VPN',
      summary: 'About 400 remote employees could connect to VPN but pages hung or loaded halfway.',
      cause:
        "The provider migrated our circuit to one with a lower MTU, and the firewall drops the ICMP 'fragmentation needed' replies. Full-size packets in the tunnel disappeared.",
      services: ['vpn'],
    },
    other: {
      title: 'Staff cannot work over VPN',
      summary: 'About 400 remote employees could not connect to VPN on the snow day.',
      cause:
        'The concentrator is licensed for 1,500 simultaneous sessions. On a usual day we have 900; that morning the office was closed, and everyone stayed at home.',
      services: ['vpn'],
    },
  },
  {
    name: 'database failover with write errors',
    one: {
      title: 'Write errors and failover of user database',
      summary: 'The user database had write errors for 9 minutes and failed over to the standby.',
      cause:
        'The battery of the RAID controller in the primary died. The controller went from write-back to write-through, fsync latency rose 50-fold and the primary stalled.',
      services: ['user-db'],
    },
    other: {
      title: 'Write errors and repeated failover of user database',
      summary: 'The user database had write errors for 14 minutes and failed over four times.',
      cause:
        "The orchestrator declares the primary dead after one missed 2 s heartbeat from a single observer. The observer's own switch port was flapping; the primary was fine all the time.",
      services: ['user-db', 'orchestrator'],
    },
  },
  {
    name: 'nobody was paged',
    one: {
      title: 'On-call not paged for payment outage',
      summary: 'Payments were down from 00:05 to 06:30 on a Saturday, and no one was paged.',
      cause:
        "The rotation changes on Saturday at 00:00. The outgoing engineer's shift ended, and the incoming one had left the team in the week before; the slot was empty and there is no fallback level.",
      services: ['payments', 'pagerduty'],
    },
    other: {
      title: 'On-call not paged for payment outage',
      summary: 'Payments were down from 00:40 to 05:50, and no one was paged although the alert fired.',
      cause:
        'A silence made for the database maintenance in April matched team=payments with an end date typed as next year. Alertmanager muted the alert as told.',
      services: ['payments', 'alertmanager'],
    },
  },
];
