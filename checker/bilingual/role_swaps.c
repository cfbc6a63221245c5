/* Marks a sentence in which two have changed places: "was sued by the architect" – "verklagte den Architekten", "France
 * beat Germany" – "Deutschland schlug Frankreich", "from Bremen to Leipzig" – "von Leipzig nach Bremen", "lends the
 * museum" – "leiht sich vom Museum".
 *
 * The verb must be rendered as it is, or the two be ruled by prepositions: a verb that says the same from the other
 * side (buy for sell) changes places rightly. */
#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

/* Words of a noun phrase, and from a preposition to its noun. */
#define REACH 5

struct swaps {
    const struct check_run *run;
    const struct bilingual *bilingual;
    const struct passage *passage;
    uint32_t english_first, english_end, german_first, german_end;
};

static struct slice english_lower(const struct swaps *s, uint32_t token)
{
    return token < s->english_end ? lower_english(s->bilingual, token) : (struct slice){ 0 };
}

static bool is_word_of(const struct swaps *s, uint32_t token)
{
    return token < s->english_end && s->bilingual->english->tokens[token].kind == TOKEN_WORD;
}

/* The English word has this for one of its surest links; NO_ID: it has none to such a word. */
static uint32_t german_of(const struct swaps *s, uint32_t english, enum pos pos)
{
    const struct english_word *word = &s->bilingual->words[english];

    for (uint32_t i = 0; i < word->link_count; i++) {
        const struct link *link = &s->bilingual->links[word->first_link + i];

        if (link->kind >= LINK_LEARNED && (word->best == NO_ID || word->best == link->german) &&
            link->german >= s->german_first && link->german < s->german_end &&
            token_is(token_at(s->run, link->german), pos))
            return link->german;
    }
    return NO_ID;
}

/* A noun or a name, written as one. */
static uint32_t noun_for(const struct swaps *s, uint32_t english)
{
    uint32_t noun = german_of(s, english, POS_NOUN), name = noun != NO_ID ? NO_ID : german_of(s, english, POS_NAME);
    const struct english_word *word = &s->bilingual->words[english];

    if (noun == NO_ID)
        noun = name;
    if (noun == NO_ID && word->best != NO_ID && (word->best_kind == LINK_NAME || word->best_kind == LINK_COGNATE))
        noun = word->best;
    return noun != NO_ID && (token_at(s->run, noun)->flags & TOKEN_CAPITAL) != 0 ? noun : NO_ID;
}

/* A word that ends a noun phrase: no article, and without sense. */
static bool ends_phrase(const struct swaps *s, uint32_t token)
{
    return !is_word_of(s, token) || ((s->bilingual->words[token].flags & (ENGLISH_CONTENT | ENGLISH_NAME)) == 0 &&
                                     !is_english_determiner(s->bilingual, token));
}

/* The last noun of the English phrase that begins at the token; NO_ID: none that has its German. *behind receives the
 * token behind it. */
static uint32_t head_of(const struct swaps *s, uint32_t token, uint32_t *behind)
{
    uint32_t head = NO_ID;

    for (uint32_t i = token; i < token + REACH && !ends_phrase(s, i); i++) {
        if (i > token && is_english_determiner(s->bilingual, i))
            break;
        if (noun_for(s, i) != NO_ID) {
            head = i;
            *behind = i + 1;
        } else if (head != NO_ID) {
            break;
        }
    }
    return head;
}

/* ---- German ---- */

/* The first word of the phrase of a German noun. */
static uint32_t phrase_start(const struct swaps *s, uint32_t noun)
{
    uint32_t at = noun;

    while (at > s->german_first && at + REACH > noun) {
        const struct token *before = token_at(s->run, at - 1);

        if ((at < noun && token_is(token_at(s->run, at), POS_DETERMINER)) || token_is(before, POS_PREPOSITION) ||
            !(token_is(before, POS_ADJECTIVE) || token_is(before, POS_DETERMINER) || token_is(before, POS_NUMERAL)))
            break;
        at--;
    }
    return at;
}

/* The preposition of a German noun; NO_ID: none. */
static uint32_t preposition_of(const struct swaps *s, uint32_t noun)
{
    uint32_t start = phrase_start(s, noun);

    return start > s->german_first && token_is(token_at(s->run, start - 1), POS_PREPOSITION) ? start - 1 : NO_ID;
}

/* "der", "einem": the determiner of the noun, in lower case; empty: none. */
static struct slice determiner_of(const struct swaps *s, uint32_t noun)
{
    uint32_t start = phrase_start(s, noun);

