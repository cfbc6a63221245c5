/* Marks names in the spelling or wording of English that German has another form of: "Zelensky" (Selenskyj), "Ivory
 * Coast" (Elfenbeinküste), "Aristotle" (Aristoteles), also in the genitive and before a hyphen ("Zelensky-Besuch").
 *
 * Where English goes on around the name it is a part of something else: a title, a firm, a club. Places that have only
 * their English name in common with firms and persons are english_names.c's. */
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"

enum { MOST_NAME_WORDS = 6 };

struct finding {
    struct span span;
    size_t last; /* token */
    struct slice german;
};

/* "St." and "'" go on in a name as its words do. */
static bool may_go_on(const struct check_run *run, size_t i)
{
    static const char *const links[] = { "of", "the", "and", "el" };

    if (!same_sentence(run, i - 1, i))
        return false;
    if (is_capitalised(token_at(run, i)))
        return true;
    for (size_t j = 0; j < sizeof links / sizeof *links; j++)
        if (text_is(run, i, links[j]))
            return true;
    return text_is(run, i, "'") || text_is(run, i, "’");
}

static struct slice german_for(const struct check_run *run, const struct list_record *table, struct slice name)
{
    struct slice german = row_value(run, table, name, 0);

    if (german.len > 0 || name.len < 4 || !slice_ends(name, SLICE("s")))
        return german;
    name.len--; /* "Zelenskys", "Zelensky's" */
    if (slice_ends(name, SLICE("'")))
        name.len--;
    else if (slice_ends(name, SLICE("’")))
        name.len -= SLICE("’").len;
    return row_value(run, table, name, 0);
}

/* The longest name of the table that begins at the token. */
static bool find_name(const struct check_run *run, const struct list_record *table, size_t i, struct finding *out)
{
    size_t words = 1;

    while (words < MOST_NAME_WORDS && may_go_on(run, i + words))
        words++;
    for (; words > 0; words--) {
        out->last = i + words - 1;
        out->span = tokens_span(run, i, out->last);
        out->german = german_for(run, table, text_of(run->doc, out->span));
        if (out->german.len > 0)
            return true;
    }
    const char *hyphen = memchr(text_at(run, i).at, '-', text_at(run, i).len);

    if ((token_at(run, i)->flags & TOKEN_HYPHEN) == 0 || hyphen == NULL)
        return false;
    out->last = i;
    out->span.end = (uint32_t)(hyphen - run->doc->text.at);
    out->german = german_for(run, table, text_of(run->doc, out->span));
    return out->german.len > 0;
}

/* A word that no German dictionary has, and English has: in a title, or in the name of a firm. */
static bool is_english_beside(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = token_at(run, i);

    return token->kind == TOKEN_WORD && is_english_token(token) && (token->analysis.flags & ANALYSIS_COMPOUND) == 0 &&
           !is_dictionary_word(lexicon, text_at(run, i)) && !is_dictionary_word(lexicon, token_lower(token));
}

/* "Rede" is a word of both languages, "Labs" of German in a genitive alone. */
static bool is_german_lemma(const struct check_run *run, size_t i)
{
    uint32_t lemma = lexicon_lemma(&run->context->lexicon, text_at(run, i));

    return lemma != NO_ID && token_has_lemma(token_at(run, i), lemma);
}

/* A name that goes on with another capital that English has ("Black Forest Labs") or German does not know. */
static bool goes_on(const struct check_run *run, size_t next)
{
    const struct token *token = token_at(run, next);

    if (!has_space_before(run, next) || !is_capitalised(token))
        return is_english_beside(run, next);
    return (is_english_token(token) && (!is_german_lemma(run, next) || in_list(run, LIST_NAME_HEADS, next))) ||
           (token->analysis.flags == 0 && !is_dictionary_word(&run->context->lexicon, token_lower(token)));
}

/* The name is part of a longer one in English ("Chernobyl Diaries", "The Gorbachev Factor"), or of a title in
 * quotation marks that has no other words. */
static bool is_part(const struct check_run *run, size_t first, size_t last)
{
    const struct token *token = token_at(run, first);

    if (same_sentence(run, last, last + 1) && goes_on(run, last + 1))
        return true;
    if (first == 0 || !same_sentence(run, first - 1, first))
        return false;
    if ((token->flags & TOKEN_QUOTED) != 0 && (token_at(run, first - 1)->flags & TOKEN_OPENING) != 0 &&
        same_sentence(run, last, last + 1) && (token_at(run, last + 1)->flags & TOKEN_CLOSING) != 0)
        return true;
    return !is_capitalised(token_at(run, first - 1))
               ? is_english_beside(run, first - 1)
               : has_lemma_of(&run->context->lexicon, token_at(run, first - 1), LIST_PRODUCT_KINDS) ||
                     has_lemma_of(&run->context->lexicon, token_at(run, first - 1), LIST_NAME_KINDS);
}

void check_names_in_english(const struct check_run *run)
{
    const struct list_record *table = named_table(&run->context->lexicon, TABLE_NAMES_IN_ENGLISH);

    for (size_t i = 0; table != NULL && i < run->doc->token_count; i++) {
        struct finding found;

        if (!is_capitalised(token_at(run, i)) || !find_name(run, table, i, &found))
            continue;
        if (!is_part(run, i, found.last))
            suggest(run, report(run, "check/name-in-english", found.span), found.german);
        i = found.last;
    }
}
