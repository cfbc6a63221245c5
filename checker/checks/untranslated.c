/* Marks English left in the German: words, runs, clauses, whole segments. A run is made of English words that stand
 * side by side; one that consists of capitalised words and of/the/and is a name or a title. What stands in quotation
 * marks is cited, unless someone is made to say it in English.
 *
 * Measured on news21, ted21, gen22 and wiki20: 0.87 of the marks are what raters or post-editors changed. */
#include "checks/clauses.h"
#include "checks/corrections.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"
#include "lexicon/speller.h"
#include "text/letters.h"

/* How German a word is. */
enum german {
    GERMAN,
    GERMAN_NOUN, /* only with a capital ("fall", "rate"): German that lacks its capital, or English among English */
    NO_GERMAN
};

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

/* A word, or part of one, that German texts use as it is. */
static bool is_taken_over(const struct lexicon *lexicon, struct slice word)
{
    return in_word_list(lexicon, LIST_ACCEPTED_WORDS, word) || in_word_list(lexicon, LIST_LOAN_PHRASES, word);
}

/* Known as written, or in Swiss spelling ("weiss"); or as a noun. */
static enum german how_german(const struct check_run *run, const struct token *token)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice word = token_text(run->doc, token);

    if ((token->analysis.flags & (ANALYSIS_KNOWN | ANALYSIS_COMPOUND)) != 0 || is_taken_over(lexicon, word) ||
        lexicon_form(lexicon, with_sharp_s(run->issues->arena, word)) != NO_ID)
        return GERMAN;
    return lexicon_form(lexicon, with_initial(run->issues->arena, word, true)) != NO_ID ? GERMAN_NOUN : NO_GERMAN;
}

/* "war's", "man's": a German word and its "es". */
static bool holds_german_es(const struct check_run *run, struct slice text)
{
    const char *mark = memchr(text.at, '\'', text.len);
    struct slice word = mark == NULL ? (struct slice){ 0 } : slice_between(text.at, mark);

    return word.len > 2 && slice_ends(text, SLICE("'s")) && lexicon_form(&run->context->lexicon, word) != NO_ID;
}

static bool is_contraction(const struct check_run *run, const struct token *token)
{
    return (token->flags & TOKEN_APOSTROPHE) != 0 &&
           lower_in_list(&run->context->lexicon, LIST_ENGLISH_CONTRACTIONS, token);
}

/* "long-term", "25-year-old": in lower case, and each part English. "on-line" is German without its hyphen. */
static bool is_english_compound(const struct check_run *run, const struct token *token)
{
    struct slice rest = token_text(run->doc, token), joined = { 0 };
    size_t parts = 0;

    while (rest.len > 0) {
        const char *hyphen = memchr(rest.at, '-', rest.len);
        struct slice part = hyphen == NULL ? rest : slice_between(rest.at, hyphen);
        const struct english_record *word = english_word(&run->context->lexicon, part);

        if (parts == 0 && part.len > 0 && digits_at(part, 0) == part.len) {
            rest = slice_from(rest, part.len + (hyphen != NULL));
            continue;
        }
        if (part.len < 2 || word == NULL || word->common == 0 || is_upper(first_code_point(part)))
            return false;
        joined = arena_print(run->issues->arena, "%.*s%.*s", (int)joined.len, joined.len > 0 ? joined.at : "",
                             (int)part.len, part.at);
        parts++;
        rest = slice_from(rest, part.len + (hyphen != NULL));
    }
    return parts > (token->flags & TOKEN_DIGIT ? 0 : 1) && lexicon_form(&run->context->lexicon, joined) == NO_ID;
}

bool is_english_left(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i];

    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_INNER_CAPITAL) != 0)
        return false;
    if ((token->flags & TOKEN_HYPHEN) != 0)
        return is_english_compound(run, token);
    if (holds_german_es(run, token_text(run->doc, token)))
        return false;
    if ((token->flags & TOKEN_DIGIT) != 0)
        return false;
    return is_contraction(run, token) || is_english_token(token);
}

static bool is_english(const struct token *token)
{
    return (token->type->marks >> MARK_ENGLISH & 1) != 0;
}

static bool is_function_word(const struct check_run *run, const struct token *token)
{
    struct slice lower = token_lower(token);

    return is_contraction(run, token) || in_word_list(&run->context->lexicon, LIST_ENGLISH_FUNCTION_WORDS, lower);
}

static bool is_short(const struct token *token)
{
    return token->span.end - token->span.start < 3;
}

