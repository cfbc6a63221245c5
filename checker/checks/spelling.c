/* Marks non-words. Names, their genitives and compounds, foreign words and well-formed new compounds are none: on
 * machine translations hunspell alone is noise, since most words it does not know are names (precision 0.10 on news21,
 * below chance); lower-case non-words are errors (0.29 to 0.52). */
#include "checks/habits.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/variants.h"
#include "checks/word_formation.h"
#include "lexicon/analysis.h"
#include "lexicon/compound.h"
#include "lexicon/corrections.h"
#include "lexicon/hash.h"
#include "lexicon/noun_phrase.h"
#include "lexicon/speller.h"
#include "text/letters.h"

/* A word beside unknown ones belongs to a name or a citation ("van der", "de la", "of"). */
static bool in_foreign_company(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;

    for (size_t n = 1; n <= 2; n++) {
        size_t sides[2] = { index - n, index + n };

        for (int side = 0; side < 2; side++) {
            if (sides[side] >= doc->token_count || doc->tokens[sides[side]].sentence != doc->tokens[index].sentence)
                continue;
            const struct token *near = &doc->tokens[sides[side]];

            if (near->kind == TOKEN_WORD && !is_known_word(near))
                return true;
        }
    }
    return false;
}

/* Words that no dictionary can be asked about. */
static bool is_special(const struct token *token)
{
    return token->kind != TOKEN_WORD || token->span.end - token->span.start < 4 ||
           (token->flags &
            (TOKEN_ALL_CAPS | TOKEN_INNER_CAPITAL | TOKEN_DIGIT | TOKEN_ABBREVIATION | TOKEN_APOSTROPHE)) != 0;
}

static bool ends_in_hyphen(const struct check_run *run, const struct token *token)
{
    struct slice text = token_text(run->doc, token);

    return text.len > 0 && (text.at[0] == '-' || text.at[text.len - 1] == '-');
}

/* New words, and multiples: "dreieinhalbmal". */
static bool is_accepted(const struct check_run *run, struct slice word)
{
    return table_value(run, TABLE_JOINED_WORDS, word, 0).len > 0 || /* reported by its own name */
           in_word_list(&run->context->lexicon, LIST_ACCEPTED_WORDS, word) || slice_ends(word, SLICE("mal"));
}

/* "kannste", "haste": a verb of the second person with "du" in it, as people speak. */
static bool holds_du(const struct check_run *run, struct slice word)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    uint32_t form =
        slice_ends(word, SLICE("ste")) ? lexicon_form(lexicon, (struct slice){ word.at, word.len - 1 }) : NO_ID;

    for (uint32_t r = 0; form != NO_ID && r < lexicon->forms[form].reading_count; r++)
        if (lexicon->readings[lexicon->forms[form].first_reading + r].features & PERSON_2)
            return true;
    return false;
}

/* Greek, Chinese, ligatures of typesetting: nothing that a German dictionary could judge. */
static bool has_foreign_letters(struct slice word)
{
    enum { LAST_LATIN = 0x24f };
    int32_t letter;

    for (size_t at = 0; at < word.len; at += read_code_point(slice_from(word, at), &letter)) {
        read_code_point(slice_from(word, at), &letter);
        if (letter > LAST_LATIN)
            return true;
    }
    return false;
}

/* "heute abend", "gestern nacht": right before 1996. */
static bool is_old_time_of_day(const struct check_run *run, size_t index)
{
    return in_list(run, LIST_TIMES_OF_DAY, index) && index > 0 && in_list_lower(run, LIST_DAYS_BEFORE_TIMES, index - 1);
}

/* "zu sechzehnt": so many together. */
static bool is_group_of(const struct check_run *run, size_t index)
{
    struct slice word = text_at(run, index);

    return slice_ends(word, SLICE("t")) && index > 0 && text_is(run, index - 1, "zu") &&
           lexicon_form(&run->context->lexicon, arena_join(run->issues->arena, word, SLICE("e"))) != NO_ID;
}

