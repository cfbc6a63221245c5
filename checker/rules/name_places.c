/* Where names stand. A German noun needs an article there, a name does not: behind what it is ("der Messengerdienst
 * Durchhang"), as the subject of what companies do ("Zwietracht verlangt …"), behind what belongs to it ("die Aktie von
 * Ziel"), beside another name ("Fäden und Instagram"), before a version ("Rost 1.80"), before a remark that says what
 * it is ("Schwarzstein, der Vermögensverwalter, …"). Teams keep their article; the match around them tells. */
#include "lexicon/analysis.h"
#include "rules/matcher.h"
#include "text/letters.h"

/* A word of the list, as written or by lemma; a compound by its head, or by any part. */
static bool is_one_of(const struct matcher *m, uint32_t index, enum named_list name, bool any_part)
{
    const struct token *token = token_at(m, index);
    const struct word_type *type = token->type;
    uint32_t number = m->lexicon->list_numbers[name];

    if (token->kind != TOKEN_WORD)
        return false;
    if (token->analysis.joined != NO_ID)
        return in_word_list(m->lexicon, name, lemma_text(m->lexicon, token->analysis.joined));
    return set_holds(type->listed, number) || set_holds(type->lemmas_listed, number) ||
           set_holds(any_part ? type->parts_listed : type->head_listed, number);
}

static bool in_sentence(const struct matcher *m, uint32_t a, uint32_t b)
{
    return b >= m->first && b < m->last && token_at(m, a)->sentence == token_at(m, b)->sentence;
}

static bool is_text(const struct matcher *m, uint32_t index, const char *text)
{
    return slice_is(token_text(m->doc, token_at(m, index)), text);
}

static bool is_text_of(const struct matcher *m, uint32_t index, const char *const *texts)
{
    for (; *texts != NULL; texts++)
        if (is_text(m, index, *texts))
            return true;
    return false;
}

static bool starts_sentence(const struct matcher *m, uint32_t index)
{
    return !in_sentence(m, index, index - 1) || (token_at(m, index)->flags & TOKEN_SENTENCE_START) != 0;
}

/* "Die App Zunder", "das Magazin „Vermögen“", "die Zeitung Die Zeiten", "ein Dienst namens Faden" */
static bool is_behind_kind(const struct matcher *m, uint32_t index)
{
    static const char *const between[] = { "„", "“", "\"", "»", "«", "Der", "Die", "Das", "namens", NULL };
    uint32_t at = index;

    while (in_sentence(m, index, at - 1) && index - at < 2 && is_text_of(m, at - 1, between))
        at--;
    /* "Dann lieferte die Firma Granaten": the object of a verb before its subject. */
    if (at == index && index >= m->first + 3 && in_sentence(m, index, index - 3) &&
        is_plural_noun(token_at(m, index)) && token_is_finite(token_at(m, index - 3)))
        return false;
    return in_sentence(m, index, at - 1) && (token_at(m, at - 1)->flags & TOKEN_CAPITAL) != 0 &&
           (is_one_of(m, at - 1, LIST_NAME_KINDS, false) || is_one_of(m, at - 1, LIST_COMPANY_KINDS, false));
}

static bool is_act(const struct matcher *m, uint32_t index)
{
    return is_one_of(m, index, LIST_NAME_VERBS, false) || is_one_of(m, index, LIST_NAME_SAYS, false);
}

/* "Zwietracht hat … gekündigt": the verb at the end of the clause that a finite "haben", "wollen" opens. */
static bool ends_in_act(const struct matcher *m, uint32_t index)
{
    if (!token_is(token_at(m, index), POS_AUXILIARY) || is_one_of(m, index, LIST_NOT_OF_NAMES, false))
        return false;
    for (uint32_t at = index + 1; in_sentence(m, index, at); at++)
        if ((token_is_verb_form(token_at(m, at), VERB_PARTICIPLE2) ||
             token_is_verb_form(token_at(m, at), VERB_INFINITIVE)) &&
            (token_at(m, at)->flags & TOKEN_CAPITAL) == 0)
            return is_act(m, at);
    return false;
}

/* A headline leaves articles away: "Gericht verbietet Demo". */
static bool is_full_sentence(const struct matcher *m, uint32_t index)
{
    const struct sentence *sentence = &m->doc->sentences[token_at(m, index)->sentence];
    uint32_t last = sentence->first_token + sentence->token_count - 1;

    return sentence->token_count > 4 && (is_text(m, last, ".") || token_at(m, last)->kind == TOKEN_PUNCTUATION);
}

/* The last token of a name of several words: "Grüner Tag". */
static uint32_t name_end(const struct matcher *m, uint32_t index)
{
    while (in_sentence(m, index, index + 1) && token_at(m, index + 1)->kind == TOKEN_WORD &&
           (token_at(m, index + 1)->flags & TOKEN_CAPITAL) != 0)
        index++;
    return index;
}

