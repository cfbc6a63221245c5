/* Marks English left in the German: runs of English words, sentences, whole segments. A run is made of English words
 * that stand side by side; one that consists of capitalised words and of/the/and is a name or a title. What stands in
 * quotation marks is cited, unless someone is made to say it in English. Single words and phrases: english_words.c.
 *
 * Measured on news21, ted21, gen22 and wiki20: 0.87 of the marks are what raters or post-editors changed. */
#include "checks/clauses.h"
#include "checks/corrections.h"
#include "checks/english_words.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/speller.h"
#include "text/letters.h"

/* What is seen of a run of English words. */
struct run_words {
    size_t first, last; /* tokens, last inclusive: from the first to the last word that counts */
    size_t content;     /* lower-case English words that are no German and no function words */
    size_t nouns;       /* those that are German nouns with a capital */
    size_t functions;   /* English function words that are no German: "the", "and", "of" */
    size_t capitals;    /* capitalised words that are English and no German */
    size_t words;       /* all, German ones as well */
};

static size_t counted(const struct run_words *words)
{
    return words->content + words->nouns + words->functions + words->capitals;
}

/* "90 to": a unit, tonnes. */
static bool is_unit(const struct check_run *run, size_t index)
{
    return index > 0 && run->doc->tokens[index - 1].kind == TOKEN_NUMBER && is_short_word(&run->doc->tokens[index]);
}

/* "What do we know über die Opfer?": the capital is that of the sentence, when two words in lower case follow that are
 * no German. */
static bool opens_english(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;
    size_t lower = 0;

    if ((doc->tokens[index].flags & TOKEN_SENTENCE_START) == 0)
        return false;
    /* "According to dem Bericht" */
    if (same_sentence(run, index, index + 2) && (doc->tokens[index + 1].flags & TOKEN_CAPITAL) == 0 &&
        (how_german(run, &doc->tokens[index + 1]) == NO_GERMAN || text_is(run, index + 1, "to")) &&
        is_english_function_word(run, &doc->tokens[index + 1]) && is_english(&doc->tokens[index + 1]) &&
        (doc->tokens[index + 2].flags & TOKEN_CAPITAL) == 0 && doc->tokens[index + 2].kind == TOKEN_WORD &&
        token_is(&doc->tokens[index + 2], POS_DETERMINER) &&
        (doc->tokens[index + 2].analysis.flags & ANALYSIS_KNOWN) != 0)
        return true;
    if (!is_english_function_word(run, &doc->tokens[index]))
        return false;
    for (size_t i = index + 1;
         i < doc->token_count && i <= index + 3 && doc->tokens[i].sentence == doc->tokens[index].sentence; i++)
        lower += (doc->tokens[i].flags & TOKEN_CAPITAL) == 0 && is_english(&doc->tokens[i]) &&
                 how_german(run, &doc->tokens[i]) == NO_GERMAN;
    return lower >= 2;
}

static void count_word(const struct check_run *run, size_t index, struct run_words *words)
{
    const struct token *token = &run->doc->tokens[index];
    enum german german = how_german(run, token);
    size_t before = counted(words);

    words->words++;
    if (german == GERMAN || is_unit(run, index))
        return;
    if (german == GERMAN_NOUN && ((token->flags & TOKEN_CAPITAL) != 0 || !is_english_function_word(run, token)))
        words->nouns++; /* "fiel after die Warnung" is no noun in lower case */
    else if ((token->flags & TOKEN_CAPITAL) != 0 && !opens_english(run, index))
        words->capitals++;
    else if (is_english_function_word(run, token))
        words->functions++;
    else if (!is_short_word(token))
        words->content++;
    else
        return;
    if (before == 0)
        words->first = index;
    words->last = index;
}

/* "like a bomb", "what I know": the two words of one letter, between others. */
static bool is_letter_between(const struct check_run *run, size_t first, size_t i)
{
    return i > first && (text_is(run, i, "a") || text_is(run, i, "I")) && same_sentence(run, i, i + 1) &&
           is_english(&run->doc->tokens[i + 1]);
}

