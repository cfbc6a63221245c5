/* Reads how sure the forms of a noun are that dictionaries give. */
#include "checks/paradigms.h"

#include "checks/places.h"
#include "lexicon/analysis.h"
#include "text/letters.h"

static bool has_genitive(const struct token *noun)
{
    for (uint16_t i = 0; i < noun->analysis.reading_count; i++)
        if ((noun->analysis.readings[i].features & CASE_GEN) != 0 &&
            (noun->analysis.readings[i].features & CASE_NOM) == 0)
            return true;
    return false;
}

/* "Prozess", "Gesetz", "Kreis": the dictionary uses it often, and en_US does not know it; its genitive has an ending.
 * "Virus", "Index", "Chaos" may go without. */
static bool is_german_on_sibilant(const struct check_run *run, const struct token *noun)
{
    enum { OFTEN = 10 };
    static const char *const endings[] = { "ss", "tz", "nz", "lz", "rz", "eis", "aus", "urs", "als" };
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice part = with_initial(run->issues->arena, last_part(run->doc, noun), true);
    bool ending = false;

    for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
        ending = ending || slice_ends(part, slice_of(endings[i]));
    return ending && word_frequency(lexicon, part) >= OFTEN && !is_english_word(lexicon, part) &&
           !in_word_list(lexicon, LIST_UNINFLECTED_GENITIVES, part);
}

bool may_lack_genitive(const struct check_run *run, const struct noun_phrase *phrase)
{
    struct slice first = token_text(run->doc, &run->doc->tokens[phrase->first]);
    struct slice noun = token_text(run->doc, &run->doc->tokens[phrase->noun]);

    if (!slice_ends(first, SLICE("es")) || has_genitive(&run->doc->tokens[phrase->noun]))
        return false;
    if (is_german_on_sibilant(run, token_at(run, phrase->noun)))
        return false;
    return slice_ends(noun, SLICE("s")) || slice_ends(noun, SLICE("x")) || slice_ends(noun, SLICE("z")) ||
           (slice_ends(noun, SLICE("ing")) &&
            is_english_word(&run->context->lexicon, last_part(run->doc, &run->doc->tokens[phrase->noun]))) ||
           in_word_list(&run->context->lexicon, LIST_UNINFLECTED_GENITIVES, noun);
}

/* "Post" of "Twitter-Post". */
static struct slice last_piece(struct slice word)
{
    const char *hyphen = memrchr(word.at, '-', word.len);

    return hyphen == NULL ? word : slice_from(word, (size_t)(hyphen - word.at) + 1);
}

bool is_particle_noun(const struct check_run *run, const struct token *noun)
{
    struct slice word = token_text(run->doc, noun), last = last_piece(word);

    return last.len < word.len &&
           in_word_list(&run->context->lexicon, LIST_ENGLISH_PARTICLES, lower_case(run->issues->arena, last));
}

bool is_common_genitive(const struct check_run *run, const struct token *noun)
{
    enum { OFTEN = 10 };
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice part = with_initial(run->issues->arena, last_part(run->doc, noun), true);
    uint32_t form = lexicon_form(lexicon, part);

    bool whole = noun->analysis.part_count <= 1; /* "Raptors" is no compound of "Tor" */

    if (!slice_ends(part, SLICE("s")) || form == NO_ID ||
        (!whole && is_english_word(lexicon, token_text(run->doc, noun))))
        return false;
    for (uint32_t i = 0; i < lexicon->forms[form].reading_count; i++) {
        const struct reading *reading = &lexicon->readings[lexicon->forms[form].first_reading + i];
        struct slice lemma = reading->lemma == NO_ID ? (struct slice){ 0 } : lemma_text(lexicon, reading->lemma);

        if ((reading->features & CASE_ANY) != CASE_GEN || word_frequency(lexicon, lemma) < OFTEN ||
            !lemma_has_plural(lexicon, reading->lemma) || in_word_list(lexicon, LIST_LOAN_PLURALS, lemma))
            return false;
    }
    return true;
}

bool is_loan(const struct check_run *run, const struct token *noun)
{
    enum { MIN_FREQUENCY = 3 };
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice word = token_text(run->doc, noun), head = last_piece(word);
    struct slice part = last_part(run->doc, noun); /* "Gitarrenriffs" */
    uint32_t form = lexicon_form(lexicon, head);

    if (is_common_genitive(run, noun) || in_word_list(lexicon, LIST_SETTLED_LOANS, head))
        return false;
    if (part.len < word.len && slice_ends(word, SLICE("s")) && is_english_word(lexicon, part))
        return true;
    return is_english_word(lexicon, head) && form != NO_ID && lexicon->forms[form].frequency < MIN_FREQUENCY;
}

