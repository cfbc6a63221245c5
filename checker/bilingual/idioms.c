/* Marks idioms of the English that the German renders word by word.
 *
 * What the patterns of the idioms' rules find in the German alone is left to them. With the English beside it less is
 * proof enough: the idiom stands there, its nouns have their dictionary translations in the German, and none of the
 * right renderings does. */
#include "bilingual/checks.h"
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "text/letters.h"
#include "text/unicode.h"

enum {
    MOST_WORDS = 12,  /* of an idiom that carry sense */
    LEAST_WORDS = 2,  /* of one that can be known by them */
    MOST_BETWEEN = 2, /* words between two of an idiom's */
    COMMONEST = 8,    /* of Ding's translations: literal is what comes to mind first */
};

struct idiom {
    const struct check_run *run;
    const struct bilingual *bilingual;
    const struct list_record *closed; /* English words without sense of their own */
    const struct passage *passage;
    uint32_t english, english_end, german, german_end; /* its tokens */
    const struct rule_info *rule;
    uint32_t words[MOST_WORDS]; /* English tokens of the idiom's content words */
    size_t count;
    uint32_t german_words[MOST_WORDS]; /* German tokens that render them literally */
    size_t literal, nouns;
    uint32_t first, last; /* of the nouns among those */
};

/* ---- the English ---- */

/* Takes the next word off an idiom, without marks behind it; false when none is left. */
static bool take_word(struct slice *text, struct slice *word)
{
    *text = trim(*text);
    const char *space = text->len == 0 ? NULL : memchr(text->at, ' ', text->len);

    *word = space == NULL ? *text : slice_between(text->at, space);
    *text = slice_from(*text, word->len);
    while (word->len > 0 && strchr(",?!.", word->at[word->len - 1]) != NULL)
        word->len--;
    return word->len > 0;
}

static bool is_placeholder(struct slice word)
{
    static const char *const words[] = { "sb", "sb's", "sth", "one", "oneself" };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_is(word, words[i]))
            return true;
    return false;
}

/* "his" or "the firm's" for "one's". */
static bool is_owner(const struct idiom *idiom, uint32_t token)
{
    static const char *const words[] = { "my", "your", "his", "her", "its", "our", "their" };
    struct slice text = english_text(idiom->bilingual, token);

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (english_is(idiom->bilingual, token, slice_of(words[i])))
            return true;
    return slice_ends(text, SLICE("'s")) || slice_ends(text, SLICE("’s"));
}

/* The word of the text, "'s" as it is written or apart. */
static bool is_word(const struct idiom *idiom, uint32_t token, struct slice word)
{
    if (slice_equal(word, SLICE("one's")))
        return is_owner(idiom, token);
    if (slice_ends(word, SLICE("'s")))
        word.len -= 2;
    return english_is(idiom->bilingual, token, word);
}

/* "bought last time": what stands before the noun makes it another one. */
static bool names_occasion(const struct idiom *idiom, uint32_t token)
{
    return lower_in_list(idiom->bilingual->lexicon, LIST_ENGLISH_OCCASIONS, &idiom->bilingual->english->tokens[token]);
}

/* The idiom's words in order from the token on, others between them only where a placeholder or a gap is; fills
 * idiom->words with those that carry sense. */
static bool stands_at(struct idiom *idiom, uint32_t token, struct slice english)
{
    uint32_t reach = token + 1;
    struct slice word;

    idiom->count = 0;
    while (take_word(&english, &word)) {
        if (is_placeholder(word)) {
            reach += MOST_BETWEEN;
            continue;
        }
        while (token < reach && token < idiom->english_end && !is_word(idiom, token, word) &&
               !(idiom->count > 0 && names_occasion(idiom, token)))
            token++;
        if (token < idiom->english_end && !is_word(idiom, token, word))
            return false;
        if (token >= reach || token >= idiom->english_end || idiom->count == MOST_WORDS)
            return false;
        if (!slice_equal(word, SLICE("one's")) &&
            (idiom->closed == NULL || !list_holds(idiom->bilingual->lexicon, idiom->closed, word)))
            idiom->words[idiom->count++] = token;
        reach = ++token + MOST_BETWEEN;
    }
    return idiom->count >= LEAST_WORDS;
}

/* The idiom without the article or the "be" that it is named with. */
static struct slice core_of(struct slice english)
{
    static const char *const starts[] = { "be ", "a ", "an ", "the " };

    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (slice_starts(english, slice_of(starts[i])))
            english = slice_from(english, strlen(starts[i]));
    return english;
}

