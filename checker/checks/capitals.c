/* Marks wrong capitals: a verb, adjective or number word that is written with one within its sentence ("Der Angeklagte
 * Bestreitet die Tat", "die Deutsche Regierung"), and a noun without one ("im kino"). */
#include "checks/checks.h"
#include "checks/compounds.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/compound.h"
#include "lexicon/noun_phrase.h"
#include "text/letters.h"

enum { OFTEN = 5 /* frequency of a noun that texts use */ };

static bool is_capital(const struct check_run *run, size_t index)
{
    return same_sentence(run, index, index) && (token_at(run, index)->flags & TOKEN_CAPITAL) != 0;
}

static struct slice lowered(const struct check_run *run, size_t index)
{
    return with_initial(run->issues->arena, text_at(run, index), false);
}

/* A noun or name in a dictionary, not only one that its shape suggests. */
static bool is_sure_noun(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if ((pos_of(features) == POS_NOUN || pos_of(features) == POS_NAME) &&
            (features & (FEATURE_GUESSED | FEATURE_ADJECTIVAL_NOUN)) == 0)
            return true;
    }
    return false;
}

/* A capital within the sentence, behind a word: no start, no quotation, no acronym, and no noun or name either. */
static bool is_odd_capital(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);
    uint16_t never = TOKEN_SENTENCE_START | TOKEN_ALL_CAPS | TOKEN_QUOTED | TOKEN_HYPHEN | TOKEN_INNER_CAPITAL |
                     TOKEN_ABBREVIATION | TOKEN_DIGIT;

    return token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) != 0 && (token->flags & never) == 0 && i > 0 &&
           same_sentence(run, i - 1, i) && token_at(run, i - 1)->kind == TOKEN_WORD && !is_sure_noun(token) &&
           (!same_sentence(run, i, i + 1) || (token_at(run, i + 1)->flags & TOKEN_CAPITAL) == 0);
}

/* In a title in capitals, or a text without any, one more is no slip. */
static bool is_only_one(const struct check_run *run, size_t i, bool (*is)(const struct check_run *, size_t))
{
    for (size_t j = sentence_first(run, i); same_sentence(run, i, j); j++)
        if (j != i && is(run, j))
            return false;
    return true;
}

static bool has_finite_beside(const struct check_run *run, size_t i)
{
    for (size_t j = sentence_first(run, i); same_sentence(run, i, j); j++)
        if (j != i && may_be_finite(token_at(run, j)))
            return true;
    return false;
}

/* The token as it would be read in lower case. */
static struct token read_lowered(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct token token = *token_at(run, i);
    uint32_t form = token.type->small_form;

    token.flags &= (uint16_t)~TOKEN_CAPITAL;
    token.analysis = (struct token_analysis){ .form = form, .joined = NO_ID, .particle = NO_ID };
    if (form != NO_ID) {
        read_as(&token.analysis, lexicon->readings + lexicon->forms[form].first_reading,
                lexicon->forms[form].reading_count);
    }
    return token;
}

/* "Der Angeklagte Bestreitet die Tat": the verb that the sentence lacks otherwise. */
static bool is_capital_verb(const struct check_run *run, size_t i)
{
    if (!is_odd_capital(run, i))
        return false;
    struct token lower = read_lowered(run, i);

    if (token_is(token_at(run, i - 1), POS_DETERMINER) && is_inflected_adjective(&lower))
        return false; /* "das Gleiche" */
    return may_be_finite(&lower) && !has_finite_beside(run, i) && same_sentence(run, i, i + 1) &&
           token_at(run, i + 1)->kind == TOKEN_WORD &&
           (token_is(token_at(run, i - 1), POS_NOUN) || token_is(token_at(run, i - 1), POS_PRONOUN));
}

