/* Marks compounds written as separate words, as English writes them: "das Klimaschutz Gesetz", "die Trump Regierung",
 * "der Gesundheits Minister". Two nouns may stand side by side in German too (dative and accusative, measures, titles,
 * appositions), so only places are marked where they must be one: before the verb of a main clause, behind a
 * preposition, or where the determiner agrees with the last word and not with the first. */
#include "checks/compounds.h"
#include "checks/leads.h"
#include "checks/lone_words.h"
#include "checks/marks.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"
#include "text/letters.h"

enum { MAX_FIRST_WORDS = 3 };

static bool same_sentence(const struct document *doc, size_t a, size_t b)
{
    return b < doc->token_count && doc->tokens[a].sentence == doc->tokens[b].sentence;
}

/* A word that can be the first part: capitalised, no determiner or title, not the end of a quotation. */
static bool can_stand_first(const struct check_run *run, size_t index)
{
    const struct token *token = &run->doc->tokens[index];

    /* "iPhone" is a name though it opens with a small letter. */
    return token->kind == TOKEN_WORD && (token->flags & (TOKEN_CAPITAL | TOKEN_INNER_CAPITAL)) != 0 &&
           (token->flags & TOKEN_QUOTED) == 0 && !token_in_list(&run->context->lexicon, LIST_APPOSITIONS, token) &&
           !token_is(token, POS_ADJECTIVE) && !is_number_word(run, token) && (token->flags & TOKEN_ABBREVIATION) == 0 &&
           !is_person_adjective(token_text(run->doc, token)) && !small_is(token, POS_DETERMINER);
}

/* "Solar": an adjective that has no ending, so that it can't stand before a noun. */
static bool is_bare_adjective(const struct check_run *run, uint32_t form)
{
    const struct form_record *record = &run->context->lexicon.forms[form];

    for (uint32_t i = 0; i < record->reading_count; i++) {
        uint32_t features = run->context->lexicon.readings[record->first_reading + i].features;

        if (pos_of(features) != POS_ADVERB &&
            (pos_of(features) != POS_ADJECTIVE || (features & UNINFLECTED) == 0 || (features & CASE_ANY) != 0))
            return false;
    }
    return record->reading_count > 0;
}

/* "die Nationale Wahlbehörde" is a name; "die Arbeitslosen Quote" can't be: as an adjective the word would not agree.
 */
static bool is_adjective_of_name(const struct check_run *run, size_t determiner, size_t index, size_t noun)
{
    const struct document *doc = run->doc;
    struct slice lower = with_initial(run->issues->arena, token_text(doc, &doc->tokens[index]), false);
    uint32_t form = lexicon_form(&run->context->lexicon, lower);
    struct token tokens[3] = { doc->tokens[determiner], doc->tokens[index], doc->tokens[noun] };
    struct document triple = { .text = doc->text, .tokens = tokens, .token_count = 3 };
    struct noun_phrase phrase = { .first = 0, .noun = 2, .has_determiner = true };

    if (!is_capital_adjective(run, &doc->tokens[index]))
        return false;
    if (form != NO_ID && is_bare_adjective(run, form) && noun == determiner + 2)
        return false;
    if (form == NO_ID || !token_is(&doc->tokens[index], POS_NOUN) || noun != index + 1 || noun != determiner + 2 ||
        !slice_ends(lower, SLICE("en")))
        return true;
    read_as(&tokens[1].analysis, run->context->lexicon.readings + run->context->lexicon.forms[form].first_reading,
            run->context->lexicon.forms[form].reading_count);
    return agreeing_cases(&triple, &phrase, NULL) != 0;
}

static bool holds_adjective_of_name(const struct check_run *run, size_t determiner, size_t noun)
{
    for (size_t i = determiner + 1; i < noun; i++)
        if (is_adjective_of_name(run, determiner, i, noun))
            return true;
    return false;
}

static bool is_acronym(const struct token *token)
{
    return (token->flags & TOKEN_ALL_CAPS) != 0;
}