    return start < noun && token_is(token_at(s->run, start), POS_DETERMINER) ? lower_at(s->run, start)
                                                                             : (struct slice){ 0 };
}

static bool is_masculine(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (pos_of(token->analysis.readings[i].features) == POS_NOUN &&
            (token->analysis.readings[i].features & GENDER_ANY) == GENDER_M)
            return true;
    return false;
}

/* It is the subject for sure: "der Architekt". */
static bool is_nominative(const struct swaps *s, uint32_t noun)
{
    return slice_is(determiner_of(s, noun), "der") && is_masculine(token_at(s->run, noun));
}

/* "den Hund", "dem Verein", "der Firma": no subject. */
static bool is_oblique(const struct swaps *s, uint32_t noun)
{
    struct slice determiner = determiner_of(s, noun);

    if (slice_is(determiner, "der"))
        return !is_masculine(token_at(s->run, noun));
    return slice_ends(determiner, SLICE("en")) || slice_ends(determiner, SLICE("em")) ||
           slice_ends(determiner, SLICE("es")) || (determiner.len > 3 && slice_ends(determiner, SLICE("er")));
}

static bool same_clause_of(const struct swaps *s, uint32_t a, uint32_t b)
{
    return token_at(s->run, a)->clause == token_at(s->run, b)->clause;
}

/* A noun behind another that it belongs to: "der Chef der Bank", "Karl Müller". */
static bool hangs_on_noun(const struct swaps *s, uint32_t noun)
{
    uint32_t start = phrase_start(s, noun);
    struct slice determiner = determiner_of(s, noun);

    if (start == s->german_first || (token_at(s->run, start - 1)->flags & TOKEN_CAPITAL) == 0 ||
        (determiner.len > 0 && !slice_ends(determiner, SLICE("er")) && !slice_ends(determiner, SLICE("es"))))
        return false; /* "im Herbst seinen Konkurrenten": no genitive */
    return token_is(token_at(s->run, start - 1), POS_NOUN) || token_is(token_at(s->run, start - 1), POS_NAME) ||
           (token_at(s->run, start - 1)->analysis.flags & ANALYSIS_KNOWN) == 0; /* "Scotland Yard" */
}

static bool has_lemma(const struct swaps *s, uint32_t clause_of, struct slice lemma)
{
    for (uint32_t i = s->german_first; i < s->german_end; i++)
        if (same_clause_of(s, i, clause_of) && german_is(s->run, i, lemma))
            return true;
    return false;
}

/* A word of the list stands in the clause. */
static bool has_listed(const struct swaps *s, uint32_t clause_of, enum named_list list)
{
    for (uint32_t i = s->german_first; i < s->german_end; i++)
        if (same_clause_of(s, i, clause_of) && in_list_lower(s->run, list, i))
            return true;
    return false;
}

static bool has_word(const struct swaps *s, uint32_t clause_of, const char *word)
{
    for (uint32_t i = s->german_first; i < s->german_end; i++)
        if (same_clause_of(s, i, clause_of) && slice_is(lower_at(s->run, i), word))
            return true;
    return false;
}

static void mark(const struct swaps *s, uint32_t a, uint32_t b)
{
    uint32_t first = phrase_start(s, a < b ? a : b), last = a < b ? b : a;

    report_with_source(s->run, "bilingual/roles", tokens_span(s->run, first, last),
                       passage_source(s->bilingual, s->passage));
}

/* ---- passives ---- */

/* An agent, or a verb that says the same as the passive: "wurde von", "ließ sich". */
static bool is_passive(const struct swaps *s, uint32_t clause_of)
{
    return has_listed(s, clause_of, LIST_SIGNS_OF_PASSIVE) || has_lemma(s, clause_of, SLICE("werden"));
}

/* The participle behind a form of "be", an adverb passed over; NO_ID: none. */
static uint32_t passive_verb(const struct swaps *s, uint32_t token)
{
    if (!is_word_of(s, token) || !english_is(s->bilingual, token, SLICE("be")))
        return NO_ID;
    for (uint32_t i = token + 1; i < token + 4 && is_word_of(s, i); i++)
        if (is_word_of(s, i + 1) && slice_is(english_lower(s, i + 1), "by"))
            return i;
    return NO_ID;
}

