/* Marks terms that a glossary forbids, and those that it demands for the English and that the German does not have. */
#include "bilingual/checks.h"
#include "checks/places.h"
#include "glossary/glossary.h"
#include "lexicon/analysis.h"
#include "text/letters.h"

struct terminology {
    const struct check_run *run;
    const struct glossary *glossary;
    bool *is_marked;           /* for each passage: a forbidden term of the entry was found in it */
    struct candidates english; /* in order of their tokens */
    size_t *english_from;      /* for each English token its first candidate, and behind the last one the end */
    struct arena scratch;      /* holds the candidates and keys */
};

/* A run of tokens: first and number; none: 0. */
struct found {
    uint32_t first, count;
};

/* ---- German ---- */

#define CAPITALS (TOKEN_CAPITAL | TOKEN_ALL_CAPS | TOKEN_INNER_CAPITAL)

static bool same_letters(struct arena *arena, struct slice a, struct slice b)
{
    return a.len == b.len && slice_equal(lower_case(arena, a), lower_case(arena, b));
}

/* Two compounds that no dictionary has are read as their heads: their parts must be the same. */
static bool same_parts(const struct document *doc, const struct token *token, const struct document *terms,
                       const struct token *word)
{
    const struct compound_part *parts = token_parts(doc, token), *others = token_parts(terms, word);
    uint32_t count = token->analysis.part_count, last = count - 1;

    if (count == 0 || count != word->analysis.part_count)
        return false;
    for (uint32_t i = 0; i < last; i++)
        if (!slice_equal(text_of(doc, parts[i].span), text_of(terms, others[i].span)))
            return false;
    return parts[last].lemma != NO_ID && parts[last].lemma == others[last].lemma;
}

static bool is_read_as_head(const struct token *token)
{
    return token->analysis.form == NO_ID && token->analysis.part_count > 1;
}

/* A reading that both have: the same lemma as the same part of speech. */
static bool shares_reading(const struct token *token, const struct token *word)
{
    for (uint16_t i = 0; i < word->analysis.reading_count; i++)
        for (uint16_t j = 0; j < token->analysis.reading_count; j++) {
            const struct reading *a = &word->analysis.readings[i], *b = &token->analysis.readings[j];

            if (a->lemma == b->lemma && pos_of(a->features) == pos_of(b->features))
                return true;
        }
    return false;
}

static bool reads_as(const struct token *word, uint32_t lemma)
{
    for (uint16_t i = 0; i < word->analysis.reading_count; i++)
        if (word->analysis.readings[i].lemma == lemma)
            return true;
    return false;
}

/* True when the token is a form of the term's word. */
static bool is_form(const struct document *doc, const struct token *token, const struct document *terms,
                    const struct token *word)
{
    struct slice text = token_text(doc, token), wanted = token_text(terms, word);

    if (token->kind != word->kind)
        return false;
    if (slice_equal(text, wanted))
        return true;
    if (token->analysis.joined != NO_ID && token->kind == TOKEN_WORD)
        return reads_as(word, token->analysis.joined);
    if (token->kind != TOKEN_WORD)
        return false;
    if (word->analysis.reading_count == 0)
        return has_noun_ending(text, wanted);
    if (is_read_as_head(token) || is_read_as_head(word))
        return same_parts(doc, token, terms, word);
    return shares_reading(token, word);
}

/* True when a part of the compound, or several together, are the term's word. */
static bool has_part(const struct terminology *t, const struct token *token, const struct token *word)
{
    const struct document *doc = t->run->doc;
    const struct compound_part *parts = token_parts(doc, token);
    struct slice wanted = token_text(t->glossary->german, word);

    for (uint32_t i = 0; i < token->analysis.part_count; i++) {
        if (parts[i].lemma != NO_ID && token_is(word, POS_NOUN) && !is_read_as_head(word) &&
            reads_as(word, parts[i].lemma))
            return true;
        for (uint32_t j = i; j < token->analysis.part_count; j++) {
            struct slice text = text_of(doc, (struct span){ parts[i].span.start, parts[j].span.end });

            if (same_letters(t->run->issues->arena, text, wanted))
                return true;
        }
    }
    return false;
}

/* The tokens from index on that are the term, all in one sentence. */
static bool term_stands_at(const struct terminology *t, uint32_t index, uint32_t term, bool exact_case)
{
    const struct document *doc = t->run->doc, *terms = t->glossary->german;
    uint32_t first, count = term_tokens(terms, term, &first);

    if (count == 0 || index + count > doc->token_count ||
        doc->tokens[index].sentence != doc->tokens[index + count - 1].sentence)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        const struct token *token = &doc->tokens[index + i], *word = &terms->tokens[first + i];

        if (exact_case && ((token->flags ^ word->flags) & CAPITALS) != 0)
            return false;
        if (!is_form(doc, token, terms, word) && !(count == 1 && has_part(t, token, word)))
            return false;
    }
    return true;
}

