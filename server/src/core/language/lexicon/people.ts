import { words } from './words.ts';

/** Nouns that name a person by the work done; the head of a noun phrase ("the release manager", "two senior engineers"). */
export const ROLE_NOUNS = words(`
  engineer developer dev programmer coder administrator admin sysadmin adm dba sre swe reviewer approver author committer maintainer
  contributor analyst intern contractor technician tech technologist consultant specialist responder commander oncall on-call on-caller
  oncaller architect scientist researcher tester designer lead leader-of-shift head chief director vp cto ceo cio ciso coo cfo president
  officer executive exec boss supervisor superviser foreman manager-on-duty teamlead team-lead colleague coworker co-worker teammate
  peer employee staffer newcomer newbie novice rookie junior senior trainee apprentice graduate grad hire new-hire newhire starter
  joiner new-joiner freelancer temp veteran expert guru mentor mentee captain pilot dispatcher clerk cashier accountant bookkeeper auditor
  controller-of-finance treasurer trader broker-dealer nurse doctor physician clinician surgeon anaesthetist pharmacist radiographer
  radiologist porter paramedic medic matron registrar midwife dentist teacher-in-charge lecturer professor student-assistant librarian
  archivist electrician plumber mechanic welder fitter rigger machinist millwright installer cabler splicer driver-on-duty courier
  warehouseman stocker picker packer forklift-driver docker-worker seller salesperson salesman saleswoman rep representative merchandiser buyer
  planner-on-duty secretary receptionist assistant associate coordinator organiser organizer facilitator moderator presenter speaker
  scribe note-taker statistician mathematician biologist chemist physicist surveyor geologist editor-in-chief copywriter translator
  journalist producer-on-duty cameraman vision-mixer lawyer attorney counsel paralegal recruiter trainer coach guard janitor-on-duty
  caretaker cleaner cook chef-de-partie waiter farmer agronomist operator-on-duty conductor signaller signalman train-driver captain
  skipper helmsman deckhand stevedore purser steward stewardess flight-attendant ranger firefighter policeman detective soldier
  volunteer person human individual man woman guy gal bloke chap lad fellow folk somebody someone anybody anyone everybody everyone
  whoever people folks staff personnel crew team-mates teammates humans persons guys hands men women pair mob-of-engineers duo trio
  offender culprit wrongdoer deployer releaser merger-of-pr committers assignee requester requestor submitter
  practitioner professional generalist handler-on-duty sheriff gatekeeper-on-duty firewatch watch-officer shift-lead
  shiftlead watchkeeper quartermaster storekeeper stockman custodian-on-duty landlord builder-on-site carpenter electrician
  superintendent inspector assessor examiner adviser advisor strategist owner-on-duty stakeholder sponsor founder co-founder cofounder
  principal dispatcher-on-duty telephonist telephonists agronome modeller modeler annotator labeller labeler hacker-in-residence
  sre-on-call devops-engineer webmaster postmaster hostmaster marketer merchandisers copyist typist cashiers
  incident-commander ic imoc pagee on-duty sonographer phlebotomist dietitian physiotherapist anesthesiologist pharmacists
  bookkeepers underwriter actuary teller adjuster claims-handler caseworker underwriters storeman yardmaster brakeman shunter
  geophysicist driller toolpusher roughneck operations-manager bosun chief-engineer first-officer stoker launcher
  vet veterinarian caterer florist host-on-duty tutor headteacher invigilator headmaster dean bursar registrar provost
  lifeguard usher stagehand roadie technicians conductor projectionist curator docent keeper-on-duty groundskeeper
  beekeeper herdsman shepherd vintner brewer miller baker butcher-by-trade tailor jeweller watchmaker locksmith
  handyman repairman serviceman lineman linesman cableman fieldman crewman crewmember crew-member groundsman draughtsman
  tradesman craftsman foreperson chairperson chairman chairwoman spokesperson ombudsman deputy substitute locum stand-in understudy
  investigator programmer-analyst informaticist insider employee-of-ours self-starter pm po tpm tam em pgm qa-engineer sdet pentester gm ppl dm cm sme smes dri poc td pi postdoc phd undergrad boffin techie newb lass conservator forecaster meteorologist sergeant constable corporal lieutenant postmaster-general radiotherapist microbiologist oceanographer hydrologist astronomer physicist-on-duty ecologist economist epidemiologist geneticist toxicologist lexicographer subeditor sub-editor editor-in-chief storyteller ringmaster typesetter lithographer cartographer demographer stenographer comptroller alderman councillor magistrate clerk-of-works paymaster stockbroker quant dealer croupier concierge-on-duty bellhop chambermaid bartender barista sommelier cellarman lads lassies official servant liaison undersigned co-pilot copilot flight-engineer navigator-on-duty loadmaster ramp-agent gate-agent check-in-agent stationmaster pointsman platelayer tram-driver busdriver truck-driver crane-driver craneman docker longshoreman checker-on-duty lasher tallyman mooring-master harbourmaster harbormaster pilot-on-duty coxswain gaffer bossman higher-up higherups bloke mate boy girl kid lassie eejit mgr sup boss-man
`);