bool is_used_compound(const struct check_run *run, size_t first)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = &run->doc->tokens[first];
    struct slice whole = known_compound(run, token_text(run->doc, token), token_text(run->doc, &token[1]));
    uint32_t form = whole.len > 0 ? lexicon_form(lexicon, whole) : NO_ID;

    if (form == NO_ID)
        return false;
    for (uint32_t i = 0; i < lexicon->forms[form].reading_count; i++) {
        uint32_t lemma = lexicon->readings[lexicon->forms[form].first_reading + i].lemma;

        if (lemma != NO_ID && word_frequency(lexicon, lemma_text(lexicon, lemma)) > 0)
            return true;
    }
    return lexicon->forms[form].frequency > 0;
}

/* Two nouns of the dictionaries, of which the second is said often or both are one there: English has words that look
 * like them, but does not put them together. A capital before them shows a name. */
static bool is_german_pair(const struct check_run *run, size_t index, bool often)
{
    const struct token *left = &run->doc->tokens[index - 1];
    bool named = index > 1 && same_sentence(run->doc, index - 2, index) && (left[-1].flags & TOKEN_CAPITAL) != 0 &&
                 (left[-1].flags & TOKEN_SENTENCE_START) == 0;

    return !named && is_known_noun(left) && is_known_noun(&left[1]) &&
           ((often && !is_english_token(left)) || is_used_compound(run, index - 1));
}

bool is_common_noun(const struct check_run *run, size_t index)
{
    const struct token *token = &run->doc->tokens[index];
    enum { USED = 3, OFTEN = 10, EVERYDAY = 100 };
    const struct lexicon *lexicon = &run->context->lexicon;
    bool english = is_english_token(token);
    uint16_t uses = token->analysis.form == NO_ID ? 0 : lexicon->forms[token->analysis.form].frequency;
    const struct token *left = &token[-1];

    if (token_in_list(lexicon, LIST_CAR_MODELS, token) && (is_acronym(left) || !is_known_noun(left)))
        return false; /* "VW Golf" */
    /* "Champions League", "Music Festival", "Kanawha Division": an English word behind one that is no German one, or
     * English itself, belongs to a name. Behind abbreviations, words that German uses often do not. */
    bool person = is_person(lexicon, token);

    if (uses >= EVERYDAY && is_english_token(left) && is_known_noun(token)) /* "Premier League Spiel" */
        english = false;
    if (english && is_german_pair(run, index, uses >= OFTEN)) /* "Wald Brand", "Software Version" */
        english = false;
    if (english && !(person && uses >= USED) && /* "Apple Chef" */
        (is_acronym(left)
             ? uses < USED
             : (is_english_token(left) && !person) || (!token_is(left, POS_NOUN) && !is_linked_form(run, left))))
        return false;
    return (!token_in_list(lexicon, LIST_NAME_HEADS, token) || is_german_pair(run, index, false)) &&
           is_plain_noun(token);
}

uint32_t cases_of_pair(const struct document *doc, size_t determiner, size_t noun)
{
    struct noun_phrase phrase = { .first = 0, .noun = 1, .has_determiner = true };
    struct token tokens[2] = { doc->tokens[determiner], doc->tokens[noun] };
    struct document pair = { .text = doc->text, .tokens = tokens, .token_count = 2 };

    return agreeing_cases(&pair, &phrase, NULL);
}

static bool is_finite_verb(const struct token *token)
{
    return token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) == 0 && token_is_finite(token);
}

/* "Ein Tropfen Liebe" */
static bool counts_out(const struct lexicon *lexicon, const struct token *token)
{
    return lemma_in_list(lexicon, LIST_QUANTITIES, token) || lemma_in_list(lexicon, LIST_CONTAINERS, token);
}

/* "Die Mannschaft Torhüter": people. "Literatur" is none. */
static bool may_name_people(const struct lexicon *lexicon, const struct token *token)
{
    return is_person(lexicon, token) || lemma_in_list(lexicon, LIST_COLLECTIVES, token);
}

/* "Der Luftsportclub Schliersee", "Die Dienststelle Aurora": the first noun has the article, the second one is rare, or
 * known as a compound alone: a name. */