/* "Beamte": the dictionary itself says that the noun is declined as an adjective. */
static bool is_adjectival(const struct token *noun)
{
    for (uint16_t i = 0; i < noun->analysis.reading_count; i++)
        if ((noun->analysis.readings[i].features & FEATURE_ADJECTIVAL_NOUN) == 0)
            return false;
    return true;
}

/* "Spanienreisende", "Bahnreisender": a participle behind another word, used as a noun. */
static bool ends_in_participle(const struct check_run *run, const struct token *noun)
{
    enum { MIN_FRONT = 3, MIN_PARTICIPLE = 7 };
    struct slice word = token_text(run->doc, noun);

    for (size_t at = MIN_FRONT; at + MIN_PARTICIPLE <= word.len; at++)
        if (starts_code_point(word.at[at]) && memmem(word.at + at, word.len - at, "end", 3) != NULL &&
            form_is(&run->context->lexicon, slice_from(word, at), POS_ADJECTIVE))
            return true;
    return false;
}

bool is_numeral_or_adjective(const struct check_run *run, const struct token *noun)
{
    enum { OFTEN = 10 };
    const struct lexicon *lexicon = &run->context->lexicon;
    uint32_t form = is_weak(run, noun) ? NO_ID : lexicon_form(lexicon, token_lower(noun)); /* "Korrespondent" */
    bool often = noun->analysis.form != NO_ID && lexicon->forms[noun->analysis.form].frequency >= OFTEN;

    if (in_word_list(lexicon, LIST_NOUNS_WITHOUT_PLURAL, token_text(run->doc, noun))) /* "Regen" is no "reger" */
        return false;

    for (uint32_t i = 0; form != NO_ID && i < lexicon->forms[form].reading_count; i++) {
        uint32_t features = lexicon->readings[lexicon->forms[form].first_reading + i].features;

        if (pos_of(features) == POS_NUMERAL ||
            (pos_of(features) == POS_ADJECTIVE && (!often || (features & UNINFLECTED) == 0) && !is_adjectival(noun)))
            return true;
    }
    return form == NO_ID && ends_in_participle(run, noun);
}

/* The cases in which the phrase agrees with a noun of these readings in the place of its own. */
static uint32_t cases_with(const struct check_run *run, const struct noun_phrase *phrase,
                           const struct reading *readings, uint16_t count)
{
    size_t length = phrase->noun - phrase->first + 1;
    struct token *tokens = arena_array(run->issues->arena, length, sizeof(*tokens));

    memcpy(tokens, run->doc->tokens + phrase->first, length * sizeof(*tokens));
    read_as(&tokens[length - 1].analysis, readings, count);
    struct document part = { .text = run->doc->text, .tokens = tokens, .token_count = length };
    struct noun_phrase moved = *phrase;

    moved.first = 0;
    moved.noun = length - 1;

    return agreeing_cases(&part, &moved, NULL);
}

uint32_t cases_of_strong_adjective(const struct check_run *run, const struct noun_phrase *phrase)
{
    const struct token *adjective = token_at(run, phrase->first);
    uint32_t cases = 0;

    for (uint16_t i = 0; i < adjective->analysis.reading_count; i++) {
        uint32_t features = adjective->analysis.readings[i].features;

        if (pos_of(features) != POS_ADJECTIVE)
            continue;
        if ((features & (DECLENSION_ANY)) == 0)
            return CASE_ANY;
        cases |= (features & DECLENSION_STRONG) != 0 ? features & CASE_ANY : 0;
    }
    return cases;
}

uint32_t cases_before_noun(const struct check_run *run, const struct noun_phrase *phrase)
{
    const struct reading any = { NO_ID, POS_NOUN | GENDER_ANY | NUMBER_ANY | CASE_ANY };

    return phrase->has_determiner && phrase->noun > phrase->first + 1 ? cases_with(run, phrase, &any, 1) : CASE_ANY;
}

uint32_t cases_of_any_gender(const struct check_run *run, const struct noun_phrase *phrase)
{
    static const char *const endings[] = { "s", "n", "e", "r", "a", "i", "o", "l" };
    const struct reading readings[] = { { NO_ID, POS_NOUN | GENDER_ANY | NUMBER_SG | CASE_ANY },
                                        { NO_ID, POS_NOUN | GENDER_ANY | NUMBER_PL | CASE_ANY } };
    bool plural = false;

    for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
        plural = plural || slice_ends(token_text(run->doc, token_at(run, phrase->noun)), slice_of(endings[i]));
    return cases_with(run, phrase, readings, plural ? 2 : 1);
}