/* "Zwietracht verlangt künftig …", "…, sagte Streifen", "wie Quadrat mitteilte" */
static bool is_agent(const struct matcher *m, uint32_t index)
{
    uint32_t verb = name_end(m, index) + 1;

    if (in_sentence(m, index, verb) && token_is_finite(token_at(m, verb))) {
        /* Several words may be a plain phrase there: "Amerikanische Fluglinien klagen". */
        if (verb == index + 1 && starts_sentence(m, index) && is_full_sentence(m, index) &&
            (is_act(m, verb) || ends_in_act(m, verb)))
            return true;
        if (in_sentence(m, index, index - 1) && (is_text(m, index - 1, "wie") || is_text(m, index - 1, "Wie")))
            return is_one_of(m, verb, LIST_NAME_SAYS, false);
    }
    return in_sentence(m, index, index - 1) && index >= m->first + 2 && is_text(m, index - 2, ",") &&
           token_is_finite(token_at(m, index - 1)) && is_one_of(m, index - 1, LIST_NAME_SAYS, false);
}

/* "die Aktie von Ziel", "ein Konto bei Streifen" */
static bool is_owner(const struct matcher *m, uint32_t index)
{
    static const char *const links[] = { "von", "bei", "mit", NULL };

    return index >= m->first + 2 && in_sentence(m, index, index - 2) && is_text_of(m, index - 1, links) &&
           (token_at(m, index - 2)->flags & TOKEN_CAPITAL) != 0 && is_one_of(m, index - 2, LIST_NAME_BELONGINGS, false);
}

/* "die Modelle Mustang und Entdecker": behind another name, and that behind its kind. */
static bool is_second_of_kind(const struct matcher *m, uint32_t index)
{
    static const char *const links[] = { "und", "oder", "sowie", NULL };

    if (index < m->first + 3 || !in_sentence(m, index, index - 3) || !is_text_of(m, index - 1, links))
        return false;
    const struct token *first = token_at(m, index - 2), *kind = token_at(m, index - 3);

    return (first->flags & TOKEN_CAPITAL) != 0 && (kind->flags & TOKEN_CAPITAL) != 0 &&
           (token_is(first, POS_NAME) || is_english_token(first) || first->analysis.flags == 0) &&
           (is_one_of(m, index - 3, LIST_NAME_KINDS, false) || is_one_of(m, index - 3, LIST_COMPANY_KINDS, false));
}

/* "Fäden und Instagram", "Lyft oder Heben" */
static bool is_beside_name(const struct matcher *m, uint32_t index)
{
    static const char *const links[] = { "und", "oder", "sowie", NULL };
    uint32_t end = name_end(m, index);

    return (index >= m->first + 2 && in_sentence(m, index, index - 2) && is_text_of(m, index - 1, links) &&
            is_one_of(m, index - 2, LIST_NAME_NEIGHBOURS, false)) ||
           (in_sentence(m, index, end + 2) && is_text_of(m, end + 1, links) &&
            is_one_of(m, end + 2, LIST_NAME_NEIGHBOURS, false));
}

/* "Googles Zwillinge" */
static bool is_owned_by_name(const struct matcher *m, uint32_t index)
{
    if (!in_sentence(m, index, index - 1))
        return false;
    struct slice text = token_text(m->doc, token_at(m, index - 1));

    return text.len > 2 && slice_ends(text, SLICE("s")) &&
           in_word_list(m->lexicon, LIST_NAME_NEIGHBOURS, (struct slice){ text.at, text.len - 1 });
}

/* "Rost 1.80": a German fraction has a comma. */
static bool has_version(const struct matcher *m, uint32_t index)
{
    if (!in_sentence(m, index, index + 1) || token_at(m, index + 1)->kind != TOKEN_NUMBER ||
        is_one_of(m, index, LIST_NUMBERED, false))
        return false;
    struct slice number = token_text(m->doc, token_at(m, index + 1));
    const char *stop = memchr(number.at, '.', number.len);

    return stop != NULL && number.len >= 3 && number.len <= 6 && (size_t)(stop - number.at) <= 2 &&
           number.len - (size_t)(stop - number.at) <= 3 && memchr(number.at, ',', number.len) == NULL;
}

