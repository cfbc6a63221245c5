/* Marks single English words and phrases of two that were left in the German, by the place they stand in: nouns of the
 * news with a German article, adjectives before a German noun, English verbs with German endings, English first parts
 * of German compounds, phrases of the table. */
#include "checks/english_words.h"
#include "checks/clauses.h"
#include "checks/compounds.h"
#include "checks/corrections.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"
#include "lexicon/speller.h"
#include "text/letters.h"

/* A word, or part of one, that German texts use as it is. */
static bool is_taken_over(const struct lexicon *lexicon, struct slice word)
{
    return in_word_list(lexicon, LIST_ACCEPTED_WORDS, word) || in_word_list(lexicon, LIST_LOAN_PHRASES, word) ||
           in_word_list(lexicon, LIST_TEAM_NAMES, word);
}

/* Known as written, or in Swiss spelling ("weiss"); or as a noun. */
enum german how_german(const struct check_run *run, const struct token *token)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice word = token_text(run->doc, token);

    if (is_known_word(token) || is_taken_over(lexicon, word) ||
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
        joined = arena_join(run->issues->arena, joined, part);
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

bool is_english_function_word(const struct check_run *run, const struct token *token)
{
    struct slice lower = token_lower(token);

    return is_contraction(run, token) || in_word_list(&run->context->lexicon, LIST_ENGLISH_FUNCTION_WORDS, lower);
}

bool is_short_word(const struct token *token)
{
    return token->span.end - token->span.start < 3;
}

bool is_unknown_word(const struct check_run *run, const struct token *token)
{
    return token != NULL && token->kind == TOKEN_WORD && how_german(run, token) == NO_GERMAN;
}

bool is_capital(const struct token *token)
{
    return token != NULL && (token->flags & TOKEN_CAPITAL) != 0;
}

/* English that is not only a name. */
bool is_no_name(const struct check_run *run, const struct token *token)
{
    return is_common_english(&run->context->lexicon, token_text(run->doc, token));
}

/* "dem Suspect", "die Investigation": an everyday word of the news that German has not taken over. */
bool is_news_noun(const struct check_run *run, size_t noun)
{
    return in_list_lower(run, LIST_ENGLISH_NEWS_NOUNS, noun);
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

/* "Shoplifting", "Involvement": what is done, which needs no article behind a preposition. */
static bool is_act(struct slice word)
{
    return slice_ends(word, SLICE("ing")) || slice_ends(word, SLICE("ness")) || slice_ends(word, SLICE("ment")) ||
           slice_ends(word, SLICE("age"));
}

/* Before what is done rather than before a place ("im Wedding", "in Reading"). */
static bool governs_acts(const struct token *before)
{
    static const char *const prepositions[] = { "durch", "wegen", "gegen", "auf", "ohne", "trotz", "für", "mit" };

    for (size_t i = 0; i < sizeof prepositions / sizeof *prepositions; i++)
        if (slice_is(token_lower(before), prepositions[i]))
            return true;
    return false;
}

/* Behind an article, an adjective, or so many ("Tausende Commuters"). */
static bool is_noun_place(const struct check_run *run, size_t i)
{
    const struct token *before = &run->doc->tokens[i - 1];
    bool small = (before->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) != TOKEN_CAPITAL;

    return (small && (token_is(before, POS_DETERMINER) || is_inflected_adjective(before))) ||
           lemma_in_list(&run->context->lexicon, LIST_QUANTITIES, before) || in_list(run, LIST_MEASURES, i - 1) ||
           (small && is_act(text_at(run, i)) && governs_acts(before));
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
bool is_noun_of_news(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = &run->doc->tokens[i];
    uint16_t never = TOKEN_QUOTED | TOKEN_HYPHEN | TOKEN_ALL_CAPS | TOKEN_INNER_CAPITAL;

    if (token->kind != TOKEN_WORD || (token->flags & never) != 0 || !is_news_noun(run, i) ||
        is_taken_over(lexicon, text_at(run, i)))
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

    if (token->kind != TOKEN_WORD || i == 0 || !same_sentence(run, i - 1, i + 1) || is_short_word(token) ||
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

/* "die Almond-Plantage": the dictionary translates the first part, and the lexicon has the compound of that with the
 * head, "Mandelplantage". Empty when it has none: "Apple-Aktie". */
static struct slice german_compound(const struct check_run *run, struct slice first, struct slice head)
{
    enum { MIN_BYTES = 4 };
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice lower = lower_case(run->issues->arena, first);

    if (first.len < MIN_BYTES || lexicon_form(lexicon, first) != NO_ID || lexicon_form(lexicon, lower) != NO_ID ||
        !is_common_english(lexicon, lower) || is_taken_over(lexicon, first) || is_taken_over(lexicon, lower))
        return (struct slice){ 0 };
    const struct translation_record *found = translation_of(lexicon, lower);

    if (found == NULL || found->count == 0)
        return (struct slice){ 0 };
    struct slice german = lemma_text(lexicon, lexicon->translation_words[found->first].lemma); /* the likeliest */

    return is_upper(first_code_point(german)) && !slice_starts(german, (struct slice){ first.at, 3 })
               ? known_compound(run, german, head)
               : (struct slice){ 0 };
}

/* The same for a word with one hyphen. */
static bool is_half_translated(const struct check_run *run, size_t i, struct slice *german)
{
    const struct token *token = token_at(run, i);
    struct slice first, head;
    bool named = i > 0 && same_sentence(run, i - 1, i) && /* "die Scott Road-Kreuzung" */
                 (token[-1].flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL;

    if (token->kind != TOKEN_WORD || named ||
        (token->flags & (TOKEN_CAPITAL | TOKEN_HYPHEN | TOKEN_QUOTED | TOKEN_DIGIT | TOKEN_ALL_CAPS)) !=
            (TOKEN_CAPITAL | TOKEN_HYPHEN) ||
        !cut_at_hyphen(token_text(run->doc, token), &first, &head) || !is_german_head(&run->context->lexicon, head))
        return false;
    *german = german_compound(run, first, head);
    return german->len > 0;
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

bool may_be_english_thing(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);
    struct slice text = token_text(run->doc, token);

    if (set_holds(token->type->lower_listed, run->context->lexicon.table_numbers[TABLE_ENGLISH_PHRASES]))
        return true;
    return token->kind == TOKEN_WORD &&
           ((token->flags & TOKEN_HYPHEN) != 0 || memchr(text.at, '-', text.len) != NULL || is_news_noun(run, i) ||
            ((token->flags & TOKEN_CAPITAL) == 0 && (token->analysis.flags == 0 || is_english_token(token))));
}

bool opens_english_thing(const struct check_run *run, size_t i)
{
    struct slice german;

    return is_marked(run, MARK_ENGLISH_THING, i) && (is_noun_of_news(run, i) || is_english_phrase(run, i, &german));
}

bool report_english_thing(const struct check_run *run, size_t i, size_t *next)
{
    const struct token *token = token_at(run, i);
    struct slice german;

    if (is_half_translated(run, i, &german))
        suggest(run, report(run, "check/untranslated", token->span), german);
    else if (is_half_english(run, token))
        report(run, "check/untranslated", token->span);
    if (is_hybrid_verb(run, token) || is_english_attribute(run, i))
        report(run, "check/untranslated", token->span);
    if (is_english_phrase(run, i, &german)) {
        report_phrase(run, i, german, next);
        return true;
    }
    if (!is_noun_of_news(run, i))
        return false;
    suggest_translations(run, report(run, "check/untranslated", token->span), token);
    return true;
}
