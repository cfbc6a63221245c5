/* Marks noun phrases whose determiner, adjectives and noun agree in no reading ("die große Haus", "dem Student"), and
 * phrases in a case their preposition does not govern ("für den Mitarbeitern"). */
#include "checks/checks.h"
#include "checks/noun_phrase.h"
#include "lexicon/analysis.h"
#include "text/letters.h"

static bool same_clause(const struct document *doc, size_t a, size_t b)
{
    return doc->tokens[a].sentence == doc->tokens[b].sentence && doc->tokens[a].clause == doc->tokens[b].clause;
}

static bool is_lower_word(const struct document *doc, size_t index, const char *word)
{
    return slice_equal(token_text(doc, &doc->tokens[index]), slice_of(word));
}

/* der, die, das … may be pronouns, with a noun behind them that is not theirs: after a comma ("der Haus und Hof
 * verlor"), behind a verb or subordinator ("dass das Menschen hilft"). A preposition before them, or a sentence's start
 * with an adjective or singular noun behind, makes them articles. */
static bool may_be_pronoun(const struct document *doc, const struct noun_phrase *phrase)
{
    const struct token *first = &doc->tokens[phrase->first];

    if (phrase->contracted || !phrase->has_determiner ||
        (!token_is(first, POS_PRONOUN) && !token_is(first, POS_RELATIVE)))
        return false;
    /* "die von ihr befürchtete Krise"; "alle nasse Füße", "in aller Munde", "alle Mann" */
    if (is_lower_word(doc, phrase->first, "ihr") || slice_starts(token_text(doc, first), SLICE("all")) ||
        slice_starts(token_text(doc, first), SLICE("All")))
        return true;
    if (phrase->first == 0 || doc->tokens[phrase->first - 1].sentence != first->sentence)
        return false;
    const struct token *before = &doc->tokens[phrase->first - 1];

    if (before->clause != first->clause || before->kind != TOKEN_WORD)
        return true;
    if (token_is(before, POS_PREPOSITION)) /* ", mit der Menschen": a relative pronoun behind its preposition */
        return phrase->first >= 2 && doc->tokens[phrase->first - 2].sentence == first->sentence &&
               !same_clause(doc, phrase->first - 2, phrase->first);
    /* dem, den and des stand alone too seldom in news text to silence an error. */
    return phrase->noun == phrase->first + 1 && !is_lower_word(doc, phrase->first, "dem") &&
           !is_lower_word(doc, phrase->first, "den") && !is_lower_word(doc, phrase->first, "des");
}

/* A name or another noun right behind may be the real head ("die Trump Regierung", "den Paris Saint-Germain"). */
static bool goes_on(const struct document *doc, const struct noun_phrase *phrase)
{
    if (phrase->noun + 1 >= doc->token_count)
        return false;
    const struct token *next = &doc->tokens[phrase->noun + 1];

    return same_clause(doc, phrase->noun, phrase->noun + 1) && next->kind != TOKEN_PUNCTUATION &&
           ((next->flags & (TOKEN_CAPITAL | TOKEN_DIGIT)) != 0 || next->kind == TOKEN_SYMBOL ||
            next->kind == TOKEN_NUMBER);
}

/* "die am stärksten betroffenen Länder": "am stärksten" is an adverb. */
static bool is_superlative_adverb(const struct document *doc, const struct noun_phrase *phrase)
{
    return phrase->contracted && phrase->noun > phrase->first + 2 && is_lower_word(doc, phrase->first, "am") &&
           slice_ends(token_text(doc, &doc->tokens[phrase->first + 1]), SLICE("sten"));
}