/* False when the passage lacks one of the idiom's words. */
static bool may_stand_in_source(const struct idiom *idiom, struct slice core)
{
    struct slice word;

    while (take_word(&core, &word)) {
        if (is_placeholder(word) || slice_equal(word, SLICE("one's")))
            continue;
        if (slice_ends(word, SLICE("'s")))
            word.len -= 2;
        if (!may_hold_spelling(&idiom->passage->spellings, word))
            return false;
    }
    return true;
}

static bool stands_in_source(struct idiom *idiom)
{
    struct slice core = core_of(idiom->rule->english), rest = core, first;
    bool opens = take_word(&rest, &first) && !is_placeholder(first);

    if (!may_stand_in_source(idiom, core))
        return false;
    for (uint32_t i = idiom->english; i < idiom->english_end; i++)
        if ((!opens || is_word(idiom, i, first)) && stands_at(idiom, i, core))
            return true;
    return false;
}

/* ---- the German ---- */

static bool is_of_idiom(const struct idiom *idiom, uint32_t english)
{
    for (size_t i = 0; i < idiom->count; i++)
        if (idiom->words[i] == english)
            return true;
    return false;
}

/* Another word of the English stands for the German one as well, of which Ding has both together ("Schulgebäude" for
 * "old school building", "Lippenbekenntnis" for "lip service") or which has a part for each; parts for the idiom's own
 * words are literal ("Meereswandel" for "sea change"). */
static bool is_shared(const struct idiom *idiom, uint32_t english, const struct link *literal)
{
    bool part = literal->kind == LINK_PART;

    for (uint32_t i = idiom->english; i < idiom->english_end; i++) {
        const struct english_word *word = &idiom->bilingual->words[i];

        if (i == english || (part && is_of_idiom(idiom, i)))
            continue;
        for (uint32_t j = 0; j < word->link_count; j++) {
            const struct link *link = &idiom->bilingual->links[word->first_link + j];

            if (link->german == literal->german && link->rank < COMMONEST && (part || link->kind == literal->kind))
                return true;
        }
    }
    return false;
}

/* The German token that is one of the usual translations of the English one, or NO_ID. */
static uint32_t literal_of(const struct idiom *idiom, uint32_t english)
{
    const struct english_word *word = &idiom->bilingual->words[english];

    for (uint32_t i = 0; i < word->link_count; i++) {
        const struct link *link = &idiom->bilingual->links[word->first_link + i];

        if ((link->kind == LINK_DICTIONARY || link->kind == LINK_PART) && link->rank < COMMONEST &&
            link->german >= idiom->german && link->german < idiom->german_end && !is_shared(idiom, english, link))
            return link->german;
    }
    return NO_ID;
}

static void find_literal(struct idiom *idiom)
{
    idiom->literal = idiom->nouns = 0;
    for (size_t i = 0; i < idiom->count; i++) {
        uint32_t german = literal_of(idiom, idiom->words[i]);

        if (german == NO_ID)
            continue;
        bool noun = token_is(token_at(idiom->run, german), POS_NOUN);

        if (noun && (idiom->nouns++ == 0 || german < idiom->first))
            idiom->first = german;
        if (noun && (idiom->nouns == 1 || german > idiom->last))
            idiom->last = german;
        idiom->german_words[idiom->literal++] = german;
    }
}

static bool has_lemma(const struct idiom *idiom, uint32_t token, uint32_t lemma)
{
    const struct token *at = token_at(idiom->run, token);
    const struct compound_part *parts = token_parts(idiom->run->doc, at);

    for (uint16_t i = 0; i < at->analysis.reading_count; i++)
        if (at->analysis.readings[i].lemma == lemma)
            return true;
    for (uint32_t i = 0; i < at->analysis.part_count; i++)
        if (parts[i].lemma == lemma)
            return true;
    return at->analysis.joined == lemma;
}

static bool is_literal_word(const struct idiom *idiom, uint32_t token)
{
    for (size_t i = 0; i < idiom->literal; i++)
        if (idiom->german_words[i] == token)
            return true;
    return false;
}

/* A compound that no dictionary lists: "Lippenbekenntnis". */
static bool is_unlisted(const struct idiom *idiom, struct slice word)
{
    return word.at[0] >= 'A' && word.at[0] <= 'Z' && lexicon_form(idiom->bilingual->lexicon, word) == NO_ID;
}