static struct slice term_text(const struct document *terms, uint32_t term)
{
    return text_of(terms, terms->segments[term].span);
}

/* True when the term stands at the index in such a way that it holds the forbidden one: "Sprachmodell" holds "Modell",
 * "Apple" in "Apple-Handy" does not hold "Handy". */
static bool holds_forbidden(const struct terminology *t, uint32_t index, uint32_t term, uint32_t forbidden)
{
    const struct document *terms = t->glossary->german;
    struct arena *arena = t->run->issues->arena;
    uint32_t first, count = term_tokens(terms, term, &first);
    struct slice text = lower_case(arena, term_text(terms, term));
    struct slice inner = lower_case(arena, term_text(terms, forbidden));

    if (!term_stands_at(t, index, term, false))
        return false;
    return count > 1 || is_form(t->run->doc, &t->run->doc->tokens[index], terms, &terms->tokens[first]) ||
           memmem(text.at, text.len, inner.at, inner.len) != NULL;
}

/* The terms of the index that a German token may belong to are added to *out. */
static void find_german(struct terminology *t, const struct term_index *index, uint32_t token, struct candidates *out)
{
    struct word_keys keys = { .arena = &t->scratch };

    keys_of_german(&keys, t->run->doc, &t->run->doc->tokens[token]);
    index_find(index, &keys, token, out);
}

/* True when a term that some entry wants stands over the tokens: what is forbidden is a part of it, or wanted
 * elsewhere. */
static bool is_wanted(struct terminology *t, struct found at, uint32_t forbidden)
{
    struct candidates wanted = { .arena = &t->scratch };
    uint32_t longest = t->glossary->longest_target, first, tokens = (uint32_t)t->run->doc->token_count;

    for (uint32_t i = at.first > longest ? at.first - longest : 0; i < at.first + longest && i < tokens; i++)
        find_german(t, &t->glossary->targets, i, &wanted);
    for (size_t i = 0; i < wanted.count; i++) {
        const struct candidate *target = &wanted.items[i];
        uint32_t count = term_tokens(t->glossary->german, target->term, &first);

        if (target->token <= at.first && target->token + count >= at.first + at.count &&
            holds_forbidden(t, target->token, target->term, forbidden))
            return true;
    }
    return false;
}

/* ---- English ---- */

/* A form of the term's word and of no other: "leaves" may be a verb. A name is no common word. */
static bool is_english_form(const struct terminology *t, uint32_t index, const struct token *word, bool exact_case)
{
    const struct bilingual *bilingual = t->run->doc->bilingual;
    const struct token *token = &bilingual->english->tokens[index];
    const struct english_record *record = bilingual->words[index].record;
    struct arena *arena = t->run->issues->arena;
    struct slice text = english_text(bilingual, index), wanted = token_text(t->glossary->english, word);
    bool found = false;

    if (exact_case && ((token->flags ^ word->flags) & CAPITALS) != 0)
        return false;
    if ((bilingual->words[index].flags & ENGLISH_NAME) != 0 && (word->flags & TOKEN_CAPITAL) == 0 &&
        (token->flags & TOKEN_ALL_CAPS) == 0)
        return false;
    if (slice_equal(text, wanted) || same_letters(arena, text, wanted))
        return true;
    wanted = lower_case(arena, wanted);
    if (record == NULL)
        return (token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) != 0 &&
                has_noun_ending(lower_case(arena, text), wanted));
    for (uint32_t i = 0; i < record->stem_count; i++) {
        struct slice stem = english_stem(bilingual->lexicon, record, i);

        if (slice_equal(stem, wanted))
            found = true;
        else if (!slice_equal(stem, lexicon_text(bilingual->lexicon, record->text)))
            return false;
    }
    return found;
}

/* How many tokens from index on, before end, are the entry's English term. */
static uint32_t source_at(const struct terminology *t, uint32_t index, uint32_t end, const struct glossary_entry *entry)
{
    const struct document *terms = t->glossary->english;
    uint32_t first, count = term_tokens(terms, entry->source, &first);

    if (count > end - index)
        return 0;
    for (uint32_t i = 0; i < count; i++)
        if (!is_english_form(t, index + i, &terms->tokens[first + i], entry->exact_case))
            return 0;
    return count;
}

