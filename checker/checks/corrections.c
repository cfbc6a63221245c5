/* Puts the words of a phrase into forms that agree. Every way to read a phrase (a case, and a gender in the singular)
 * is tried; a word keeps the form that it has where the way admits it. */
#include "checks/corrections.h"

#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "text/letters.h"

enum { MAX_WORDS = 6, MOST_SUGGESTIONS = 3 };

/* A phrase, and what all of its words are to be. */
struct attempt {
    const struct check_run *run;
    const struct noun_phrase *phrase;
    uint32_t way;        /* number, case and, in the singular, gender */
    uint32_t declension; /* of its adjectives */
    struct slice words[MAX_WORDS];
    uint32_t cost; /* two for each word that changes, one more where the determiner changes its case */
};

/* The texts that cost least. */
struct corrections {
    struct slice texts[MOST_SUGGESTIONS];
    size_t count; /* may be more than there is room for */
    uint32_t cost;
};

static bool admits(uint32_t features, uint32_t way)
{
    return (features & way & NUMBER_ANY) != 0 && (features & way & CASE_ANY) != 0 &&
           ((way & NUMBER_PL) != 0 || (features & way & GENDER_ANY) != 0);
}

/* The word may be the reading's in the way and, as an adjective, with the ending that are wanted. */
static bool fits(const struct attempt *attempt, uint32_t features)
{
    return admits(features, attempt->way) && (features & UNINFLECTED) == 0 && declines(features, attempt->declension);
}

static size_t common_length(struct slice a, struct slice b)
{
    size_t length = 0;

    while (length < a.len && length < b.len && a.at[length] == b.at[length])
        length++;
    return length;
}

/* The form of a lemma in the way that is wanted; empty where none is known. Of several ("zentralisierten",
 * "zentralisierenden") the one most like the word. */
static struct slice form_of(const struct attempt *attempt, uint32_t lemma, uint32_t features, struct slice word)
{
    const struct lexicon *lexicon = &attempt->run->context->lexicon;
    const struct lemma_record *record = &lexicon->lemmas[lemma];
    const uint32_t alike = POS_MASK | DEGREE_COMPARATIVE | DEGREE_SUPERLATIVE | FEATURE_DETERMINER_DEFINITE;
    struct slice best = { 0 };

    for (uint32_t i = 0; i < record->form_count; i++) {
        const struct lemma_form *form = &lexicon->lemma_forms[record->first_form + i];
        struct slice text = lexicon_text(lexicon, lexicon->forms[form->form].text);

        if ((form->features & alike) == (features & alike) && (form->features & FEATURE_GUESSED) == 0 &&
            fits(attempt, form->features) && (best.len == 0 || common_length(text, word) > common_length(best, word)))
            best = text;
    }
    return best;
}

/* A compound's last part changes alone. */
static struct slice noun_form(const struct attempt *attempt, const struct token *noun, uint32_t features,
                              uint32_t lemma)
{
    const struct document *doc = attempt->run->doc;
    const struct compound_part *parts = token_parts(doc, noun);
    uint32_t head;

    if (noun->analysis.part_count < 2)
        return form_of(attempt, lemma, features, token_text(doc, noun));
    head = parts[noun->analysis.part_count - 1].lemma;
    return head == NO_ID ? (struct slice){ 0 }
                         : with_head(attempt->run->issues->arena, doc, noun,
                                     form_of(attempt, head, features, last_part(doc, noun)));
}

/* Puts one word into the way: as it stands, or in another form of the lemma of one of its readings. False where it has
 * none. */
static bool put_word(struct attempt *attempt, size_t index, enum pos pos)
{
    const struct token *token = token_at(attempt->run, index);
    struct slice *word = &attempt->words[index - attempt->phrase->first];

    *word = (struct slice){ 0 };
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        const struct reading *reading = &token->analysis.readings[i];

        if (pos_of(reading->features) != pos || is_overruled(&token->analysis, i))
            continue;
        if (fits(attempt, reading->features)) {
            *word = token_text(attempt->run->doc, token);
            return true;
        }
        if (word->len == 0)
            *word = pos == POS_NOUN ? noun_form(attempt, token, reading->features, reading->lemma)
                                    : form_of(attempt, reading->lemma, reading->features, token_lower(token));
    }
    attempt->cost += 2;
    return word->len > 0;
}

/* "im Stadt" is "in der Stadt". */
static bool put_contraction(struct attempt *attempt, const struct reading *reading)
{
    const struct lexicon *lexicon = &attempt->run->context->lexicon;
    uint32_t article = lexicon_lemma(lexicon, SLICE("der"));
    struct slice preposition, form;

    attempt->declension = DECLENSION_WEAK;
    attempt->words[0] = text_at(attempt->run, attempt->phrase->first);
    if (admits(reading->features, attempt->way))
        return true;
    if ((reading->features & attempt->way & CASE_ANY) == 0 || article == NO_ID)
        return false;
    preposition = lexicon_text(lexicon, lexicon->lemmas[reading->lemma].text);
    form = form_of(attempt, article, POS_DETERMINER | FEATURE_DETERMINER_DEFINITE, SLICE(""));
    attempt->words[0] = arena_print(attempt->run->issues->arena, "%.*s %.*s", (int)preposition.len, preposition.at,
                                    (int)form.len, form.at);
    attempt->cost += 2;
    return form.len > 0;
}

