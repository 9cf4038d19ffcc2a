import type { Postmortem } from '../../../model/postmortem.ts';
import { type Block, walk } from '../../../parse/block.ts';
import { findSensitive } from '../sensitive.ts';

/** Words that stand in the titles of incidents and in the headings of any postmortem. */
const COMMON =
  /^(?:incidents?|outages?|post-?mortems?|reports?|reviews?|analys[ei]s|summary|issues?|problems?|failures?|errors?|services?|systems?|impacts?|causes?|timeline|actions?|items?|lessons?|learned|events?|response|detection|resolution|recovery|what|when|where|which|with|from|that|this|they|them|were|have|been|will|could|should|would|well|better|wrong|went|happened|affected|users?|customers?|teams?|links?|notes?|next|steps?|follow|plan|status|information|details?|vorfall|ausfall|störung|bericht|kunden)$/i;

/** What lines of an impact are called in any incident. */
const MEASURES =
  /\b(?:impact|affected|impacted|users?|customers?|tenants?|regions?|services?|components?|loss|lost|costs?|revenue|credits?|duration|downtime|count|number|total|requests?|errors|error rate|availability|latency|severity|sl[aoi]s?|compliance|regulat\w+|legal|security|privacy|reputation\w*|partners?|internal|external|business|financial|complaints?|tickets?|betroffen\w*|kunden|nutzer|schaden|dauer|kosten|umsatz\w*)\b/i;

/** The longest label that is read; what is longer is a sentence. */
const MOST_WORDS = 8;

/** Tells what belongs to one incident from what could stand in any postmortem of the team. */
export class Facts {
  readonly #names: readonly string[];
  readonly #titleWords: ReadonlySet<string>;
  /** Words of everything but the headings. */
  readonly #told: ReadonlySet<string>;

  constructor({ people, title, document }: Postmortem) {
    this.#names = people.names.filter((name) => name.length > 2).map((name) => name.toLowerCase());
    this.#titleWords = new Set(wordsOf(title?.name?.text ?? ''));
    const told = document.blocks.filter(({ kind }) => kind !== 'heading' && kind !== 'comment').map(textBelow);
    this.#told = new Set(wordsOf(told.join('\n')));
  }

  /** Whether a label names nobody, no system, no moment and nothing of the incident's title. */
  isFree(label: string): boolean {
    const lower = label.toLowerCase();
    return (
      label.length <= 100 &&
      label.split(/\s+/).length <= MOST_WORDS &&
      !/[\d@`"“”„<>{}\\]|:\/\//.test(label) &&
      findSensitive(label).length === 0 &&
      !this.#names.some((name) => lower.includes(name)) &&
      !wordsOf(label).some((word) => this.#titleWords.has(word))
    );
  }

  /** Whether a line of figures has a name that says what is measured, not what was hit. */
  isMeasure(label: string): boolean {
    return label.split(/\s+/).length <= 3 && this.isFree(label) && MEASURES.test(label);
  }

  /** The same for a heading that no table knows: besides, it tells no story, and none of its words is told of in the text. */
  isStructural(heading: string): boolean {
    const words = heading.split(/\s+/).length;
    const isQuestion = /\?[^\p{L}\p{N}?]*$/u.test(heading);
    return (
      (isQuestion ? words <= MOST_WORDS : words <= 4 && !TELLS.test(heading)) &&
      this.isFree(heading) &&
      (!ACRONYM.test(heading) || heading === heading.toUpperCase()) &&
      !wordsOf(heading).some((word) => this.#told.has(word))
    );
  }

  /**
   * Whether a comment, a quotation or a line in italics tells writers what to write. It is kept word for word, so it may not hold
   * anything of the incident.
   */
  isGuidance(text: string): boolean {
    const lower = text.toLowerCase();
    const words = text.replace(/^<!--|-->$/g, '').trim();
    return (
      text.length <= 1500 &&
      (INSTRUCTS.test(words) || ASKS.test(words)) &&
      !NAMES_SYSTEM.test(words.replace(/\b(?:YYYY-MM-DD|HH:MM)\b/g, '')) &&
      !/\b(?:19|20)\d{2}\b|\d{1,2}:\d{2}|@\w|\b(?:we|I|our team|he|she|they) (?:\w+ed|saw|had|did|was|were|found|got)\b/.test(
        text.replace(/@(?:name|list)\b/g, ''),
      ) &&
      findSensitive(text).length === 0 &&
      !this.#names.some((name) => lower.includes(name)) &&
      !wordsOf(text).some((word) => this.#titleWords.has(word))
    );
  }
}

/** How an instruction to a writer begins. */
const INSTRUCTS =
  /^\W*(?:optional\W+)?(?:please |bitte )?(?:describe|explain|insert|enter|fill|add|list|specify|provide|write|include|document|keep|remember|use|give|state|link|put|remove|delete|answer|summari[sz]e|outline|avoid|do not|don't|optional|one or two|(?:one|two|\d[-–]\d) (?:sentences?|paragraphs?|lines?)|an? (?:short|brief|list|summary|description|one-line)|e\.g\.|for example|beschreib\w*|nenn\w*|trag\w*|erklär\w*|füll\w*|schreib\w*|bitte|kurz\w*|décri\w*|describa|descreva|liste|explique)\b/iu;
/** How a question to a writer begins; it ends with its mark. */
const ASKS =
  /^\W*(?:what|how|why|who|when|which|where|did|were|was|is|are|have|could|should|was|wie|warum|wer|wann|welche\w*|wo|wurde\w*|gab|qu[eéi]\w*|cómo|como|cuándo|quand|pourquoi|comment)\b[^?]{3,300}\?/iu;

/** A name in capitals that is none of those that any team uses. */
const ACRONYM =
  /(?<![\p{L}])(?!(?:FAQ|SL[AOI]s?|KPIs?|QA|GDPR|DSGVO|RCA|PIR|COE|MTT[RDA]|IT|TL|DR|UTC|TODO)(?![\p{L}]))\p{Lu}{2,}/u;

/** A heading that tells what happened: an article in front of several words, or a verb in the past. */
const TELLS =
  /^(?:the|an?|our|der|die|das|ein|eine) \S+ \S|\b(?:was|were|did|had|went|fell|broke|died|got|became|came|ran|lost|stuck|down|hit|made|began|wurde|war|fiel)\b|(?<!\b(?:relat|affect|involv|learn|plan|propos|recommend|detail|requir|need))ed\b/iu;

/** A technical name: "CoreDNS", "kube_state", "v2.1". */
const NAMES_SYSTEM = /[\p{Ll}\d]\p{Lu}|\p{Lu}{2}\p{Ll}|[`_]\w|\w_\w|\d{2,}|\w\.\d/u;

/** The words of a text that tell something, in lower case. */
function wordsOf(text: string): string[] {
  return (text.slice(0, 200_000).match(/\p{L}[\p{L}\p{N}'’]{3,}/gu) ?? []).flatMap((word) =>
    COMMON.test(word) ? [] : [word.toLowerCase()],
  );
}

/** Text of a block with everything below it. */
export function textBelow(block: Block): string {
  return [...walk(block)].map(({ text }) => text).join('\n');
}
