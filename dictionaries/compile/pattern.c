/* Compiles the pattern language of dictionaries/README.md into items and tests. */
#include "lexicon/hash.h"
#include "rules.h"
#include "text/unicode.h"

enum { DEFAULT_GAP = 4, MAX_GAP = 20, MAX_ITEMS = 40 };

struct parser {
    struct rule_records *records;
    const struct pattern_source *pattern;
    struct slice file;
    struct rs_error *error;
    unsigned words;    /* word items so far */
    bool negated;      /* the group at hand starts with "!" */
    size_t first_item; /* of the pattern, in records->items */
};

static int refuse(const struct parser *parser, const char *reason, struct slice what)
{
    return error_set(parser->error, parser->file.at, parser->pattern->line, "pattern \"%.*s\": %s \"%.*s\"",
                     (int)parser->pattern->text.len, parser->pattern->text.at, reason, (int)what.len, what.at);
}

static void add_test(struct parser *parser, enum test_kind kind, uint8_t group, uint32_t value, struct slice text)
{
    *ADD(parser->records->arena, parser->records, tests) =
        (struct pattern_test){ .kind = (uint8_t)kind,
                               .group = group,
                               .negated = parser->negated,
                               .value = value,
                               .text = builder_text(parser->records->builder, text) };
}

/* The lemma's id; a lemma no dictionary knows is added, so that rules can name it. */
static uint32_t lemma_id(struct parser *parser, struct slice lemma)
{
    struct builder *builder = parser->records->builder;
    uint32_t id = builder_find_lemma(builder, lemma);

    if (id != NO_ID) {
        guess_plural(builder, lemma);
        return id;
    }
    id = builder_lemma(builder, lemma);
    builder_lemma_at(builder, id)->flags |= LEMMA_RULE_ONLY;
    if (builder_find_form(builder, lemma) == NO_ID)
        guess_forms(parser->records, lemma, id);
    return id;
}

/* Adjectives without a bare form ("erste", "letzte", "obere") have their -e as lemma; who writes {erst} means them too.
 */
static void add_ordinal(struct parser *parser, enum test_kind kind, uint8_t group, struct slice lemma)
{
    char longer[64];

    if (lemma.len + 1 >= sizeof(longer))
        return;
    memcpy(longer, lemma.at, lemma.len);
    longer[lemma.len] = 'e';
    struct slice text = { longer, lemma.len + 1 };
    uint32_t form = builder_find_form(parser->records->builder, text);
    uint32_t id = builder_find_lemma(parser->records->builder, text);
    struct reading reading;

    for (size_t i = 0; form != NO_ID && id != NO_ID && builder_reading_at(parser->records->builder, form, i, &reading);
         i++)
        if (reading.lemma == id && pos_of(reading.features) == POS_ADJECTIVE) {
            add_test(parser, kind, group, id, text);
            return;
        }
}

static bool is_woman(const struct builder *builder, struct slice lemma)
{
    uint32_t form = builder_find_form(builder, lemma), id = builder_find_lemma(builder, lemma);
    struct reading reading;

    for (size_t i = 0; form != NO_ID && id != NO_ID && builder_reading_at(builder, form, i, &reading); i++)
        if (reading.lemma == id && pos_of(reading.features) == POS_NOUN && (reading.features & GENDER_F) != 0)
            return true;
    return false;
}

/* "Reiterin" for Reiter, "Kollegin" for Kollege, "Anwältin" for Anwalt: what keeps a rule silent for him does for her.
 */
static void add_woman(struct parser *parser, enum test_kind kind, uint8_t group, struct slice lemma)
{
    static const struct {
        const char *plain, *umlaut;
    } vowels[] = { { "a", "ä" }, { "o", "ö" }, { "u", "ü" }, { "A", "Ä" } };
    struct arena *arena = parser->records->arena;
    size_t stem = lemma.len - (lemma.len > 0 && lemma.at[lemma.len - 1] == 'e');

    if (lemma.len < 4 || lemma.at[0] < 'A' || lemma.at[0] > 'Z')
        return;
    struct slice woman = arena_print(arena, "%.*sin", (int)stem, lemma.at);

    for (size_t at = stem; at-- > 0 && !is_woman(parser->records->builder, woman);)
        for (size_t i = 0; i < sizeof(vowels) / sizeof(*vowels); i++)
            if (lemma.at[at] == vowels[i].plain[0])
                woman = arena_print(arena, "%.*s%s%.*sin", (int)at, lemma.at, vowels[i].umlaut, (int)(stem - at - 1),
                                    lemma.at + at + 1);
    if (is_woman(parser->records->builder, woman))
        add_test(parser, kind, group, builder_find_lemma(parser->records->builder, woman), woman);
}

