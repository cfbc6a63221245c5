/* See literal_names.h. */
#include "checks/literal_names.h"

#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "text/unicode.h"

enum { LEAST_PART = 3 }; /* letters of a word that is part of a name: "Good|man" */

bool may_be_name(const struct token *token)
{
    return token->kind == TOKEN_WORD &&
           (token->flags & (TOKEN_CAPITAL | TOKEN_ALL_CAPS | TOKEN_HYPHEN)) == TOKEN_CAPITAL;
}

bool is_german_surname(const struct check_run *run, size_t token)
{
    return in_list(run, LIST_GERMAN_SURNAMES, token) ||
           has_lemma_of(&run->context->lexicon, token_at(run, token), LIST_GERMAN_SURNAMES);
}

static struct slice lower_of(const struct check_run *run, struct slice text)
{
    return lower_case(run->issues->arena, text);
}

/* The German word that may be a rendering: its token, and its form in lower case, or NO_ID. */
struct rendering {
    size_t token;
    struct slice lower;
    uint32_t lower_form;
};

/* A reading of the token, or of the same word in lower case ("Neil Jung"), has the lemma. */
static bool may_be(const struct check_run *run, const struct rendering *german, uint32_t lemma)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct form_record *form = german->lower_form == NO_ID ? NULL : &lexicon->forms[german->lower_form];

    if (token_has_lemma(token_at(run, german->token), lemma))
        return true;
    for (uint32_t i = 0; form != NULL && i < form->reading_count; i++)
        if (lexicon->readings[form->first_reading + i].lemma == lemma)
            return true;
    return lemma_text(lexicon, lemma).len == german->lower.len &&
           slice_equal(lower_of(run, lemma_text(lexicon, lemma)), german->lower);
}

static bool translates(const struct check_run *run, struct slice english, const struct rendering *german)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct translation_record *found = translation_of(lexicon, english);

    for (uint32_t i = 0; found != NULL && i < found->count; i++)
        if (may_be(run, german, lexicon->translation_words[found->first + i].lemma))
            return true;
    return false;
}

/* False when the lemma in lower case can't stand at the start of the text: most end here, without being lowered. */
static bool may_start(struct slice lower, struct slice lemma)
{
    return lemma.len > 0 && lower.len > 0 &&
           (((lemma.at[0] | lower.at[0]) & 0x80) != 0 || (lemma.at[0] | 0x20) == (lower.at[0] | 0x20));
}

/* What comes behind a translation of the English word at the start of the German one; empty where none stands there. */
static bool rest_is(const struct check_run *run, struct slice right, struct slice rest)
{
    static const char *const joints[] = { "", "-", "s", "s-", "n", "n-", "en", "es" };
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct translation_record *found = translation_of(lexicon, right);

    for (uint32_t i = 0; found != NULL && i < found->count; i++) {
        struct slice german = lower_of(run, lemma_text(lexicon, lexicon->translation_words[found->first + i].lemma));

        for (size_t j = 0; j < sizeof joints / sizeof *joints; j++)
            if (slice_starts(rest, slice_of(joints[j])) && slice_equal(slice_from(rest, strlen(joints[j])), german))
                return true;
    }
    return false;
}

/* "Kleinholz" for "small" and "wood" */
static bool joins(const struct check_run *run, struct slice left, struct slice right, struct slice lower)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct translation_record *found = translation_of(lexicon, left);

    for (uint32_t i = 0; found != NULL && i < found->count; i++) {
        struct slice lemma = lemma_text(lexicon, lexicon->translation_words[found->first + i].lemma);
        struct slice german = may_start(lower, lemma) ? lower_of(run, lemma) : (struct slice){ 0 };

        if (german.len > 0 && german.len + LEAST_PART <= lower.len && slice_starts(lower, german) &&
            rest_is(run, right, slice_from(lower, german.len)))
            return true;
    }
    return false;
}

/* "smallwood" is "small" and "wood" */
static bool joins_parts(const struct check_run *run, struct slice english, struct slice lower)
{
    for (size_t k = LEAST_PART; k + LEAST_PART <= english.len; k++)
        if (joins(run, (struct slice){ english.at, k }, slice_from(english, k), lower))
            return true;
    return false;
}

/* The name, or its genitive. */
static bool is_same(struct slice english, struct slice lower)
{
    return slice_starts(lower, english) && lower.len <= english.len + 1;
}

static bool renders_word(const struct check_run *run, struct slice english, const struct rendering *german)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct english_record *word = english_word(lexicon, english);

    if (translates(run, english, german))
        return true;
    for (uint32_t i = 0; word != NULL && i < word->stem_count; i++)
        if (translates(run, english_stem(lexicon, word, i), german))
            return true;
    return false;
}

bool renders_name(const struct check_run *run, struct slice english, size_t token)
{
    struct slice name = lower_of(run, english), lower = lower_at(run, token), other;

    if (token_at(run, token)->kind != TOKEN_WORD || is_same(name, lower))
        return false;
    const struct rendering german = { token, lower, lexicon_form(&run->context->lexicon, lower) };

    for (size_t i = 0; (other = table_value(run, TABLE_NAME_WORDS, name, i)).len > 0; i++)
        if (renders_word(run, other, &german) || slice_equal(other, lower))
            return true;
    return renders_word(run, name, &german) || joins_parts(run, name, lower);
}