/* "moechten", "zurueckkehren": umlauts written as they were on typewriters. */
static bool is_transcribed(const struct check_run *run, struct slice word)
{
    static const char *const pairs[][2] = { { "ae", "ä" }, { "oe", "ö" }, { "ue", "ü" } };

    for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
        const char *at = memmem(word.at, word.len, pairs[i][0], 2);

        if (at == NULL)
            continue;
        struct slice copy = arena_copy(run->issues->arena, word);

        memcpy((char *)(uintptr_t)copy.at + (at - word.at), pairs[i][1], 2);
        if (lexicon_form(&run->context->lexicon, copy) != NO_ID)
            return true;
    }
    return false;
}

static bool is_swiss(const struct check_run *run)
{
    return slice_equal(run->context->variant, SLICE("de-CH"));
}

/* In the lexicon with readings, and no name ("Strauß"). */
static bool is_common_word(const struct check_run *run, struct slice word)
{
    uint32_t form = lexicon_form(&run->context->lexicon, word);

    return form != NO_ID && run->context->lexicon.forms[form].reading_count > 0 &&
           !form_is(&run->context->lexicon, word, POS_NAME);
}

/* One that German texts use. */
static bool is_used_word(const struct check_run *run, struct slice word)
{
    enum { USED = 2 };
    uint32_t form = lexicon_form(&run->context->lexicon, word);

    return is_common_word(run, word) && run->context->lexicon.forms[form].frequency >= USED;
}

/* "Hauptstraße", "Arbeitsmaßnahme": a compound whose end, from a letter before its ß on, is a word with ß. */
static bool ends_in_sharp_word(const struct check_run *run, struct slice sharp)
{
    enum { MIN_FRONT = 3 };
    const char *mark = memmem(sharp.at, sharp.len, "ß", 2);

    for (size_t at = MIN_FRONT; mark != NULL && at < (size_t)(mark - sharp.at); at++)
        if (starts_code_point(sharp.at[at]) &&
            is_common_word(run, with_initial(run->issues->arena, slice_from(sharp, at), true)))
            return true;
    return false;
}

/* "Massnahmen" outside Switzerland: the word exists with ß alone. Short words and names ("Strauss") are left alone. */
static bool lacks_sharp_s(const struct check_run *run, const struct token *token)
{
    struct slice word = token_text(run->doc, token);

    /* "Hauptstrasse" is read as a compound with Trasse. */
    bool known = is_known_word(token) && (token->analysis.flags & ANALYSIS_COMPOUND) == 0;

    if (is_swiss(run) || is_special(token) || known || word.len < 6 || token_is(token, POS_NAME))
        return false;
    struct slice sharp = with_sharp_s(run->issues->arena, word);
    struct slice lower = with_initial(run->issues->arena, sharp, false);

    if (sharp.at == word.at)
        return false;
    if (is_known_word(token) && !is_dictionary_word(&run->context->lexicon, word) &&
        is_used_word(run, sharp)) /* "Massnahmen" is read as a compound of Mass */
        return true;
    if (!is_known_word(token) &&
        (is_common_word(run, sharp) || ((token->flags & TOKEN_SENTENCE_START) != 0 && is_common_word(run, lower))))
        return true;
    return ends_in_sharp_word(run, sharp) && speller_accepts(run->context->speller, &run->context->lexicon, sharp) &&
           !speller_accepts(run->context->speller, &run->context->lexicon, word);
}

/* "daß", "muß": right before 1996. */
static bool is_old_spelling(const struct check_run *run, struct slice word)
{
    const char *sharp = memmem(word.at, word.len, "ß", 2);

    if (sharp == NULL)
        return false;
    struct slice modern = arena_copy(run->issues->arena, word);

    memcpy((char *)(uintptr_t)modern.at + (sharp - word.at), "ss", 2);
    return lexicon_form(&run->context->lexicon, modern) != NO_ID;
}

/* "gypten", "rzte": programs that do not know UTF-8 lose the first letter. The word with it, or an empty slice. */
static struct slice with_lost_umlaut(const struct check_run *run, struct slice word)
{
    static const char *const lost[] = { "Ä", "Ö", "Ü", "ä", "ö", "ü" };

    for (size_t i = 0; i < sizeof(lost) / sizeof(*lost); i++) {
        struct slice whole = arena_print(run->issues->arena, "%s%.*s", lost[i], (int)word.len, word.at);
        uint32_t form = lexicon_form(&run->context->lexicon, whole);

        if (form != NO_ID && run->context->lexicon.forms[form].frequency > 0)
            return whole;
    }
    return (struct slice){ 0 };
}