/* The run of English words from the token on, which must be one; German words that are English too ("was", "in") may
 * stand in it. *next is the token behind it. */
static struct run_words run_from(const struct check_run *run, size_t first, size_t *next)
{
    const struct document *doc = run->doc;
    struct run_words words = { .first = first, .last = first };
    size_t i = first;

    for (; same_sentence(run, first, i) && (is_english(&doc->tokens[i]) || is_letter_between(run, first, i)); i++)
        count_word(run, i, &words);
    *next = i;
    return words;
}

/* The token beside a run, or NULL at the end of the sentence. */
static const struct token *beside(const struct check_run *run, const struct run_words *words, bool left)
{
    const struct document *doc = run->doc;
    const struct token *first = &doc->tokens[words->first];
    size_t index = left ? words->first - 1 : words->last + 1;

    if ((left && words->first == 0) || index >= doc->token_count || doc->tokens[index].sentence != first->sentence)
        return NULL;
    return &doc->tokens[index];
}

/* "However, das Ministerium schwieg": an English word that links sentences, with its comma, before German. */
static bool is_opener(const struct check_run *run, const struct run_words *words)
{
    const struct token *first = &run->doc->tokens[words->first], *next = beside(run, words, false);
    size_t behind = words->last + 2;

    if (words->first != words->last || (first->flags & TOKEN_SENTENCE_START) == 0 || next == NULL ||
        !token_in_list(&run->context->lexicon, LIST_ENGLISH_OPENERS, first))
        return false;
    /* "Meanwhile rückten die Rebellen vor", but "Meanwhile heißt das Album" */
    if (next->kind == TOKEN_WORD &&
        (token_is(next, POS_DETERMINER) || /* "Unlike seine Schwester", "Despite heftiger Kritik" */
         ((next->flags & TOKEN_CAPITAL) == 0 && !is_english_token(next) && is_inflected_adjective(next))))
        return true;
    bool german = !is_english_token(next) || /* "However sank der Kurs" */
                  (same_sentence(run, words->first, words->last + 2) && token_is(&next[1], POS_DETERMINER));

    if (next->kind == TOKEN_WORD && (next->flags & TOKEN_CAPITAL) == 0 && german &&
        (token_is(next, POS_AUXILIARY) || token_is(next, POS_VERB)))
        return !has_lemma_of(&run->context->lexicon, next, LIST_VERBS_BEHIND_TITLES);
    return text_is(run, words->last + 1, ",") && same_segment(run, words->first, behind) &&
           (run->doc->tokens[behind].flags & TOKEN_CAPITAL) == 0 &&
           (run->doc->tokens[behind].analysis.flags & ANALYSIS_KNOWN) != 0;
}

/* Names around a run make it a part of theirs: "Médecins sans frontières"; so do foreign words: "alma mater". */
static bool beside_name(const struct check_run *run, const struct run_words *words)
{
    return is_unknown_word(run, beside(run, words, true)) || is_unknown_word(run, beside(run, words, false));
}

/* A noun of German, and no name. */
static bool is_german_noun(const struct check_run *run, const struct token *token)
{
    return how_german(run, token) == GERMAN && token_is(token, POS_NOUN) && !token_is(token, POS_NAME);
}

/* "Bank of England", "Army of the James": function words between capitals join a name. "and" and "or" do so but between
 * German words, of which "Straßen and Brücken" are no name. */
static bool joins_name(const struct check_run *run, const struct run_words *words)
{
    const struct token *left = beside(run, words, true), *right = beside(run, words, false);

    if (counted(words) != words->functions || !is_capital(left) || !is_capital(right))
        return false;
    if (!text_is(run, words->first, "and") && !text_is(run, words->first, "or"))
        return true;
    return (is_no_name(run, left) && is_no_name(run, right)) ||
           !(is_german_noun(run, left) || is_german_noun(run, right));
}

