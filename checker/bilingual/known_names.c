/* Marks names of the rule data that the English has and the German renders word by word: "the Guardian writes" –
 * "schreibt der Wächter", "Crystal Palace equalised" – "Kristallpalast glich aus".
 *
 * The rules of names ask for company, since the German alone may mean the things that the words name. With the English
 * beside it the name itself is the proof: it stands there with its capitals, the German does not have it, and has a
 * translation of its words. */
#include "bilingual/checks.h"
#include "checks/literal_names.h"
#include "checks/places.h"
#include "text/unicode.h"

struct known_names {
    const struct check_run *run;
    const struct bilingual *bilingual;
    const struct passage *passage;
    const struct list_record *table; /* first word of a name: rule */
    uint32_t english_end, german_first, german_end;
};

static const struct token *english_at(const struct known_names *n, uint32_t token)
{
    return &n->bilingual->english->tokens[token];
}

/* ---- the English ---- */

static bool is_word(const struct known_names *n, uint32_t token, struct slice word)
{
    return token < n->english_end && slice_equal(without_english_genitive(english_text(n->bilingual, token)), word);
}

static bool is_capital_at(const struct known_names *n, uint32_t token)
{
    return token < n->english_end && is_capitalised(english_at(n, token));
}

/* A word that has a capital as nothing but a name: "Wednesday" or "Iceland" have theirs always. */
static bool is_word_as_name(const struct known_names *n, uint32_t token)
{
    const struct english_record *record = n->bilingual->words[token].record;

    return record != NULL && record->common > 0 && (english_at(n, token)->flags & TOKEN_SENTENCE_START) == 0;
}

/* "the Magpies". */
static bool is_plural(struct slice word)
{
    return slice_ends(word, SLICE("s")) && !slice_ends(word, SLICE("ss"));
}

/* "Platoon 11". */
static bool is_numbered(const struct known_names *n, uint32_t token)
{
    return token + 1 < n->english_end && (english_at(n, token + 1)->flags & TOKEN_DIGIT) != 0;
}

/* "an Empire", "the Persian (Achaemenid) Empire": a thing of the kind. */
static bool is_kind_before(const struct known_names *n, uint32_t token)
{
    struct slice before = token_lower(english_at(n, token) - 1);

    return slice_equal(before, SLICE("a")) || slice_equal(before, SLICE("an")) ||
           slice_equal(english_text(n->bilingual, token - 1), SLICE(")"));
}

/* "the Kings of Scotland". */
static bool is_owned(const struct known_names *n, uint32_t token)
{
    return token + 2 < n->english_end && slice_equal(token_lower(english_at(n, token + 1)), SLICE("of")) &&
           is_capital_at(n, token + 2);
}

/* Nothing makes it a part of a longer name or a thing of that kind ("the Amazon"). */
static bool stands_alone(const struct known_names *n, uint32_t token, bool has_article)
{
    const struct token *at = english_at(n, token);

    if ((n->bilingual->words[token].flags & ENGLISH_NAME) == 0 || (at->flags & TOKEN_ALL_CAPS) != 0 ||
        is_capital_at(n, token + 1) || is_numbered(n, token) || !is_word_as_name(n, token))
        return false;
    if (is_kind_before(n, token) || is_owned(n, token))
        return false;
    if (slice_equal(token_text(n->bilingual->english, &at[-1]), SLICE("the")))
        return has_article || is_plural(english_text(n->bilingual, token));
    if (slice_equal(token_text(n->bilingual->english, &at[-1]), SLICE("of")) && is_capital_at(n, token - 2))
        return false; /* "the Day of Unity" */
    return !has_article && !is_capital_at(n, token - 1);
}

/* The words of the name from the token on; *last receives the last. */
static bool stands_at(const struct known_names *n, uint32_t token, struct slice name, uint32_t *last)
{
    bool has_article = slice_starts(name, SLICE("The "));
    struct slice rest = has_article ? slice_from(name, SLICE("The ").len) : name, word;
    uint32_t at = token;

    while (take_part(&rest, ' ', &word))
        if (!is_word(n, at++, word))
            return false;
    *last = at - 1;
    return *last > token || stands_alone(n, token, has_article);
}

/* ---- the German ---- */