/* How often the document writes a word, as far as that is worth counting. */
static size_t uses_of(const struct check_run *run, struct slice word)
{
    enum { FAR = 4096 };
    size_t uses = 0;

    for (size_t i = 0; i < run->doc->token_count && i < FAR; i++)
        uses += slice_equal(token_text(run->doc, &run->doc->tokens[i]), word);
    return uses;
}

/* "interesannt": one of two doubled letters is wrong, and another slip is in the word. */
static size_t corrections_of_doubled(const struct check_run *run, struct slice word, struct slice *found, size_t max)
{
    size_t count = corrections_of(&run->context->lexicon, word, found, max);

    for (size_t i = 1; count == 0 && i < word.len; i++)
        if (word.at[i] == word.at[i - 1] && starts_code_point(word.at[i]))
            count = corrections_of(
                &run->context->lexicon,
                arena_join(run->issues->arena, (struct slice){ word.at, i }, slice_from(word, i + 1)), found, max);
    return count;
}

/* Words one letter away, those that the document itself uses first. hunspell's own suggestions would take milliseconds
 * for each word. True when one of them is a word that German uses. */
static bool add_corrections(const struct check_run *run, struct issue *issue, struct slice word)
{
    enum { MOST = 3 };
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice found[MOST];
    size_t uses[MOST], count = corrections_of_doubled(run, word, found, MOST);
    bool common = false;

    for (size_t i = 0; i < count; i++) {
        uses[i] = uses_of(run, found[i]);
        common = common || uses[i] > 0 || lexicon->forms[lexicon_form(lexicon, found[i])].frequency > 0;
        for (size_t j = i; j > 0 && uses[j] > uses[j - 1]; j--) {
            struct slice better = found[j];
            size_t more = uses[j];

            found[j] = found[j - 1];
            uses[j] = uses[j - 1];
            found[j - 1] = better;
            uses[j - 1] = more;
        }
    }
    for (size_t i = 0; i < count; i++)
        issue_suggest(run->issues, issue, found[i]);
    return common;
}

/* Suggests what is meant. A word with nothing near it may be a term that dictionaries lack: it is less sure. */
static void add_suggestions(const struct check_run *run, struct issue *issue, struct slice word)
{
    const float unsure = may_be_term(word) ? 0.6F : 0.75F;
    struct slice whole = with_lost_umlaut(run, word), apart = { 0 };

    if (whole.len > 0)
        issue_suggest(run->issues, issue, whole);
    else if ((apart = as_two_words(&run->context->lexicon, run->issues->arena, word)).len > 0)
        issue_suggest(run->issues, issue, apart);
    bool common = add_corrections(run, issue, word);

    if (whole.len == 0 && apart.len == 0 && !common)
        issue->confidence = unsure;
}

/* More than a quarter of the words unknown: a foreign sentence, or no sentence at all. */
static bool is_foreign_sentence(const struct check_run *run, const struct sentence *sentence)
{
    size_t words = 0, unknown = 0;

    for (size_t i = sentence->first_token; i < (size_t)sentence->first_token + sentence->token_count; i++) {
        const struct token *token = &run->doc->tokens[i];

        words += token->kind == TOKEN_WORD;
        unknown += token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) == 0 && !is_known_word(token);
    }
    return unknown > 1 && unknown * 4 > words;
}

/* "speckt … ab": a form that is known only with the prefix that ends its clause. */
static bool is_known_with_prefix(const struct check_run *run, size_t index)
{
    for (size_t i = index + 1, end = stretch_end(run, index); i < end; i++) {
        bool last =
            i + 1 == end || token_is(token_at(run, i + 1), POS_CONJUNCTION) || is_capitalised(token_at(run, i + 1));

        if (last && in_list(run, LIST_SEPARABLE_PREFIXES, i) &&
            form_is(&run->context->lexicon,
                    arena_print(run->issues->arena, "%.*s%.*s", (int)text_at(run, i).len, text_at(run, i).at,
                                (int)text_at(run, index).len, text_at(run, index).at),
                    POS_VERB))
            return true;
    }
    return false;
}

/* A lower-case non-word among German words. Hyphenated words are left to their parts: one that is a name makes the
 * whole a name. */
