import type { StampDay } from './stamp.ts';
import { dayAt } from './stamp.ts';

/** What chat programs copy along with the messages: reactions, counters, buttons, joins. */
const FURNITURE: readonly RegExp[] = [
  /^(?::[\w+'-]{1,60}:\s*(?:\d+\s*)?)+$/,
  /^(?:(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u200d)\s*(?:\d+\s*)?)+$/u,
  /^[+\d]{1,4}$/,
  /^\(?edited\)?$/i,
  /^\d+ (?:repl(?:y|ies)|reactions?|files?|images?|new messages?)\b.{0,60}$/i,
  /^(?:last reply|view (?:thread|newer replies|message)|also sent to the channel|replied to a thread|saved for later|pinned by|added by|only visible to you|show (?:more|less)|see (?:more|less)|start thread|message deleted|this message was deleted)\b.{0,120}$/i,
  /^(?:new(?: messages?)?|thread|app|bot|image\.png|has context menu\.?|like|heart|reply|translate)$/i,
  /^(?:like|heart|laugh|surprised|sad|angry)(?: \d+)?(?:\s.{0,20})?$/i,
  /^(?:has )?(?:joined|left) (?:#|the (?:channel|conversation|group|chat|team))/i,
  /^(?:was|were) added to (?:#|the )/i,
];

/** Whether a line of a copied chat is no message. */
export function isFurniture(line: string): boolean {
  return line.length < 160 && FURNITURE.some((pattern) => pattern.test(line));
}

/** The day of a line that holds nothing else: "Today", "Monday, January 15th", "--- January 15, 2024 ---". */
export function daySeparator(line: string): StampDay | undefined {
  if (line.length > 60) return undefined;
  const bare = line.replace(/^[\s\-–—─━=_*]+/, '').replace(/(?<![\s\-–—─━=_*])[\s\-–—─━=_*]+$/, '');
  const found = dayAt(bare, 0);
  return found && found.end === bare.length ? found.day : undefined;
}

/** Words that stand where a name would and are none. */
const NO_NAMES =
  /^(?:trace|debug|info|notice|warn(?:ing)?|err(?:or)?|crit(?:ical)?|fatal|alert|emerg|panic|note|update|status|summary|impact|edit|http|https|firing|resolved|step|action|question|yes|no|ok|thanks|done|app|bot|new|today|yesterday)$/i;

const BADGES =
  /(?<!\s)(?:\s+(?:APP|BOT|WORKFLOW|\((?:[a-z]{2,5}\/[a-z]{2,6}(?:\/[a-z]{2,6})?|guest|external|unverified)\))|\s*:[\w+'-]{1,60}:|\s*\p{Extended_Pictographic}\ufe0f?){1,8}$/iu;

export interface ChatName {
  readonly name: string;
  readonly bot: boolean;
  /** Every word begins with a capital: looks like a full name, not like the end of a sentence. */
  readonly proper: boolean;
}

/** The name of somebody in a chat without its badges, or undefined where the text can be none. */
export function chatName(text: string): ChatName | undefined {
  if (text.length > 80) return undefined;
  const badges = BADGES.exec(text)?.[0] ?? '';
  const name = text
    .slice(0, text.length - badges.length)
    .trim()
    .replace(/^@/, '');
  const words = name.split(/\s+/);
  if (!/^[\p{L}_]/u.test(name) || words.length > 5 || NO_NAMES.test(name)) return undefined;
  if (/[!?:;,"<>{}=]|\.$|\.\s|https?/.test(name)) return undefined;
  const proper = words.every((word) =>
    /^[\p{Lu}\p{Lo}(]|^(?:de|da|van|von|der|den|bin|al|el|la|le|dos|di)$/u.test(word),
  );
  return { name, bot: /\b(?:APP|BOT|WORKFLOW)\b/.test(badges) || /\bbot$/i.test(name), proper };
}

/** `Ruiz, Ana`, as directories of companies write names: Ana Ruiz. Undefined for a sentence such as "Thanks, Ana". */
export function familyNameFirst(text: string): ChatName | undefined {
  const [, family, given] = /^(\p{Lu}[\p{L}'’ -]{0,40}), (\p{Lu}[\p{L}'’. -]{0,40})$/u.exec(text) ?? [];
  if (!family || !given || SAID_TO_SOMEBODY.test(family)) return undefined;
  const who = chatName(`${given} ${family}`);
  return who?.proper ? who : undefined;
}

const SAID_TO_SOMEBODY =
  /^(?:thanks?(?: you)?|thx|hi|hello|hey|sorry|please|ok(?:ay)?|yes|no|nope|yep|sure|great|nice|good|well|agreed|right|perfect|cool|done|welcome|morning|wait|also|so|and|but)\b/i;