/* "Die Stadt ist Schön.": behind sein, werden, bleiben and before a mark, an adjective without ending. */
static bool is_capital_predicate(const struct check_run *run, size_t i)
{
    if (!is_odd_capital(run, i))
        return false;
    struct token lower = read_lowered(run, i);
    bool bare = lower.analysis.reading_count > 0;

    for (uint16_t r = 0; r < lower.analysis.reading_count; r++) {
        uint32_t features = lower.analysis.readings[r].features;

        bare = bare && pos_of(features) != POS_NUMERAL &&
               (pos_of(features) != POS_ADJECTIVE || (features & UNINFLECTED) != 0);
    }
    return bare && token_is(&lower, POS_ADJECTIVE) && same_sentence(run, i, i + 1) &&
           token_at(run, i + 1)->kind == TOKEN_PUNCTUATION &&
           !(i >= 2 && has_lemma(&run->context->lexicon, token_at(run, i - 2), "Name")) &&
           (has_lemma(&run->context->lexicon, token_at(run, i - 1), "sein") ||
            has_lemma(&run->context->lexicon, token_at(run, i - 1), "werden") ||
            has_lemma(&run->context->lexicon, token_at(run, i - 1), "bleiben") || text_is(run, i - 1, "sehr") ||
            text_is(run, i - 1, "zu"));
}

/* "Tausende", "Hundert", "Dutzende" are nouns. */
static bool is_small_number(struct slice word)
{
    return memmem(word.at, word.len, "ausend", 6) == NULL && memmem(word.at, word.len, "undert", 6) == NULL &&
           memmem(word.at, word.len, "illi", 4) == NULL && memmem(word.at, word.len, "utzend", 6) == NULL;
}

/* "hat Drei Spiele verloren" */
static bool is_capital_number(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    if (token->kind != TOKEN_WORD || i == 0 ||
        (token->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START | TOKEN_QUOTED | TOKEN_ALL_CAPS)) != TOKEN_CAPITAL)
        return false;
    struct token lower = read_lowered(run, i);

    return token_is(&lower, POS_NUMERAL) && is_small_number(text_at(run, i)) && !token_is(&lower, POS_DETERMINER) &&
           same_sentence(run, i - 1, i + 1) && is_surely_finite(token_at(run, i - 1)) &&
           token_is(token_at(run, i + 1), POS_NOUN) && (token_at(run, i + 1)->flags & TOKEN_CAPITAL) != 0;
}

/* "die Deutsche Regierung", but "die Deutsche Bahn": with a noun that names of institutions do not have. */
static bool is_capital_nationality(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return token->kind == TOKEN_WORD &&
           (token->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START | TOKEN_QUOTED)) == TOKEN_CAPITAL && i > 0 &&
           same_sentence(run, i - 1, i + 1) && token_at(run, i - 1)->kind == TOKEN_WORD &&
           (token_at(run, i - 1)->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) != TOKEN_CAPITAL &&
           inflected_in_list(&run->context->lexicon, LIST_NATIONALITIES, lowered(run, i)) &&
           has_lemma_of(&run->context->lexicon, token_at(run, i + 1), LIST_PLAIN_HEADS);
}

/* "hat Neue Regeln beschlossen", "das Wichtige Treffen": an adjective before a noun of which no names are made. */
static bool is_adjective_of_no_name(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);
    struct token lower;

    if (token->kind != TOKEN_WORD || i == 0 ||
        (token->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START | TOKEN_QUOTED | TOKEN_ALL_CAPS | TOKEN_HYPHEN)) !=
            TOKEN_CAPITAL ||
        !same_sentence(run, i - 1, i + 1) || token_at(run, i - 1)->kind != TOKEN_WORD ||
        (token_at(run, i - 1)->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL)
        return false;
    lower = read_lowered(run, i);
    /* "erbat sich der Verstorbene Spenden": the article goes with no such plural; "weil die Verbündeten Waffen liefern"
     */
    if (is_plural_noun(token_at(run, i + 1)) &&
        ((text_is(run, i - 1, "der") && slice_ends(text_at(run, i), SLICE("e"))) ||
         is_person(&run->context->lexicon, token)))
        return false;
    /* "Europäische", "Mendelsche", "Nationale": of places, persons, offices. */
    if (memmem(text_at(run, i).at, text_at(run, i).len, "sch", 3) != NULL ||
        slice_starts(text_at(run, i), SLICE("National")))
        return false;
    return is_inflected_adjective(&lower) &&
           (has_lemma_of(&run->context->lexicon, token_at(run, i + 1), LIST_COMMON_HEADS) ||
            (token_is(token_at(run, i + 1), POS_NOUN) && is_capital(run, i + 1) &&
             has_lemma_of(&run->context->lexicon, &lower, LIST_PLAIN_ADJECTIVES))) &&
           (token_at(run, i + 1)->flags & TOKEN_QUOTED) == 0 && has_finite_beside(run, i);
}