/** Plurals that do not end in -s, mapped to what they are plurals of. */
export const IRREGULAR_PLURALS: ReadonlyMap<string, string> = new Map([
  ['men', 'man'],
  ['women', 'woman'],
  ['people', 'people'],
  ['children', 'child'],
  ['repairmen', 'repairman'],
  ['linemen', 'lineman'],
  ['tradesmen', 'tradesman'],
  ['firefighters', 'firefighter'],
  ['data', 'data'],
  ['analyses', 'analysis'],
]);

/** Nouns that can be a person or a part of a system. */
export const AMBIGUOUS_NOUNS = words(`
  worker agent operator client driver leader follower consumer witness controller scheduler watcher owner user manager handler
  dispatcher planner critic actor student teacher interpreter arbiter janitor reaper custodian guardian supervisor monitor observer
  host guest master slave primary secondary broker producer publisher subscriber writer reader editor runner executor builder keeper
  collector sweeper coordinator mediator caller sender receiver member party peer partner principal conductor orchestrator curator
  mapper reducer parser compiler loader importer exporter provider installer resolver listener poller balancer router forwarder
  translator registrar maintainer-bot gatekeeper director moderator sentinel shepherd tracker validator verifier inspector auditor
  assistant associate representative chef puppet butler sheriff captain pilot nanny concierge librarian architect navigator helper
  messenger courier postman porter packer picker sorter cleaner archiver bookkeeper accountant miner trader teller guard bouncer
  scribe secretary usher steward ranger scout spy hunter warden buyer seller merchant designer learner trainer tester oracle prophet
  child parent orphan zombie daemon ghost servant maid waiter chief head lead junior senior hand pair examiner assessor adjuster
  annotator labeler labeller modeler launcher crawler spider walker runner
`);

/** Nouns that are ambiguous but human unless a technical word stands before them. */
export const HUMAN_BY_DEFAULT = words(`
  operator owner manager editor caller director moderator inspector auditor assistant associate producer
  representative accountant trader teller guard secretary steward designer trainer tester chief head lead junior senior
  architect librarian pilot captain courier porter packer picker cleaner bookkeeper buyer seller registrar coordinator
  custodian installer translator trainee scribe usher conductor waiter maid examiner assessor adjuster annotator labeler labeller
  modeler partner postman
`);

/** Before an ambiguous noun these say that it is a person. */
export const HUMAN_MODIFIERS = words(`
  junior senior new newest young human experienced inexperienced night-shift day-shift night day evening morning weekend on-duty
  on-call oncall duty shift second-shift third-shift outgoing incoming chief tired fatigued exhausted overworked lone remote local
  female male former acting temporary trainee control-room control room plant console forklift crane warehouse store shop-floor shop
  floor bridge desk support call-centre call-center centre center contact-centre contact hospital ward clinic pharmacy machine line
  release incident project product programme program account engineering delivery team department office site facility facilities
  operations change shift communications marketing sales finance hr compliance risk security customer service people community
  product-owner senior-most careless competent attentive vigilant certified licensed licenced accredited authorised authorized switching crew trained untrained qualified unqualified field fellow our another
  train tram bus lorry truck van delivery service-desk help-desk grid network-operations noc soc lead staff principal general
  regional national district assistant deputy vice interim veteran rookie seasoned sleepy distracted confused hungover
  business data-centre datacentre crisis duty-manager station process gate camera studio board radio tower depot yard track bay
  telephone switchboard dispatch ambulance police fire rescue emergency triage intake admissions theatre laboratory lab
`);

