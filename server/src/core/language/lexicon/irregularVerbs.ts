/** Irregular verbs: base, simple past, past participle. Compounds ("overwrite", "re-run") are derived from these. */
const LIST = `
be was been|have had had|do did done|go went gone|come came come|get got got|make made made|take took taken|see saw seen
give gave given|find found found|tell told told|feel felt felt|leave left left|keep kept kept|let let let|begin began begun
show showed shown|hear heard heard|run ran run|hold held held|bring brought brought|write wrote written|sit sat sat
stand stood stood|lose lost lost|pay paid paid|meet met met|set set set|learn learned learned|lead led led
understand understood understood|speak spoke spoken|read read read|spend spent spent|grow grew grown|win won won|buy bought bought
send sent sent|build built built|fall fell fallen|cut cut cut|sell sold sold|draw drew drawn|break broke broken|choose chose chosen
eat ate eaten|drive drove driven|rise rose risen|wear wore worn|put put put|shut shut shut|hit hit hit|hurt hurt hurt
throw threw thrown|catch caught caught|teach taught taught|think thought thought|know knew known|fly flew flown|forget forgot forgotten
freeze froze frozen|hide hid hidden|lay laid laid|lie lay lain|quit quit quit|ride rode ridden|ring rang rung|sleep slept slept
shake shook shaken|sink sank sunk|slide slid slid|split split split|spread spread spread|steal stole stolen|stick stuck stuck
strike struck struck|swing swung swung|tear tore torn|wake woke woken|wind wound wound|bend bent bent|bet bet bet|bind bound bound
bite bit bitten|bleed bled bled|blow blew blown|burst burst burst|cast cast cast|cling clung clung|cost cost cost|creep crept crept
deal dealt dealt|dig dug dug|feed fed fed|fight fought fought|flee fled fled|forbid forbade forbidden|forgive forgave forgiven
grind ground ground|hang hung hung|kneel knelt knelt|lend lent lent|light lit lit|mean meant meant|seek sought sought|shed shed shed
shine shone shone|shoot shot shot|shrink shrank shrunk|sing sang sung|sow sowed sown|spin spun spun|spit spat spat|spring sprang sprung
sting stung stung|swear swore sworn|sweep swept swept|swim swam swum|weave wove woven|withdraw withdrew withdrawn
withhold withheld withheld|mistake mistook mistaken|mislead misled misled|misread misread misread|misspell misspelled misspelled
become became become|overcome overcame overcome|oversee oversaw overseen|undergo underwent undergone|undertake undertook undertaken
undo undid undone|upset upset upset|input input input|output output output|offset offset offset|broadcast broadcast broadcast
bear bore borne|beat beat beaten|bid bid bid|breed bred bred|thrust thrust thrust|rid rid rid|rend rent rent|say said said
forgo forwent forgone|foresee foresaw foreseen|misunderstand misunderstood misunderstood|outgrow outgrew outgrown
overdo overdid overdone|overhear overheard overheard|overrun overran overrun|oversleep overslept overslept|overthink overthought overthought
overwrite overwrote overwritten|rewrite rewrote rewritten|rebuild rebuilt rebuilt|redo redid redone|reset reset reset|resend resent resent
rerun reran rerun|rethink rethought rethought|reread reread reread|re-run re-ran re-run|re-read re-read re-read
hamstring hamstrung hamstrung|prove proved proven|swell swelled swollen|greenlight greenlit greenlit|green-light green-lit green-lit|stride strode stridden|strive strove striven
fling flung flung|slit slit slit|tread trod trodden|wring wrung wrung|wed wed wed|wet wet wet|fit fitted fitted
`;

export const IRREGULAR_VERBS: readonly (readonly [base: string, past: string, participle: string])[] = LIST.trim()
  .split(/[|\n]/)
  .map((entry) => entry.trim().split(' ') as [string, string, string]);