static bool may_be_apposition(const struct check_run *run, size_t determiner, size_t noun)
{
    enum { RARE = 3 };
    const struct token *first = &run->doc->tokens[determiner + 1], *last = &run->doc->tokens[noun];

    if (noun == determiner + 2 && counts_out(&run->context->lexicon, first))
        return true;
    if (is_person(&run->context->lexicon, last) && !may_name_people(&run->context->lexicon, first))
        return false;
    return noun == determiner + 2 && token_is(first, POS_NOUN) && !is_acronym(first) &&
           (first->analysis.part_count > 1 ||
            (first->analysis.form != NO_ID && run->context->lexicon.forms[first->analysis.form].frequency >= RARE)) &&
           cases_of_pair(run->doc, determiner, determiner + 1) != 0 &&
           (last->analysis.form == NO_ID || run->context->lexicon.forms[last->analysis.form].frequency < RARE);
}

/* Where the words must be one phrase. */
static bool must_be_one(const struct check_run *run, size_t determiner, size_t noun)
{
    const struct document *doc = run->doc;
    const struct token *first = &doc->tokens[determiner];
    bool common_first = is_known_noun(&doc->tokens[determiner + 1]);
    const struct token *next = noun + 1 < doc->token_count ? &doc->tokens[noun + 1] : NULL;

    if (is_linked_form(run, &doc->tokens[determiner + 1]))
        return true;
    if (token_in_list(&run->context->lexicon, LIST_PLURAL_NAMES, first + 1) &&
        slice_is(token_text(doc, first), "den")) /* "in den USA Asyl fand" */
        return false;
    if ((first->flags & TOKEN_SENTENCE_START) != 0)
        /* "Der Bereich Bauelemente wächst"; behind an abbreviation or a name an attribute may follow too. */
        return next != NULL && same_sentence(doc, noun, noun + 1) &&
               (is_finite_verb(next) ||
                ((!common_first || is_acronym(&doc->tokens[determiner + 1])) && token_is(next, POS_PREPOSITION))) &&
               (cases_of_pair(doc, determiner, noun) & CASE_NOM) != 0 && !may_be_apposition(run, determiner, noun);
    if (determiner < 2 || !same_sentence(doc, determiner - 2, determiner) ||
        doc->tokens[determiner - 2].kind == TOKEN_PUNCTUATION)
        return false;
    /* "aus dem Tower Lallen": an infinitive may stand for itself */
    return token_is(&doc->tokens[determiner - 1], POS_PREPOSITION) && !common_first &&
           !form_is(&run->context->lexicon, token_lower(&doc->tokens[noun]), POS_VERB) &&
           (cases_of_pair(doc, determiner, noun) & preposition_cases(&doc->tokens[determiner - 1])) != 0;
}

/* "Das Leben Werk der Malerin", "Die Miete Preise in Kiel": the subject that opens the sentence has an attribute behind
 * it, and the lexicon has its words as one. */
static bool opens_as_one(const struct check_run *run, size_t determiner, size_t noun)
{
    const struct document *doc = run->doc;
    const struct token *next = &doc->tokens[noun] + 1;

    return (doc->tokens[determiner].flags & TOKEN_SENTENCE_START) != 0 && noun == determiner + 2 &&
           same_sentence(doc, noun, noun + 1) && (token_is(next, POS_DETERMINER) || token_is(next, POS_PREPOSITION)) &&
           is_known_noun(&doc->tokens[determiner + 1]) && (cases_of_pair(doc, determiner, noun) & CASE_NOM) != 0 &&
           known_compound(run, token_text(doc, &doc->tokens[determiner + 1]), token_text(doc, &doc->tokens[noun])).len >
               0;
}

static struct slice joined_by_hyphens(const struct check_run *run, size_t first, size_t last)
{
    struct slice text = token_text(run->doc, &run->doc->tokens[first]);

    for (size_t i = first + 1; i <= last; i++) {
        struct slice next = token_text(run->doc, &run->doc->tokens[i]);

        text = arena_print(run->issues->arena, "%.*s-%.*s", (int)text.len, text.at, (int)next.len, next.at);
    }
    return text;
}

struct slice known_compound(const struct check_run *run, struct slice first, struct slice head)
{
    static const char links[][3] = { "", "s", "n", "en", "es", "er", "e" };
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice lower = lower_case(run->issues->arena, head);
    char *room = arena_room(run->issues->arena, first.len + sizeof *links + lower.len);