/* "Schwarzstein, der größte Vermögensverwalter der Welt, …", "…, eine Tochter von …" */
static bool has_remark(const struct matcher *m, uint32_t index)
{
    static const char *const openers[] = { "der", "die", "das", "ein", "eine", "einer", "einem", NULL };
    uint32_t comma = name_end(m, index) + 1;

    if (!in_sentence(m, index, comma + 2) || !is_text(m, comma, ",") || !is_text_of(m, comma + 1, openers))
        return false;
    for (uint32_t at = comma + 2; in_sentence(m, index, at) && at < comma + 6; at++) {
        if (token_at(m, at)->kind == TOKEN_PUNCTUATION || token_is_finite(token_at(m, at)))
            return false;
        if ((token_at(m, at)->flags & TOKEN_CAPITAL) != 0)
            return is_one_of(m, at, LIST_NAME_KINDS, false) || is_one_of(m, at, LIST_COMPANY_KINDS, false);
    }
    return false;
}

/* "Hans Vogel": the bearer of a surname, who is called by it alone elsewhere in the document. */
static bool is_surname_here(const struct matcher *m, uint32_t index)
{
    static const char *const titles[] = { "Frau", "Herr", "Herrn", NULL };
    struct slice text = token_text(m->doc, token_at(m, index));

    for (uint32_t at = 1; at < m->doc->token_count; at++) {
        const struct token *token = token_at(m, at), *before = token_at(m, at - 1);

        if (token->sentence == before->sentence && before->kind == TOKEN_WORD &&
            slice_equal(token_text(m->doc, token), text) &&
            (is_one_of(m, at - 1, LIST_GERMAN_FIRST_NAMES, false) || is_text_of(m, at - 1, titles)))
            return true;
    }
    return false;
}

bool stands_as_name(const struct matcher *m, uint32_t index)
{
    return (is_behind_kind(m, index) || is_second_of_kind(m, index) || is_agent(m, index) || is_owner(m, index) ||
            is_beside_name(m, index) || is_owned_by_name(m, index) || has_version(m, index) || has_remark(m, index)) &&
           !is_surname_here(m, index);
}

/* "110:98" is sign enough; "40-22" may be years. */
static unsigned score_signs(const struct matcher *m, uint32_t index)
{
    struct slice text = token_text(m->doc, token_at(m, index));

    if (token_at(m, index)->kind != TOKEN_NUMBER || text.len > 7 ||
        (in_sentence(m, index, index + 1) && is_text(m, index + 1, "Uhr")))
        return 0;
    return memchr(text.at, ':', text.len) != NULL ? 2 : memchr(text.at, '-', text.len) != NULL;
}

static bool has_determiner(const struct matcher *m, uint32_t index)
{
    static const char *const articles[] = { "die", "Die", "der", "Der", "den", "Den", NULL };

    return in_sentence(m, index, index - 1) && is_text_of(m, index - 1, articles);
}

/* "die Roten Teufel", "die Bären-Fans" */
static bool is_qualifier(const struct matcher *m, uint32_t index)
{
    return in_sentence(m, index, index + 1) && (token_at(m, index + 1)->flags & TOKEN_CAPITAL) != 0;
}

/* "Roten Socken": the adjective of a name has a capital inside the sentence. Where none stands, the noun itself. */
static uint32_t team_start(const struct matcher *m, uint32_t index)
{
    const struct token *before = in_sentence(m, index, index - 1) ? token_at(m, index - 1) : NULL;

    return before != NULL && before->kind == TOKEN_WORD && !token_is(before, POS_NOUN) &&
                   (before->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL
               ? index - 1
               : index;
}

/* The plural with its article in a sentence that has two signs of a match, a score or another team; a singular must do
 * what teams do as well ("Die Hitze schlug die Knicks 112:98"). But for teams at home. */
bool stands_as_team(const struct matcher *m, uint32_t index)
{
    uint32_t first = team_start(m, index);
    unsigned signs = 0, needed = 2, others = 0, weak = 0;

    if (!has_determiner(m, first) || is_qualifier(m, index))
        return false;
    bool opposes = in_sentence(m, first, first - 2) && is_text(m, first - 2, "gegen");

    if (!is_plural_noun(token_at(m, index))) {
        if (!opposes && !(in_sentence(m, index, index + 1) && token_is_finite(token_at(m, index + 1)) &&
                          is_one_of(m, index + 1, LIST_TEAM_SIGNS, false)))
            return false;
        needed = 3;
    }
    signs += opposes;
    for (uint32_t at = m->first; at < m->last; at++) {
        if (is_one_of(m, at, LIST_TEAM_HOME, true))
            return false;
        if (in_sentence(m, index, at)) {
            unsigned teams = is_one_of(m, at, LIST_TEAM_NAMES, false);

            bool shared = is_one_of(m, at, LIST_TEAM_WEAK_SIGNS, true);

            others += teams;
            signs += score_signs(m, at) + 2 * teams;
            signs += !(shared && weak > 0) && is_one_of(m, at, LIST_TEAM_SIGNS, true);
            weak += shared;
        }
    }
    return signs >= needed && (needed == 2 || opposes || others > 0);
}