static bool is_form_of(const struct idiom *idiom, uint32_t token, struct slice word)
{
    const struct lexicon *lexicon = idiom->bilingual->lexicon;
    uint32_t form = lexicon_form(lexicon, word), lemma = lexicon_lemma(lexicon, word);

    if (slice_equal(text_at(idiom->run, token), word) ||
        (is_unlisted(idiom, word) && slice_starts(text_at(idiom->run, token), word)) ||
        (lemma != NO_ID && has_lemma(idiom, token, lemma)))
        return true;
    for (uint16_t i = 0; form != NO_ID && i < lexicon->forms[form].reading_count; i++)
        if (has_lemma(idiom, token, lexicon->readings[lexicon->forms[form].first_reading + i].lemma))
            return true;
    return false;
}

/* Where a word of a right rendering stands, as it is written there or in any other form; NO_ID: nowhere. */
static uint32_t place_of(const struct idiom *idiom, struct slice word)
{
    for (uint32_t i = idiom->german; i < idiom->german_end; i++)
        if (is_form_of(idiom, i, word))
            return i;
    return NO_ID;
}

/* A German word that says enough to be known again: no article, preposition, auxiliary. */
static bool is_content(const struct idiom *idiom, struct slice word)
{
    const struct lexicon *lexicon = idiom->bilingual->lexicon;

    return word.len > 3 && (is_unlisted(idiom, word) || form_is(lexicon, word, POS_NOUN) ||
                            form_is(lexicon, word, POS_ADJECTIVE) || form_is(lexicon, word, POS_ADVERB) ||
                            (form_is(lexicon, word, POS_VERB) && !form_is(lexicon, word, POS_AUXILIARY)));
}

/* A word of the right rendering is there that is none of the literal ones or a compound ("Lippenbekenntnisse"), or all
 * of its words are, or all of several nouns ("mehrere Eisen im Feuer haben"). */
static bool renders(const struct idiom *idiom, struct slice right)
{
    size_t asked = 0, found = 0, nouns = 0, found_nouns = 0;
    struct slice word;

    while (take_word(&right, &word)) {
        if (!is_content(idiom, word))
            continue;
        uint32_t place = place_of(idiom, word);

        if (place != NO_ID && (!is_literal_word(idiom, place) || token_at(idiom->run, place)->analysis.part_count > 1))
            return true;
        bool noun = form_is(idiom->bilingual->lexicon, word, POS_NOUN);

        asked++;
        nouns += noun;
        found += place != NO_ID;
        found_nouns += noun && place != NO_ID;
    }
    return asked > 0 && (found == asked || (nouns > 1 && found_nouns == nouns));
}

/* The right rendering has the literal words as well: "auf dünnes Eis" is German. */
static bool holds_literal(const struct idiom *idiom, struct slice right)
{
    for (size_t i = 0; i < idiom->literal; i++) {
        struct slice rest = right, word;
        bool found = false;

        while (!found && take_word(&rest, &word))
            found = is_form_of(idiom, idiom->german_words[i], word);
        if (!found)
            return false;
    }
    return idiom->literal > 1;
}

static bool is_rendered(const struct idiom *idiom)
{
    const struct rule_set *rules = &idiom->run->context->rules;
    const struct rule_record *record = &rules->rules[idiom->rule - rules->infos];

    for (uint32_t i = 0; i < record->suggestion_count; i++) {
        struct slice right =
            lexicon_text(idiom->bilingual->lexicon, rules->suggestions[record->first_suggestion + i].text);

        if (renders(idiom, right) || holds_literal(idiom, right))
            return true;
    }
    return false;
}

/* The rule itself, or another, has marked these words. */
static bool is_marked(const struct idiom *idiom)
{
    struct span span = tokens_span(idiom->run, idiom->first, idiom->last);

    for (size_t i = 0; i < idiom->run->issues->count; i++) {
        const struct issue *issue = &idiom->run->issues->items[i];

        if (slice_starts(issue->rule->id, SLICE("idiom/")) && issue->span.start < span.end &&
            span.start < issue->span.end)
            return true;
    }
    return false;
}

static void mark(const struct idiom *idiom)
{
    const struct check_run *run = idiom->run;
    struct arena *arena = run->issues->arena;
    struct slice english = idiom->rule->english;
    struct issue *issue =
        report_with_source(run, "bilingual/literal-idiom", tokens_span(run, idiom->first, idiom->last),
                           run->doc->sentences[token_at(run, idiom->first)->sentence].source);

    if (issue == NULL)
        return;
    if (idiom->literal < 2)
        issue->confidence = UNSURE; /* "ein Segen" alone may well render a blessing in disguise */
    issue->message[LANGUAGE_DE] =
        arena_print(arena, "Die englische Wendung „%.*s“ wurde Wort für Wort übersetzt.", (int)english.len, english.at);
    issue->message[LANGUAGE_EN] =
        arena_print(arena, "The English idiom “%.*s” was translated word by word.", (int)english.len, english.at);
}