static int add_lemma_test(struct parser *parser, enum test_kind kind, uint8_t group, struct slice lemma)
{
    if (lemma.len > LONGEST_TEXT / 2) /* a woman's is longer */
        return refuse(parser, "a word too long,", lemma);
    add_test(parser, kind, group, lemma_id(parser, lemma), lemma);
    add_ordinal(parser, kind, group, lemma);
    if (parser->pattern->women && !parser->negated)
        add_woman(parser, kind, group, lemma);
    return 0;
}

/* "-Modell" head, "Lama-" first part, "-Lama-" any part, "Modell" the word. */
static int add_lemma(struct parser *parser, uint8_t group, struct slice lemma)
{
    bool before = lemma.len > 0 && lemma.at[0] == '-';
    bool whole = parser->pattern->whole && !parser->negated;
    bool after = lemma.len > 1 && lemma.at[lemma.len - 1] == '-';
    struct slice bare = { lemma.at + before, lemma.len - before - after };

    if (bare.len == 0)
        return refuse(parser, "an empty lemma in", lemma);
    return add_lemma_test(parser,
                          before && after ? TEST_PART
                          : before        ? TEST_HEAD
                          : after         ? TEST_FIRST
                          : whole         ? TEST_WHOLE
                                          : TEST_LEMMA,
                          group, bare);
}

static int add_lemmas(struct parser *parser, uint8_t group, struct slice list)
{
    const char *at = list.at, *end = list.at + list.len;

    while (at <= end) {
        const char *bar = memchr(at, '|', (size_t)(end - at));
        struct slice lemma = slice_between(at, bar == NULL ? end : bar);

        if (add_lemma(parser, group, lemma) != 0)
            return -1;
        at = lemma.at + lemma.len + 1;
    }
    return 0;
}

static int add_class(struct parser *parser, uint8_t group, struct slice name)
{
    static const struct {
        const char *name;
        enum word_class class;
    } classes[] = {
        { "NOUN", CLASS_NOUN },       { "NAME", CLASS_NAME },        { "VERB", CLASS_VERB },
        { "ADJ", CLASS_ADJECTIVE },   { "ADV", CLASS_ADVERB },       { "DET", CLASS_DETERMINER },
        { "PRON", CLASS_PRONOUN },    { "PREP", CLASS_PREPOSITION }, { "NUM", CLASS_NUMBER },
        { "CAP", CLASS_CAPITAL },     { "UNKNOWN", CLASS_UNKNOWN },  { "ANY", CLASS_ANY },
        { "BARE", CLASS_BARE },       { "COMP", CLASS_COMPARATIVE }, { "FINITE", CLASS_FINITE },
        { "ENGLISH", CLASS_ENGLISH }, { "NAMED", CLASS_NAMED },      { "TEAM", CLASS_TEAM },
        { "GERMAN", CLASS_GERMAN },   { "INF", CLASS_INFINITIVE },   { "PART", CLASS_PARTICIPLE },
        { "PERSON", CLASS_PERSON },   { "YEAR", CLASS_YEAR },        { "SINGULAR", CLASS_SINGULAR },
        { "PAIRED", CLASS_PAIRED },   { "PAST", CLASS_PAST },
    };

    for (size_t i = 0; i < sizeof(classes) / sizeof(*classes); i++)
        if (slice_equal(name, slice_of(classes[i].name))) {
            add_test(parser, TEST_CLASS, group, classes[i].class, name);
            return 0;
        }
    return refuse(parser, "no such word class", name);
}

