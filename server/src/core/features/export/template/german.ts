/** What templates ask and say, in German: for a document whose team writes German. */
const TEXTS: Readonly<Record<string, string>> = {
  '[2-3 sentences: what happened, who noticed it, how it ended]':
    '[in 2-3 Sätzen: was passiert ist, wer es bemerkt hat, wie es endete]',
  '[how many customers were affected, what they could not do, and how many support cases came in]':
    '[wie viele Kunden betroffen waren, was sie nicht konnten und wie viele sich gemeldet haben]',
  '[what started the impact]': '[womit die Störung begann]',
  '[how it was detected]': '[wie sie entdeckt wurde]',
  '[what was done to mitigate it]': '[was sie eingedämmt hat]',
  '[how it was resolved]': '[wie sie behoben wurde]',
  '[alert or user report]': '[durch welchen Alarm oder welche Meldung]',
  '[the events and changes before the incident, and how long before]':
    '[welche Ereignisse und Änderungen vorausgingen, und wie lange vorher]',
  '[the chain of technical events, in order, as the evidence shows it]':
    '[die Kette der technischen Ereignisse, der Reihe nach, wie die Belege sie zeigen]',
  '[the conditions in the system, the process or the architecture that let it happen]':
    '[die Bedingungen im System, im Ablauf oder in der Architektur, die es möglich gemacht haben]',
  '[what did not work as it was meant to, with the graphs or errors that show it]':
    '[was nicht so lief wie vorgesehen, mit den Graphen oder Fehlern, die es zeigen]',
  '[the event that set the failure off]': '[das Ereignis, das den Ausfall ausgelöst hat]',
  '[factor 1: e.g. which safeguard was missing]': '[erster Faktor: etwa welche Absicherung fehlte]',
  '[factor 2: e.g. which test did not exist]': '[zweiter Faktor: etwa welchen Test es nicht gab]',
  '[the conditions that let the failure happen or made it worse]':
    '[die Bedingungen, die den Ausfall ermöglicht oder verschlimmert haben]',
  '[what was seen]': '[was zu sehen war]',
  '[what failed, answering the impact]': '[was ausgefallen ist]',
  '[what made that possible]': '[was das möglich gemacht hat]',
  '[the cause in the system, the process or the architecture]':
    '[die Ursache im System, im Ablauf oder in der Architektur]',
  '[the cause that a change can remove]': '[die Ursache, die eine Änderung beseitigen kann]',
  '[the change that removes it]': '[die Änderung, die sie beseitigt]',
  '[how and when the incident was noticed, and what would have halved that time]':
    '[wie und wann der Vorfall bemerkt wurde, und was diese Zeit halbiert hätte]',
  '[which roles responded, when, and what held them up]':
    '[welche Rollen wann reagiert haben, und was sie aufgehalten hat]',
  '[how service was restored, and how one could tell that it was]':
    '[wie der Dienst wiederhergestellt wurde, und woran das zu erkennen war]',
  '[what ended the impact, and what makes it stay ended]':
    '[was die Auswirkungen beendet hat, und warum sie nicht wiederkommen]',
  '[what ended the impact, and how that time could be halved]':
    '[was die Auswirkungen beendet hat, und wie sich diese Zeit halbieren ließe]',
  '[what worked, and why it worked]': '[was funktioniert hat, und warum]',
  '[what limited the damage]': '[was den Schaden begrenzt hat]',
  '[what the system made hard]': '[was das System schwer gemacht hat]',
  '[what took longer than it had to]': '[was länger gedauert hat als nötig]',
  '[what limited the damage by chance]': '[was den Schaden durch Zufall begrenzt hat]',
  '[what is known now that was not known before]': '[was wir jetzt wissen und vorher nicht]',
  '[what other teams can use]': '[was andere Teams brauchen können]',
  '[what changes, and how one can tell that it has]': '[was sich ändert, und woran es zu erkennen ist]',
  '[action 1]': '[was als Erstes geändert wird]',
  '[action 2]': '[was als Nächstes geändert wird]',
  '[how this whole class of failures becomes impossible or harmless]':
    '[wie diese ganze Art von Ausfällen unmöglich oder harmlos wird]',
  '[what is alike, and when it was]': '[was daran ähnlich ist, und wann es war]',
  '[which work already planned would have prevented this, and why it was not yet done]':
    '[welche geplante Arbeit es verhindert hätte, und warum sie noch nicht getan war]',
  '[which earlier incidents had the same root cause]': '[welche früheren Vorfälle dieselbe Ursache hatten]',
  '[link to the graph that shows the impact, and what it shows]':
    '[welcher Graph die Auswirkungen zeigt, und was er zeigt]',
  '[link to the dashboard, the logs or the change]': '[wo das Dashboard, die Logs oder die Änderung zu finden sind]',
  '[what customers were told, and where]': '[was Kunden gesagt wurde, und wo]',
  '[what to write]': '[was hier zu schreiben ist]',
  '[minutes]': '[wie viele Minuten]',
  '[number or %]': '[wie viele, oder %]',
  '[number]': '[wie viele]',
  '[amount]': '[wie viel]',
  '[list]': '[welche]',
  '[details]': '[was genau]',
  '[category]': '[welche Kategorie]',
  '[severity]': '[welcher Schweregrad]',
  '[priority]': '[wie dringend]',
  '[type]': '[welche Art]',
  'Yes/No': '[ja oder nein]',
  'All times in UTC:': 'Alle Zeiten in UTC:',
  '**Root Cause:**': '**Grundursache:**',
  '**Fix:**': '**Lösung:**',
};

const OURS = /\[[^[\]\n]{2,120}\]|\bYes\/No\b|^All times in UTC:$|^\*\*(?:Root Cause|Fix):\*\*/gm;

const GERMAN = /(?<!\p{L})(?:der|die|das|und|nicht|wurde|wurden|ist|mit|für|auf|dem|den|von|zu|eine?)(?!\p{L})/giu;
const ENGLISH = /\b(?:the|and|was|were|of|to|in|for|with|is|on|by|from)\b/gi;

/** Whether a text is written in German. */
export function isGerman(text: string): boolean {
  const start = text.slice(0, 20_000);
  return (start.match(GERMAN)?.length ?? 0) > (start.match(ENGLISH)?.length ?? 0);
}

/** A template with our texts in German; what else it says stays as it is. */
export function inGerman(template: string): string {
  return template.replace(OURS, (text) => TEXTS[text] ?? text);
}