/* One of two words or two of three, a noun among them. */
static bool is_literal(const struct idiom *idiom)
{
    return idiom->nouns > 0 && (idiom->count <= 2 || idiom->literal * 3 >= idiom->count * 2);
}

static void check_idiom(struct idiom *idiom)
{
    if (!stands_in_source(idiom))
        return;
    find_literal(idiom);
    if (is_literal(idiom) && !is_rendered(idiom) && !is_marked(idiom))
        mark(idiom);
}

/* ---- what a right rendering excuses ---- */

/* Where all content words of a right rendering stand: from its first word to its last, perhaps a negation before it
 * ("keine schlafenden Hunde wecken"); false where one of them is missing. */
static bool find_rendering(const struct idiom *idiom, struct slice right, uint32_t *first, uint32_t *last)
{
    struct slice word;

    *first = NO_ID;
    *last = 0;
    while (take_word(&right, &word)) {
        if (!is_content(idiom, word))
            continue;
        uint32_t place = place_of(idiom, word);

        if (place == NO_ID)
            return false;
        *first = place < *first ? place : *first;
        *last = place > *last ? place : *last;
    }
    if (*first == NO_ID)
        return false;
    *first -= *first > idiom->german;
    return true;
}

/* Takes back what the single words of the stretch were marked for beside their source. */
static void excuse(const struct idiom *idiom, uint32_t first, uint32_t last)
{
    struct issues *issues = idiom->run->issues;
    struct span span = tokens_span(idiom->run, first, last);
    size_t kept = 0;

    for (size_t i = 0; i < issues->count; i++) {
        const struct issue *issue = &issues->items[i];

        if (!slice_starts(issue->rule->id, SLICE("bilingual/")) || issue->span.start < span.start ||
            issue->span.end > span.end)
            issues->items[kept++] = *issue;
    }
    issues->count = kept;
}

static void excuse_idiom(struct idiom *idiom)
{
    const struct rule_set *rules = &idiom->run->context->rules;
    const struct rule_record *record = &rules->rules[idiom->rule - rules->infos];
    uint32_t first, last;

    if (!stands_in_source(idiom))
        return;
    for (uint32_t i = 0; i < record->suggestion_count; i++)
        if (find_rendering(
                idiom, lexicon_text(idiom->bilingual->lexicon, rules->suggestions[record->first_suggestion + i].text),
                &first, &last))
            excuse(idiom, first, last);
}

/* ---- the idioms of the rules that may stand in the source ---- */

static void each_idiom(const struct check_run *run, void visit(struct idiom *))
{
    const struct bilingual *bilingual = run->doc->bilingual;
    const struct list_record *table = named_table(bilingual->lexicon, TABLE_IDIOMS);
    struct idiom idiom = { .run = run,
                           .bilingual = bilingual,
                           .closed = named_list(bilingual->lexicon, LIST_ENGLISH_CLOSED_CLASSES) };

    for (uint32_t i = 0; bilingual->is_english && i < bilingual->english->token_count; i++) {
        uint32_t passage = bilingual->words[i].passage;
        size_t count;
        const struct pair_record *rows = english_pairs(bilingual, i, table, &count);

        if (count == 0 || passage == NO_ID || !is_translation(&bilingual->passages[passage]) ||
            !is_short_passage(bilingual, run->doc, &bilingual->passages[passage]))
            continue;
        idiom.passage = &bilingual->passages[passage];
        passage_english(bilingual, idiom.passage, &idiom.english, &idiom.english_end);
        passage_german(run->doc, idiom.passage, &idiom.german, &idiom.german_end);
        for (size_t j = 0; j < count; j++) {
            idiom.rule = rule_named(&run->context->rules, lexicon_text(bilingual->lexicon, rows[j].value));
            if (idiom.rule != NULL)
                visit(&idiom);
        }
    }
}

void check_source_idioms(const struct check_run *run)
{
    each_idiom(run, check_idiom);
}

void excuse_idioms(const struct check_run *run)
{
    bool marked = false;

    for (size_t i = 0; i < run->issues->count && !marked; i++)
        marked = slice_starts(run->issues->items[i].rule->id, SLICE("bilingual/"));
    if (marked)
        each_idiom(run, excuse_idiom);
}