static void suggest_word(const struct check_run *run, struct issue *issue, const struct run_words *words)
{
    if (words->first == words->last)
        suggest_translations(run, issue, token_at(run, words->first));
}

/* Scraps of a word ("vol", "incl", "ant") are too short to be called English, but for function words and words of four
 * letters that the dictionary translates ("said", "milk"). */
static bool is_scrap(const struct check_run *run, const struct run_words *words)
{
    enum { SURE_BYTES = 5, MIN_BYTES = 4 };
    const struct token *token = &run->doc->tokens[words->first];
    size_t bytes = token->span.end - token->span.start;

    return words->first == words->last && words->functions == 0 &&
           (bytes < MIN_BYTES ||
            (bytes < SURE_BYTES && translation_of_form(&run->context->lexicon, token_lower(token)) == NULL));
}

/* Brackets hold glosses, the other signs code. */
static bool is_technical_mark(const struct check_run *run, const struct token *token)
{
    if (token == NULL || token->kind == TOKEN_WORD || token->kind == TOKEN_NUMBER)
        return false;
    struct slice mark = token_text(run->doc, token);

    return token->kind == TOKEN_SYMBOL || token->kind == TOKEN_ADDRESS ||
           (mark.len > 0 && strchr("()[]{}/\\_<>=*#", mark.at[0]) != NULL) || slice_equal(mark, SLICE("--"));
}

/* "de.admin.misc": a part of an address. */
static bool is_in_address(const struct check_run *run, const struct run_words *words)
{
    return words->first > 0 && text_is(run, words->first - 1, ".") && !has_space_before(run, words->first);
}

static bool is_beside_mark(const struct check_run *run, const struct run_words *words)
{
    return is_in_address(run, words) || is_technical_mark(run, beside(run, words, true)) ||
           is_technical_mark(run, beside(run, words, false));
}

/* A sentence with words that are neither German nor English is of another language: "De concordia inter codices". */
static bool is_otherwise_foreign(const struct check_run *run, const struct run_words *words)
{
    enum { SEVERAL = 2 };
    const struct sentence *sentence = &run->doc->sentences[run->doc->tokens[words->first].sentence];
    size_t foreign = 0;

    for (size_t i = sentence->first_token; i < (size_t)sentence->first_token + sentence->token_count; i++) {
        const struct token *token = &run->doc->tokens[i];

        foreign += token->kind == TOKEN_WORD && (token->flags & (TOKEN_CAPITAL | TOKEN_DIGIT)) == 0 &&
                   token->analysis.flags == 0 && !is_english(token) && how_german(run, token) == NO_GERMAN &&
                   !speller_accepts(run->context->speller, &run->context->lexicon, token_text(run->doc, token));
    }
    return foreign >= SEVERAL;
}

/* "Der Lawsuit wurde abgewiesen": an English noun with a German article and a German capital, which the dictionary
 * translates by other words. Most that look so are names: teams, ships, characters (0.46 on the annotated sets). */
#define DRESSED_CONFIDENCE 0.45f

static bool is_dressed_noun(const struct check_run *run, const struct run_words *words)
{
    const struct token *noun = &run->doc->tokens[words->first], *left = beside(run, words, true);
    const struct token *right = beside(run, words, false);

    return words->capitals == 1 && words->first == words->last && counted(words) == 1 && left != NULL &&
           (left->flags & TOKEN_CAPITAL) == 0 && left->kind == TOKEN_WORD && token_is(left, POS_DETERMINER) &&
           !is_capital(right) && !is_unknown_word(run, right) && is_no_name(run, noun) &&
           translation_of_form(&run->context->lexicon, token_lower(noun)) != NULL &&
           (noun->flags & TOKEN_ALL_CAPS) == 0;
}