/** Before or around an ambiguous noun these say that it is software or hardware. */
export const TECH_MODIFIERS = words(`
  kubernetes k8s postgres postgresql mysql redis kafka etcd zookeeper mongo mongodb elasticsearch cassandra rabbitmq nats consul vault
  nomad docker containerd linux kernel gpu cpu nvidia disk storage csi cni jdbc odbc http https tcp udp grpc rest smtp imap ldap dns
  dhcp ntp ssh sftp ftp s3 aws gcp azure api web mobile ios android browser desktop thin fat rest graphql batch background queue
  message event stream log metrics metric tracing build ci cd deploy deployment cron job task thread process session connection pool
  memory cache package dependency window file lock transaction index query search crawl backup snapshot replication replica raft paxos
  quorum cluster node pod container ingress egress service-mesh mesh load traffic uptime request rate ad render rendering print printer
  device sensor robot fleet game ml model training inference data-loader config configuration secrets secret certificate cert key
  password identity upload download email mail sms notification webhook payment-gateway dead-letter retry outbox inbox saga workflow
  pipeline spark flink airflow celery sidekiq resque gunicorn puma unicorn php-fpm nginx haproxy envoy istio prometheus grafana
  datadog splunk jenkins gitlab github actions terraform ansible chef puppet salt helm argo flux spinnaker tekton oracle sql nosql
  tls ssl vpn wifi bluetooth usb pci nic raid filesystem fs nfs zfs lvm virtual vm hypervisor vmware esxi openstack app application
  software hardware firmware system systemd daemon automated automatic autonomous stateless stateful distributed remote-procedure
  byzantine elected elastic horizontal vertical cloud edge iot plc scada telemetry monitoring alerting logging autoscaling scaling
  garbage compaction ledger matching order-routing legacy outdated slow fast stale idle hung zombie dead orphaned preempted
  spot old-version v1 v2 v3 beta debug upstream downstream kafka-connect cdc etl elt crm erp pos atm chat slack discord
  reconciliation replay ingest ingestion import export sync migration provisioning eviction admission volume image dialog policy
  password-reset license licence token artifact feature flag experiment rule rules protocol stack language
  lease partition shard topic consumer-group mqtt opc modbus can fieldbus wal journal heap scan virus antivirus malware
  cleanup housekeeping retention expiry archive lifecycle parcel route routing chatbot voice speech
`);

/** Heads of phrases that name a group of people ("the growth squad", "our Lisbon office"). */
export const TEAM_NOUNS = words(`
  section bureau team squad crew department dept group desk unit division tribe guild chapter office staff folks people guys gang bunch lot shift
  committee management leadership workforce personnel side crowd cohort party helpdesk service-desk organisation organization org
  subteam sub-team taskforce task-force pod-team bureau directorate brigade posse panel rota cell secretariat faculty ward-staff
  leads techs seniors juniors
`);

/** Of the team nouns, those that name parts of systems as often; human with a human modifier or predicate only. */
export const AMBIGUOUS_TEAM_NOUNS = words(
  `group unit cell panel desk shift side party lot pod board bench chapter office pair division rota cohort crowd`,
);

/** Departments and disciplines that stand for their people ("Ops forgot", "QA missed it"); lower case. */
export const DEPARTMENTS = words(`
  ops devops qa infra sre sres it-ops itops secops netops finops mlops dataops noc soc dbas hr devs eng infosec appsec netsec
  qa-team management leadership support helpdesk service-desk operations infrastructure engineering procurement logistics legal finance
  marketing sales accounting payroll compliance facilities treasury csirt cert-team csm customer-success customer-support
  customer-care customer-service helpdesk it-support it-security release-engineering site-reliability devex developer-experience
  red-team blue-team dispatch-office admin-office purchasing audit recruiting comms communications editorial newsroom
  cab second-line first-line third-line tier-1 tier-2 tier-3 l1 l2 l3 level-1 level-2 production-support mgmt upper-management
  firmware-team uat test-team sysadmins sysops architecture
  quality-assurance quality-control qc manufacturing dispatch housekeeping maintenance pharmacy radiology admissions nursing
  cabling fieldops field-ops merchandising underwriting claims
  frontend-devs backend-devs release-mgmt relase-mgmt product-management leadership-team everyone-on-call netadmins
`);