/* "Staats" of "Staatsschulden", "Kranken" of "Krankenhaus": a known noun, with or without a linking element, or a
 * compound that ends in one; "Leg" of "Legende" is none. */
static bool may_be_first_part(const struct check_run *run, struct slice front)
{
    enum { MIN_PART = 4 };
    static const char *const links[] = { "", "s", "es", "n", "en", "er", "e", "-" };

    for (size_t i = 0; i < sizeof(links) / sizeof(*links); i++) {
        struct slice part = front;

        if (!slice_ends(front, slice_of(links[i])))
            continue;
        part.len -= slice_of(links[i]).len;
        for (size_t at = 0; at + MIN_PART <= part.len; at++)
            if (starts_code_point(part.at[at]) &&
                is_dictionary_word(&run->context->lexicon,
                                   with_initial(run->issues->arena, slice_from(part, at), true)))
                return true;
    }
    return false;
}

bool head_agrees(const struct check_run *run, const struct noun_phrase *phrase)
{
    enum { MIN_HEAD = 3, OFTEN = 10 };
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *noun = &run->doc->tokens[phrase->noun];
    struct slice word = token_text(run->doc, noun);
    size_t last = (size_t)(last_part(run->doc, noun).at - word.at);

    for (size_t at = MIN_HEAD; at + MIN_HEAD <= word.len; at++) {
        struct slice end = slice_from(word, at);

        if (!starts_code_point(end.at[0]) || in_word_list(lexicon, LIST_NO_HEADS, end))
            continue;
        uint32_t form = lexicon_form(lexicon, with_initial(run->issues->arena, end, true));

        if (form == NO_ID || (lexicon->forms[form].frequency < OFTEN && at != last && word.at[at - 1] != '-') ||
            (at != last && !may_be_first_part(run, (struct slice){ word.at, at })))
            continue;
        if (cases_with(run, phrase, lexicon->readings + lexicon->forms[form].first_reading,
                       lexicon->forms[form].reading_count))
            return true;
    }
    return false;
}

/* "Schneefalls" is no plural where that of its last part is known: "Fälle". */
static bool head_has_plural(const struct check_run *run, const struct token *noun)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice part = last_part(run->doc, noun);

    if (part.len == token_text(run->doc, noun).len)
        return false;
    uint32_t form = lexicon_form(lexicon, with_initial(run->issues->arena, part, true));

    for (uint32_t i = 0; form != NO_ID && i < lexicon->forms[form].reading_count; i++) {
        const struct reading *reading = &lexicon->readings[lexicon->forms[form].first_reading + i];

        if (pos_of(reading->features) != POS_NOUN || !lemma_has_plural(lexicon, reading->lemma))
            return false;
    }
    return form != NO_ID;
}

bool may_be_loan_plural(const struct check_run *run, const struct token *noun)
{
    enum { OFTEN = 10 };
    static const char *const vowels[] = { "as", "is", "os", "ys" };
    struct slice word = token_text(run->doc, noun), part = last_part(run->doc, noun);

    if (!slice_ends(word, SLICE("s")))
        return false;
    part = with_initial(run->issues->arena, (struct slice){ part.at, part.len - 1 }, true);
    if (in_word_list(&run->context->lexicon, LIST_LOAN_PLURALS, part))
        return true;
    if (word_frequency(&run->context->lexicon, part) < OFTEN && is_english_word(&run->context->lexicon, part))
        return true;                                              /* "den Highlanders" */
    for (size_t i = 0; i < sizeof(vowels) / sizeof(*vowels); i++) /* "Schemas", "Sherpas" */
        if (slice_ends(word, slice_of(vowels[i])) && lexicon_form(&run->context->lexicon, part) != NO_ID)
            return true;
    for (uint16_t i = 0; i < noun->analysis.reading_count; i++)
        if (!lemma_has_plural(&run->context->lexicon, noun->analysis.readings[i].lemma) &&
            !slice_ends(lemma_text(&run->context->lexicon, noun->analysis.readings[i].lemma), SLICE("en")))
            return !head_has_plural(run, noun);
    return false;
}