/* True when a longer term of the glossary stands over the tokens: "bank holiday" is no bank. */
static bool is_part_of_term(const struct terminology *t, struct found at, uint32_t first, uint32_t end)
{
    for (size_t i = t->english_from[first]; i < t->english_from[at.first + 1]; i++) {
        const struct candidate *other = &t->english.items[i];
        uint32_t count = source_at(t, other->token, end, &t->glossary->entries[other->entry]);

        if (count > at.count && other->token + count >= at.first + at.count)
            return true;
    }
    return false;
}

/* The first place of the entry's English term in the passage. */
static struct found find_source(const struct terminology *t, const struct passage *passage,
                                const struct glossary_entry *entry)
{
    uint32_t first, end;

    passage_english(t->run->doc->bilingual, passage, &first, &end);
    for (uint32_t i = first; i < end; i++) {
        struct found at = { i, source_at(t, i, end, entry) };

        if (at.count > 0 && !is_part_of_term(t, at, first, end))
            return at;
    }
    return (struct found){ 0 };
}

/* ---- issues ---- */

/* What an article leaves of a reading of the word behind it: the number and case that both have; 0: they don't agree.
 */
static uint32_t agreed(const struct token *article, uint32_t features)
{
    for (uint16_t i = 0; i < article->analysis.reading_count; i++) {
        uint32_t both = features & article->analysis.readings[i].features;

        if ((both & NUMBER_ANY) != 0 && (both & CASE_ANY) != 0)
            return (features & ~(uint32_t)(NUMBER_ANY | CASE_ANY)) | (both & (NUMBER_ANY | CASE_ANY));
    }
    return 0;
}

/* The likeliest reading of a word: what its article says ("des Handys", "die Handys"), else the plural. */
static uint32_t features_of(const struct terminology *t, uint32_t index)
{
    const struct token *token = &t->run->doc->tokens[index];
    bool has_article = index > 0 && token_is(token - 1, POS_DETERMINER);
    uint32_t features = 0;

    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t reading = token->analysis.readings[i].features;
        uint32_t with_article = has_article ? agreed(token - 1, reading) : 0;

        if (with_article != 0)
            return with_article;
        if (features == 0 || ((features & NUMBER_ANY) != NUMBER_PL && (reading & NUMBER_ANY) == NUMBER_PL))
            features = reading;
    }
    return features;
}

/* The inflected form of a compound that no dictionary has as a whole; empty where its head is not known either. */
static struct slice inflected_head(const struct terminology *t, uint32_t term, uint32_t features)
{
    const struct document *terms = t->glossary->german;
    uint32_t first, count = term_tokens(terms, term, &first), head;
    const struct token *word = &terms->tokens[first];

    if (count != 1 || word->analysis.part_count < 2)
        return (struct slice){ 0 };
    head = token_parts(terms, word)[word->analysis.part_count - 1].lemma;
    return head == NO_ID ? (struct slice){ 0 }
                         : with_head(t->run->issues->arena, terms, word,
                                     lemma_inflected(&t->run->context->lexicon, head, features));
}

/* The target in the form that the token has, as far as the lexicon knows it. */
static struct slice in_form_of(const struct terminology *t, uint32_t index, uint32_t term)
{
    const struct lexicon *lexicon = &t->run->context->lexicon;
    struct slice text = term_text(t->glossary->german, term), form = { 0 };
    uint32_t lemma = lexicon_lemma(lexicon, text), features = features_of(t, index) & ~(uint32_t)GENDER_ANY;
    enum pos pos = pos_of(features);

    if (pos != POS_NOUN && pos != POS_VERB && pos != POS_ADJECTIVE)
        return text;
    if (lemma != NO_ID)
        form = lemma_inflected(lexicon, lemma, features);
    if (form.len == 0)
        form = inflected_head(t, term, features);
    return form.len > 0 ? form : text;
}

/* Says what the glossary says: the rule's sentence, the term that is wanted, the note. */
static void explain(const struct terminology *t, struct issue *issue, const struct glossary_entry *entry)
{
    static const char *const words[LANGUAGE_COUNT] = { [LANGUAGE_DE] = "Glossar", [LANGUAGE_EN] = "Glossary" };
    struct slice source = term_text(t->glossary->english, entry->source), target = SLICE("–");

    if (entry->targets.count > 0)
        target = term_text(t->glossary->german, entry->targets.first);
    for (size_t language = 0; language < LANGUAGE_COUNT; language++)
        issue->message[language] =
            arena_print(t->run->issues->arena, "%.*s %s: %.*s → %.*s%s%.*s", (int)issue->message[language].len,
                        issue->message[language].at, words[language], (int)source.len, source.at, (int)target.len,
                        target.at, entry->note.len > 0 ? "; " : "", (int)entry->note.len, entry->note.at);
}