/* "The mayor was sued by the architect" – "Der Bürgermeister verklagte den Architekten". */
static void check_passive(const struct swaps *s)
{
    for (uint32_t i = s->english_first + 1; i < s->english_end; i++) {
        uint32_t verb = passive_verb(s, i), behind = 0, agent, subject, german;

        if (verb == NO_ID)
            continue;
        german = german_of(s, verb, POS_VERB);
        agent = head_of(s, verb + 2, &behind);
        for (subject = i; subject > s->english_first && !ends_phrase(s, subject - 1) && subject + REACH > i; subject--)
            if (noun_for(s, subject - 1) != NO_ID)
                break;
        if (german == NO_ID || agent == NO_ID || subject == s->english_first || noun_for(s, subject - 1) == NO_ID)
            return;
        uint32_t patient = noun_for(s, subject - 1);

        agent = noun_for(s, agent);
        /* "verklagte der Verlag die Erben": the subject may stand behind the verb */
        if ((patient > agent && !is_nominative(s, patient)) || !same_clause_of(s, patient, agent) ||
            !same_clause_of(s, patient, german) || is_passive(s, german) || is_oblique(s, patient) ||
            is_nominative(s, agent) || hangs_on_noun(s, agent) || preposition_of(s, patient) != NO_ID ||
            preposition_of(s, agent) != NO_ID)
            return;
        mark(s, patient, agent);
        return;
    }
}

/* ---- subjects and objects ---- */

/* An English sentence of subject, verb, perhaps a preposition, and another. */
struct statement {
    uint32_t subject, verb, preposition, other; /* preposition: NO_ID where the other is the object */
};

static bool is_auxiliary(const struct swaps *s, uint32_t token)
{
    return is_word_of(s, token) &&
           (english_is(s->bilingual, token, SLICE("have")) || english_is(s->bilingual, token, SLICE("will")));
}

/* "against", "to": a word between verb and noun that is neither article nor word of sense. */
static bool is_preposition(const struct swaps *s, uint32_t token)
{
    static const char *const words[] = { "against", "to", "over", "from", "behind", "past", "at" };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_is(english_lower(s, token), words[i]))
            return true;
    return false;
}

static bool read_statement(const struct swaps *s, struct statement *out)
{
    uint32_t behind = 0;

    out->subject = head_of(s, s->english_first, &behind);
    if (out->subject == NO_ID)
        return false;
    if (is_word_of(s, behind) && ends_phrase(s, behind) && !is_auxiliary(s, behind) &&
        head_of(s, behind + 1, &behind) == NO_ID) /* "imports from Vietnam" */
        return false;
    while (is_auxiliary(s, behind))
        behind++;
    out->verb = behind;
    if (!is_word_of(s, behind) || german_of(s, behind, POS_VERB) == NO_ID)
        return false;
    behind++;
    out->preposition = is_preposition(s, behind) ? behind++ : NO_ID;
    out->other = head_of(s, behind, &behind);
    return out->other != NO_ID;
}

static bool is_name(const struct swaps *s, uint32_t english)
{
    return (s->bilingual->words[english].flags & ENGLISH_NAME) != 0 ||
           (s->bilingual->english->tokens[english].flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL;
}

static bool is_contest_verb(const struct swaps *s, uint32_t english)
{
    return english_in_list(s->bilingual, english, named_list(s->bilingual->lexicon, LIST_ENGLISH_CONTEST_VERBS));
}

/* Two that can do the same to each other, so that only their places tell who does it: two names, or what the verb
 * always compares. */
static bool are_alike(const struct swaps *s, const struct statement *statement)
{
    return (is_name(s, statement->other) &&
            (is_name(s, statement->subject) || statement->subject == s->english_first)) ||
           is_contest_verb(s, statement->verb);
}

/* "Der Dollar stieg gegenüber dem Rubel" for "The rouble rose against the dollar". */
static bool has_changed_preposition(const struct swaps *s, const struct statement *statement, uint32_t subject,
                                    uint32_t other)
{
    return statement->preposition != NO_ID && preposition_of(s, subject) != NO_ID &&
           preposition_of(s, other) == NO_ID && !is_oblique(s, other) && !hangs_on_noun(s, other) && other < subject;
}

/* All readings of the kind have one number, and it is this. */
static bool is_only(const struct token *token, enum pos pos, uint32_t number)
{
    uint32_t numbers = 0;

    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (pos_of(token->analysis.readings[i].features) == pos)
            numbers |= token->analysis.readings[i].features & NUMBER_ANY;
    return numbers == number;
}

/* "Rebellen", "Firmen": behind "die" it is the plural. */
static bool is_plural_behind_die(const struct token *token)
{
    bool plural = false;

    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) != POS_NOUN)
            continue;
        plural = plural || (features & NUMBER_PL) != 0;
        if ((features & NUMBER_SG) != 0 && (features & GENDER_ANY) == GENDER_F)
            return false;
    }
    return plural;
}