/* "Ellbogen": the form is the dictionary's own; "Preisen" is not. */
static bool is_lemma_on_en(const struct check_run *run, const struct token *noun)
{
    struct slice word = token_text(run->doc, noun);

    for (uint16_t i = 0; i < noun->analysis.reading_count; i++) {
        const struct reading *reading = &noun->analysis.readings[i];

        if ((reading->features & FEATURE_GUESSED) != 0 ||
            slice_ends(lemma_text(&run->context->lexicon, reading->lemma), SLICE("en")))
            return slice_ends(word, SLICE("en"));
    }
    return false;
}

bool may_be_same_plural(const struct check_run *run, const struct noun_phrase *phrase)
{
    const struct token *noun = &run->doc->tokens[phrase->noun];
    struct slice word = token_text(run->doc, noun);
    const struct reading *first = noun->analysis.readings;
    bool masculine = noun->analysis.reading_count > 0 && (first->features & GENDER_M) != 0;
    struct reading plural = { NO_ID, POS_NOUN | GENDER_ANY | NUMBER_PL | CASE_ANY };

    if (is_kind_of(run, phrase->noun, LIST_NOUNS_WITHOUT_PLURAL))
        return false;
    /* Of nouns on -en dictionaries often give but one of two plurals: "Ellbogen", "Ellbögen". */
    for (uint16_t i = 0; i < noun->analysis.reading_count && !is_lemma_on_en(run, noun); i++)
        if (lemma_has_plural(&run->context->lexicon, first[i].lemma))
            return false;
    bool dative = slice_ends(word, SLICE("ern")) || slice_ends(word, SLICE("eln")); /* "den Hochwassern" */

    return (slice_ends(word, SLICE("en")) || dative ||
            (masculine && (slice_ends(word, SLICE("er")) || slice_ends(word, SLICE("el")))) ||
            (slice_ends(word, SLICE("e")) && memmem(word.at, word.len, word.at[0] == 'G' ? "Ge" : "ge", 2) != NULL)) &&
           cases_with(run, phrase, &plural, 1) != 0;
}

/* "herunterladen": a prefix that can be separated, and a verb. */
static bool is_prefixed_infinitive(const struct lexicon *lexicon, struct slice word)
{
    enum { MIN_VERB = 4 };

    for (size_t at = 2; at + MIN_VERB <= word.len; at++)
        if (starts_code_point(word.at[at]) && form_is(lexicon, slice_from(word, at), POS_VERB) &&
            in_word_list(lexicon, LIST_SEPARABLE_PREFIXES, (struct slice){ word.at, at }))
            return true;
    return false;
}

/* "von Daten", "der Daten", "und": what follows an infinitive used as a noun oftener than other nouns. */
static bool goes_on_like_infinitive(const struct check_run *run, size_t index)
{
    static const char *const words[] = { "von", "vom", "der", "des", "dieser", "dieses", "eines", "einer", "und" };

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (text_is(run, index, words[i]))
            return true;
    return false;
}

bool may_be_infinitive_noun(const struct check_run *run, const struct noun_phrase *phrase)
{
    const struct token *noun = token_at(run, phrase->noun);
    struct slice word = token_lower(noun);
    const struct reading neuter = { NO_ID, POS_NOUN | GENDER_N | NUMBER_SG | CASE_NOM | CASE_DAT | CASE_ACC };

    if (!slice_ends(word, SLICE("n")) ||
        (!is_prefixed_infinitive(&run->context->lexicon, word) &&
         !(small_is(noun, POS_VERB) && goes_on_like_infinitive(run, phrase->noun + 1))))
        return false;
    return cases_with(run, phrase, &neuter, 1) != 0;
}

/* "Maschinenbauer": who builds something is declined like "Erbauer"; dictionaries take him for a farmer, "Milchbauer".
 */
static bool is_builder(const struct check_run *run, struct slice word)
{
    static const char *const endings[] = { "bauer", "bauers", "bauern" };
    static const char *const links[] = { "", "n", "s", "-" };

    for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
        struct slice front = { word.at, word.len - strlen(endings[i]) };

        if (!slice_ends(word, slice_of(endings[i])) || front.len == 0)
            continue;
        for (size_t link = 0; link < sizeof(links) / sizeof(*links); link++)
            if (slice_ends(front, slice_of(links[link])) &&
                in_word_list(&run->context->lexicon, LIST_FARMED,
                             (struct slice){ front.at, front.len - strlen(links[link]) }))
                return false;
        return true;
    }
    return false;
}

