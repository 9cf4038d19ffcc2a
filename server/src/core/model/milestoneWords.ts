import type { Milestone } from './postmortem.ts';

/** Languages in which entries of timelines are understood besides English. */
export type EntryLanguage = 'de' | 'es' | 'fr' | 'pt';

/** Words that tell which step of an incident an entry is about, by language. A milestone without words is told in English terms there. */
export const MILESTONE_WORDS: Readonly<Record<EntryLanguage, Partial<Record<Milestone, RegExp>>>> = {
  de: {
    start:
      /(?<!\p{L})(?:(?:beginn|start) (?:der|des) (?:störung|ausfalls?|vorfalls|unterbrechung|beeinträchtigung)|(?:störung|ausfall|vorfall|beeinträchtigung) (?:beginnt|begann|startet)|erste (?:fehler|fehlermeldungen|ausfälle)|fehler(?:rate|quote)? (?:steigt|stieg|steigen|stiegen)|(?:nicht|nicht mehr) (?:erreichbar|verfügbar))(?!\p{L})|^\W*(?:beginn|störungsbeginn)\s*[:–-]/iu,
    detection:
      /(?<!\p{L})(?:entdeckt|bemerkt|festgestellt|gemeldet|alarmiert|alarm (?:ausgelöst|schlägt|schlug|geht|ging|kommt|kam)|erste[rn]? (?:alarm|meldung)|kunden(?: \p{L}+)? (?:melden|meldeten))(?!\p{L})|^\W*(?:erkennung|entdeckung|alarm)\s*[:–-]/iu,
    assignment:
      /(?<!\p{L})(?:einsatzleit\p{L}+ (?:\p{L}+ )?(?:übernimmt|übernahm|übernommen|ernannt|benannt)|(?:übernimmt|übernahm) (?:die )?(?:einsatzleitung|koordination|leitung)|bereitschaft (?:übernimmt|übernahm|reagiert|ist dran)|eskaliert|untersuchung (?:beginnt|begann|gestartet|begonnen))(?!\p{L})/iu,
    hypothesis:
      /(?<!\p{L})ursache (?:\p{L}+ ){0,2}(?:gefunden|erkannt|identifiziert|eingegrenzt|vermutet|ermittelt|bekannt)(?!\p{L})|^\W*(?:hypothese|diagnose)\s*[:–-]/iu,
    'fix-attempt':
      /(?<!\p{L})(?:zurückgerollt|zurückgesetzt|zurückgenommen|neu ?gestartet|neustart|abgeschaltet|deaktiviert|(?:fix|korrektur|patch) (?:ausgerollt|eingespielt|ausgeliefert))(?!\p{L})/iu,
    mitigation:
      /(?<!\p{L})(?:eingedämmt|entschärft|abgemildert|auswirkungen? (?:begrenzt|gemindert|beendet)|fehler(?:rate|quote)? (?:sinkt|sank|fällt|fiel|normalisiert))(?!\p{L})/iu,
    verification:
      /(?<!\p{L})(?:behebung|lösung|korrektur|wiederherstellung) (?:\p{L}+ )?(?:bestätigt|geprüft|verifiziert)(?!\p{L})/iu,
    monitoring:
      /(?<!\p{L})(?:weiter(?:hin)? (?:beobachtet|beobachten)|unter beobachtung|beobachtung|überwachung läuft)(?!\p{L})/iu,
    resolution:
      /(?<!\p{L})(?:behoben|wiederhergestellt|entstört|entwarnung|(?:störung|vorfall|ausfall) (?:ist )?(?:beendet|gelöst|vorbei|geschlossen)|wieder (?:normal|verfügbar|erreichbar|online))(?!\p{L})/iu,
  },
  fr: {
    start:
      /(?<!\p{L})(?:début (?:de la |de l['’]|du )(?:panne|incident|interruption|dégradation)|(?:panne|incident) (?:commence|a commencé|débute)|premières erreurs|(?:erreurs|taux d['’]erreurs?) (?:augmente(?:nt)?|monte(?:nt)?))(?!\p{L})/iu,
    detection:
      /(?<!\p{L})(?:détectée?s?|signalée?s?|alerte (?:déclenchée|reçue)|première alerte|constatée?s?)(?!\p{L})|^\W*détection\s*[:–-]/iu,
    assignment:
      /(?<!\p{L})(?:prise? en charge|astreinte (?:appelée|prévenue)|escalade|début de l['’](?:analyse|enquête|investigation))(?!\p{L})/iu,
    hypothesis: /(?<!\p{L})cause (?:\p{L}+ ){0,2}(?:identifiée|trouvée|suspectée|isolée)(?!\p{L})/iu,
    'fix-attempt':
      /(?<!\p{L})(?:retour arrière|redémarrée?s?|redémarrage|correctif (?:déployé|appliqué)|désactivée?s?)(?!\p{L})/iu,
    mitigation:
      /(?<!\p{L})(?:atténuée?s?|contenue?|contournement (?:appliqué|en place)|impact (?:réduit|limité))(?!\p{L})/iu,
    monitoring: /(?<!\p{L})(?:sous surveillance|surveillance en cours)(?!\p{L})/iu,
    resolution:
      /(?<!\p{L})(?:résolue?s?|rétablie?s?|rétablissement|fin (?:de la |de l['’]|du )(?:panne|incident|interruption)|retour à la normale)(?!\p{L})/iu,
  },
  es: {
    start:
      /(?<!\p{L})(?:inicio (?:de la |del )(?:caída|incidente|interrupción|fallo)|(?:comienza|empieza|comenzó|empezó) (?:el incidente|la caída|la interrupción|el fallo)|primeros errores)(?!\p{L})/iu,
    detection:
      /(?<!\p{L})(?:detectad[oa]s?|se detecta|alerta (?:recibida|disparada)|primera alerta|reportad[oa]s?)(?!\p{L})|^\W*detección\s*[:–-]/iu,
    assignment:
      /(?<!\p{L})(?:asignad[oa]s?|escalad[oa]s?|toma el mando|comienza la investigación|empieza la investigación)(?!\p{L})/iu,
    hypothesis: /(?<!\p{L})causa (?:\p{L}+ ){0,2}(?:identificada|encontrada|sospechada|localizada)(?!\p{L})/iu,
    'fix-attempt':
      /(?<!\p{L})(?:revertid[oa]s?|reiniciad[oa]s?|reinicio|corrección (?:desplegada|aplicada)|desactivad[oa]s?)(?!\p{L})/iu,
    mitigation: /(?<!\p{L})(?:mitigad[oa]s?|contenid[oa]s?|impacto (?:reducido|limitado))(?!\p{L})/iu,
    monitoring: /(?<!\p{L})(?:en observación|en monitorización|seguimos monitor\p{L}+)(?!\p{L})/iu,
    resolution:
      /(?<!\p{L})(?:resuelt[oa]s?|restablecid[oa]s?|restaurad[oa]s?|solucionad[oa]s?|fin (?:de la |del )(?:caída|incidente|interrupción)|vuelta a la normalidad)(?!\p{L})/iu,
  },
  pt: {
    start:
      /(?<!\p{L})(?:início (?:da |do )(?:queda|incidente|interrupção|falha|indisponibilidade)|(?:começa|começou) (?:o incidente|a queda|a falha|a indisponibilidade)|primeiros erros)(?!\p{L})/iu,
    detection:
      /(?<!\p{L})(?:detectad[oa]s?|detetad[oa]s?|alerta (?:recebido|disparado|acionado)|primeiro alerta|relatad[oa]s?)(?!\p{L})|^\W*dete(?:c)?ção\s*[:–-]/iu,
    assignment:
      /(?<!\p{L})(?:atribuíd[oa]s?|escalad[oa]s?|escalonad[oa]s?|assume o comando|início da investigação)(?!\p{L})/iu,
    hypothesis: /(?<!\p{L})causa (?:\p{L}+ ){0,2}(?:identificada|encontrada|suspeita|localizada)(?!\p{L})/iu,
    'fix-attempt':
      /(?<!\p{L})(?:revertid[oa]s?|reiniciad[oa]s?|reinício|correção (?:implantada|aplicada)|desativad[oa]s?)(?!\p{L})/iu,
    mitigation: /(?<!\p{L})(?:mitigad[oa]s?|contid[oa]s?|impacto (?:reduzido|limitado))(?!\p{L})/iu,
    monitoring: /(?<!\p{L})(?:em observação|em monitoramento|monitorando)(?!\p{L})/iu,
    resolution:
      /(?<!\p{L})(?:resolvid[oa]s?|restabelecid[oa]s?|restaurad[oa]s?|normalizad[oa]s?|fim (?:da |do )(?:queda|incidente|interrupção|falha|indisponibilidade))(?!\p{L})/iu,
  },
};

/** Says the opposite of a milestone, or that it is still to come. */
export const NOT_YET =
  /(?<!\p{L})(?:nicht|noch nicht|teilweise|bis|wenn|non|pas|encore|partiellement|jusqu['’]à|no|aún|todavía|parcialmente|hasta|não|ainda|até) (?:\p{L}+ ){0,3}(?:behoben|wiederhergestellt|gelöst|entstört|normal|erreichbar|verfügbar|résolue?s?|rétablie?s?|resuelt[oa]s?|restablecid[oa]s?|restaurad[oa]s?|solucionad[oa]s?|resolvid[oa]s?|restabelecid[oa]s?|normalizad[oa]s?|mitigad[oa]s?|eingedämmt|entschärft)(?!\p{L})/iu;
