/* Marks names that were translated and that no rule lists, by their shape: German bends the adjective of a phrase and
 * writes it small, so "bei Vereinigte Fluggesellschaften" and "der Kaffeeröster Blaue Flasche gehört" are names; and an
 * article has a capital inside a sentence in a title alone ("Laut Der Rand"). German names of that shape are listed
 * (words/german-names.txt: "von Deutsche Bank", "in Die Zeit"). */
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"

/* A capital inside a sentence, no quotation. */
static bool is_inner_capital(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return i > 0 && same_sentence(run, i - 1, i) && token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) != 0 &&
           (token->flags & (TOKEN_SENTENCE_START | TOKEN_QUOTED | TOKEN_OPENING | TOKEN_ALL_CAPS | TOKEN_HYPHEN)) == 0;
}

/* A German noun, and no German name. */
static bool is_translated_noun(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return is_inner_capital(run, i) && token_is(token, POS_NOUN) && !token_is(token, POS_NAME) &&
           !is_english_token(token_at(run, i)) && !has_lemma_of(&run->context->lexicon, token, LIST_GERMAN_NAMES) &&
           !in_list(run, LIST_GERMAN_NAMES, i);
}

/* "Vereinigte", "Blauer": an adjective that begins no German name. */
static bool is_adjective(const struct check_run *run, size_t i)
{
    return form_is(&run->context->lexicon, lower_at(run, i), POS_ADJECTIVE) &&
           !form_is(&run->context->lexicon, text_at(run, i), POS_NAME) && !in_list(run, LIST_GERMAN_NAME_ADJECTIVES, i);
}

/* "Tausende Beschäftigte" */
static bool counts_people(const struct check_run *run, size_t i)
{
    return in_list(run, LIST_MEASURES, i) || lemma_in_list(&run->context->lexicon, LIST_QUANTITIES, token_at(run, i));
}

/* The same with an ending and a capital inside a sentence. */
static bool is_capital_adjective(const struct check_run *run, size_t i)
{
    struct slice text = text_at(run, i);

    return is_inner_capital(run, i) && !counts_people(run, i) &&
           (slice_ends(text, SLICE("e")) || slice_ends(text, SLICE("er")) || slice_ends(text, SLICE("es"))) &&
           is_adjective(run, i);
}

static bool is_capital_article(const struct check_run *run, size_t i)
{
    return text_is(run, i, "Der") || text_is(run, i, "Die") || text_is(run, i, "Das");
}

/* A name of more words than these two is another: "Roter Stern Belgrad". */
static bool goes_on(const struct check_run *run, size_t last)
{
    return same_sentence(run, last, last + 1) && is_capitalised(token_at(run, last + 1));
}

/* "zu Blauer Himmel": a noun that has no feminine. */
static bool is_never_feminine(const struct check_run *run, size_t noun)
{
    const struct token *token = token_at(run, noun);

    for (uint16_t j = 0; j < token->analysis.reading_count; j++)
        if ((token->analysis.readings[j].features & (GENDER_F | NUMBER_PL)) != 0 ||
            (token->analysis.readings[j].features & (GENDER_M | GENDER_N)) == 0)
            return false;
    return token->analysis.reading_count > 0;
}

/* "bei Vereinigte Fluggesellschaften", "zu Blauer Himmel": no dative ends in -e, nor in -er but feminines. */
static bool is_unbent(const struct check_run *run, size_t i)
{
    static const char *const datives[] = { "von", "bei", "mit", "aus", "zu", "gegenüber" };

    struct slice before = lower_at(run, i - 1);

    if (!slice_ends(text_at(run, i), SLICE("e")) &&
        !(slice_ends(text_at(run, i), SLICE("er")) && is_never_feminine(run, i + 1)))
        return false;
    for (size_t j = 0; j < sizeof(datives) / sizeof(*datives); j++)
        if (slice_is(before, datives[j]))
            return true;
    return false;
}