/* "@tiere" a word of the list, "@-tiere-" one with such a word as any part. */
/* "liste" its words, "-liste-" compounds with one as any part, "-liste" those with one as their head. */
static int add_list(struct parser *parser, uint8_t group, struct slice name)
{
    const struct word_lists *lists = parser->records->lists;
    bool before = name.len > 2 && name.at[0] == '-', parts = before && name.at[name.len - 1] == '-';
    const struct word_list *list = list_named(lists, (struct slice){ name.at + before, name.len - before - parts });

    if (list != NULL && before && !parts) {
        for (size_t i = 0; i < list->count; i++)
            if (add_lemma_test(parser, TEST_HEAD, group, list->words[i]) != 0)
                return -1;
        return 0;
    }
    if (list != NULL) {
        add_test(parser, parts ? TEST_LIST_PART : TEST_LIST, group, (uint32_t)(list - lists->lists), name);
        return 0;
    }
    return refuse(parser, "no such word list in dictionaries/words/", name);
}

/* One alternative: {lemmas}, #CLASS, @list, or a form. */
static int add_alternative(struct parser *parser, uint8_t group, struct slice text)
{
    if (text.len == 0)
        return refuse(parser, "an empty alternative in", text);
    if (text.at[0] == '{' && text.len > 1) {
        if (text.at[text.len - 1] != '}')
            return refuse(parser, "no closing brace in", text);
        return add_lemmas(parser, group, (struct slice){ text.at + 1, text.len - 2 });
    }
    if (text.at[0] == '#' && text.len > 1)
        return add_class(parser, group, slice_from(text, 1));
    if (text.at[0] == '@' && text.len > 1)
        return add_list(parser, group, slice_from(text, 1));
    if (text.len > LONGEST_TEXT)
        return refuse(parser, "a word too long,", text);
    add_test(parser, TEST_FORM, group, 0, text);
    return 0;
}

/* The end of a stretch up to one of two marks that stand outside braces. */
static const char *end_of(const char *at, const char *end, char mark, char other)
{
    bool braces = false;
    const char *start = at;

    for (; at < end; at++) {
        if (*at == '{')
            braces = true;
        else if (*at == '}')
            braces = false;
        else if (!braces && (*at == mark || *at == other) && at > start)
            break;
    }
    return at;
}

/* Groups joined by "&", each of alternatives joined by "|", negated as a whole by "!" before them. */
static int add_tests(struct parser *parser, struct slice text)
{
    const char *at = text.at, *end = text.at + text.len;
    uint8_t group = 0;

    parser->negated = false;
    /* A single mark is itself, whatever it means elsewhere ("|", "&", "{"). */
    if (text.len == 1) {
        add_test(parser, TEST_FORM, 0, 0, text);
        return 0;
    }
    for (bool starts = true;; starts = at[-1] == '&') {
        if (starts && (parser->negated = end - at > 1 && *at == '!'))
            at++;
        const char *stop = end_of(at, end, '|', '&');

        if (add_alternative(parser, group, slice_between(at, stop)) != 0)
            return -1;
        if (stop == end)
            return 0;
        group = (uint8_t)(group + (*stop == '&'));
        at = stop + 1;
    }
}

/* Numbers behind "...": the gap's length; DEFAULT_GAP when there is none, -1 when it is no number or too large. */
static int gap_length(struct slice digits)
{
    int length = 0;

    if (digits.len == 0)
        return DEFAULT_GAP;
    for (size_t i = 0; i < digits.len; i++) {
        if (digits.at[i] < '0' || digits.at[i] > '9' || length > MAX_GAP)
            return -1;
        length = length * 10 + (digits.at[i] - '0');
    }
    return length <= MAX_GAP ? length : -1;
}

/* ^ $ ^^ $$ [ ] ... : true with *item filled when text is one of them. */
static bool parse_mark(struct slice text, struct item_record *item, int *status)
{
    static const struct {
        const char *text;
        enum item_kind kind;
    } marks[] = {
        { "^", ITEM_SENTENCE_START }, { "$", ITEM_SENTENCE_END }, { "^^", ITEM_SEGMENT_START },
        { "$$", ITEM_SEGMENT_END },   { "[", ITEM_MARK_START },   { "]", ITEM_MARK_END },
    };

    for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
        if (slice_equal(text, slice_of(marks[i].text))) {
            item->kind = marks[i].kind & ITEM_KINDS;
            return true;
        }
    if (!slice_starts(text, SLICE("...")))
        return false;
    int length = gap_length(slice_from(text, 3));

    item->kind = ITEM_GAP;
    item->max = length < 0 ? 0 : (uint8_t)length;
    *status = length < 0 ? -1 : 0;
    return true;
}