/* Puts the determiner into the way, and says how adjectives are declined behind it. */
static bool put_determiner(struct attempt *attempt)
{
    const struct noun_phrase *phrase = attempt->phrase;
    const struct token_analysis *analysis = &token_at(attempt->run, phrase->first)->analysis;
    bool same_case = false;

    attempt->declension = DECLENSION_STRONG;
    if (!phrase->has_determiner)
        return true;
    for (uint16_t i = 0; i < analysis->reading_count; i++) {
        uint32_t features = analysis->readings[i].features;

        if (phrase->contracted && holds_article(features))
            return put_contraction(attempt, &analysis->readings[i]);
        if (pos_of(features) != POS_DETERMINER)
            continue;
        if (declension_after(features) != DECLENSION_ANY)
            attempt->declension = declension_after(features);
        same_case = same_case || (features & attempt->way & CASE_ANY) != 0;
    }
    attempt->cost += !same_case;
    return put_word(attempt, phrase->first, POS_DETERMINER);
}

static bool put_phrase(struct attempt *attempt)
{
    const struct noun_phrase *phrase = attempt->phrase;

    if (!put_determiner(attempt))
        return false;
    for (size_t i = phrase->first + phrase->has_determiner; i < phrase->noun; i++) {
        attempt->words[i - phrase->first] = text_at(attempt->run, i);
        if (is_inflected_adjective(token_at(attempt->run, i)) && !put_word(attempt, i, POS_ADJECTIVE))
            return false;
    }
    return put_word(attempt, phrase->noun, POS_NOUN);
}

/* The text of a span with a part of it replaced. */
static struct slice with_replaced(const struct check_run *run, struct span span, struct span part, struct slice by)
{
    struct slice front = text_of(run->doc, (struct span){ span.start, part.start });
    struct slice rest = text_of(run->doc, (struct span){ part.end, span.end });

    return arena_print(run->issues->arena, "%.*s%.*s%.*s", (int)front.len, front.at, (int)by.len, by.at, (int)rest.len,
                       rest.at);
}

/* What the issue covers, with the words of the attempt in place of its phrase. */
static struct slice text_with(const struct attempt *attempt, struct span span)
{
    const struct check_run *run = attempt->run;
    const struct noun_phrase *phrase = attempt->phrase;
    struct slice text = { 0 };

    for (size_t i = phrase->first; i <= phrase->noun; i++) {
        struct slice word = attempt->words[i - phrase->first];

        if (i == phrase->first && is_capitalised(token_at(run, i)))
            word = with_initial(run->issues->arena, word, true);
        text = arena_print(run->issues->arena, "%.*s%s%.*s", (int)text.len, text.at, i > phrase->first ? " " : "",
                           (int)word.len, word.at);
    }
    return with_replaced(run, span, tokens_span(run, phrase->first, phrase->noun), text);
}

/* "fünf", and not the article "ein". */
static bool counts(const struct token *token)
{
    return (token->kind == TOKEN_NUMBER && (token->flags & TOKEN_ORDINAL) == 0) ||
           (token_is(token, POS_NUMERAL) && !token_is(token, POS_DETERMINER));
}

/* A phrase that agrees, and only stands in the wrong case, keeps its number. What is counted is a plural: "fünf
 * Kuppel", "die letzten fünf Spiel". */
static uint32_t right_numbers(const struct check_run *run, const struct noun_phrase *phrase)
{
    uint32_t numbers;

    for (size_t i = phrase->first + phrase->has_determiner; i <= phrase->noun; i++)
        if (i > 0 && counts(token_at(run, i - 1)))
            return NUMBER_PL;
    return agreeing_cases(run->doc, phrase, &numbers) == 0 ? NUMBER_ANY : numbers;
}

/* A text that is the marked one again corrects nothing: a dictionary has the form in other cases too. */
static void keep(struct corrections *corrections, uint32_t cost, struct slice text, struct slice marked)
{
    if (slice_equal(text, marked))
        return;
    if (cost < corrections->cost)
        *corrections = (struct corrections){ .cost = cost };
    for (size_t i = 0; i < corrections->count && i < MOST_SUGGESTIONS; i++)
        if (slice_equal(corrections->texts[i], text))
            return;
    if (corrections->count < MOST_SUGGESTIONS)
        corrections->texts[corrections->count] = text;
    corrections->count++;
}

