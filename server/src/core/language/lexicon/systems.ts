import { words } from './words.ts';

/** Products, projects and hosts whose names look like those of people or like any capitalised word; lower case. */
export const SYSTEM_NAMES = words(`
  watchdog mailer
  jenkins puppet chef ansible salt saltstack alexa siri cortana hudson travis bamboo concourse drone spinnaker argo argocd flux
  fluxcd tekton terraform pulumi packer vagrant vault consul nomad boundary waypoint docker podman containerd kubernetes k8s helm
  istio linkerd envoy nginx apache haproxy traefik caddy varnish squid tomcat jetty wildfly jboss websphere weblogic iis
  postgres postgresql mysql mariadb percona oracle mongo mongodb cassandra scylla redis memcached valkey dynamo dynamodb aurora
  athena redshift bigquery snowflake databricks spark hadoop hive presto trino flink kafka pulsar rabbitmq nats activemq kinesis
  zookeeper etcd elasticsearch opensearch solr lucene kibana logstash fluentd fluentbit loki grafana prometheus thanos cortex mimir
  tempo jaeger zipkin datadog newrelic splunk sentry rollbar honeycomb nagios icinga zabbix sensu pingdom pagerduty opsgenie victorops
  slack teams zoom discord jira confluence github gitlab bitbucket gitea gerrit phabricator dependabot renovate mergify bors homu
  sonarqube snyk trivy clair falco calico cilium flannel weave coredns bind unbound powerdns route53 cloudflare fastly akamai
  cloudfront lambda fargate ecs eks gke aks s3 ec2 rds sqs sns iam azure aws gcp heroku vercel netlify digitalocean linode hetzner
  ovh linux windows macos android ios ubuntu debian fedora redhat centos alpine suse systemd cron anacron celery sidekiq resque
  airflow dagster prefect luigi oozie nifi debezium maxwell fivetran airbyte dbt looker tableau superset metabase hermes apollo
  zeus hera athene artemis ares poseidon hades atlas titan kraken phoenix pegasus medusa cerberus argus janus odin thor loki freya
  heimdall mjolnir gandalf frodo bilbo sauron saruman merlin sherlock watson moriarty jeeves alfred butler jarvis friday hal skynet
  marvin wanda bender wall-e r2d2 c3po hal9000 eliza clippy oscar elmo kermit gonzo fozzie ernie bert grover snoopy garfield dumbo
  bambi mickey goofy pluto neptune saturn jupiter mars venus mercury orion sirius vega polaris andromeda nebula nova quasar
  pulsar galileo kepler newton einstein tesla edison turing lovelace hopper babbage darwin curie feynman gauss euler fermat
  nostradamus cassiopeia calypso ulysses achilles hector ajax helios selenium puppeteer cypress playwright
  karpenter velero rook longhorn ceph gluster minio harbor nexus artifactory quay kong tyk ambassador keycloak okta auth0 dex
  cert-manager external-dns kured patroni pgbouncer pgpool stolon repmgr orchestrator vitess proxysql maxscale galera
  keepalived pacemaker corosync heartbeat monit supervisord upstart runit logrotate rsync borg restic bacula veeam netbackup commvault
  excel outlook sharepoint salesforce sap oracle-db servicenow zendesk stripe paypal adyen twilio sendgrid mailchimp mailgun
  postfix exim sendmail dovecot asterisk freeswitch kamailio openssl letsencrypt let's_encrypt digicert firefox chrome safari edge
  java python ruby rust go golang perl node nodejs php scala kotlin swift django rails spring flask react angular vue
  maven gradle bazel make cmake npm yarn pnpm pip poetry cargo composer webpack vite esbuild copilot chatgpt claude gemini
  bugsnag launchdarkly statsig optimizely unleash segment amplitude mixpanel hystrix resilience4j chaosmonkey gremlin litmus
  cisco juniper arista fortinet palo-alto checkpoint netscaler f5 citrix vmware vsphere esxi nutanix netapp emc dell hp ibm
  telegraf influxdb influx victoriametrics graphite statsd collectd carbon clickhouse druid pinot timescale timescaledb cockroach
  cockroachdb tidb spanner bigtable hbase couchbase couchdb riak neo4j arangodb dgraph foundationdb leveldb rocksdb sqlite duckdb
  hubot errbot botkit mattermost rocketchat matrix
  ava echo nest eve cleo rosie robbie dexter bixby duplex meena lambda sydney tay zo alfa bravo
  crowdstrike sophos mcafee norton defender sentinelone tanium qualys nessus
`);

/** Nouns that name parts of systems, documents, data or happenings. Anything not known to be a person is taken for one as well; this list breaks ties. */
export const SYSTEM_NOUNS = words(`
  system service server host node cluster pod container job task script tool pipeline process daemon thread queue topic stream database
  db table index query cache proxy gateway router switch firewall balancer loadbalancer dns cdn api endpoint app application software
  hardware firmware driver kernel disk volume bucket storage memory cpu gpu network link cable fibre fiber rack ups generator sensor
  alert alarm monitor monitoring dashboard metric log check healthcheck probe test suite build release deploy deployment rollout rollback
  version patch hotfix config configuration setting flag rule policy threshold timeout limit quota budget certificate cert key token
  password secret credential role account tenant session connection pool request response message event payload record row column field
  schema migration model dataset data file folder directory path document documentation doc runbook playbook procedure checklist wiki page
  ticket bug defect fault error exception failure outage incident regression issue problem crash leak deadlock race typo bot robot plugin
  module library package dependency component code function class method loop parser compiler linter validator scheduler cron autoscaler
  replica primary secondary leader follower standby backup snapshot restore failover region zone datacenter datacentre site cloud platform
  infrastructure environment staging production prod form button page screen ui interface dialog wizard cli command terminal console
  design architecture contract sla slo algorithm heuristic classifier logic controller operator hook webhook trigger workflow action
  training review approval gate guardrail safeguard control template default onboarding rota schedule calendar spreadsheet sheet mail
  email banner notification pager phone line printer scanner machine device robot pump valve breaker relay plc firmware
`);

/** What is known by its initials and is no person, whatever it is said to do: "the HSM refused"; lower case. */
export const SYSTEM_INITIALS = words(`
  hsm waf ids ips siem vpn nat bgp ospf ntp ptp ups pdu bmc ilo bios uefi lb elb alb nlb vpc kms iam sso idp ldap ad mfa otp cdn dns dhcp etl cdc dwh crm erp
  cms lms ehr emr pacs plc scada rtu hmi dcs mes wms tms oms ivr pbx acd sbc mta smtp imap sftp nfs san nas raid cpu gpu tpu fpga asic api sdk cli gui ui
  ide ci cd vm jvm orm rdbms sql json xml os ssd hdd ram mdm gps gsm lte pos atm edi rpa bot ml ai llm nlp ocr csi cni cri crd oom
`);