/* "gewinn": as a word of lower case only an imperative. */
static bool is_only_imperative(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (verb_form_of(token->analysis.readings[i].features) != VERB_IMPERATIVE)
            return false;
    return token->analysis.reading_count > 0;
}

/* A sentence of German words, so that another is no name of a command or a foreign word. */
static bool all_known_beside(const struct check_run *run, size_t i)
{
    for (size_t j = sentence_first(run, i); same_sentence(run, i, j); j++) {
        const struct token *token = token_at(run, j);

        if (j != i && token->kind != TOKEN_PUNCTUATION && token->kind != TOKEN_NUMBER &&
            (token->kind != TOKEN_WORD || token->analysis.reading_count == 0 || (token->flags & TOKEN_QUOTED) != 0))
            return false;
    }
    return true;
}

/* "im kino", "in der schweiz": no word of lower case, behind a word that a noun follows. */
static bool is_small_noun(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = token_at(run, i), *before = i > 0 ? token_at(run, i - 1) : token;

    if (token->kind != TOKEN_WORD || (token->analysis.form != NO_ID && !is_only_imperative(token)) || i == 0 ||
        (token->flags & (TOKEN_CAPITAL | TOKEN_HYPHEN | TOKEN_QUOTED | TOKEN_INNER_CAPITAL | TOKEN_APOSTROPHE |
                         TOKEN_ABBREVIATION)) != 0 ||
        !same_sentence(run, i - 1, i) || before->kind != TOKEN_WORD)
        return false;
    struct slice upper = with_initial(run->issues->arena, text_at(run, i), true);
    uint32_t form = lexicon_form(lexicon, upper);

    if (form == NO_ID || upper.len < 4 || lexicon->forms[form].frequency < 2)
        return false;
    if (in_list(run, LIST_ACCEPTED_WORDS, i) || in_list(run, LIST_SEPARABLE_PREFIXES, i)) /* "steht kopf" */
        return false;
    if (same_sentence(run, i, i + 1) && token_at(run, i + 1)->kind != TOKEN_WORD &&
        token_at(run, i + 1)->kind != TOKEN_PUNCTUATION)
        return false; /* "info @ …" */
    if (!form_is(lexicon, upper, POS_NOUN) && !form_is(lexicon, upper, POS_NAME))
        return false;
    if (same_sentence(run, i, i + 1) && (is_capital(run, i + 1) || token_at(run, i + 1)->analysis.reading_count == 0) &&
        token_at(run, i + 1)->kind == TOKEN_WORD)
        return false;
    if (token_is(before, POS_DETERMINER) || token_is(before, POS_PREPOSITION))
        return true;
    /* "braucht dringend geld": among words that are all known. */
    return token->analysis.form == NO_ID && lexicon->forms[form].frequency >= OFTEN &&
           form_is(lexicon, upper, POS_NOUN) && !is_english_word(lexicon, text_at(run, i)) && all_known_beside(run, i);
}

/* "beim überqueren der Straße", "zum lesen": an infinitive behind a preposition with its article is a noun. "am" may
 * stand before a superlative, "im" and "zum" before an adjective. */
static bool is_small_infinitive(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = token_at(run, i);

    bool beim = slice_is(lower_at(run, i - 1), "beim") ||
                slice_is(lower_at(run, i - 1), "vom"); /* "beim verlassen": a participle too */
    bool infinitive = is_bare_infinitive(run->doc, i) ||
                      (beim && token_is_verb_form(token, VERB_INFINITIVE) && !is_inflected_adjective(token));

    /* "Plug-ins lassen sich", "vom einen zum anderen" */
    if ((token_at(run, i - 1)->flags & TOKEN_HYPHEN) != 0 || text_is(run, i, "einen"))
        return false;
    if (!same_sentence(run, i - 1, i + 1) || !has_contraction(token_at(run, i - 1)) || !infinitive ||
        (token->flags & TOKEN_QUOTED) != 0 || token_is(token, POS_NOUN))
        return false;
    const struct token *next = token_at(run, i + 1);

    return form_is(lexicon, with_initial(run->issues->arena, text_at(run, i), true), POS_NOUN) &&
           !is_capitalised(next) && (beim || !token_is(next, POS_VERB)) && !is_inflected_adjective(next);
}