/** Departments whose name is as often a service: human with a human predicate only, and only as a capitalised bare name. */
export const SERVICE_DEPARTMENTS = words(`
  platform storage streaming billing checkout identity search payments data growth security frontend backend core edge network
  networking ingest ingestion analytics messaging mobile web cloud database databases observability monitoring billing-ops risk fraud
  pricing catalog catalogue inventory fulfilment fulfillment shipping delivery growth-eng integrations integration ads liveops
  infrastructure-core tooling systems release releases deployment automation product design research science content community partners
  partnerships video audio media telephony voice routing dispatch transport fleet warehouse warehousing retail stores trading
  settlement settlements clearing lending cards claims underwriting labs imaging records registration scheduling planning access
  authentication auth onboarding trust safety privacy it test testing embedded desktop client-services
  notifications localization localisation i18n perception controls mechanical autonomy hardware-eng validation licensing procurement publishing metadata playback encoding transcoding rights localization-ops reporting personalization personalisation recommendations ranking loyalty crm erp
`);

/** First person singular. */
export const SELF = words(`i me my mine myself`);
/** First person plural. */
export const WE = words(`we us our ours ourselves`);
export const YOU = words(`you your yours yourself yourselves y'all u ya`);
export const THIRD_PERSON = words(`he she him her his hers himself herself`);
export const THEY = words(`they them their theirs themselves themself`);
export const NOBODY = words(`nobody no-one noone none`);
export const ANYBODY = words(`anybody anyone anybody's`);
export const SOMEBODY = words(`somebody someone everybody everyone whoever people folks whomever everyone's`);

/** Outsiders who mean harm: what they do is told as it was. */
export const ATTACKERS = words(`
  perpetrator burglar thief arsonist ransomware swindler impostor conman phishing-group fraud-ring
  attacker intruder hacker adversary fraudster scammer spammer scraper phisher burglar thief vandal criminal abuser assailant
  ransomware-gang botnet bot malefactor threat-actor bad-actor ddoser troll cheater extortionist carder burglars crooks
`);

/** Those whom the system serves: it must bear what they do. */
export const CUSTOMERS = words(`
  customer client-of-ours user enduser end-user subscriber tenant visitor player shopper guest patient passenger buyer merchant seller
  caller consumer pupil student candidate traveller traveler reader viewer listener member citizen resident voter taxpayer
  cardholder policyholder account-holder borrower depositor investor donor applicant commuter rider driver participant gamer
  streamer advertiser publisher public counterparty claimant householder
`);

/** Other organisations: what they do is told like what a system does, except where fault or intent is put on them. */
export const ORGANISATIONS = words(`
  vendor supplier provider partner carrier company firm manufacturer host isp registrar contractor-firm agency consultancy
  integrator reseller subcontractor outsourcer bank telco utility operator-company bank-partner landlord authority regulator
  consortium foundation startup corporation corp bureau distributor publisher courier-company msp telecom airline insurer exchange
`);

/** Companies by name: told of like systems, except where fault or intent is put on them. */
export const ORGANISATION_NAMES = words(`
  microsoft google amazon apple meta facebook oracle ibm accenture capgemini infosys tcs wipro cognizant deloitte kpmg pwc visa
  mastercard amex swift netflix uber lyft verizon comcast vodafone telia orange telefonica telekom lumen centurylink cogent telstra
  singtel nokia ericsson huawei samsung sony intel amd nvidia lenovo hpe fujitsu hitachi siemens abb schneider honeywell broadcom equinix
  digicert verisign sectigo comodo godaddy namecheap hashicorp canonical confluent cloudera atlassian ntt att sprint t-mobile rogers bell
  dhl fedex ups maersk shopify square klarna plaid worldpay fiserv fis experian equifax sabre amadeus sita thales epic cerner philips ge
`);

/** Words before a personal name. */
export const TITLES = words(
  `mr mrs ms miss dr prof sir madam mx herr frau señor señora monsieur madame rev capt lt sgt`,
);