static bool is_verb(const struct builder *builder, struct slice lemma)
{
    uint32_t form = builder_find_form(builder, lemma);
    struct reading reading;

    if (form == NO_ID)
        return false;
    for (size_t i = 0; builder_reading_at(builder, form, i, &reading); i++)
        if ((pos_of(reading.features) == POS_VERB || pos_of(reading.features) == POS_AUXILIARY) &&
            verb_form_of(reading.features) == VERB_INFINITIVE)
            return true;
    return false;
}

/* A lemma that no dictionary knows and that looks like an infinitive ("hochbellen"). */
static bool may_be_verb(const struct builder *builder, struct slice lemma)
{
    uint32_t id = builder_find_lemma(builder, lemma);

    return (id == NO_ID || (builder_lemma_flags(builder, id) & LEMMA_RULE_ONLY) != 0) &&
           slice_ends(lemma, SLICE("n")) && lemma.at[0] >= 'a' && lemma.at[0] <= 'z';
}

/* A verb floats: its alternatives are verb lemmas, at least one of them by the dictionary. */
static bool floats(const struct rule_records *records, const struct item_record *item)
{
    bool known = false;

    if (item->kind != ITEM_WORD || item->test_count == 0 || (item->flags & ITEM_OPTIONAL) != 0)
        return false;
    for (uint32_t i = 0; i < item->test_count; i++) {
        const struct pattern_test *test = &records->tests[item->first_test + i];
        struct slice lemma = builder_text_of(records->builder, test->text);
        bool verb = is_verb(records->builder, lemma);

        if ((test->kind != TEST_LEMMA && test->kind != TEST_WHOLE) || test->negated ||
            (!verb && !may_be_verb(records->builder, lemma)))
            return false;
        known = known || verb;
    }
    return known;
}

/* "^ {übersetzen} Sie": a verb behind the start of the sentence has its place. */
static bool follows_edge(const struct parser *parser)
{
    const struct rule_records *records = parser->records;

    size_t last = records->items_count;

    while (last > parser->first_item && (records->items[last - 1].flags & ITEM_OPTIONAL) != 0)
        last--;
    if (last == parser->first_item)
        return false;
    uint8_t kind = records->items[last - 1].kind;

    return kind == ITEM_SENTENCE_START || kind == ITEM_SEGMENT_START;
}

static int parse_item(struct parser *parser, struct slice text)
{
    struct rule_records *records = parser->records;
    struct item_record item = { .kind = ITEM_WORD, .first_test = (uint32_t)records->tests_count };
    int status = 0;

    if (parse_mark(text, &item, &status)) {
        if (status != 0)
            return refuse(parser, "a gap is at most 20 words:", text);
        *ADD(records->arena, records, items) = item;
        return 0;
    }
    /* ".|!|?" ends in a question mark that is an alternative. */
    if (text.len > 1 && text.at[text.len - 1] == '?' && text.at[text.len - 2] != '|') {
        item.flags |= ITEM_OPTIONAL;
        text.len--;
    }
    if (slice_equal(text, SLICE("#NP"))) {
        item.kind = ITEM_PHRASE;
        item.number = ++parser->words & ITEM_NUMBERS;
        *ADD(records->arena, records, items) = item;
        return 0;
    }
    if (add_tests(parser, text) != 0)
        return -1;
    size_t tests = records->tests_count - item.first_test;

    if (tests > MOST_TESTS)
        return refuse(parser, "too many alternatives in", text);
    item.test_count = tests & MOST_TESTS;
    item.number = ++parser->words & ITEM_NUMBERS;
    if (floats(records, &item) && !follows_edge(parser))
        item.flags |= ITEM_FLOATS;
    *ADD(records->arena, records, items) = item;
    return 0;
}