/* "Read more about the case.": a sentence of English words alone, most in lower case, is no name. */
static bool fills_sentence(const struct check_run *run, const struct run_words *words)
{
    enum { MIN_FUNCTIONS = 2 };
    size_t first = sentence_first(run, words->first), end = words->last + 1;

    return words->functions >= MIN_FUNCTIONS && words->functions > words->capitals && words->first == first &&
           (!same_sentence(run, first, end) || run->doc->tokens[end].kind == TOKEN_PUNCTUATION) &&
           !same_sentence(run, first, end + 1);
}

/* "Wildlife officials erschossen": the capital is that of the sentence, and a noun of the news in lower case follows.
 */
static bool opens_with_news_noun(const struct check_run *run, const struct run_words *words)
{
    return words->capitals == 1 && words->content >= 1 && words->first == sentence_first(run, words->first) &&
           words->last > words->first && !is_capital(&run->doc->tokens[words->last]) && is_news_noun(run, words->last);
}

/* "muss court Gebühren zahlen", "nahm drei gunman fest": an English word in lower case that German, if at all, has as a
 * rare noun with a capital; between German words. */
static bool is_small_english_noun(const struct check_run *run, const struct run_words *words)
{
    enum { MIN_BYTES = 4, USED = 2 };
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = &run->doc->tokens[words->first], *left = beside(run, words, true);
    const struct token *right = beside(run, words, false);

    if (words->first != words->last || words->nouns != 1 || counted(words) != 1 || left == NULL ||
        (token->flags & TOKEN_CAPITAL) != 0 || token->span.end - token->span.start < MIN_BYTES ||
        translation_of_form(lexicon, token_lower(token)) == NULL || !is_no_name(run, token))
        return false;
    uint32_t noun = lexicon_form(lexicon, with_initial(run->issues->arena, token_text(run->doc, token), true));

    return noun != NO_ID && lexicon->forms[noun].frequency < USED && left->kind == TOKEN_WORD &&
           left->analysis.reading_count > 0 &&
           (right == NULL || right->kind == TOKEN_PUNCTUATION || right->analysis.reading_count > 0);
}

/* Enough English to be text that was left: two words of substance, or one between German words. A function word alone
 * counts between German words in lower case or German nouns ("Straßen and Brücken"). */
static bool is_left(const struct check_run *run, const struct run_words *words)
{
    bool small_noun = is_small_english_noun(run, words);

    if ((words->content + words->functions == 0 && !small_noun) || is_scrap(run, words) || joins_name(run, words) ||
        is_beside_mark(run, words))
        return false;
    if (words->content >= 1 && words->content + words->nouns >= 2 &&
        words->content + words->nouns + words->functions > words->capitals)
        return true;
    if (fills_sentence(run, words) || opens_with_news_noun(run, words) || small_noun)
        return true;
    return words->capitals == 0 && (words->nouns == 0 || words->functions > 0 || words->content > 1) &&
           !beside_name(run, words);
}

/* "up to date", "to go": an expression that German has taken over. */
static bool is_loan(const struct check_run *run, const struct run_words *words)
{
    struct slice text = text_of(run->doc, tokens_span(run, words->first, words->last));

    return words->last - words->first < 6 &&
           table_value(run, TABLE_ENGLISH_EXPRESSIONS, lower_case(run->issues->arena, text), 0).len > 0;
}

/* hunspell has the last word: a rare German word may be missing in the lexicon. */
static bool all_are_german(const struct check_run *run, const struct run_words *words)
{
    if (is_small_english_noun(run, words))
        return false;
    for (size_t i = words->first; i <= words->last; i++) {
        const struct token *token = &run->doc->tokens[i];
        enum german german = how_german(run, token);

        if (german != GERMAN && (token->flags & TOKEN_CAPITAL) == 0 && is_english_function_word(run, token))
            return false;
        if (german == NO_GERMAN &&
            (is_english_function_word(run, token) ||
             !speller_accepts(run->context->speller, &run->context->lexicon, token_text(run->doc, token))))
            return false;
    }
    return true;
}

/* ---- quotations ---- */