/* "will die Verträge noch einmal Prüfen.": behind an adverb the infinitive that the modal verb of the clause lacks. */
static bool is_capital_infinitive(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);
    size_t first = i > 0 ? stretch_first(run, i) : i;
    bool modal = false;

    if (i < first + 3 || !text_is(run, i + 1, ".") || same_sentence(run, i, i + 2) ||
        (token->flags & (TOKEN_QUOTED | TOKEN_ALL_CAPS | TOKEN_HYPHEN)) != 0 ||
        (token_at(run, i - 1)->flags & TOKEN_CAPITAL) != 0 || !in_list(run, LIST_ADVERBS_BEFORE_INFINITIVES, i - 1))
        return false;
    struct token lower = read_lowered(run, i);

    if (!token_is_verb_form(&lower, VERB_INFINITIVE))
        return false;
    for (size_t j = first; j < i; j++) {
        const struct token *other = token_at(run, j);

        if (token_is_verb_form(other, VERB_INFINITIVE) && !token_is(other, POS_AUXILIARY))
            return false;
        modal = modal || (may_be_finite(other) && has_lemma_of(&run->context->lexicon, other, LIST_MODAL_VERBS));
    }
    return modal;
}

static void report_lowered(const struct check_run *run, size_t i, const char *rule)
{
    suggest(run, report(run, rule, token_at(run, i)->span), lowered(run, i));
}

/* A capitalised word that is one in lower case too, or a word in lower case that is a noun with a capital. */
bool may_be_wrong_case(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = token_at(run, i);

    if (token->kind != TOKEN_WORD)
        return false;
    if ((token->flags & TOKEN_CAPITAL) != 0)
        return (token->flags & (TOKEN_SENTENCE_START | TOKEN_ALL_CAPS)) == 0 &&
               (token->type->small_form != NO_ID ||
                inflected_in_list(&run->context->lexicon, LIST_NATIONALITIES, token->type->small));
    if ((token->analysis.form != NO_ID && !is_only_imperative(token)) ||
        (token->flags & (TOKEN_HYPHEN | TOKEN_INNER_CAPITAL | TOKEN_APOSTROPHE | TOKEN_ABBREVIATION)) != 0)
        return false;
    struct slice upper = with_initial(run->issues->arena, text_at(run, i), true);

    return form_is(lexicon, upper, POS_NOUN) || form_is(lexicon, upper, POS_NAME);
}

/* "am", "beim", "zum": an infinitive behind it is a noun. */
bool is_contracted_preposition(const struct check_run *run, size_t i)
{
    return has_contraction(token_at(run, i));
}

void check_capitals(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_CONTRACTION, 0); i + 1 < run->doc->token_count;
         i = next_marked(run, MARK_CONTRACTION, i + 1))
        if (is_small_infinitive(run, i + 1))
            suggest(run, report(run, "check/missing-capital", token_at(run, i + 1)->span),
                    with_initial(run->issues->arena, text_at(run, i + 1), true));
    for (size_t i = next_marked(run, MARK_CAPITALS, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_CAPITALS, i + 1)) {
        bool verb_or_predicate =
            (is_capital_verb(run, i) || is_capital_predicate(run, i)) && is_only_one(run, i, is_odd_capital);

        if (is_capital_number(run, i) || verb_or_predicate || is_capital_infinitive(run, i) ||
            (is_adjective_of_no_name(run, i) && is_only_one(run, i, is_adjective_of_no_name)))
            report_lowered(run, i, "check/needless-capital");
        else if (is_capital_nationality(run, i))
            report_lowered(run, i, "check/capital-nationality");
        else if (is_small_noun(run, i) && is_only_one(run, i, is_small_noun))
            suggest(run, report(run, "check/missing-capital", token_at(run, i)->span),
                    with_initial(run->issues->arena, text_at(run, i), true));
    }
}