    memcpy(room, first.at, first.len);
    for (size_t i = 0; i < sizeof(links) / sizeof(*links); i++) { /* asked of every two nouns side by side */
        size_t front = first.len + strlen(links[i]);

        memcpy(room + first.len, links[i], front - first.len);
        memcpy(room + front, lower.at, lower.len);
        room[front + lower.len] = '\0';
        struct slice whole = { room, front + lower.len };

        if (form_is(lexicon, whole, POS_NOUN))
            return whole;
    }
    if (slice_ends(first, SLICE("e")) && first.len > 3) { /* "Miete", "Preise": Mietpreise */
        struct slice whole = arena_join(run->issues->arena, (struct slice){ first.at, first.len - 1 }, lower);

        if (form_is(lexicon, whole, POS_NOUN))
            return whole;
    }
    return (struct slice){ 0 };
}

static struct slice joined(const struct check_run *run, size_t first, size_t last)
{
    struct slice text = token_text(run->doc, &run->doc->tokens[first]);
    uint16_t open = (run->doc->tokens[first].flags & (TOKEN_HYPHEN | TOKEN_ALL_CAPS | TOKEN_DIGIT)) |
                    (run->doc->tokens[last].flags & TOKEN_HYPHEN);
    bool closed = is_known_noun(&run->doc->tokens[first]) && open == 0 && last == first + 1;
    struct slice head = token_text(run->doc, &run->doc->tokens[last]);
    struct slice known = last == first + 1 ? known_compound(run, text, head) : (struct slice){ 0 };

    if (known.len > 0)
        return known;
    if (closed || is_linked_form(run, &run->doc->tokens[first])) {
        struct slice lower = lower_case(run->issues->arena, head);

        return arena_join(run->issues->arena, text, lower);
    }
    return joined_by_hyphens(run, first, last);
}

/* Reports the words from first to last as a compound that is split, and suggests how it is written. */
static void report_split(const struct check_run *run, size_t first, size_t last)
{
    /* "die Grande Dame": French that German keeps in two words, whatever a dictionary has besides */
    if (small_in_list(&run->context->lexicon, LIST_LOAN_PHRASES, &run->doc->tokens[first]) &&
        small_in_list(&run->context->lexicon, LIST_LOAN_PHRASES, &run->doc->tokens[last]))
        return;
    if (is_said_of_noun(run, first))
        return;
    struct issue *issue = report(run, "check/split-compound",
                                 (struct span){ run->doc->tokens[first].span.start, run->doc->tokens[last].span.end });

    if (issue != NULL)
        issue_suggest(run->issues, issue, joined(run, first, last));
}

/* "der Stürmer Thomas Vogel" */
static bool is_named_person(const struct check_run *run, size_t determiner, size_t noun)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    return noun == determiner + 3 && is_person(lexicon, &run->doc->tokens[determiner + 1]) &&
           is_first_name(lexicon, &run->doc->tokens[noun - 1]);
}

/* "der Faktor Mensch" */
static bool is_apposed(const struct check_run *run, size_t determiner, size_t noun)
{
    struct lead lead = lead_before(run, determiner + 1);

    return may_be_apposed(run, &lead, determiner + 1, noun);
}

/* Reports the words behind a determiner when they must be one; the last of them, or 0. */
static size_t check_from(const struct check_run *run, size_t determiner)
{
    const struct document *doc = run->doc;
    size_t noun = determiner + 1;

    while (noun <= determiner + MAX_FIRST_WORDS && same_sentence(doc, determiner, noun + 1) &&
           can_stand_first(run, noun) && (doc->tokens[noun + 1].flags & TOKEN_CAPITAL) != 0 &&
           (doc->tokens[noun + 1].flags & TOKEN_SPACE_BEFORE) != 0)
        noun++;
    if (noun < determiner + 2 || !is_common_noun(run, noun) || cases_of_pair(doc, determiner, noun) == 0 ||
        holds_adjective_of_name(run, determiner, noun) || asks_for_first(run, determiner, noun) ||
        is_apposed(run, determiner, noun) || is_behind_relative(run, determiner) ||
        (same_sentence(doc, noun, noun + 1) && (doc->tokens[noun + 1].flags & TOKEN_CAPITAL) != 0))
        return 0;
    if (noun == determiner + 2 && is_named_thing(run, determiner, noun))
        return 0;
    bool first_is_noun = noun == determiner + 2 && token_is(&doc->tokens[determiner + 1], POS_NOUN);
    bool disagrees = first_is_noun && cases_of_pair(doc, determiner, determiner + 1) == 0;

    if ((!must_be_one(run, determiner, noun) && !disagrees && !opens_as_one(run, determiner, noun)) ||
        is_named_person(run, determiner, noun) || is_named_house(run, determiner + 1, noun))
        return 0;
    report_split(run, determiner + 1, noun);
    return noun;
}