/* The token behind the words that are quoted with a token. */
static size_t quotation_end(const struct check_run *run, size_t i)
{
    while (i < run->doc->token_count && run->doc->tokens[i].kind != TOKEN_PUNCTUATION &&
           (run->doc->tokens[i].flags & TOKEN_QUOTED) != 0)
        i++;
    return i;
}

static bool is_end_mark(const struct check_run *run, size_t i)
{
    return text_is(run, i, ".") || text_is(run, i, "!") || text_is(run, i, "?");
}

/* "… funkte der Pilot: „We are losing power.“": a colon stands before the mark, and the sentence ends within. */
static bool is_announced(const struct check_run *run, const struct run_words *words)
{
    size_t start = words->first, end = quotation_end(run, words->last);

    while (start > 0 && (run->doc->tokens[start].flags & TOKEN_OPENING) == 0 && same_segment(run, start - 1, start))
        start--;
    return start > 0 && text_is(run, start - 1, ":") && is_end_mark(run, end);
}

/* "… schrieb der Verein. „This goal is for you.“": the sentence before tells that someone spoke, the quoted one is
 * whole and nothing of the text's own stands before it. */
static bool goes_on_saying(const struct check_run *run, const struct run_words *words)
{
    enum { NEAR = 3 }; /* mark, pronoun, first English word that German does not have too */
    const struct token *tokens = run->doc->tokens;
    size_t open = words->first, end = quotation_end(run, words->last);

    while (open > 0 && words->first - open < NEAR && (tokens[open].flags & TOKEN_OPENING) == 0)
        open--;
    if (open == 0 || (tokens[open].flags & TOKEN_OPENING) == 0 || !text_is(run, open - 1, ".") ||
        !same_segment(run, open - 1, open) || !is_end_mark(run, end))
        return false;
    for (size_t i = sentence_first(run, open - 1); i < open; i++)
        if ((tokens[i].flags & TOKEN_QUOTED) == 0 && in_list(run, LIST_VERBS_OF_SAYING, i))
            return true;
    return false;
}

/* A verb of saying within a few words behind the closing mark, or right before the opening one. */
static bool is_said(const struct check_run *run, const struct run_words *words)
{
    enum { NEAR = 4 };
    const struct document *doc = run->doc;

    if (is_announced(run, words) || goes_on_saying(run, words))
        return true;
    for (size_t i = quotation_end(run, words->last), n = 0; n < NEAR && same_segment(run, words->last, i); i++, n++)
        if ((doc->tokens[i].flags & TOKEN_QUOTED) == 0 && in_list(run, LIST_VERBS_OF_SAYING, i))
            return true;
    return words->first > 2 && (doc->tokens[words->first - 3].flags & TOKEN_QUOTED) == 0 &&
           in_list(run, LIST_VERBS_OF_SAYING, words->first - 3);
}

/* "It was a miracle": all that is quoted is English, though German has some of the words too ("was"). */
static bool is_english_throughout(const struct check_run *run, const struct run_words *words)
{
    enum { LEAST_WORDS = 4, LEAST_ENGLISH = 2 };
    const struct token *tokens = run->doc->tokens;
    size_t start = words->first, end = quotation_end(run, words->last), english = 0;

    while (start > 0 && (tokens[start].flags & TOKEN_OPENING) == 0 && same_segment(run, start - 1, start))
        start--;
    for (size_t i = start + 1; i < end; i++) {
        if (tokens[i].kind != TOKEN_WORD || !(is_english(&tokens[i]) || is_english_function_word(run, &tokens[i])))
            return false;
        english += how_german(run, &tokens[i]) == NO_GERMAN;
    }
    return end > start + LEAST_WORDS && english >= LEAST_ENGLISH && words->capitals <= 1;
}

/* A sentence that someone says, not a title, a slogan or a word that is talked about. */
static bool is_left_quotation(const struct check_run *run, const struct run_words *words)
{
    enum { MIN_WORDS = 3, MAX_CAPITALS = 2 };

    bool whole = words->words >= MIN_WORDS && words->content + words->functions >= 1 &&
                 words->content + words->functions + words->nouns >= 2 && words->capitals <= MAX_CAPITALS;

    return (whole || is_english_throughout(run, words)) && is_said(run, words);
}