static bool is_misspelt(const struct check_run *run, size_t index)
{
    const struct token *token = &run->doc->tokens[index];
    struct slice word = token_text(run->doc, token);

    if (index > 0 && (token->flags & TOKEN_SPACE_BEFORE) == 0 && text_is(run, index - 1, ")")) /* "(Holz)gitter" */
        return false;
    if (is_special(token) || is_known_word(token) || (token->flags & TOKEN_CAPITAL) != 0 ||
        without_joiners(run->issues->arena, word).len != word.len)
        return false;
    if ((token->flags & TOKEN_HYPHEN) != 0 || ends_in_hyphen(run, token) ||
        is_english_word(&run->context->lexicon, word) || in_foreign_company(run, index))
        return false;
    return !is_accepted(run, word) && !is_well_formed(&run->context->lexicon, run->issues->arena, word) &&
           !is_transcribed(run, word) && !holds_du(run, word) && !has_foreign_letters(word) &&
           !is_old_time_of_day(run, index) && !is_group_of(run, index) && !is_known_with_prefix(run, index) &&
           !speller_accepts(run->context->speller, &run->context->lexicon, word);
}

/* True when the determiner before it agrees with the noun in the unknown word's place: "Das Ergebniss". */
static bool determiner_agrees(const struct check_run *run, size_t index, uint32_t form)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct token tokens[2] = { run->doc->tokens[index - 1], run->doc->tokens[index] };
    struct document pair = { .text = run->doc->text, .tokens = tokens, .token_count = 2 };
    struct noun_phrase phrase = { .first = 0, .noun = 1, .has_determiner = true };

    read_as(&tokens[1].analysis, lexicon->readings + lexicon->forms[form].first_reading,
            lexicon->forms[form].reading_count);
    return agreeing_cases(&pair, &phrase, NULL) != 0;
}

/* An inflected adjective that is no verb: "ergänzt Landray" has none. */
static bool is_attribute(const struct token *token)
{
    bool inflected = false;

    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) == POS_VERB || pos_of(features) == POS_AUXILIARY)
            return false;
        inflected = inflected || (pos_of(features) == POS_ADJECTIVE && (features & UNINFLECTED) == 0);
    }
    return inflected;
}

/* Behind an article or an inflected adjective, and before no other capital: where a common noun stands, and names
 * seldom. */
static bool in_noun_position(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;

    if (index == 0 || doc->tokens[index - 1].sentence != doc->tokens[index].sentence ||
        (index + 1 < doc->token_count && (doc->tokens[index + 1].flags & TOKEN_CAPITAL) != 0))
        return false;
    const struct token *before = &doc->tokens[index - 1];

    return token_is(before, POS_DETERMINER) || ((before->flags & TOKEN_CAPITAL) == 0 && is_attribute(before));
}

/* Common enough, and the article before the word, if there is one, agrees with it. */
static bool may_be_meant(const struct check_run *run, size_t index, uint32_t noun)
{
    enum { MIN_FREQUENCY = 3 };

    return noun != NO_ID && run->context->lexicon.forms[noun].frequency >= MIN_FREQUENCY &&
           (!token_is(&run->doc->tokens[index - 1], POS_DETERMINER) || determiner_agrees(run, index, noun));
}

/* "der neue Verterter": an unknown word in a noun's place that one letter turns into a common noun. */
static bool is_misspelt_noun(const struct check_run *run, size_t index)
{
    enum { MIN_BYTES = 6 };
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = &run->doc->tokens[index];
    struct slice word = token_text(run->doc, token), found[1];

    if (is_special(token) || is_known_word(token) || (token->flags & (TOKEN_CAPITAL | TOKEN_HYPHEN)) != TOKEN_CAPITAL ||
        (token->flags & (TOKEN_QUOTED | TOKEN_SENTENCE_START)) != 0 || word.len < MIN_BYTES ||
        ends_in_hyphen(run, token) || !in_noun_position(run, index) || is_transcribed(run, word) ||
        (index > 1 && text_is(run, index - 2, "an") && text_is(run, index - 1, "der")) || /* "an der Schunter" */
        is_english_word(lexicon, word) || corrections_of(lexicon, word, found, 1) == 0)
        return false;
    return may_be_meant(run, index, lexicon_form(lexicon, found[0])) && form_is(lexicon, found[0], POS_NOUN) &&
           !speller_accepts(run->context->speller, &run->context->lexicon, word);
}