/* "90 to": a unit, tonnes. */
static bool is_unit(const struct check_run *run, size_t index)
{
    return index > 0 && run->doc->tokens[index - 1].kind == TOKEN_NUMBER && is_short(&run->doc->tokens[index]);
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
        is_function_word(run, &doc->tokens[index + 1]) && is_english(&doc->tokens[index + 1]) &&
        (doc->tokens[index + 2].flags & TOKEN_CAPITAL) == 0 && doc->tokens[index + 2].kind == TOKEN_WORD &&
        token_is(&doc->tokens[index + 2], POS_DETERMINER) &&
        (doc->tokens[index + 2].analysis.flags & ANALYSIS_KNOWN) != 0)
        return true;
    if (!is_function_word(run, &doc->tokens[index]))
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
    if (german == GERMAN_NOUN)
        words->nouns++;
    else if ((token->flags & TOKEN_CAPITAL) != 0 && !opens_english(run, index))
        words->capitals++;
    else if (is_function_word(run, token))
        words->functions++;
    else if (!is_short(token))
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
    if (next->kind == TOKEN_WORD && (next->flags & TOKEN_CAPITAL) == 0 && !is_english_token(next) &&
        (token_is(next, POS_AUXILIARY) || token_is(next, POS_VERB)))
        return !has_lemma_of(&run->context->lexicon, next, LIST_VERBS_BEHIND_TITLES);
    return text_is(run, words->last + 1, ",") && same_segment(run, words->first, behind) &&
           (run->doc->tokens[behind].flags & TOKEN_CAPITAL) == 0 &&
           (run->doc->tokens[behind].analysis.flags & ANALYSIS_KNOWN) != 0;
}

static bool is_unknown_word(const struct check_run *run, const struct token *token)
{
    return token != NULL && token->kind == TOKEN_WORD && how_german(run, token) == NO_GERMAN;
}

static bool is_capital(const struct token *token)
{
    return token != NULL && (token->flags & TOKEN_CAPITAL) != 0;
}

/* Names around a run make it a part of theirs: "Médecins sans frontières"; so do foreign words: "alma mater". */
static bool beside_name(const struct check_run *run, const struct run_words *words)
{
    return is_unknown_word(run, beside(run, words, true)) || is_unknown_word(run, beside(run, words, false));
}

/* English that is not only a name. */
static bool is_no_name(const struct check_run *run, const struct token *token)
{
    return is_common_english(&run->context->lexicon, token_text(run->doc, token));
}

/* "Bank of England", "Army of the James": function words between capitals join a name. "and" does so between English
 * words ("Investment and Evaluation"); "Straßen and Brücken" is no name. */
