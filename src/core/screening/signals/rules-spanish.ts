import { GAP, phrase, type Rule, WIDE } from "./rule.ts";

/** The first Spanish set. Patterns run on text without accents: "año" is "ano", "me caí" is "me cai". */
export const SPANISH_RULES: readonly Rule[] = [
  {
    id: "es.self-harm",
    kind: "crisis",
    pattern: phrase(
      "(?:quiero|quisiera|deseo|prefiero|ganas de|pienso en|pensando en|voy a|planeo|ojala) (?:solo )?(?:morir|morirme|matarme|suicidarme|quitarme la vida|acabar con (?:todo|mi vida)|desaparecer|dormir y no despertar|no despertar|estar muert[oa]|hacerme dano|cortarme|tirarme|colgarme|ahorcarme)",
      "no quiero (?:seguir )?(?:vivir|viviendo|vivir mas|estar aqui|existir|seguir (?:adelante|asi))|(?:no tengo|sin|ninguna) (?:\\w+ )?(?:razon|motivos?|ganas) (?:para|de) vivir|la vida no vale|(?:me|nos) quiero (?:matar|morir)|mejor (?:muert[oa]|sin mi)",
      "(?:pensamientos|ideas?|intento|nota|carta) (?:de suicidio|suicidas?)|(?:me|se) (?:corto|corte|estoy cortando|hago dano|voy a matar|va a matar|quiere matar|quiere morir|quiere suicidar)|pienso en (?:el )?suicid\\w+",
      "(?:me despido|adios) (?:de todos|para siempre|a todos)|cuando lean esto|no estare (?:aqui )?manana|(?:pastillas|cuchillo|pistola|navaja|soga) en (?:la|mi) mano",
    ),
    score: 0.9,
    mustMatch: [
      "Quiero morir, no puedo más",
      "No tengo ganas de vivir",
      "Mi hermano se quiere matar, no: dice que se va a matar",
      "Pienso en el suicidio",
    ],
    mustNotMatch: ["No quiero morir, quiero curarme", "Me muero de risa con este grupo"],
  },
  {
    id: "es.danger",
    kind: "crisis",
    pattern: phrase(
      "(?:mi (?:esposo|marido|novio|pareja|ex|padre|padrastro|madre|hijo|hermano)|el|ella) me (?:pega|golpea|golpeo|pego|viola|violo|amenaza|amenazo|ahorca|maltrata|va a matar|quiere matar|encerro)",
      "(?:miedo (?:de|a) (?:que me mate|volver a (?:mi )?casa)|me (?:violaron|estan golpeando)|abusa(?:ron|n)? de mi|no me deja salir)",
    ),
    score: 0.85,
    mustMatch: ["Mi marido me pega cuando bebe", "Tengo miedo de que me mate"],
    mustNotMatch: ["El doctor me explica todo muy bien"],
  },
  {
    id: "es.emergency",
    kind: "emergency",
    pattern: phrase(
      "(?:tome|tomo|se tomo|ha tomado|he tomado|me tome|trago|se trago|ingerido?) (?:todas?|todo|muchas?|demasiadas?|un frasco|una caja|\\d{2,}|veinte|treinta|cuarenta|cincuenta)(?: \\w+){0,3} (?:pastillas|tabletas|pildoras|capsulas|medicamentos|frasco|caja|paracetamol|insulina)|sobredosis",
      `(?:cara|boca)${GAP}(?:caida|torcida|chueca|desviada)|(?:se (?:le|me) (?:fue|va|torcio) (?:la )?(?:boca|cara))|(?:no puede|no puedo|no) (?:mover|levantar|sentir|mueve|muevo|levanta|siente|siento)(?: \\w+){0,2} (?:brazo|pierna|mano|lado)|(?:habla|hablar)${GAP}(?:raro|trabad\\w+|arrastr\\w+|no se le entiende)|derrame cerebral|(?:dormid|entumecid|paralizad)[oa]${GAP}(?:lado|brazo|pierna)`,
      `dolor(?: \\w+){0,3} (?:en el|de) pecho${WIDE}(?:brazo|mandibula|sud\\w+|aire|respirar|fuerte)|(?:opresion|presion)(?: \\w+){0,2} pecho|infarto|dolor(?: muy)? fuerte(?: \\w+){0,2} pecho`,
      "no (?:(?:puedo|puede) respirar|respira|esta respirando)(?! por la nariz)|se (?:ahoga|esta ahogando|asfixia)|labios (?:azules|morados)|(?:se me|se le) (?:cierra|hincha|esta cerrando|esta hinchando) la (?:garganta|lengua)|(?:garganta|lengua)(?: \\w+){0,2} (?:hinchad\\w+|cerrad\\w+)",
      "inconsciente|no (?:despierta|reacciona|responde)|convulsion\\w*|convulsionando|se desmayo y|perdio el conocimiento",
      `(?:recien nacid[oa]|bebe de (?:\\d+|un|una|dos|tres|cuatro|cinco|seis) (?:dias|semanas|mes|meses))${WIDE}(?:fiebre|3[89]|caliente|no come|flojit\\w+|decaid\\w+)`,
      `(?:embaraz\\w+|semanas de embarazo)${WIDE}(?:sangr\\w+|no se mueve|dejo de moverse|dolor fuerte|luces)|sangr\\w+${WIDE}embaraz\\w+|(?:vomit\\w+|escup\\w+|tos\\w*) (?:con )?sangre|sangra(?:ndo)? mucho|no para de sangrar`,
      `(?:cetonas|azucar|glucosa)${WIDE}(?:alt\\w+|[3-9]\\d\\d)${WIDE}(?:vomit\\w+|confus\\w+|respir\\w+)|cetoacidosis`,
    ),
    score: 0.85,
    mustMatch: [
      "Se tomó treinta pastillas",
      "Mi papá tiene la cara caída y no puede mover el brazo",
      "Dolor en el pecho y me baja por el brazo",
      "No puedo respirar",
      "Mi recién nacido tiene fiebre",
      "Estoy embarazada y sangrando",
    ],
    mustNotMatch: [
      "¿Cuáles son los síntomas de un infarto?",
      "Tengo dolor de cabeza leve",
      "No puedo dormir",
    ],
  },
  {
    id: "es.concern",
    kind: "concern",
    pattern: phrase(
      "(?:me siento|estoy) (?:muy |tan )?(?:sol[oa]|vaci[oa]|desesperad[oa]|sin esperanza|deprimid[oa])|no (?:aguanto|puedo) mas|soy una carga|dolor (?:de|en el) pecho|sangre en (?:la|el|las) (?:orina|heces|popo)|me desmaye",
    ),
    score: 0.4,
    mustMatch: ["Estoy muy desesperada", "Hay sangre en la orina"],
    mustNotMatch: ["Estoy bien, gracias"],
  },
];
