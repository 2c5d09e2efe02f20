import { hashOf } from "../reading/tokens.ts";

const set = (words: string) => new Set(words.trim().split(/\s+/).map(hashOf));

/** Words that announce a name. */
export const TITLES = set(
  "dr doctor mr mrs ms miss mx prof professor nurse rev reverend father pastor sra sr srta senor senora senorita dra don dona doctora madame monsieur mme mlle herr frau lic enfermera enfermero sister brother auntie aunt aunty uncle tio tia nana nanna grandma grandpa granny coach ofc officer",
);

/** Names that are known for a disease, a sign, a test or a device more than for a person. */
export const EPONYMS = set(`
  crohn crohns parkinson parkinsons alzheimer alzheimers altzheimers alzheimer hashimoto hashimotos graves hodgkin hodgkins addison addisons
  cushing cushings ehlers danlos sjogren sjogrens raynaud raynauds dupuytren dupuytrens meniere menieres tourette tourettes asperger
  aspergers barrett barretts huntington huntingtons marfan marfans gilbert gilberts guillain barre charcot duchenne becker kawasaki
  lewy chiari arnold baker bakers morton mortons peyronie peyronies paget pagets behcet behcets stevens johnson gehrig gehrigs lyme
  epstein coombs foley apgar epley gleason glasgow wilson wilsons turner lynch bell bells hirschsprung hirschsprungs tay sachs
  gaucher fabry pompe hurler prader willi angelman rett klinefelter noonan williams digeorge kabuki wolff white wpw brugada eisenmenger
  fallot kaposi burkitt burkitts ewing wilms waldenstrom whipple achilles adam fallopian cowper bartholin bartholins braxton hicks
  hep babinski kernig brudzinski romberg trendelenburg valsalva heimlich kegel kegels pap papanicolaou rorschach snellen ishihara bristol
  beck hamilton karnofsky child pugh wells framingham waterlow braden mallory weiss zenker zollinger ellison dandy walker
  osgood schlatter perthes legg scheuermann scheuermanns schmorl colles smith monteggia galeazzi bankart hill sachs lisfranc jones
  hallux tietze tietzes bakers quervain quervains buerger takayasu wegener wegeners churg strauss goodpasture henoch schonlein still stills
  felty reiter reiters sweet sweets hailey darier grover devic devics lambert eaton mcardle mcardles refsum friedreich friedreichs
  kennedy kennedys wernicke korsakoff creutzfeldt jakob pick picks lou lennox gastaut dravet west rasmussen rolandic bright brights
  berger bergers alport alports fanconi liddle bartter gitelman conn conns sheehan kallmann plummer vinson hurthle krukenberg meigs
  asherman ashermans mirena rokitansky mayer skene fournier peyronies bowen bowens merkel mohs breslow clark spitz nevus
  virchow trousseau leriche horner horners adie argyll fuchs stargardt best leber coats bitot bells ramsay hunt todd todds
  cheyne stokes kussmaul biot hering holter swan ganz hickman broviac groshong portacath seldinger billroth roux nissen whipples
  hartmann kocher mcburney murphy murphys rovsing cullen turner homan homans lachman mcmurray phalen tinel finkelstein spurling
  gravis rubra vera simplex zoster lupus major minor
`);

/** What follows an eponym: "Wilson's disease", "Gleason 3+4" needs none. */
export const AFTER_EPONYM = set(
  "disease syndrome palsy test sign lymphoma tumor tumour contracture cyst cysts procedure maneuver manoeuvre disorder fracture anemia anaemia score scale sarcoma esophagus oesophagus phenomenon thyroiditis carcinoma cancer ulcer ulcers hernia block law reflex catheter splint operation method criteria classification body bodies dementia malformation neuroma chorea ataxia atrophy dystrophy virus fever infection gene mutation tube flap stent pump diet breathing exercises enfermedad sindrome",
);