/* "Das Rote Kreuz informierte die Rebellen" for "The rebels informed the Red Cross": the verb in the singular has no
 * plural for its subject. */
static bool has_verb_of_other(const struct swaps *s, uint32_t subject, uint32_t other, uint32_t verb)
{
    return token_is_finite(token_at(s->run, verb)) && is_only(token_at(s->run, verb), POS_VERB, NUMBER_SG) &&
           is_plural_behind_die(token_at(s->run, subject)) && slice_is(determiner_of(s, subject), "die") &&
           is_only(token_at(s->run, other), POS_NOUN, NUMBER_SG) && !is_oblique(s, other);
}

/* "Deutschland schlug Frankreich" for "France beat Germany". */
static bool has_changed_place(const struct swaps *s, const struct statement *statement, uint32_t subject,
                              uint32_t other, uint32_t verb)
{
    return statement->preposition == NO_ID && other < subject && preposition_of(s, subject) == NO_ID &&
           preposition_of(s, other) == NO_ID && !is_oblique(s, other) && !is_nominative(s, subject) &&
           !hangs_on_noun(s, other) && !hangs_on_noun(s, subject) &&
           (are_alike(s, statement) || has_verb_of_other(s, subject, other, verb));
}

/* "Schweden unterlag Portugal" for "Portugal beat Sweden": the German verb looks at it from the other side. */
static bool is_turned_verb(const struct swaps *s, uint32_t german)
{
    return german_entry(s->run, named_list(s->bilingual->lexicon, LIST_TURNED_VERBS), german);
}

/* "musste sich ihr geschlagen geben": the participle behind which "geben" stands is said of the loser. */
static bool is_yielding(const struct swaps *s, uint32_t german)
{
    return german + 1 < s->german_end && token_is_verb_form(token_at(s->run, german), VERB_PARTICIPLE2) &&
           german_is(s->run, german + 1, SLICE("geben"));
}

static void check_statement(const struct swaps *s)
{
    struct statement statement;
    uint32_t subject, other, verb;

    if (!read_statement(s, &statement))
        return;
    subject = noun_for(s, statement.subject);
    other = noun_for(s, statement.other);
    verb = german_of(s, statement.verb, POS_VERB);
    if (subject == other || !same_clause_of(s, subject, other) || !same_clause_of(s, subject, verb) ||
        is_passive(s, verb) || is_turned_verb(s, verb) || is_yielding(s, verb))
        return;
    if (has_changed_preposition(s, &statement, subject, other) ||
        has_changed_place(s, &statement, subject, other, verb))
        mark(s, subject, other);
}

/* ---- from and to ---- */

enum way { WAY_NONE, WAY_FROM, WAY_TO };

static enum way german_way(const struct swaps *s, uint32_t preposition)
{
    if (preposition == NO_ID)
        return WAY_NONE;
    if (in_list_lower(s->run, LIST_FROM_PREPOSITIONS, preposition))
        return WAY_FROM;
    return in_list_lower(s->run, LIST_TO_PREPOSITIONS, preposition) ? WAY_TO : WAY_NONE;
}

/* The German of the first noun, name or number behind an English preposition; NO_ID: none. */
static uint32_t governed(const struct swaps *s, uint32_t preposition)
{
    for (uint32_t i = preposition + 1; i < preposition + REACH && i < s->english_end; i++) {
        const struct english_word *word = &s->bilingual->words[i];
        uint32_t noun = noun_for(s, i);

        if (noun != NO_ID)
            return noun;
        if (word->best != NO_ID &&
            (word->best_kind == LINK_NUMBER || token_is(token_at(s->run, word->best), POS_NUMERAL)))
            return word->best;
        if (i > preposition + 1 && ends_phrase(s, i))
            return NO_ID;
    }
    return NO_ID;
}

/* "from" or "to" of the same stretch of words. */
static uint32_t fellow_of(const struct swaps *s, uint32_t from)
{
    for (uint32_t i = from + 1; is_word_of(s, i); i++)
        if (slice_is(english_lower(s, i), "to"))
            return i;
    for (uint32_t i = from; i > s->english_first && is_word_of(s, i - 1); i--)
        if (slice_is(english_lower(s, i - 1), "to"))
            return i - 1;
    return NO_ID;
}