bool is_weak_or_strong(const struct check_run *run, const struct token *noun)
{
    enum { MIN_HEAD = 6 }; /* bytes: "Autobauer" is no "Bauer" */
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice word = token_text(run->doc, noun);

    if (is_builder(run, word))
        return true;
    for (size_t at = 0; at + 3 < word.len; at++)
        if (starts_code_point(word.at[at]) && (at == 0 || word.at[at - 1] == '-' || word.len - at >= MIN_HEAD) &&
            in_word_list(lexicon, LIST_WEAK_OR_STRONG, with_initial(run->issues->arena, slice_from(word, at), true)))
            return true;
    return false;
}

/* "Kollege" is no dative of "Kolleg". */
static bool may_be_weak(const struct check_run *run, const struct token *noun)
{
    for (uint16_t i = 0; i < noun->analysis.reading_count; i++)
        if ((run->context->lexicon.lemmas[noun->analysis.readings[i].lemma].flags & LEMMA_WEAK_NOUN) != 0)
            return true;
    return false;
}

/* "Kirche", "Kohle": a feminine of its own, which the dictionary uses oftener than the word without e ("Kohl"). */
static bool is_feminine_on_e(const struct check_run *run, const struct token *noun, uint32_t shorter)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    for (uint16_t i = 0; i < noun->analysis.reading_count; i++) {
        uint32_t features = noun->analysis.readings[i].features;

        if ((features & GENDER_F) != 0 && (features & NUMBER_SG) != 0 && (features & CASE_NOM) != 0 &&
            (features & (FEATURE_GUESSED | FEATURE_ADJECTIVAL_NOUN)) == 0)
            return word_frequency(lexicon, token_text(run->doc, noun)) > lexicon->forms[shorter].frequency;
    }
    return false;
}

bool is_old_dative(const struct check_run *run, const struct noun_phrase *phrase)
{
    const struct document *doc = run->doc;
    struct slice word = token_text(doc, &doc->tokens[phrase->noun]),
                 first = token_text(doc, &doc->tokens[phrase->first]);
    uint32_t form;

    if (!slice_ends(word, SLICE("e")) || !slice_ends(first, SLICE("m")) || may_be_weak(run, &doc->tokens[phrase->noun]))
        return false;
    form = lexicon_form(&run->context->lexicon, (struct slice){ word.at, word.len - 1 });
    return form != NO_ID && !is_feminine_on_e(run, &doc->tokens[phrase->noun], form) &&
           cases_with(run, phrase, run->context->lexicon.readings + run->context->lexicon.forms[form].first_reading,
                      run->context->lexicon.forms[form].reading_count) != 0;
}

static bool is_singular_determiner(const struct token *determiner)
{
    bool singular = false;

    for (uint16_t i = 0; i < determiner->analysis.reading_count; i++) {
        uint32_t features = determiner->analysis.readings[i].features;

        if (pos_of(features) == POS_DETERMINER && (features & NUMBER_PL) != 0)
            return false;
        singular = singular || pos_of(features) == POS_DETERMINER;
    }
    return singular;
}

/* "gerade" in "Gerade", not "plan" in "Plan": an adjective with an ending. */
static bool is_inflected_form(const struct lexicon *lexicon, struct slice word)
{
    uint32_t form = lexicon_form(lexicon, word);

    for (uint32_t i = 0; form != NO_ID && i < lexicon->forms[form].reading_count; i++) {
        uint32_t features = lexicon->readings[lexicon->forms[form].first_reading + i].features;

        if (pos_of(features) == POS_ADJECTIVE && (features & UNINFLECTED) == 0)
            return true;
    }
    return false;
}

/* The cases of a determiner as a plural. */
static uint32_t plural_cases_of_determiner(const struct token *determiner)
{
    uint32_t cases = 0;

    for (uint16_t i = 0; i < determiner->analysis.reading_count; i++) {
        uint32_t features = determiner->analysis.readings[i].features;

        cases |= pos_of(features) == POS_DETERMINER && (features & NUMBER_PL) != 0 ? features & CASE_ANY : 0;
    }
    return cases;
}