static bool joins_name(const struct check_run *run, const struct run_words *words)
{
    const struct token *left = beside(run, words, true), *right = beside(run, words, false);

    if (counted(words) != words->functions || !is_capital(left) || !is_capital(right))
        return false;
    if (!slice_equal(token_text(run->doc, &run->doc->tokens[words->first]), SLICE("and")))
        return true;
    return is_no_name(run, left) && is_no_name(run, right);
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

/* "dem Suspect", "die Investigation": an everyday word of the news that German has not taken over. */
static bool is_news_noun(const struct check_run *run, size_t noun)
{
    return in_list_lower(run, LIST_ENGLISH_NEWS_NOUNS, noun);
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

/* Enough English to be text that was left: two words of substance, or one between German words. A function word alone
 * counts between German words in lower case or German nouns ("Straßen and Brücken"). */
static bool is_left(const struct check_run *run, const struct run_words *words)
{
    if (words->content + words->functions == 0 || is_scrap(run, words) || joins_name(run, words) ||
        is_beside_mark(run, words))
        return false;
    if (words->content >= 1 && words->content + words->nouns >= 2 &&
        words->content + words->nouns + words->functions > words->capitals)
        return true;
    if (fills_sentence(run, words) || opens_with_news_noun(run, words))
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
    for (size_t i = words->first; i <= words->last; i++)
        if (how_german(run, &run->doc->tokens[i]) == NO_GERMAN &&
            (is_function_word(run, &run->doc->tokens[i]) ||
             !speller_accepts(run->context->speller, &run->context->lexicon,
                              token_text(run->doc, &run->doc->tokens[i]))))
            return false;
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

/* A sentence that someone says, not a title, a slogan or a word that is talked about. */
static bool is_left_quotation(const struct check_run *run, const struct run_words *words)
{
    enum { MIN_WORDS = 3, MAX_CAPITALS = 2 };

    return words->words >= MIN_WORDS && words->content + words->functions >= 1 &&
           words->content + words->functions + words->nouns >= 2 && words->capitals <= MAX_CAPITALS &&
           is_said(run, words);
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

/* A form of a noun that German texts have: "Protests". */
static bool is_used_noun(const struct lexicon *lexicon, uint32_t form)
{
    for (uint32_t i = 0; form != NO_ID && i < lexicon->forms[form].reading_count; i++) {
        const struct reading *reading = &lexicon->readings[lexicon->forms[form].first_reading + i];

        if (pos_of(reading->features) == POS_NOUN && word_frequency(lexicon, lemma_text(lexicon, reading->lemma)) > 0)
            return true;
    }
    return form != NO_ID && lexicon->forms[form].frequency > 0;
}

/* Behind an article, an adjective, or so many ("Tausende Commuters"). */
static bool is_noun_place(const struct check_run *run, size_t i)
{
    const struct token *before = &run->doc->tokens[i - 1];
    bool small = (before->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) != TOKEN_CAPITAL;

    return (small && (token_is(before, POS_DETERMINER) || is_inflected_adjective(before))) ||
           lemma_in_list(&run->context->lexicon, LIST_QUANTITIES, before) || in_list(run, LIST_MEASURES, i - 1);
}

/* "Klempner und Bricklayer": beside a German noun. */
static bool is_second_noun(const struct check_run *run, size_t i)
{
    return i >= 2 && same_sentence(run, i - 2, i) && token_is(&run->doc->tokens[i - 1], POS_CONJUNCTION) &&
           token_is(&run->doc->tokens[i - 2], POS_NOUN) && !token_is(&run->doc->tokens[i - 2], POS_NAME) &&
           !is_english_token(&run->doc->tokens[i - 2]);
}

/* What the dictionary has first for the word is a person: "Residents", not "Hurricanes", which may be aircraft. */
static bool means_people(const struct check_run *run, const struct token *token)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct translation_record *found = translation_of_form(&run->context->lexicon, token_lower(token));

    return found != NULL && found->count > 0 &&
           (lexicon->lemmas[lexicon->translation_words[found->first].lemma].flags & LEMMA_PERSON) != 0;
}

/* "Commuters aller Linien", "Residents wurden gewarnt": an English plural opens the sentence, and German follows that
 * is the attribute or the verb of a plural. Titles take verbs in the singular. */
static bool opens_as_plural(const struct check_run *run, size_t i)
{
    const struct token *next = &run->doc->tokens[i + 1];

    if ((run->doc->tokens[i].flags & TOKEN_SENTENCE_START) == 0 || !slice_ends(text_at(run, i), SLICE("s")) ||
        !same_sentence(run, i, i + 1) || next->kind != TOKEN_WORD || (next->flags & TOKEN_CAPITAL) != 0 ||
        is_english_token(next))
        return false;
    return (token_is(next, POS_DETERMINER) || (may_be_finite(next) && finite_numbers(next) == NUMBER_PL)) &&
           means_people(run, &run->doc->tokens[i]);
}

/* "dem Suspect", "eines farmers": an English noun where a noun stands. With a capital it may be German all the same. */
static bool is_noun_of_news(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = &run->doc->tokens[i];
    uint16_t never = TOKEN_QUOTED | TOKEN_HYPHEN | TOKEN_ALL_CAPS | TOKEN_INNER_CAPITAL;

    if (token->kind != TOKEN_WORD || (token->flags & never) != 0 || !is_news_noun(run, i))
        return false;
    bool opens = opens_as_plural(run, i);

    if (!opens && (i == 0 || !same_sentence(run, i - 1, i) || run->doc->tokens[i - 1].kind != TOKEN_WORD))
        return false;
    uint32_t form = lexicon_form(lexicon, with_initial(run->issues->arena, token_text(run->doc, token), true));
    bool capital = (token->flags & TOKEN_CAPITAL) != 0;

    if (capital ? is_used_noun(lexicon, form) : how_german(run, token) == GERMAN)
        return false;
    return (opens || is_noun_place(run, i) || (capital && is_second_noun(run, i))) &&
           !(same_sentence(run, i, i + 1) &&
             ((run->doc->tokens[i + 1].flags & TOKEN_CAPITAL) != 0 || text_is(run, i + 1, "of") ||
              text_is(run, i + 1, "'") || text_is(run, i + 1, "’")));
}

/* "Death Toll steigt", "das data centre": two English words that the table knows as one thing; *german is that. No part
 * of a longer name. */
static bool is_english_phrase(const struct check_run *run, size_t i, struct slice *german)
{
    const struct list_record *table = named_table(&run->context->lexicon, TABLE_ENGLISH_PHRASES);
    const struct token *token = &run->doc->tokens[i];
    size_t count;

    if (!set_holds(token->type->lower_listed, run->context->lexicon.table_numbers[TABLE_ENGLISH_PHRASES]) ||
        !same_sentence(run, i, i + 1) || !has_space_before(run, i + 1) ||
        ((token->flags | token[1].flags) & (TOKEN_QUOTED | TOKEN_ALL_CAPS)) != 0)
        return false;
    bool name = (token[1].flags & TOKEN_CAPITAL) != 0;

    if (name && ((same_sentence(run, i, i + 2) && is_capital(&token[2]) && is_english_token(&token[2])) ||
                 (i > 0 && same_sentence(run, i - 1, i) && is_capital(&token[-1]) &&
                  (token[-1].flags & TOKEN_SENTENCE_START) == 0 &&
                  (is_english_token(&token[-1]) || is_unknown_word(run, &token[-1])))))
        return false;
    const struct pair_record *row = pairs_of(&run->context->lexicon, table, token_lower(token), &count);

    for (size_t n = 0; n + 1 < count; n += 2) {
        struct slice second = lexicon_text(&run->context->lexicon, row[n].value), text = token_lower(&token[1]);

        *german = lexicon_text(&run->context->lexicon, row[n + 1].value);
        if (slice_starts(text, second) &&
            (text.len == second.len || slice_equal(slice_from(text, second.len), SLICE("s"))))
            return true;
    }
    return false;
}

/* "According to the report": the English behind the phrase belongs to it. *next is the token behind all. */
static void report_phrase(const struct check_run *run, size_t i, struct slice german, size_t *next)
{
    const struct token *tokens = run->doc->tokens;

    for (*next = i + 2; same_sentence(run, i, *next) && (tokens[*next].flags & TOKEN_CAPITAL) == 0 &&
                        is_english(&tokens[*next]) && how_german(run, &tokens[*next]) != GERMAN;)
        ++*next;
    struct issue *issue = report(run, "check/untranslated", tokens_span(run, i, *next - 1));

    if (*next == i + 2)
        suggest(run, issue, german);
}

/* "der former Präsident": between article and noun, where no noun in lower case can stand, an English adjective. */
static bool is_english_attribute(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i];

    if (token->kind != TOKEN_WORD || i == 0 || !same_sentence(run, i - 1, i + 1) || is_short(token) ||
        (token->flags & (TOKEN_CAPITAL | TOKEN_QUOTED | TOKEN_HYPHEN | TOKEN_APOSTROPHE)) != 0 ||
        !is_english_token(token) || how_german(run, token) != GERMAN_NOUN ||
        translation_of_form(&run->context->lexicon, token_lower(token)) == NULL)
        return false;
    return token_is(&token[-1], POS_DETERMINER) && (token[-1].flags & TOKEN_QUOTED) == 0 &&
           (token[1].flags & TOKEN_CAPITAL) != 0 && token_is(&token[1], POS_NOUN) && is_no_name(run, token) &&
           !is_english_word(&run->context->lexicon, token_text(run->doc, &token[1]));
}

/* "announc", "boost": an English word, without its e, that is none in German. */
static bool is_verb_stem(const struct check_run *run, struct slice stem)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct english_record *english = english_word(lexicon, stem);

    if (english == NULL)
        english = english_word(lexicon, stem = arena_print(run->issues->arena, "%.*se", (int)stem.len, stem.at));
    uint32_t noun = lexicon_form(lexicon, with_initial(run->issues->arena, stem, true));

    return english != NULL && english->common != 0 && translation_of(lexicon, stem) != NULL &&
           lexicon_form(lexicon, stem) == NO_ID && (noun == NO_ID || lexicon->forms[noun].frequency == 0);
}

/* "announcte", "investigaten": an English verb with a German ending. */
static bool is_hybrid_verb(const struct check_run *run, const struct token *token)
{
    enum { MIN_STEM = 5 };
    static const char *const endings[] = { "te", "ten", "t", "en", "tete", "teten", "et" };
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice word = token_text(run->doc, token);
    struct slice bare = slice_starts(word, SLICE("ge")) ? slice_from(word, strlen("ge")) : word; /* "geboostet" */

    if (token->kind != TOKEN_WORD || token->analysis.flags != 0 || is_english_word(lexicon, word) ||
        (token->flags & (TOKEN_CAPITAL | TOKEN_QUOTED | TOKEN_HYPHEN | TOKEN_APOSTROPHE | TOKEN_DIGIT)) != 0 ||
        in_word_list(lexicon, LIST_ACCEPTED_WORDS, word))
        return false;
    if (bare.len < word.len && bare.len > MIN_STEM && slice_ends(bare, SLICE("ed")) &&
        is_english_word(lexicon, bare)) /* "gerescued", not "geliked" */
        return !speller_accepts(run->context->speller, lexicon, word);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        struct slice ending = slice_of(endings[i]);

        if (slice_ends(bare, ending) && bare.len >= ending.len + MIN_STEM &&
            is_verb_stem(run, (struct slice){ bare.at, bare.len - ending.len }))
            return !speller_accepts(run->context->speller, lexicon, word);
    }
    return false;
}