/* "Wärend der Fahrt": a word that opens its sentence, and that one letter turns into one that no sentence lacks. */
static bool is_misspelt_opening(const struct check_run *run, size_t index)
{
    enum { MIN_BYTES = 5, OFTEN = 5 };
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = &run->doc->tokens[index];
    struct slice word = token_text(run->doc, token), found[1];

    if (is_special(token) || is_known_word(token) || (token->flags & TOKEN_SENTENCE_START) == 0 ||
        (token->flags & (TOKEN_CAPITAL | TOKEN_HYPHEN | TOKEN_QUOTED)) != TOKEN_CAPITAL || word.len < MIN_BYTES ||
        is_english_word(lexicon, word) || in_foreign_company(run, index) || index + 1 >= run->doc->token_count ||
        (token[1].flags & TOKEN_CAPITAL) != 0 || token_is(&token[1], POS_VERB) || token_is(&token[1], POS_AUXILIARY) ||
        corrections_of(lexicon, with_initial(run->issues->arena, word, false), found, 1) == 0)
        return false;
    uint32_t form = lexicon_form(lexicon, found[0]);

    if (form == NO_ID || lexicon->forms[form].frequency < OFTEN ||
        speller_accepts(run->context->speller, &run->context->lexicon, word))
        return false;
    /* "Seider spielt" is a name, "Trozdem bleibt" is not: before a verb, only adverbs with the same first letter. */
    if (token_is(&token[1], POS_VERB) || token_is(&token[1], POS_AUXILIARY))
        return form_is(lexicon, found[0], POS_ADVERB) && first_code_point(found[0]) == to_lower(first_code_point(word));
    return form_is(lexicon, found[0], POS_PREPOSITION) || form_is(lexicon, found[0], POS_SUBORDINATOR) ||
           form_is(lexicon, found[0], POS_CONJUNCTION) || form_is(lexicon, found[0], POS_DETERMINER);
}

/* Which non-words a document holds, and at how many places: a table of token indexes + 1, by hash. */
struct nonwords {
    uint32_t *first, *count;
    size_t slots;
};

static size_t slot_of(const struct check_run *run, const struct nonwords *nonwords, struct slice word)
{
    size_t slot = hash_slot(hash_text(word), nonwords->slots);

    while (nonwords->first[slot] != 0 &&
           !slice_equal(token_text(run->doc, &run->doc->tokens[nonwords->first[slot] - 1]), word))
        slot = (slot + 1) & (nonwords->slots - 1);
    return slot;
}

static void add_nonword(const struct check_run *run, struct nonwords *nonwords, size_t index)
{
    size_t slot = slot_of(run, nonwords, token_text(run->doc, &run->doc->tokens[index]));

    if (nonwords->first[slot] == 0)
        nonwords->first[slot] = (uint32_t)index + 1;
    nonwords->count[slot]++;
}

static void report_nonword(const struct check_run *run, size_t index)
{
    const struct token *token = &run->doc->tokens[index];
    bool opening = (token->flags & TOKEN_CAPITAL) != 0 && (token->flags & TOKEN_SENTENCE_START) != 0;
    struct slice word =
        with_initial(run->issues->arena, token_text(run->doc, token), !opening && (token->flags & TOKEN_CAPITAL) != 0);
    bool old = is_old_spelling(run, word);
    struct issue *issue = report(run, old ? "check/old-spelling" : "check/spelling", token->span);

    if (issue != NULL)
        add_suggestions(run, issue, word);
}

/* A text that lacks ß at several places and has it nowhere comes from Switzerland, or from a keyboard that lacks the
 * letter: a habit of its author, of which one mark says enough. Machines seldom write so. */
#define NO_SHARP_S_CONFIDENCE 0.7f

static void suggest_sharp_s(const struct check_run *run, struct issue *issue, size_t place)
{
    suggest(run, issue, with_sharp_s(run->issues->arena, text_at(run, place)));
}