static bool is_article(const struct document *doc, size_t index)
{
    const struct token *token = &doc->tokens[index];

    return token->kind == TOKEN_WORD && token_is(token, POS_DETERMINER) &&
           (index == 0 || !token_is(&token[-1], POS_DETERMINER)) &&
           (index == 0 || doc->tokens[index - 1].sentence != token->sentence ||
            doc->tokens[index - 1].clause == token->clause);
}

/* "35 jährige", "sieben monatige": the adjective is no word of its own. */
static bool is_split_number(const struct check_run *run, size_t i)
{
    const struct token *number = &run->doc->tokens[i], *word = &run->doc->tokens[i + 1];

    if ((number->kind != TOKEN_NUMBER && !token_is(number, POS_NUMERAL)) || word->kind != TOKEN_WORD ||
        !same_sentence(run->doc, i, i + 1))
        return false;
    struct slice text = with_initial(run->issues->arena, token_text(run->doc, word), false);
    const struct list_record *stems = named_list(&run->context->lexicon, LIST_NUMBER_ADJECTIVES);

    for (uint32_t s = 0; stems != NULL && s < stems->count; s++) {
        struct slice stem = lexicon_text(&run->context->lexicon, run->context->lexicon.list_words[stems->first + s]);

        if (slice_starts(text, stem) && text.len <= stem.len + 2)
            return true;
    }
    return false;
}

/* "am Montag Nachmittag" */
static bool is_split_time(const struct check_run *run, size_t i)
{
    const struct token *day = &run->doc->tokens[i], *time = &run->doc->tokens[i + 1];

    return day->kind == TOKEN_WORD && time->kind == TOKEN_WORD && same_sentence(run->doc, i, i + 1) &&
           (time->flags & (TOKEN_CAPITAL | TOKEN_SPACE_BEFORE)) == (TOKEN_CAPITAL | TOKEN_SPACE_BEFORE) &&
           token_in_list(&run->context->lexicon, LIST_WEEKDAYS, day) &&
           small_in_list(&run->context->lexicon, LIST_TIMES_OF_DAY, time);
}

/* "deutsch französische Freundschaft". */
static bool are_split_nationalities(const struct check_run *run, size_t i)
{
    const struct token *left = &run->doc->tokens[i], *right = &run->doc->tokens[i + 1];

    return left->kind == TOKEN_WORD && right->kind == TOKEN_WORD && same_sentence(run->doc, i, i + 1) &&
           (right->flags & TOKEN_CAPITAL) == 0 &&
           (token_in_list(&run->context->lexicon, LIST_NATIONALITIES, left) ||
            token_in_list(&run->context->lexicon, LIST_POINTS_OF_THE_COMPASS, left)) &&
           !token_in_list(&run->context->lexicon, LIST_NATIONALITIES, right) &&
           inflected_in_list(&run->context->lexicon, LIST_NATIONALITIES, token_text(run->doc, right));
}

/* A nominative, dative or accusative plural: "der" is a genitive alone. */
static bool admits_plural(const struct token *determiner)
{
    for (uint16_t i = 0; i < determiner->analysis.reading_count; i++) {
        uint32_t features = determiner->analysis.readings[i].features;

        if (pos_of(features) == POS_DETERMINER && (features & NUMBER_PL) != 0 &&
            (features & (CASE_NOM | CASE_DAT | CASE_ACC)) != 0)
            return true;
    }
    return false;
}