/* "Verletzung" behind a hyphen. */
static bool is_german_head(const struct lexicon *lexicon, struct slice head)
{
    return is_upper(first_code_point(head)) && form_is(lexicon, head, POS_NOUN) && !is_english_word(lexicon, head);
}

/* "die Hamstring-Verletzung", "der Wildfire-Rauch": a noun that German has not taken over, with a German
 * head. "Apple-Aktie" is a name's. */
static bool is_half_news(const struct check_run *run, struct slice first, struct slice head)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    return in_word_list(lexicon, LIST_ENGLISH_FIRST_PARTS, lower_case(run->issues->arena, first)) &&
           is_german_head(lexicon, head) && !is_used_noun(lexicon, lexicon_form(lexicon, first)) &&
           !is_taken_over(lexicon, first);
}

/* "die hamstring-Verletzung": an English noun in lower case that German does not have, with a German head. */
static bool is_half_english(const struct check_run *run, const struct token *token)
{
    enum { MIN_BYTES = 5 };
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice text = token_text(run->doc, token), first, head;
    const char *hyphen = memchr(text.at, '-', text.len);

    if (token->kind != TOKEN_WORD || hyphen == NULL || (token->flags & (TOKEN_QUOTED | TOKEN_DIGIT)) != 0)
        return false;
    first = slice_between(text.at, hyphen);
    head = slice_from(text, first.len + 1);
    if ((token->flags & TOKEN_CAPITAL) != 0)
        return is_half_news(run, first, head);
    const struct english_record *word = english_word(lexicon, first);

    return first.len >= MIN_BYTES && word != NULL && is_lower(first_code_point(first)) &&
           is_german_head(lexicon, head) && lexicon_form(lexicon, first) == NO_ID &&
           translation_of(lexicon, first) != NULL &&
           lexicon_form(lexicon, with_initial(run->issues->arena, first, true)) == NO_ID &&
           !is_taken_over(lexicon, first) &&
           !speller_accepts(run->context->speller, &run->context->lexicon,
                            with_initial(run->issues->arena, first, true));
}

static void check_runs(const struct check_run *run, const struct segment *segment)
{
    const struct document *doc = run->doc;
    size_t end = segment->first_token + segment->token_count, next, open = open_quotation(run, segment);

    for (size_t i = segment->first_token; i < end; i = next) {
        next = i + 1;
        if (is_half_english(run, &doc->tokens[i]))
            report(run, "check/untranslated", doc->tokens[i].span);
        if (is_hybrid_verb(run, &doc->tokens[i]) || is_english_attribute(run, i))
            report(run, "check/untranslated", doc->tokens[i].span);
        struct slice german;

        if (is_english_phrase(run, i, &german)) {
            report_phrase(run, i, german, &next);
            continue;
        }
        if (is_noun_of_news(run, i)) {
            suggest_translations(run, report(run, "check/untranslated", doc->tokens[i].span), token_at(run, i));
            continue;
        }
        /* "dem Suspect", "gab dem Suspect": German words that are English too open no run before one. */
        if (next + 1 < end && is_noun_of_news(run, next + 1) && how_german(run, &doc->tokens[i]) == GERMAN)
            continue;
        if (!is_english(&doc->tokens[i]) ||
            (next < end && (is_noun_of_news(run, next) || is_english_phrase(run, next, &german))))
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