/* "from nine to seven percent" – "von sieben auf neun". */
static void check_ways(const struct swaps *s)
{
    for (uint32_t i = s->english_first; i < s->english_end; i++) {
        uint32_t to = slice_is(english_lower(s, i), "from") ? fellow_of(s, i) : NO_ID;
        uint32_t start = to == NO_ID ? NO_ID : governed(s, i), goal = start == NO_ID ? NO_ID : governed(s, to);

        if (goal == NO_ID || goal == start ||
            slice_equal(lower_at(s->run, start), lower_at(s->run, goal)) || /* "von Tür zu Tür" */
            !same_clause_of(s, start, goal) || german_way(s, preposition_of(s, start)) != WAY_TO ||
            german_way(s, preposition_of(s, goal)) != WAY_FROM)
            continue;
        mark(s, start, goal);
        return;
    }
}

/* The sentence tells of something that is handed on: "lend", "transfer". */
static bool tells_of_transfer(const struct swaps *s)
{
    for (uint32_t i = s->english_first; i < s->english_end; i++)
        if (english_in_list(s->bilingual, i, named_list(s->bilingual->lexicon, LIST_ENGLISH_TRANSFER_VERBS)) &&
            german_of(s, i, POS_VERB) != NO_ID)
            return true;
    return false;
}

/* A genitive within the next words: "the bank's", "Calc's". */
static bool names_owner(const struct swaps *s, uint32_t token)
{
    for (uint32_t i = token; i < token + 3 && i < s->english_end; i++) {
        struct slice word = english_lower(s, i);

        if (without_english_genitive(word).len < word.len)
            return true;
    }
    return false;
}

/* "wurde vom Museum geliehen" for "was lent to the museum". */
static void check_receiver(const struct swaps *s)
{
    for (uint32_t i = s->english_first; i < s->english_end; i++) {
        uint32_t noun = slice_is(english_lower(s, i), "to") ? governed(s, i) : NO_ID;

        if (noun == NO_ID || german_way(s, preposition_of(s, noun)) != WAY_FROM || !tells_of_transfer(s))
            continue;
        if (names_owner(s, i + 1)) /* "to the bank's office": "von der Bank" is the owner there too */
            continue;
        report_with_source(s->run, "bilingual/roles", tokens_span(s->run, preposition_of(s, noun), noun),
                           passage_source(s->bilingual, s->passage));
        return;
    }
}

/* ---- loans ---- */

static bool is_loan_verb(const struct swaps *s, uint32_t german)
{
    return german_entry(s->run, named_list(s->bilingual->lexicon, LIST_LOAN_VERBS), german);
}

static bool is_reflexive(const struct swaps *s, uint32_t clause_of)
{
    return has_listed(s, clause_of, LIST_REFLEXIVE_DATIVES);
}

/* "leiht sich" for "lends", "leiht dem Staat" for "borrows": one German verb for both, which "sich" tells apart. */
static void check_loans(const struct swaps *s)
{
    for (uint32_t i = s->english_first; i < s->english_end; i++) {
        bool lends = english_is(s->bilingual, i, SLICE("lend")) || english_is(s->bilingual, i, SLICE("loan"));
        uint32_t german = lends || english_is(s->bilingual, i, SLICE("borrow")) ? german_of(s, i, POS_VERB) : NO_ID;

        if (german == NO_ID || !is_loan_verb(s, german))
            continue;
        bool reflexive = is_reflexive(s, german);

        if (lends ? has_word(s, german, "sich")
                  : !reflexive && !is_passive(s, german) && !has_word(s, german, "bei") &&
                        token_is_finite(token_at(s->run, german)))
            report_with_source(s->run, "bilingual/roles", token_at(s->run, german)->span,
                               passage_source(s->bilingual, s->passage));
        return;
    }
}

void check_role_swaps(const struct check_run *run)
{
    struct swaps s = { .run = run, .bilingual = run->doc->bilingual };

    for (size_t i = 0; s.bilingual->is_english && i < s.bilingual->passage_count; i++) {
        s.passage = &s.bilingual->passages[i];
        if (!is_sentence_pair(s.passage))
            continue;
        passage_english(s.bilingual, s.passage, &s.english_first, &s.english_end);
        passage_german(run->doc, s.passage, &s.german_first, &s.german_end);
        check_passive(&s);
        check_statement(&s);
        check_ways(&s);
        check_receiver(&s);
        check_loans(&s);
    }
}