static int parse_items(struct parser *parser)
{
    const char *at = parser->pattern->text.at, *end = at + parser->pattern->text.len;

    while (at < end) {
        const char *stop = memchr(at, ' ', (size_t)(end - at));

        if (stop == NULL)
            stop = end;
        if (parse_item(parser, slice_between(at, stop)) != 0)
            return -1;
        at = stop + 1;
    }
    return 0;
}

struct item_row {
    struct item_record items[2 * MAX_ITEMS];
    uint32_t count;
};

/* Adds a gap behind the row's last item, or makes the one that stands there longer. */
static void add_gap(struct item_row *row, uint8_t max)
{
    if (row->count == 0)
        return;
    struct item_record *last = &row->items[row->count - 1];

    unsigned sum = (unsigned)last->max + max;

    if (last->kind == ITEM_GAP)
        last->max = (sum < LONGEST_GAP ? sum : LONGEST_GAP) & LONGEST_GAP;
    else
        row->items[row->count++] = (struct item_record){ .kind = ITEM_GAP, .max = max };
}

/* Puts floating verbs behind the rest, so that the matcher finds the fixed words first. Where a verb stood the rest
 * keeps a gap of one word, since it may stand there ("die Geschichte geht unten weiter") or not. Gaps at the ends of
 * the rest go. Returns the new number of items; room is for twice as many. */
static uint32_t move_verbs_back(struct item_record *items, uint32_t count)
{
    struct item_row rest = { .count = 0 }, verbs = { .count = 0 };

    for (uint32_t i = 0; i < count; i++) {
        if ((items[i].flags & ITEM_FLOATS) != 0) {
            verbs.items[verbs.count++] = items[i];
            add_gap(&rest, 1);
        } else if (items[i].kind == ITEM_GAP) {
            add_gap(&rest, items[i].max);
        } else {
            rest.items[rest.count++] = items[i];
        }
    }
    while (rest.count > 0 && rest.items[rest.count - 1].kind == ITEM_GAP)
        rest.count--;
    if (rest.count == 0)
        return count;
    memcpy(items, rest.items, rest.count * sizeof(*items));
    memcpy(items + rest.count, verbs.items, verbs.count * sizeof(*items));
    return rest.count + verbs.count;
}

/* Marks stand everywhere, but are no words that Ding could count. */
static bool is_mark(struct slice text)
{
    int32_t c;

    return read_code_point(text, &c) > 0 && !is_letter(c) && !is_digit(c);
}

/* How many places of running text an item's first group stops at: the sum of the frequencies in the lexicon, which are
 * those of the Ding dictionary's German side. UINT32_MAX when it can't be an anchor. */
static uint64_t anchor_cost(const struct rule_records *records, const struct item_record *item)
{
    enum { LIST_COST = 1000, MARK_COST = 1000000 };
    uint64_t cost = 1;

    if (item->kind != ITEM_WORD || (item->flags & ITEM_OPTIONAL) != 0)
        return UINT64_MAX;
    for (uint32_t i = 0; i < item->test_count; i++) {
        const struct pattern_test *test = &records->tests[item->first_test + i];

        if (test->group != 0)
            break;
        if (test->kind == TEST_CLASS || test->negated)
            return UINT64_MAX;
        if (test->kind == TEST_LIST || test->kind == TEST_LIST_PART)
            cost += LIST_COST;
        else if (is_mark(builder_text_of(records->builder, test->text)))
            cost += MARK_COST;
        else
            cost += builder_frequency(records->builder, builder_text_of(records->builder, test->text)) + 1;
    }
    return cost;
}

static uint16_t choose_anchor(const struct rule_records *records, const struct item_record *items, uint32_t count,
                              enum rule_order order)
{
    uint64_t best = UINT64_MAX;
    uint16_t anchor = UINT16_MAX;

    for (uint32_t i = 0; i < count; i++) {
        bool floating = order == ORDER_CLAUSE && (items[i].flags & ITEM_FLOATS) != 0;
        uint64_t cost = anchor_cost(records, &items[i]);

        /* The fixed words come first in the search; a floating verb is looked for from them. */
        if (floating && best != UINT64_MAX)
            break;
        if (cost < best) {
            best = cost;
            anchor = (uint16_t)i;
        }
    }
    return anchor;
}