static void report_forbidden(const struct terminology *t, struct found at, const struct glossary_entry *entry,
                             struct slice source, bool whole)
{
    struct issue *issue =
        report(t->run, "check/forbidden-term", tokens_span(t->run, at.first, at.first + at.count - 1));

    if (issue == NULL)
        return;
    issue->source = source;
    for (uint32_t i = 0; whole && i < entry->targets.count; i++)
        suggest(t->run, issue,
                at.count == 1 ? in_form_of(t, at.first, entry->targets.first + i)
                              : term_text(t->glossary->german, entry->targets.first + i));
    explain(t, issue, entry);
}

/* Where there is English beside the German, the forbidden term must translate the entry's; *source receives that. */
static bool is_meant(const struct terminology *t, uint32_t index, const struct glossary_entry *entry,
                     struct slice *source)
{
    const struct bilingual *bilingual = t->run->doc->bilingual;
    uint32_t passage = bilingual == NULL ? NO_ID : bilingual->german[index].passage;
    struct found at;

    if (passage == NO_ID || !bilingual->is_english || bilingual->passages[passage].english_count == 0)
        return true;
    at = find_source(t, &bilingual->passages[passage], entry);
    if (at.count == 0)
        return false;
    *source = english_between(bilingual, at.first, at.first + at.count - 1);
    return true;
}

static void check_forbidden(struct terminology *t, const struct candidate *candidate)
{
    const struct glossary_entry *entry = &t->glossary->entries[candidate->entry];
    const struct document *doc = t->run->doc, *terms = t->glossary->german;
    uint32_t first, count = term_tokens(terms, candidate->term, &first), i = candidate->token;
    struct slice source = { 0 };
    struct found at = { i, count };

    if (!term_stands_at(t, i, candidate->term, entry->exact_case) || is_wanted(t, at, candidate->term) ||
        !is_meant(t, i, entry, &source))
        return;
    report_forbidden(t, at, entry, source, count > 1 || is_form(doc, &doc->tokens[i], terms, &terms->tokens[first]));
    if (doc->bilingual != NULL && doc->bilingual->german[i].passage != NO_ID)
        t->is_marked[doc->bilingual->german[i].passage] = true;
}

/* The term in letters, whatever its form or the compound it stands in; or a compound cut short: "Sprach- und". */
static bool has_letters_of(const struct terminology *t, struct slice text, struct slice term)
{
    struct arena *arena = t->run->issues->arena;

    text = lower_case(arena, text);
    term = lower_case(arena, term);
    if (memmem(text.at, text.len, term.at, term.len) != NULL)
        return true;
    for (const char *hyphen = text.at; (hyphen = memchr(hyphen, '-', (size_t)(text.at + text.len - hyphen))) != NULL;
         hyphen++) {
        const char *start = hyphen;

        while (start > text.at && start[-1] != ' ')
            start--;
        if (hyphen - start >= 3 && hyphen + 1 < text.at + text.len && hyphen[1] == ' ' &&
            slice_starts(term, slice_between(start, hyphen)))
            return true;
    }
    return false;
}

static bool has_target(const struct terminology *t, const struct passage *passage, const struct glossary_entry *entry)
{
    uint32_t first, end;

    passage_german(t->run->doc, passage, &first, &end);
    if (first == end)
        return true; /* no word that could be marked */
    for (uint32_t term = entry->targets.first; term < entry->targets.first + entry->targets.count; term++) {
        if (has_letters_of(t, text_of(t->run->doc, tokens_span(t->run, first, end - 1)),
                           term_text(t->glossary->german, term)))
            return true;
        for (uint32_t i = first; i < end; i++)
            if (term_stands_at(t, i, term, false))
                return true;
    }
    return false;
}

/* The German word that is linked to the term, from its last word backwards; else the passage's first word. */
static uint32_t answer_to(const struct terminology *t, const struct passage *passage, struct found at, bool *is_linked)
{
    const struct bilingual *bilingual = t->run->doc->bilingual;
    uint32_t first, end;

    passage_german(t->run->doc, passage, &first, &end);
    *is_linked = true;
    for (uint32_t i = at.first + at.count; i > at.first; i--) {
        uint32_t best = bilingual->words[i - 1].best;

        if (best != NO_ID && best >= first && best < end)
            return best;
    }
    *is_linked = false;
    while (first + 1 < end && t->run->doc->tokens[first].kind != TOKEN_WORD)
        first++;
    return first;
}