/* "des Euro", "des Stress", "unseres Index": loans, and nouns on a sibilant, may go without the s. */
static bool may_lack_genitive(const struct check_run *run, const struct noun_phrase *phrase)
{
    struct slice first = token_text(run->doc, &run->doc->tokens[phrase->first]);
    struct slice noun = token_text(run->doc, &run->doc->tokens[phrase->noun]);

    if (!slice_ends(first, SLICE("es")))
        return false;
    return slice_ends(noun, SLICE("s")) || slice_ends(noun, SLICE("x")) || slice_ends(noun, SLICE("z")) ||
           in_word_list(&run->context->lexicon, "uninflected-genitives", noun);
}

/* English nouns that the Ding dictionary hardly uses have the gender of the desk that writes them. */
static bool is_loan(const struct check_run *run, const struct token *noun)
{
    enum { MIN_FREQUENCY = 3 };
    const struct lexicon *lexicon = &run->context->lexicon;

    return is_english_word(lexicon, token_text(run->doc, noun)) && noun->analysis.form != NO_ID &&
           lexicon->forms[noun->analysis.form].frequency < MIN_FREQUENCY;
}

/* "die ersten Vier", "den Tugendhaften": a numeral or adjective with a capital. */
static bool is_numeral(const struct check_run *run, const struct token *noun)
{
    struct slice lower = lower_case(run->issues->arena, token_text(run->doc, noun));

    return form_is(&run->context->lexicon, lower, POS_NUMERAL);
}

/* A compound has the gender of its head, whatever a dictionary says of the whole: "der Coronavirus", as "der Virus". */
static bool head_agrees(const struct check_run *run, const struct noun_phrase *phrase)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    size_t count = phrase->noun - phrase->first + 1;
    struct token *tokens = arena_array(run->issues->arena, count, sizeof(*tokens));
    struct token *noun = &tokens[count - 1];

    memcpy(tokens, run->doc->tokens + phrase->first, count * sizeof(*tokens));
    if (noun->analysis.part_count < 2)
        return false;
    struct span span = token_parts(run->doc, noun)[noun->analysis.part_count - 1].span;
    uint32_t form = lexicon_form(lexicon, with_initial(run->issues->arena, text_of(run->doc, span), true));

    if (form == NO_ID)
        return false;
    noun->analysis.readings = lexicon->readings + lexicon->forms[form].first_reading;
    noun->analysis.reading_count = lexicon->forms[form].reading_count;
    struct document pair = { .tokens = tokens, .token_count = count };
    struct noun_phrase moved = { 0, count - 1, phrase->has_determiner, phrase->contracted };

    return agreeing_cases(&pair, &moved, NULL) != 0;
}

static bool is_plural_form(const struct lexicon *lexicon, uint32_t lemma)
{
    const struct lemma_record *record = &lexicon->lemmas[lemma];

    for (uint32_t i = 0; i < record->form_count; i++)
        if ((lexicon->lemma_forms[record->first_form + i].features & NUMBER_PL) != 0)
            return true;
    return false;
}

/* "die Jets", "den Riffs": a form on -s of a noun whose plural no dictionary gives may be one. */
static bool may_be_loan_plural(const struct check_run *run, const struct token *noun)
{
    if (!slice_ends(token_text(run->doc, noun), SLICE("s")))
        return false;
    for (uint16_t i = 0; i < noun->analysis.reading_count; i++)
        if (!is_plural_form(&run->context->lexicon, noun->analysis.readings[i].lemma))
            return true;
    return false;
}

/* "des 20 Jahre alten Mannes", "ein paar Tage", "der Ein- und Ausfuhr": something else belongs to the phrase. */
static bool is_uncertain(const struct check_run *run, const struct noun_phrase *phrase)
{
    const struct document *doc = run->doc;
    const struct token *noun = &doc->tokens[phrase->noun], *first = &doc->tokens[phrase->first];
    struct slice text = token_text(doc, noun);

    return is_superlative_adverb(doc, phrase) || may_lack_genitive(run, phrase) || may_be_loan_plural(run, noun) ||
           is_loan(run, noun) || is_numeral(run, noun) || is_lower_word(doc, phrase->first, "paar") ||
           (first->flags & TOKEN_QUOTED) != (noun->flags & TOKEN_QUOTED) || slice_ends(text, SLICE("-")) ||
           goes_on(doc, phrase) || may_be_pronoun(doc, phrase);
}