static bool is_small(struct slice word)
{
    enum { LONGEST = 3 };
    static const char *const small[] = { "the", "The", "of", "a", "A", "and", "for" };

    if (word.len > LONGEST)
        return false;
    for (size_t i = 0; i < sizeof small / sizeof *small; i++)
        if (slice_is(word, small[i]))
            return true;
    return false;
}

static bool is_small_german(const struct check_run *run, size_t token)
{
    return token_is(token_at(run, token), POS_DETERMINER) || text_is(run, token, "von") || text_is(run, token, "und") ||
           text_is(run, token, "für");
}

/* Both content words of the name in one compound. */
static bool is_compound_of(const struct check_run *run, struct slice english, size_t token)
{
    struct slice words[2] = { { 0 } }, lower = lower_at(run, token), word;
    size_t count = 0;

    if (memchr(english.at, ' ', english.len) == NULL)
        return false;
    while (take_part(&english, ' ', &word)) {
        if (is_small(word))
            continue;
        if (count == 2)
            return false;
        words[count++] = lower_of(run, word);
    }
    return count == 2 && joins(run, words[0], words[1], lower);
}

static bool is_translation(const struct check_run *run, struct slice english, struct slice lower)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct translation_record *found = translation_of(lexicon, english);

    for (uint32_t i = 0; found != NULL && i < found->count; i++)
        if (slice_equal(lower_of(run, lemma_text(lexicon, lexicon->translation_words[found->first + i].lemma)), lower))
            return true;
    return false;
}

/* The word itself, or what it is the plural of. */
static bool renders_english(const struct check_run *run, struct slice english, struct slice lower)
{
    struct slice left, right = english;

    if (take_part(&right, ' ', &left) && right.len > 0 && joins(run, left, right, lower))
        return true;
    return is_translation(run, english, lower);
}

bool renders_lemma(const struct check_run *run, struct slice english, struct slice lemma)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice name = lower_of(run, english), lower = lower_of(run, lemma);
    const struct english_record *word = english_word(lexicon, name);

    if (slice_starts(lower, name) || slice_starts(name, lower))
        return false;
    for (uint32_t i = 0; word != NULL && i < word->stem_count; i++)
        if (is_translation(run, english_stem(lexicon, word, i), lower))
            return true;
    if (slice_ends(name, SLICE("s")) && renders_english(run, (struct slice){ name.at, name.len - 1 }, lower))
        return true;
    return renders_english(run, name, lower);
}

bool may_render_names(const struct check_run *run, struct slice english, size_t token)
{
    struct slice rest = english, word;

    if (is_compound_of(run, english, token))
        return true;
    while (take_part(&rest, ' ', &word))
        if (!is_small(word))
            return renders_name(run, word, token) || slice_equal(text_at(run, token), word);
    return false;
}

bool renders_names(const struct check_run *run, struct slice english, size_t token, size_t *last)
{
    struct slice rest = english, word;
    size_t at = token, translated = 0;

    *last = token;
    if (is_compound_of(run, english, token))
        return true;
    while (take_part(&rest, ' ', &word)) {
        if (is_small(word))
            continue;
        while (at > token && same_sentence(run, token, at) && is_small_german(run, at))
            at++;
        if (!same_sentence(run, token, at))
            return false;
        if (renders_name(run, word, at))
            translated++;
        else if (!slice_equal(text_at(run, at), word))
            return false;
        *last = at++;
    }
    return translated > 0;
}

/* What is looked for near a name: a word, or one of the words of a topic. */
struct company {
    struct slice word;
    bool is_topic;
    const struct list_record *topic; /* NULL: there is none of that name */
};

static bool is_company(const struct check_run *run, const struct company *company, struct slice word)
{
    return company->is_topic ? list_holds(&run->context->lexicon, company->topic, word)
                             : slice_equal(company->word, word);
}

/* The token, its lemma, or a part of it: the whole of a part's lemma, or a word as it is written there. */
static bool holds_company(const struct check_run *run, const struct company *company, size_t token)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *at = token_at(run, token);
    const struct compound_part *parts = token_parts(run->doc, at);

    if (is_company(run, company, text_at(run, token)))
        return true;
    for (uint32_t i = 0; i < at->analysis.reading_count; i++)
        if (is_company(run, company, lemma_text(lexicon, at->analysis.readings[i].lemma)))
            return true;
    for (uint32_t i = 0; i < at->analysis.part_count; i++)
        if ((!company->is_topic && slice_equal(text_of(run->doc, parts[i].span), company->word)) ||
            (parts[i].lemma != NO_ID && is_company(run, company, lemma_text(lexicon, parts[i].lemma))))
            return true;
    return false;
}

static bool is_near(const struct check_run *run, struct slice word, size_t token)
{
    struct company company = { .word = word, .is_topic = word.at[0] >= 'a' && word.at[0] <= 'z' };

    if (company.is_topic)
        company.topic =
            lexicon_list(&run->context->lexicon, arena_print(run->issues->arena, "topic-%.*s", (int)word.len, word.at));
    const struct segment *segment = &run->doc->segments[run->doc->sentences[token_at(run, token)->sentence].segment];

    for (size_t i = segment->first_token; i < segment->first_token + segment->token_count; i++)
        if (i != token && token_at(run, i)->kind == TOKEN_WORD && holds_company(run, &company, i))
            return true;
    return false;
}

bool has_company(const struct check_run *run, struct slice company, size_t token)
{
    struct slice item;

    if (slice_equal(company, SLICE("-")))
        return true;
    while (take_part(&company, '|', &item))
        if (item.len > 0 && is_near(run, item, token))
            return true;
    return false;
}