static void check_demanded(const struct terminology *t, const struct passage *passage,
                           const struct glossary_entry *entry)
{
    const struct bilingual *bilingual = t->run->doc->bilingual;
    struct found at = entry->targets.count > 0 ? find_source(t, passage, entry) : (struct found){ 0 };
    struct issue *issue;
    uint32_t answer;
    bool is_linked;

    if (at.count == 0 || has_target(t, passage, entry))
        return;
    answer = answer_to(t, passage, at, &is_linked);
    issue = report_with_source(t->run, "check/glossary-term", t->run->doc->tokens[answer].span,
                               english_between(bilingual, at.first, at.first + at.count - 1));
    if (issue == NULL)
        return;
    for (uint32_t i = 0; is_linked && at.count == 1 && i < entry->targets.count; i++)
        suggest(t->run, issue, in_form_of(t, answer, entry->targets.first + i));
    explain(t, issue, entry);
}

/* ---- the check ---- */

static void find_forbidden(struct terminology *t, struct candidates *out)
{
    *out = (struct candidates){ .arena = &t->scratch };
    for (uint32_t i = 0; i < t->run->doc->token_count; i++)
        find_german(t, &t->glossary->forbidden, i, out);
    candidates_settle(out);
}

/* What may stand in the English: in order of the tokens for t, and of the entries for *out. */
static void find_english(struct terminology *t, struct candidates *out)
{
    const struct bilingual *bilingual = t->run->doc->bilingual;
    uint32_t count = bilingual == NULL || !bilingual->is_english ? 0 : (uint32_t)bilingual->english->token_count;

    *out = (struct candidates){ .arena = &t->scratch };
    t->english_from = arena_array(&t->scratch, (size_t)count + 1, sizeof *t->english_from);
    for (uint32_t i = 0; i < count; i++) {
        struct word_keys keys = { .arena = &t->scratch };

        keys_of_english(&keys, bilingual->lexicon, bilingual->words[i].record, english_text(bilingual, i));
        index_find(&t->glossary->sources, &keys, i, out);
    }
    candidates_settle(out);
    t->english = candidates_by_token(out);
    for (uint32_t i = 0, at = 0; i < count; i++) {
        while (at < t->english.count && t->english.items[at].token == i)
            at++;
        t->english_from[i + 1] = at;
    }
}

/* The English term of an entry, at each place where it may begin: each passage is looked at once. */
static void check_passages(const struct terminology *t, const struct candidate *candidates, size_t count)
{
    const struct bilingual *bilingual = t->run->doc->bilingual;
    uint32_t last = NO_ID;

    for (size_t i = 0; i < count; i++) {
        uint32_t passage = bilingual->words[candidates[i].token].passage;

        if (passage != last && passage != NO_ID && !t->is_marked[passage] &&
            is_translation(&bilingual->passages[passage]))
            check_demanded(t, &bilingual->passages[passage], &t->glossary->entries[candidates[i].entry]);
        last = passage;
    }
}

/* How many candidates from the index on are of the entry. */
static size_t count_of(const struct candidates *all, size_t from, uint32_t entry)
{
    size_t count = 0;

    while (from + count < all->count && all->items[from + count].entry == entry)
        count++;
    return count;
}

/* Entry by entry: where a forbidden term has been marked, the one that is wanted is not asked for as well. */
static void check_entries(struct terminology *t, const struct candidates *forbidden, const struct candidates *english,
                          size_t passages)
{
    for (size_t i = 0, j = 0; i < forbidden->count || j < english->count;) {
        uint32_t in_german = i < forbidden->count ? forbidden->items[i].entry : NO_ID;
        uint32_t in_english = j < english->count ? english->items[j].entry : NO_ID;
        uint32_t entry = in_german < in_english ? in_german : in_english;
        size_t places = count_of(english, j, entry);

        memset(t->is_marked, 0, passages * sizeof *t->is_marked);
        for (; i < forbidden->count && forbidden->items[i].entry == entry; i++)
            check_forbidden(t, &forbidden->items[i]);
        check_passages(t, english->items + j, places);
        j += places;
    }
}

void check_terminology(const struct check_run *run)
{
    const struct bilingual *bilingual = run->doc->bilingual;
    struct terminology t = { .run = run, .glossary = run->issues->glossary };
    struct candidates forbidden, english;
    size_t passages = bilingual == NULL ? 0 : bilingual->passage_count;

    if (t.glossary == NULL)
        return;
    t.is_marked = arena_array(&t.scratch, passages + 1, sizeof *t.is_marked);
    find_forbidden(&t, &forbidden);
    find_english(&t, &english);
    check_entries(&t, &forbidden, &english, passages);
    arena_free(&t.scratch);
}