static struct span phrase_span(const struct document *doc, const struct noun_phrase *phrase)
{
    return (struct span){ doc->tokens[phrase->first].span.start, doc->tokens[phrase->noun].span.end };
}

/* The cases that the preposition right before a phrase governs; 0 when there is none that does. */
static uint32_t governed_cases(const struct check_run *run, const struct noun_phrase *phrase)
{
    const struct document *doc = run->doc;
    uint32_t cases = 0;

    if (phrase->first == 0 || !same_clause(doc, phrase->first - 1, phrase->first))
        return 0;
    const struct token *preposition = &doc->tokens[phrase->first - 1];
    struct slice word = lower_case(run->issues->arena, token_text(doc, preposition));

    if (!in_word_list(&run->context->lexicon, "sure-prepositions", word))
        return 0;
    if (phrase->first >= 2 && token_is(&doc->tokens[phrase->first - 2], POS_RELATIVE) &&
        is_lower_word(doc, phrase->first - 1, "für")) /* "was für ein Haus" */
        return 0;
    for (uint16_t i = 0; i < preposition->analysis.reading_count; i++) {
        uint32_t features = preposition->analysis.readings[i].features;

        if (pos_of(features) == POS_PREPOSITION && (features & NUMBER_ANY) != 0)
            return 0;
        cases |= pos_of(features) == POS_PREPOSITION ? features & CASE_ANY : 0;
    }
    return cases;
}

/* A case is only as sure as the forms that are known: a noun without a plural in the dictionaries ("Ellbogen") may be
 * one, and so may an adjective used as a noun ("auf der Zielgeraden"). */
static bool has_sure_paradigm(const struct check_run *run, const struct noun_phrase *phrase)
{
    const struct token *noun = &run->doc->tokens[phrase->noun];
    const struct lexicon *lexicon = &run->context->lexicon;

    const struct compound_part *parts = token_parts(run->doc, noun);
    struct span last = noun->analysis.part_count > 1 ? parts[noun->analysis.part_count - 1].span : noun->span;

    if (form_is(lexicon, with_initial(run->issues->arena, text_of(run->doc, last), false), POS_ADJECTIVE))
        return false;
    for (uint16_t i = 0; i < noun->analysis.reading_count; i++)
        if (!is_plural_form(lexicon, noun->analysis.readings[i].lemma))
            return false;
    return true;
}

static void check_phrase(const struct check_run *run, const struct noun_phrase *phrase)
{
    uint32_t cases = agreeing_cases(run->doc, phrase, NULL);

    if (is_uncertain(run, phrase))
        return;
    if (cases == 0) {
        if (head_agrees(run, phrase))
            return;
        report(run, "check/agreement", phrase_span(run->doc, phrase));
        return;
    }
    uint32_t governed = governed_cases(run, phrase);

    if (governed != 0 && (governed & cases) == 0 && phrase->has_determiner && has_sure_paradigm(run, phrase))
        report(
            run, "check/government",
            (struct span){ run->doc->tokens[phrase->first - 1].span.start, run->doc->tokens[phrase->noun].span.end });
}

/* "dessen", "deren" and genitives before a noun are no determiners that agree with it. */
static bool starts_phrase(const struct document *doc, size_t index)
{
    const struct token *token = &doc->tokens[index];

    return token->kind == TOKEN_WORD && !is_lower_word(doc, index, "dessen") && !is_lower_word(doc, index, "deren");
}

void check_agreement(const struct check_run *run)
{
    const struct document *doc = run->doc;
    struct noun_phrase phrase;

    for (size_t i = 0; i < doc->token_count; i++)
        if (starts_phrase(doc, i) && noun_phrase_at(doc, i, &phrase) && phrase.has_determiner)
            check_phrase(run, &phrase);
}