bool has_sure_paradigm(const struct check_run *run, const struct noun_phrase *phrase, uint32_t governed)
{
    const struct token *noun = &run->doc->tokens[phrase->noun];
    const struct lexicon *lexicon = &run->context->lexicon;

    if (phrase->has_determiner && is_kind_of(run, phrase->noun, LIST_NOUNS_WITHOUT_PLURAL)) /* "trotz den Regen" */
        return true;
    if (is_inflected_form(lexicon, with_initial(run->issues->arena, last_part(run->doc, noun), false)))
        return false;
    uint32_t numbers;

    agreeing_cases(run->doc, phrase, &numbers);
    if (is_singular_determiner(&run->doc->tokens[phrase->first]) || numbers == NUMBER_PL ||
        (phrase->has_determiner && !phrase->contracted &&
         (plural_cases_of_determiner(&run->doc->tokens[phrase->first]) & governed) == 0))
        return true;
    if (governed == CASE_DAT && phrase->has_determiner && !slice_ends(token_text(run->doc, noun), SLICE("n")) &&
        !slice_ends(token_text(run->doc, noun), SLICE("s"))) /* "nach den Sturm" is no plural */
        return true;
    for (uint16_t i = 0; i < noun->analysis.reading_count; i++)
        if (!lemma_has_plural(lexicon, noun->analysis.readings[i].lemma))
            return false;
    return true;
}

bool is_weak(const struct check_run *run, const struct token *noun)
{
    for (uint16_t i = 0; i < noun->analysis.reading_count; i++)
        if ((run->context->lexicon.lemmas[noun->analysis.readings[i].lemma].flags & LEMMA_WEAK_NOUN) == 0)
            return false;
    return noun->analysis.reading_count > 0 && noun->analysis.form != NO_ID;
}

bool is_strong_dative(const struct check_run *run, const struct noun_phrase *phrase, uint32_t cases)
{
    const struct token *noun = &run->doc->tokens[phrase->noun];
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice word = token_text(run->doc, noun);

    bool weak = false;

    if (cases != CASE_DAT || phrase->contracted || !slice_ends(word, SLICE("e")))
        return false;
    for (uint16_t i = 0; i < noun->analysis.reading_count; i++) {
        const struct reading *reading = &noun->analysis.readings[i];

        weak = weak || ((lexicon->lemmas[reading->lemma].flags & LEMMA_WEAK_NOUN) != 0 &&
                        (reading->features & NUMBER_SG) != 0 && (reading->features & CASE_NOM) != 0);
        if ((reading->features & NUMBER_SG) != 0 && (reading->features & CASE_DAT) != 0 &&
            lemma_text(lexicon, reading->lemma).len + 1 != word.len)
            return false;
    }
    return weak;
}

/* "Beamte": another dictionary has the noun under its strong form, "Beamter". Compounds go by their head. */
static bool has_strong_lemma(const struct check_run *run, const struct token *noun)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice head = last_part(run->doc, noun);
    uint32_t form =
        lexicon_form(lexicon, with_initial(run->issues->arena,
                                           arena_print(run->issues->arena, "%.*sr", (int)head.len, head.at), true));

    if (form == NO_ID)
        return false;
    const struct form_record *record = &lexicon->forms[form];
    bool strong = false;

    for (uint32_t i = 0; i < record->reading_count; i++) {
        const struct reading *reading = &lexicon->readings[record->first_reading + i];

        if ((reading->features & FEATURE_ADJECTIVAL_NOUN) == 0)
            return false;
        strong = strong || slice_ends(lemma_text(lexicon, reading->lemma), SLICE("er"));
    }
    return strong && record->frequency > 0;
}

bool is_sure_adjectival(const struct check_run *run, const struct token *noun)
{
    return noun->analysis.reading_count > 0 && is_adjectival(noun) &&
           slice_ends(token_text(run->doc, noun), SLICE("e")) &&
           (form_is(&run->context->lexicon, token_lower(noun), POS_ADJECTIVE) || has_strong_lemma(run, noun));
}

/* "Geflüchtete", "Befragte", "Verletzte": a participle by its shape, as "Konstante" is none. */
static bool looks_like_participle(struct slice word)
{
    static const char *const prefixes[] = { "Ge", "Be", "Ver", "Er", "Ange" };

    for (size_t i = 0; i < sizeof(prefixes) / sizeof(*prefixes); i++)
        if (slice_starts(word, slice_of(prefixes[i])))
            return true;
    return slice_ends(word, SLICE("enden"));
}

bool is_participle_on_n(const struct check_run *run, const struct token *noun)
{
    struct slice word = token_text(run->doc, noun);
    bool unknown = noun->analysis.form == NO_ID && slice_ends(word, SLICE("enden")); /* "Forschenden" */

    return slice_ends(word, SLICE("en")) && looks_like_participle(word) &&
           (unknown || (noun->analysis.reading_count > 0 && is_adjectival(noun))) &&
           form_is(&run->context->lexicon, token_lower(noun), POS_ADJECTIVE);
}