/* "Der 100 Meter Lauf": the article agrees with the last word, and not with the measure. */
static bool is_split_measure(const struct check_run *run, size_t i)
{
    const struct document *doc = run->doc;
    const struct lexicon *lexicon = &run->context->lexicon;

    if (slice_is(token_text(doc, &doc->tokens[i]), "ihr")) /* "sprach ihr 900 Euro Schadenersatz zu" */
        return false;
    return is_article(doc, i) && same_sentence(doc, i, i + 3) && doc->tokens[i + 1].kind == TOKEN_NUMBER &&
           (doc->tokens[i + 1].flags & TOKEN_ORDINAL) == 0 &&
           (token_in_list(lexicon, LIST_MEASURES, &doc->tokens[i + 2]) ||
            token_in_list(lexicon, LIST_SPANS_OF_TIME, &doc->tokens[i + 2])) &&
           is_plain_noun(&doc->tokens[i + 3]) && cases_of_pair(doc, i, i + 3) != 0 && !admits_plural(&doc->tokens[i]) &&
           !(same_sentence(doc, i, i + 4) && (doc->tokens[i + 4].flags & TOKEN_CAPITAL) != 0);
}

static void report_text(const struct check_run *run, size_t first, size_t last, struct slice text)
{
    struct issue *issue = report(run, "check/split-compound",
                                 (struct span){ run->doc->tokens[first].span.start, run->doc->tokens[last].span.end });

    if (issue != NULL)
        issue_suggest(run->issues, issue, text);
}

static void report_hyphens(const struct check_run *run, size_t first, size_t last)
{
    report_text(run, first, last, joined_by_hyphens(run, first, last));
}

/* "300 Meter langer" for "300-Meter-langer". */
static struct slice without_hyphens(const struct check_run *run, size_t first, size_t last)
{
    struct slice copy = arena_copy(
        run->issues->arena,
        text_of(run->doc, (struct span){ run->doc->tokens[first].span.start, run->doc->tokens[last].span.end }));
    char *out = (char *)(uintptr_t)copy.at;

    for (size_t i = 0; i < copy.len; i++)
        if (out[i] == '-')
            out[i] = ' ';
    return copy;
}

/* Two nouns between the start of the sentence and its verb are one phrase: "Der Dollar Kurs fällt"; elsewhere the
 * second may be an object: "dass der Boden Wasser hält". */
static bool fills_first_place(const struct document *doc, size_t i)
{
    size_t first = doc->sentences[doc->tokens[i].sentence].first_token;

    for (size_t at = first; at < i; at++)
        if (!token_is(&doc->tokens[at], at == first ? POS_DETERMINER : POS_ADJECTIVE))
            return false;
    return same_sentence(doc, i, i + 2) && is_finite_verb(&doc->tokens[i + 2]);
}

/* "der Minister Präsident", "das Impf Zentrum": the words are one in the lexicon, often enough to be no chance. */
static bool is_split_word(const struct check_run *run, size_t i)
{
    enum { MIN_FIRST = 3, MIN_BYTES = 4, USED = 1 };
    const struct document *doc = run->doc;
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *left = &doc->tokens[i], *right = left + 1;
    uint32_t least = is_known_noun(left) ? MIN_BYTES : MIN_FIRST;
    uint16_t never = TOKEN_QUOTED | TOKEN_HYPHEN | TOKEN_ALL_CAPS | TOKEN_INNER_CAPITAL | TOKEN_ABBREVIATION;

    if (i == 0 || !same_sentence(doc, i - 1, i + 1) || left->kind != TOKEN_WORD || right->kind != TOKEN_WORD ||
        (left->flags & right->flags & TOKEN_CAPITAL) == 0 || ((left->flags | right->flags) & never) != 0 ||
        (right->flags & TOKEN_SPACE_BEFORE) == 0 || !token_is(right, POS_NOUN) || token_is(right, POS_NAME) ||
        left->span.end - left->span.start < least || right->span.end - right->span.start < MIN_BYTES ||
        (is_english_token(left) && is_english_token(right)) || doc->tokens[i - 1].kind != TOKEN_WORD ||
        (!token_is(&doc->tokens[i - 1], POS_DETERMINER) && !token_is(&doc->tokens[i - 1], POS_ADJECTIVE) &&
         (token_is(left, POS_NOUN) || token_is(left, POS_NAME))) ||
        ((doc->tokens[i - 1].flags & TOKEN_CAPITAL) != 0 && (doc->tokens[i - 1].flags & TOKEN_SENTENCE_START) == 0) ||
        (same_sentence(doc, i, i + 2) && (doc->tokens[i + 2].flags & TOKEN_CAPITAL) != 0))
        return false;
    struct slice head = token_lower(right), first = token_text(doc, left);

    struct slice whole = arena_join(run->issues->arena, first, head);
    uint32_t form = lexicon_form(lexicon, whole);

    if (form == NO_ID || !form_is(lexicon, whole, POS_NOUN) || is_named_house(run, i, i + 1))
        return false;
    return !is_known_noun(left) || (lexicon->forms[form].frequency >= USED && fills_first_place(doc, i));
}

