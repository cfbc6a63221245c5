/* Marks English terms that were put into German word by word, as a compound that no dictionary has ("Erfrischungsrate"
 * for a refresh rate) or as adjective and noun ("gehängtes Parlament"). Which words make which term is found beforehand
 * (dictionaries/compile/literal_terms.c). */
#include "checks/compounds.h"
#include "checks/marks.h"
#include "checks/places.h"

enum { MOST_PARTS = 3 };

#define UNSEEN_CONFIDENCE 0.75f /* the English does not stand beside it */

/* The term of two parts; empty where they make none. */
static struct slice term_of_parts(const struct check_run *run, uint32_t first, uint32_t second)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    if (first == NO_ID || second == NO_ID)
        return (struct slice){ 0 };
    struct arena scratch = { 0 };
    struct slice left = lemma_text(lexicon, first), right = lemma_text(lexicon, second);
    struct slice key = arena_print(&scratch, "%.*s %.*s", (int)left.len, left.at, (int)right.len, right.at);
    struct slice term = table_value(run, TABLE_LITERAL_TERMS, key, 0);

    arena_free(&scratch);
    return term;
}

/* The term of the compound's last two parts: its head may be any word of that form ("Zeuge" is a witness, or gear). */
static struct slice term_at_end(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = token_at(run, i);
    const struct compound_part *last = &token_parts(run->doc, token)[token->analysis.part_count - 1];
    struct slice head = with_initial(run->issues->arena, text_of(run->doc, last->span), true);
    struct slice term = term_of_parts(run, last[-1].lemma, last->lemma);
    uint32_t form = lexicon_form(lexicon, head);

    for (size_t n = 0; form != NO_ID && term.len == 0 && n < lexicon->forms[form].reading_count; n++)
        term = term_of_parts(run, last[-1].lemma, lexicon->readings[lexicon->forms[form].first_reading + n].lemma);
    return term;
}

/* Whether German has two parts of a longer compound as a word. */
static bool are_known_together(const struct check_run *run, const struct compound_part *parts)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    return parts[0].lemma == NO_ID || parts[1].lemma == NO_ID ||
           known_compound(run, lemma_text(lexicon, parts[0].lemma), lemma_text(lexicon, parts[1].lemma)).len > 0;
}

/* The term that a compound of two parts says, or the last or first two of three ("Blitzflutwarnung"); empty where
 * German has it. */
static struct slice term_of(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);
    const struct compound_part *parts = token_parts(run->doc, token);
    size_t count = token->analysis.part_count;
    struct slice term = { 0 };

    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_CAPITAL) == 0 || count < 2 || count > MOST_PARTS ||
        is_dictionary_word(&run->context->lexicon, text_at(run, i)) || in_list(run, LIST_ACCEPTED_WORDS, i) ||
        begins_in_english(run, i))
        return term;
    if (count == 2 || !are_known_together(run, &parts[1]))
        term = term_at_end(run, i);
    if (count > 2 && term.len == 0 && !are_known_together(run, parts))
        term = term_of_parts(run, parts[0].lemma, parts[1].lemma);
    return term;
}

bool is_literal_term(const struct check_run *run, size_t i)
{
    return term_of(run, i).len > 0;
}

/* Whether the English beside the sentence has the term: "refresh rates". */
static bool stands_in_source(const struct check_run *run, size_t token, struct slice term)
{
    struct slice source = run->doc->sentences[token_at(run, token)->sentence].source;
    struct slice lower = lower_case(run->issues->arena, source);

    return term.len > 0 && lower.len >= term.len && memmem(lower.at, lower.len, term.at, term.len) != NULL;
}

/* The last part says what the German term says: "Schlüsselzeugin" beside "Hauptzeuge", "Lohnangebot" beside
 * "Tarifangebot". Its first part only says the same by another word. */
static bool shares_head(const struct check_run *run, size_t i, struct slice right)
{
    enum { ENDING = 2 }; /* "Zeugin", "Zeuge" */
    const struct token *token = token_at(run, i);
    size_t count = token->analysis.part_count;

    if (count < 2)
        return false;
    struct slice head = lower_case(run->issues->arena, text_of(run->doc, token_parts(run->doc, token)[count - 1].span));

    return head.len > 2 * ENDING && right.len > 0 && memmem(right.at, right.len, head.at, head.len - ENDING) != NULL;
}

/* German makes compounds freely, so a new one of the words of a term may as well be good ("Subventionsantrag" for a
 * grant proposal): on 35,000 words of good news six of these stood, in 640 faulty sentences none that nothing else
 * marks. So it is sure only where the term is the English, and its German is another thing than the compound's head. */
static void report_term(const struct check_run *run, size_t first, size_t last, struct slice term)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct issue *issue = report(run, "check/literal-term", tokens_span(run, first, last));
    size_t count;
    const struct pair_record *right = pairs_of(lexicon, named_table(lexicon, TABLE_TERM_GERMAN), term, &count);

    if (issue != NULL && !stands_in_source(run, last, term))
        issue->confidence = UNSEEN_CONFIDENCE;
    for (size_t i = 0; i < count; i++) {
        struct slice german = lexicon_text(lexicon, right[i].value);

        if (issue != NULL && shares_head(run, last, german))
            issue->confidence = UNSEEN_CONFIDENCE;
        suggest(run, issue, german);
    }
}

/* The adjectives that make a term with the noun, and behind each its term; NULL: none. */
static const struct pair_record *phrases_of(const struct check_run *run, size_t i, size_t *count)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token_analysis *analysis = &token_at(run, i)->analysis;

    for (size_t n = 0; n < analysis->reading_count; n++) {
        const struct reading *reading = &analysis->readings[n];
        const struct pair_record *phrases = pos_of(reading->features) != POS_NOUN
                                                ? NULL
                                                : pairs_of(lexicon, named_table(lexicon, TABLE_LITERAL_PHRASES),
                                                           lemma_text(lexicon, reading->lemma), count);

        if (phrases != NULL)
            return phrases;
    }
    return NULL;
}

bool ends_literal_phrase(const struct check_run *run, size_t i)
{
    size_t count;

    return token_at(run, i)->kind == TOKEN_WORD && is_capitalised(token_at(run, i)) &&
           phrases_of(run, i, &count) != NULL;
}

/* The term of a noun and the adjective before it; empty where they make none. */
static struct slice term_of_phrase(const struct check_run *run, size_t noun)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token_analysis *adjective = &token_at(run, noun - 1)->analysis;
    size_t count;
    const struct pair_record *phrases = phrases_of(run, noun, &count);

    for (size_t i = 0; i + 1 < count; i += 2)
        for (size_t n = 0; n < adjective->reading_count; n++)
            if (pos_of(adjective->readings[n].features) == POS_ADJECTIVE &&
                slice_equal(lemma_text(lexicon, adjective->readings[n].lemma), lexicon_text(lexicon, phrases[i].value)))
                return lexicon_text(lexicon, phrases[i + 1].value);
    return (struct slice){ 0 };
}

static void check_phrases(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_LITERAL_PHRASE, 1); i < run->doc->token_count;
         i = next_marked(run, MARK_LITERAL_PHRASE, i + 1)) {
        if (!same_sentence(run, i - 1, i) || !token_is(token_at(run, i - 1), POS_ADJECTIVE))
            continue;
        struct slice term = term_of_phrase(run, i);

        if (term.len > 0)
            report_term(run, i - 1, i, term);
    }
}

void check_literal_terms(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_LITERAL_TERM, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_LITERAL_TERM, i + 1))
        report_term(run, i, i, term_of(run, i));
    check_phrases(run);
}