/* "der Kaffeeröster Blaue Flasche" */
static bool is_behind_kind(const struct check_run *run, size_t i)
{
    const struct token *before = token_at(run, i - 1);

    return is_capitalised(before) && token_is(before, POS_NOUN) &&
           (is_kind_of(run, i - 1, LIST_NAME_KINDS) || is_kind_of(run, i - 1, LIST_COMPANY_KINDS));
}

static void check_phrase(const struct check_run *run, size_t i)
{
    if (same_sentence(run, i, i + 1) && is_capital_adjective(run, i) && is_translated_noun(run, i + 1) &&
        !goes_on(run, i + 1) && (is_unbent(run, i) || is_behind_kind(run, i)))
        report(run, "check/translated-name", tokens_span(run, i, i + 1));
}

/* "über", "auf", "jetzt" */
static bool is_small_word(const struct check_run *run, size_t i)
{
    return form_is(&run->context->lexicon, lower_at(run, i), POS_PREPOSITION) ||
           form_is(&run->context->lexicon, lower_at(run, i), POS_ADVERB);
}

/* "locker": an adjective without ending, which no noun looks like. */
static bool is_bare_adjective(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    uint32_t form = lexicon_form(lexicon, lower_at(run, i));

    for (uint32_t j = 0; form != NO_ID && j < lexicon->forms[form].reading_count; j++) {
        uint32_t features = lexicon->readings[lexicon->forms[form].first_reading + j].features;

        if (pos_of(features) == POS_ADJECTIVE && (features & UNINFLECTED) != 0)
            return !token_is(token_at(run, i), POS_NOUN);
    }
    return false;
}

/* "Über", "Auf", "Locker": a capital inside a sentence, and no noun. */
static bool is_capital_particle(const struct check_run *run, size_t i)
{
    return is_inner_capital(run, i) && !token_is(token_at(run, i), POS_NAME) && !is_english_token(token_at(run, i)) &&
           !in_list(run, LIST_GERMAN_NAMES, i) && (is_small_word(run, i) || is_bare_adjective(run, i));
}

/* "Der Fahrdienst Über senkt die Preise": where the name of a firm or service stands, a word that is no noun. */
static void check_particle(const struct check_run *run, size_t i)
{
    if (is_capital_particle(run, i) && is_behind_kind(run, i) && !goes_on(run, i) &&
        !is_plural_noun(token_at(run, i - 1)) && !is_kind_of(run, i - 1, LIST_KINDS_WITH_SETTINGS))
        report(run, "check/named-by-particle", token_at(run, i)->span);
}

/* Someone says or writes something: "laut", "berichtet". */
static bool is_reported(const struct check_run *run, size_t i)
{
    for (size_t at = sentence_first(run, i); same_sentence(run, i, at); at++)
        if (has_lemma_of(&run->context->lexicon, token_at(run, at), LIST_NAME_SAYS) || text_is(run, at, "laut") ||
            text_is(run, at, "Laut"))
            return true;
    return false;
}

/* "Laut Die Gesprächsrunde", "von Der Rand": behind a preposition, where someone reports; a film may have a German
 * title. */
static void check_title(const struct check_run *run, size_t i)
{
    if (is_capital_article(run, i) && is_inner_capital(run, i) && token_is(token_at(run, i - 1), POS_PREPOSITION) &&
        !text_is(run, i - 1, "als") && same_sentence(run, i, i + 1) && is_translated_noun(run, i + 1) &&
        !goes_on(run, i + 1) && is_reported(run, i))
        report(run, "check/translated-title", tokens_span(run, i, i + 1));
}

bool begins_translated_name(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return token->kind == TOKEN_WORD && (token->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL &&
           (is_capital_article(run, i) || is_adjective(run, i) || is_small_word(run, i));
}

void check_translated_names(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_TRANSLATED_NAME, 1); i < run->doc->token_count;
         i = next_marked(run, MARK_TRANSLATED_NAME, i + 1)) {
        check_phrase(run, i);
        check_particle(run, i);
        check_title(run, i);
    }
}