/* A word of the name is kept, maybe in a compound or with an ending. */
static bool is_kept(const struct known_names *n, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i <= last; i++) {
        struct slice word = without_english_genitive(english_text(n->bilingual, i));

        if (!is_capital_at(n, i))
            continue;
        for (uint32_t j = n->german_first; j < n->german_end; j++)
            if (slice_starts(text_at(n->run, j), word))
                return true;
    }
    return false;
}

/* Another word of the English has the German one as its own. */
static bool is_others(const struct known_names *n, uint32_t german, uint32_t first, uint32_t last)
{
    uint32_t best = n->bilingual->german[german].best;

    return best != NO_ID && (best < first || best > last) && n->bilingual->german[german].best_kind > LINK_FAMILY;
}

static bool is_marked(const struct known_names *n, struct span span)
{
    for (size_t i = 0; i < n->run->issues->count; i++) {
        const struct issue *issue = &n->run->issues->items[i];

        if (slice_equal(issue->rule->category, SLICE("accuracy/do-not-translate")) && issue->span.start < span.end &&
            span.start < issue->span.end)
            return true;
    }
    return false;
}

static void mark(const struct known_names *n, struct span span, struct slice name)
{
    struct issue *issue =
        report_with_source(n->run, "bilingual/translated-name", span, passage_source(n->bilingual, n->passage));

    if (issue != NULL)
        issue_suggest(n->run->issues, issue, name);
}

/* "Rot, Grün und Blau": a colour among others is none of their bands and clubs. */
static bool is_colour_in_row(const struct known_names *n, uint32_t german)
{
    for (uint32_t other = german < 3 ? 0 : german - 3; other < german + 4 && other < n->german_end; other++)
        if (other != german && in_list_lower(n->run, LIST_COLOURS, other) &&
            token_at(n->run, other)->sentence == token_at(n->run, german)->sentence)
            return in_list_lower(n->run, LIST_COLOURS, german);
    return false;
}

static void check_name(const struct known_names *n, uint32_t first, struct slice name)
{
    uint32_t last;

    if (!stands_at(n, first, name, &last) || is_kept(n, first, last))
        return;
    for (uint32_t i = n->german_first; i < n->german_end; i++) {
        size_t german_last;

        if (!is_capitalised(token_at(n->run, i)) || is_others(n, i, first, last) || is_colour_in_row(n, i) ||
            !renders_names(n->run, name, i, &german_last))
            continue;
        struct span span = tokens_span(n->run, i, german_last);

        if (!is_marked(n, span))
            mark(n, span, name);
        return;
    }
}

/* A name may begin there, alone or in the genitive. */
static bool may_begin(const struct known_names *n, uint32_t token)
{
    const struct word_type *type = english_at(n, token)->type;

    return set_holds(type->lower_listed, table_number(&n->run->context->lexicon, n->table)) ||
           without_english_genitive(type->text).len < type->text.len;
}

static void check_names_at(struct known_names *n, uint32_t token)
{
    const struct lexicon *lexicon = &n->run->context->lexicon;
    size_t count;
    const struct pair_record *rows =
        pairs_of(lexicon, n->table, without_english_genitive(token_lower(english_at(n, token))), &count);

    for (size_t i = 0; i < count; i++) {
        const struct rule_info *rule = rule_named(&n->run->context->rules, lexicon_text(lexicon, rows[i].value));

        if (rule != NULL)
            check_name(n, token, rule->english);
    }
}

void check_known_names(const struct check_run *run)
{
    struct known_names n = { .run = run,
                             .bilingual = run->doc->bilingual,
                             .table = named_table(&run->context->lexicon, TABLE_NAMES) };

    for (uint32_t i = 0; n.bilingual->is_english && i < n.bilingual->english->token_count; i++) {
        uint32_t passage = n.bilingual->words[i].passage, first;

        if (passage == NO_ID || !is_capitalised(english_at(&n, i)) || !may_begin(&n, i) ||
            !is_translation(&n.bilingual->passages[passage]) ||
            !is_short_passage(n.bilingual, run->doc, &n.bilingual->passages[passage]))
            continue;
        n.passage = &n.bilingual->passages[passage];
        passage_english(n.bilingual, n.passage, &first, &n.english_end);
        passage_german(run->doc, n.passage, &n.german_first, &n.german_end);
        check_names_at(&n, i);
    }
}