/* The token from which on a typewriter mark quotes without end: cut texts lose the closing one. NO_ID: none. */
static size_t open_quotation(const struct check_run *run, const struct segment *segment)
{
    size_t open = NO_ID;

    for (size_t i = segment->first_token; i < (size_t)segment->first_token + segment->token_count; i++)
        if (text_is(run, i, "\""))
            open = (run->doc->tokens[i].flags & TOKEN_OPENING) != 0 ? i : NO_ID;
    return open;
}

/* ---- segments ---- */

/* A segment that is English as a whole is one issue, not one for each of its runs: most of its words are no German, or
 * nearly all are English and some of these no German. */
static bool is_english_segment(const struct check_run *run, const struct segment *segment)
{
    enum { MIN_WORDS = 6 };
    size_t words = 0, english = 0, only_english = 0;

    for (uint32_t i = segment->first_token; i < segment->first_token + segment->token_count; i++) {
        const struct token *token = &run->doc->tokens[i];
        bool lower = (token->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) == 0;

        words += token->kind == TOKEN_WORD;
        if (!is_english(token))
            continue;
        english++;
        only_english += lower && how_german(run, token) == NO_GERMAN;
    }
    return words >= MIN_WORDS && (only_english * 2 > words || (english * 10 >= words * 9 && only_english * 4 >= words));
}

static bool ends_as_sentence(const struct check_run *run, const struct segment *segment)
{
    struct slice text = trim(text_of(run->doc, segment->span));

    return text.len > 0 && strchr(".!?", text.at[text.len - 1]) != NULL;
}

static void check_english_run(const struct check_run *run, const struct run_words *words, bool quoted)
{
    bool dressed = !quoted && is_dressed_noun(run, words), opener = !quoted && is_opener(run, words);

    if (!dressed && !opener && (quoted ? !is_left_quotation(run, words) : !is_left(run, words)))
        return;
    if (is_loan(run, words) || all_are_german(run, words) || is_otherwise_foreign(run, words))
        return;
    struct issue *issue = report(run, "check/untranslated", tokens_span(run, words->first, words->last));

    suggest_word(run, issue, words);
    if (issue != NULL && dressed)
        issue->confidence = DRESSED_CONFIDENCE;
}

static void check_runs(const struct check_run *run, const struct segment *segment)
{
    const struct document *doc = run->doc;
    size_t end = segment->first_token + segment->token_count, next, open = open_quotation(run, segment);

    for (size_t i = segment->first_token; i < end; i = next) {
        next = i + 1;
        if (is_marked(run, MARK_ENGLISH_THING, i) && report_english_thing(run, i, &next))
            continue;
        /* "dem Suspect", "gab dem Suspect": German words that are English too open no run before one. */
        if (next + 1 < end && is_marked(run, MARK_ENGLISH_THING, next + 1) && is_noun_of_news(run, next + 1) &&
            how_german(run, &doc->tokens[i]) == GERMAN)
            continue;
        if (!is_english(&doc->tokens[i]) || (next < end && opens_english_thing(run, next)))
            continue;
        struct run_words words = run_from(run, i, &next);

        if (counted(&words) > 0)
            check_english_run(run, &words, (doc->tokens[words.first].flags & TOKEN_QUOTED) != 0 || words.first > open);
    }
}

void check_untranslated(const struct check_run *run)
{
    const struct document *doc = run->doc;

    for (size_t i = 0; i < doc->segment_count; i++) {
        const struct segment *segment = &doc->segments[i];

        /* Of a text that is English as a whole nobody knows whether it should be German: a text of one sentence. */
        if (!is_english_segment(run, segment))
            check_runs(run, segment);
        else if (doc->segment_count > 1 || !ends_as_sentence(run, segment))
            report(run, "check/untranslated", segment->span);
        else
            report(run, "check/english-text", segment->span);
    }
}