/** Words for God and the like: called upon, not present. */
export const NOBODY = set(
  "god jesus christ lord allah dios jehovah buddha satan santa gud goddess virgencita jesucristo claus covid doc docs mama mami papi papa mom mum dad nana gran grandma grandpa mommy daddy momma mamma mam auntie hubby sis bro baby bebe kiddo dude bruh bro buddy honey sweetie darling amigo amiga amigos gente bestie bestie sir madam maam senor senora alexa siri google bing chatgpt reddit discord slack whatsapp zoom facebook instagram tiktok youtube twitter netflix amazon uber walmart costco walgreens cvs boots tesco asda target medicare medicaid nissan kia toyota honda hyundai ford chevy chevrolet corolla civic camry prius tesla bmw audi mazda subaru jeep xbox playstation nintendo linktree lego ikea starbucks mcdonalds pepsi netflix spotify etsy ebay paypal venmo zelle fitbit garmin dexcom libre omnipod tandem medtronic abbott pfizer moderna novo sanofi lilly rinvoq humira enbrel stelara skyrizi cosentyx taltz dupixent xeljanz remicade entyvio ozempic wegovy mounjaro zepbound trulicity victoza saxenda rybelsus jardiance farxiga invokana januvia janumet tradjenta lantus levemir tresiba toujeo basaglar humalog novolog fiasp apidra lyumjev humulin novolin keppra lamictal depakote topamax tegretol trileptal dilantin vimpat briviact xcopri zonegran onfi lexapro zoloft prozac paxil celexa effexor cymbalta pristiq wellbutrin remeron trazodone abilify latuda vraylar seroquel risperdal zyprexa geodon lithium adderall vyvanse ritalin concerta strattera intuniv xanax ativan klonopin valium ambien lunesta lyrica neurontin gabapentin suboxone vivitrol narcan eliquis xarelto coumadin plavix brilinta lipitor crestor zetia repatha entresto corlanor tikosyn symbicort advair breo trelegy spiriva flovent qvar singulair xolair nucala fasenra prolia evenity forteo fosamax ocrevus tysabri tecfidera gilenya kesimpta copaxone aubagio aimovig ajovy emgality nurtec ubrelvy qulipta botox imitrex maxalt keytruda opdivo herceptin ibrance tamoxifen arimidex femara lupron zoladex gleevec imbruvica revlimid velcade darzalex benlysta plaquenil methotrexate arava otezla kineret actemra cimzia simponi orencia rituxan soliris ultomiris hemlibra trikafta orkambi kalydeco vyndaqel spinraza evrysdi zolgensma paxlovid tamiflu biktarvy genvoya descovy truvada prep cabenuva allegra claritin zyrtec benadryl tylenol advil motrin aleve excedrin pepcid nexium prilosec linzess miralax zofran phenergan reglan synthroid armour cytomel premarin clomid mirena nexplanon depo yaz ortho kyleena synjardy onglyza byetta bydureon soliqua leiden pylori phil pepper humana kaiser tricare nhs imss issste",
);

const TERM_ENDINGS =
  /(?:itis|osis|emia|aemia|opathy|pathy|oma|omas|algia|ectomy|otomy|ostomy|oscopy|plasty|graphy|gram|therapy|theraphy|plegia|paresis|phasia|phagia|pnea|pnoea|rrhea|rrhoea|uria|penia|cytosis|trophy|sclerosis|stenosis|spasm|syndrome|logist|logists|logo|loga|iatrist|pediatra|iatra|ologia|ectomia|cillin|mycin|micin|floxacin|cycline|azole|prazole|conazole|sartan|pril|olol|statin|formin|gliptin|gliflozin|glutide|mab|zumab|ximab|tinib|ciclib|parib|vir|tegravir|buvir|caine|barbital|azepam|zolam|zepam|dronate|thiazide|semide|lukast|triptan|setron|dopa|tidine|profen|oxicam|coxib|cortisone|solone|sone|parin|xaban|gatran|grel|terol|tropium|sulfa|oxetine|aline|pramine|triptyline|peridone|apine|idone|piprazole|racetam|gabalin|bactrim|feron|leukin|stim|poetin|glargine|lispro|aspart)$/;

/** Whether a word (lower case) is built like a drug, a disease, a procedure or a specialty. */
export const isBuiltLikeTerm = (word: string): boolean => word.length > 4 && TERM_ENDINGS.test(word);