/* "Regierungs flugzeug": the second part is no word, but a noun with its capital, and the first can't stand alone or
 * the lexicon has the whole. */
static bool is_cut_in_two(const struct check_run *run, size_t i)
{
    enum { MIN_BYTES = 4 };
    const struct token *left = &run->doc->tokens[i], *right = left + 1;
    struct slice first = token_text(run->doc, left), second = token_text(run->doc, right);
    const struct lexicon *lexicon = &run->context->lexicon;

    if (!same_sentence(run->doc, i, i + 1) || right->kind != TOKEN_WORD || right->analysis.flags != 0 ||
        ((left->flags | right->flags) & (TOKEN_QUOTED | TOKEN_HYPHEN)) != 0 || second.len < MIN_BYTES ||
        (left->flags & TOKEN_CAPITAL) == 0 || (right->flags & TOKEN_CAPITAL) != 0)
        return false;
    return form_is(lexicon, arena_join(run->issues->arena, first, second), POS_NOUN) ||
           (is_linked_form(run, left) && form_is(lexicon, with_initial(run->issues->arena, second, true), POS_NOUN));
}

/* Numbers, weekdays, nationalities and articles; words with a capital have a mark of their own. */
bool begins_split_compound(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i];
    const struct lexicon *lexicon = &run->context->lexicon;

    return token->kind == TOKEN_NUMBER || begins_with_number(run, i) || token_is(token, POS_NUMERAL) ||
           token_is(token, POS_DETERMINER) || token_in_list(lexicon, LIST_WEEKDAYS, token) ||
           token_in_list(lexicon, LIST_NATIONALITIES, token) ||
           token_in_list(lexicon, LIST_POINTS_OF_THE_COMPASS, token) ||
           small_in_table(lexicon, TABLE_NUMBER_WORDS, token);
}

bool begins_split_noun(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i];

    return token->kind == TOKEN_WORD &&
           ((token->flags & (TOKEN_CAPITAL | TOKEN_INNER_CAPITAL)) != 0 ||
            token_in_list(&run->context->lexicon, LIST_BOUND_FIRST_PARTS, token)); /* "3D" */
}

void check_compounds(const struct check_run *run)
{
    size_t last = 0;

    for (size_t i = 0; i + 1 < run->doc->token_count; i = last > i ? last : i + 1) {
        last = 0;
        /* Two nouns, or an English word and its particle; most words end here. */
        if (!is_marked(run, MARK_SPLIT, i) &&
            !(is_marked(run, MARK_SPLIT_CAPITAL, i) &&
              ((run->doc->tokens[i + 1].flags & TOKEN_CAPITAL) != 0 || run->doc->tokens[i + 1].analysis.flags == 0 ||
               token_in_list(&run->context->lexicon, LIST_ENGLISH_PARTICLES, &run->doc->tokens[i + 1]))))
            continue;
        if (is_hyphened_measure(run, i, &last))
            report_text(run, i, last, without_hyphens(run, i, last));
        else if (is_split_number(run, i) || is_split_time(run, i) || are_split_nationalities(run, i))
            report_hyphens(run, i, last = i + 1);
        else if (is_split_measure(run, i))
            report_hyphens(run, i + 1, last = i + 3);
        else if (is_split_word(run, i) || is_cut_in_two(run, i))
            report_split(run, i, last = i + 1);
        else if (is_split_noun(run, i, &last))
            report_split(run, i, last);
        else
            last = i + 2 < run->doc->token_count && is_article(run->doc, i) ? check_from(run, i) : 0;
    }
}