/* Lists are long, and a segment mostly holds a word of them. */
static bool has_list(const struct rule_records *records, const struct item_record *item)
{
    for (uint32_t i = 0; i < item->test_count; i++) {
        uint8_t kind = records->tests[item->first_test + i].kind;

        if (kind == TEST_LIST || kind == TEST_LIST_PART)
            return true;
    }
    return false;
}

size_t pattern_partners(const struct rule_records *records, uint32_t first_item, uint32_t item_count, uint16_t anchor,
                        uint16_t partners[MAX_PARTNERS])
{
    uint64_t costs[MAX_PARTNERS];
    size_t count = 0;

    for (uint32_t i = 0; i < item_count; i++) {
        const struct item_record *item = &records->items[first_item + i];
        uint64_t cost = i == anchor || has_list(records, item) ? UINT64_MAX : anchor_cost(records, item);
        size_t at = count;

        if (cost == UINT64_MAX)
            continue;
        for (; at > 0 && costs[at - 1] > cost; at--)
            if (at < MAX_PARTNERS) {
                costs[at] = costs[at - 1];
                partners[at] = partners[at - 1];
            }
        if (at == MAX_PARTNERS)
            continue;
        costs[at] = cost;
        partners[at] = (uint16_t)i;
        count += count < MAX_PARTNERS;
    }
    return count;
}

static bool has_phrase(const struct item_record *items, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (items[i].kind == ITEM_PHRASE)
            return true;
    return false;
}

static bool only_verbs(const struct item_record *items, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (items[i].kind != ITEM_GAP && (items[i].flags & ITEM_FLOATS) == 0)
            return false;
    return true;
}

/* order="object" and "subject": a verb and a noun, in this order, or a verb and a noun in brackets; the noun is looked
 * for, its verb found from there. */
static bool is_verb_and_noun(const struct item_record *items, uint32_t count)
{
    uint32_t noun = rule_relation_noun(count);
    bool bare = count == 2,
         bracketed = count == 4 && items[1].kind == ITEM_MARK_START && items[3].kind == ITEM_MARK_END;

    return (bare || bracketed) && items[0].kind == ITEM_WORD && items[noun].kind == ITEM_WORD &&
           ((items[0].flags | items[noun].flags) & ITEM_OPTIONAL) == 0;
}

int pattern_compile(struct rule_records *records, const struct pattern_source *pattern, struct slice file,
                    uint32_t *first_item, uint32_t *item_count, uint16_t *anchor, struct rs_error *error)
{
    struct parser parser = { records, pattern, file, error, 0, false, records->items_count };

    *first_item = (uint32_t)records->items_count;
    if (parse_items(&parser) != 0)
        return -1;
    struct item_record *items = records->items + *first_item;
    uint32_t count = (uint32_t)records->items_count - *first_item;

    if (count == 0 || count > MAX_ITEMS)
        return refuse(&parser, "1 to 40 items are allowed, not", pattern->text);
    if (is_relation(pattern->order) && !is_verb_and_noun(items, count))
        return refuse(&parser, "order=\"object\" or \"subject\" takes a verb and a noun, not", pattern->text);
    if (pattern->order == ORDER_FREE && has_phrase(items, count))
        return refuse(&parser, "#NP has no place in order=\"free\":", pattern->text);
    if (pattern->order != ORDER_CLAUSE || only_verbs(items, count)) {
        /* Nothing to float around: as written. */
        for (uint32_t i = 0; i < count; i++)
            items[i].flags &= ITEM_OPTIONAL;
    } else {
        uint32_t room = count;

        while (room-- > 0) /* each verb may leave a gap */
            *ADD(records->arena, records, items) = (struct item_record){ 0 };
        items = records->items + *first_item;
        count = move_verbs_back(items, count);
    }
    records->items_count = *first_item + count;
    *item_count = count;
    *anchor = choose_anchor(records, items, count, pattern->order);
    if (is_relation(pattern->order)) {
        uint32_t noun = rule_relation_noun(count);

        *anchor = anchor_cost(records, &items[noun]) == UINT64_MAX ? UINT16_MAX : (uint16_t)noun;
    }
    return 0;
}