void suggest_agreement(const struct check_run *run, struct issue *issue, const struct noun_phrase *phrase,
                       uint32_t cases)
{
    static const uint32_t kinds[] = { NUMBER_SG | GENDER_M, NUMBER_SG | GENDER_F, NUMBER_SG | GENDER_N, NUMBER_PL };
    struct corrections corrections = { .cost = UINT32_MAX };

    if (issue == NULL || phrase->noun - phrase->first >= MAX_WORDS)
        return;
    uint32_t numbers = right_numbers(run, phrase);

    for (uint32_t one = CASE_NOM; one <= CASE_ACC; one <<= 1)
        for (size_t k = 0; (cases & one) != 0 && k < sizeof(kinds) / sizeof(*kinds); k++) {
            struct attempt attempt = { .run = run, .phrase = phrase, .way = one | kinds[k] };

            if ((kinds[k] & numbers) != 0 && put_phrase(&attempt) && attempt.cost > 0 &&
                attempt.cost <= corrections.cost)
                keep(&corrections, attempt.cost, text_with(&attempt, issue->span), text_of(run->doc, issue->span));
        }
    for (size_t i = 0; corrections.count <= MOST_SUGGESTIONS && i < corrections.count; i++)
        suggest(run, issue, corrections.texts[i]);
}

void suggest_case(const struct check_run *run, struct issue *issue, const struct clause_phrase *phrase, uint32_t cases)
{
    struct noun_phrase words;

    if (!phrase->several && noun_at(run->doc, phrase->first, &words) && words.noun == phrase->head)
        suggest_agreement(run, issue, &words, cases);
}

/* The verb in the other number of its third person; empty where that is not known, or does not differ. */
static struct slice in_other_number(const struct check_run *run, const struct token *verb)
{
    uint32_t number = third_person_numbers(verb) ^ (uint32_t)NUMBER_ANY;

    for (uint16_t i = 0; i < verb->analysis.reading_count; i++) {
        const struct reading *reading = &verb->analysis.readings[i];
        uint32_t wanted = (reading->features & ~(uint32_t)(NUMBER_ANY | PERSON_1 | PERSON_2)) | number;

        if (verb_form_of(reading->features) != VERB_NONE && (reading->features & PERSON_3) != 0) {
            struct slice form = lemma_inflected(&run->context->lexicon, reading->lemma, wanted);

            return slice_equal(form, token_lower(verb)) ? (struct slice){ 0 } : form;
        }
    }
    return (struct slice){ 0 };
}

void suggest_other_number(const struct check_run *run, struct issue *issue, size_t verb)
{
    const struct token *token = token_at(run, verb);
    struct slice form = issue == NULL ? (struct slice){ 0 } : in_other_number(run, token);

    if (form.len == 0 || third_person_numbers(token) == NUMBER_ANY)
        return;
    if (is_capitalised(token))
        form = with_initial(run->issues->arena, form, true);
    suggest(run, issue, with_replaced(run, issue->span, token->span, form));
}

/* The one form of a lemma as a relative pronoun; empty where there are several. */
static struct slice only_relative(const struct lexicon *lexicon, uint32_t lemma, uint32_t cases, uint32_t features)
{
    const struct lemma_record *record = &lexicon->lemmas[lemma];
    struct slice only = { 0 };

    for (uint32_t i = 0; i < record->form_count; i++) {
        const struct lemma_form *form = &lexicon->lemma_forms[record->first_form + i];
        struct slice text = lexicon_text(lexicon, lexicon->forms[form->form].text);

        if (pos_of(form->features) != POS_RELATIVE || (form->features & cases) == 0 ||
            !admits(form->features, features | cases) || slice_equal(text, only))
            continue;
        if (only.len > 0)
            return (struct slice){ 0 };
        only = text;
    }
    return only;
}

void suggest_relative(const struct check_run *run, struct issue *issue, size_t pronoun, uint32_t cases,
                      uint32_t features)
{
    const struct token *token = token_at(run, pronoun);
    struct slice form;

    for (uint16_t i = 0; issue != NULL && i < token->analysis.reading_count; i++) {
        const struct reading *reading = &token->analysis.readings[i];

        if (pos_of(reading->features) != POS_RELATIVE || reading->lemma == NO_ID)
            continue;
        form = only_relative(&run->context->lexicon, reading->lemma, cases & relative_cases(token), features);
        if (form.len > 0 && !slice_equal(form, token_lower(token)))
            suggest(run, issue, with_replaced(run, issue->span, token->span, form));
        return;
    }
}

void suggest_translations(const struct check_run *run, struct issue *issue, const struct token *english)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct translation_record *found = translation_of_form(lexicon, token_lower(english));
    uint16_t bound = UINT16_MAX;

    for (size_t n = 0; found != NULL && n < MOST_SUGGESTIONS; n++) {
        struct slice best = { 0 };
        uint16_t most = 0;

        for (uint32_t i = 0; i < found->count; i++) {
            struct slice word = lemma_text(lexicon, lexicon->translation_words[found->first + i].lemma);
            uint16_t often = word_frequency(lexicon, word);

            if (often > most && often < bound) {
                best = word;
                most = often;
            }
        }
        if (best.len == 0)
            return;
        suggest(run, issue, best);
        bound = most;
    }
}

void insert_comma(const struct check_run *run, const char *rule, size_t left)
{
    struct issue *issue = report(run, rule, tokens_span(run, left, left + 1));
    struct slice before = text_at(run, left), after = text_at(run, left + 1);

    if (issue != NULL)
        issue_suggest(
            run->issues, issue,
            arena_print(run->issues->arena, "%.*s, %.*s", (int)before.len, before.at, (int)after.len, after.at));
}