static void report_missing_sharp_s(const struct check_run *run, const size_t *places, size_t count)
{
    struct habit habit = { .count = 0 };
    bool has_letter = memmem(run->doc->text.at, run->doc->text.len, "ß", 2) != NULL;

    for (size_t i = 0; i < count; i++) {
        struct span span = run->doc->tokens[places[i]].span;

        habit_seen(&habit, span);
        if (has_letter)
            suggest_sharp_s(run, report(run, "check/missing-sharp-s", span), places[i]);
    }
    struct issue *issue = has_letter ? NULL : report_habit(run, "check/missing-sharp-s", &habit, 1);

    if (issue == NULL)
        return;
    if (count > 1 || is_swiss_text(run))
        issue->confidence = NO_SHARP_S_CONFIDENCE;
    suggest_sharp_s(run, issue, places[0]);
}

/* Looks through a sentence; the places of its non-words are added to places, those of its words that lack ß to blunt.
 */
static size_t look_through(const struct check_run *run, const struct sentence *sentence, size_t *places, size_t *blunt,
                           size_t *blunt_count)
{
    bool foreign = is_foreign_sentence(run, sentence);
    size_t found = 0;

    for (size_t i = sentence->first_token; i < (size_t)sentence->first_token + sentence->token_count; i++) {
        if (is_marked(run, MARK_MISSPELT, i)) /* checks/misspelt_words.c knows what is meant */
            continue;
        if (lacks_sharp_s(run, &run->doc->tokens[i]))
            blunt[(*blunt_count)++] = i;
        else if (!foreign && (is_misspelt(run, i) || is_misspelt_noun(run, i) || is_misspelt_opening(run, i)))
            places[found++] = i;
    }
    return found;
}

/* "garnicht", "Desweiteren": two words, whether dictionaries have the one or not. */
static void joined_words(const struct check_run *run)
{
    enum { MIN_BYTES = 5, MAX_BYTES = 16 };
    const struct list_record *table = named_table(&run->context->lexicon, TABLE_JOINED_WORDS);

    for (size_t i = next_marked(run, MARK_JOINED_WORDS, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_JOINED_WORDS, i + 1)) {
        const struct token *token = &run->doc->tokens[i];
        size_t bytes = token->span.end - token->span.start;
        bool opens = (token->flags & TOKEN_SENTENCE_START) != 0;

        if (token->kind != TOKEN_WORD || bytes < MIN_BYTES || bytes > MAX_BYTES ||
            (!opens && (token->flags & TOKEN_CAPITAL) != 0) || (token->flags & TOKEN_QUOTED) != 0)
            continue;
        struct slice apart = row_value(run, table, token_lower(token), 0);

        if (apart.len > 0)
            suggest(run, report(run, "check/joined-words", token->span),
                    with_initial(run->issues->arena, apart, opens));
    }
}

bool are_joined_words(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return token->kind == TOKEN_WORD &&
           set_holds(token->type->lower_listed, run->context->lexicon.table_numbers[TABLE_JOINED_WORDS]);
}

/* A word that recurs is a term the dictionaries do not know, no slip. */
void check_spelling(const struct check_run *run)
{
    size_t found = 0, *places = arena_array(run->issues->arena, run->doc->token_count + 1, sizeof(*places));
    size_t blunt_count = 0, *blunt = arena_array(run->issues->arena, run->doc->token_count + 1, sizeof(*blunt));

    for (size_t i = 0; i < run->doc->sentence_count; i++)
        found += look_through(run, &run->doc->sentences[i], places + found, blunt, &blunt_count);
    report_missing_sharp_s(run, blunt, blunt_count);
    joined_words(run);
    if (found == 0)
        return;
    struct nonwords nonwords = { .slots = 16 };

    while (nonwords.slots < found * 2)
        nonwords.slots *= 2;
    nonwords.first = arena_array(run->issues->arena, nonwords.slots, sizeof(*nonwords.first));
    nonwords.count = arena_array(run->issues->arena, nonwords.slots, sizeof(*nonwords.count));
    for (size_t i = 0; i < found; i++)
        add_nonword(run, &nonwords, places[i]);
    for (size_t i = 0; i < found; i++)
        if (nonwords.count[slot_of(run, &nonwords, token_text(run->doc, &run->doc->tokens[places[i]]))] == 1)
            report_nonword(run, places[i]);
}
