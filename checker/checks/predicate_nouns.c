/* Marks a man's noun said of a woman: "Die Sängerin wurde später Produzent", "Die Autorin arbeitete als Lehrer".
 * English has one word for both; German names the woman where the dictionary has a feminine in -in. */
#include "checks/checks.h"
#include "checks/compounds.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/relatives.h"
#include "checks/verbs.h"
#include "checks/women.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* "Sänger" for "Sängerin", "Kollege" for "Kollegin": the dictionary has the man. */
static bool has_man(const struct check_run *run, struct slice woman)
{
    struct slice man = { woman.at, woman.len - 2 };

    return form_is(&run->context->lexicon, man, POS_NOUN) ||
           form_is(&run->context->lexicon, arena_print(run->issues->arena, "%.*se", (int)man.len, man.at), POS_NOUN);
}

/* "Sängerin", "Ministerpräsidentin": a feminine singular in -in, with a man of the same name. */
static bool is_woman(const struct check_run *run, const struct token *token)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        const struct reading *reading = &token->analysis.readings[i];
        struct slice lemma = reading->lemma == NO_ID ? (struct slice){ 0 } : lemma_text(lexicon, reading->lemma);

        if (pos_of(reading->features) != POS_NOUN || (reading->features & GENDER_ANY) != GENDER_F ||
            (reading->features & NUMBER_ANY) != NUMBER_SG || !slice_ends(lemma, SLICE("in")) || lemma.len < 6 ||
            ((lexicon->lemmas[reading->lemma].flags & LEMMA_PERSON) == 0 && !has_man(run, lemma)))
            return false;
    }
    return token->analysis.reading_count > 0;
}

/* "Anwältin", "Ärztin" for the same with a plain vowel: the last one before the ending. */
static struct slice with_umlaut(const struct check_run *run, struct slice word)
{
    static const char *const umlauts[][2] = { { "a", "ä" }, { "o", "ö" }, { "A", "Ä" } };

    for (size_t at = word.len - 3; at-- > 0;)
        for (size_t i = 0; i < sizeof umlauts / sizeof *umlauts; i++)
            if (word.at[at] == umlauts[i][0][0])
                return arena_print(run->issues->arena, "%.*s%s%.*s", (int)at, word.at, umlauts[i][1],
                                   (int)(word.len - at - 1), word.at + at + 1);
    return word;
}

/* The dictionary has the word, or its last part: "Direktorin" of "Flugdirektorin". */
static bool is_feminine(const struct check_run *run, const struct token *man, struct slice feminine)
{
    struct slice word = token_text(run->doc, man), part = last_part(run->doc, man);
    size_t front = (size_t)(part.at - word.at);

    return form_is(&run->context->lexicon, feminine, POS_NOUN) ||
           (front > 0 && form_is(&run->context->lexicon,
                                 with_initial(run->issues->arena, slice_from(feminine, front), true), POS_NOUN));
}

/* The feminine of "Produzent", "Nachbar", "Kollege"; empty where the dictionary has none. */
struct slice feminine_of(const struct check_run *run, const struct token *token)
{
    struct slice word = token_text(run->doc, token), stem = word, feminine = { 0 };

    bool man = false;

    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) != POS_NOUN || (features & GENDER_ANY) != GENDER_M ||
            (features & FEATURE_ADJECTIVAL_NOUN) != 0)
            return feminine;
        man = man || (features & (NUMBER_SG | CASE_NOM)) == (NUMBER_SG | CASE_NOM);
    }
    if (slice_ends(stem, SLICE("e")))
        stem.len--;
    feminine = arena_print(run->issues->arena, "%.*sin", (int)stem.len, stem.at);
    if (man && !is_feminine(run, token, feminine))
        feminine = with_umlaut(run, feminine);
    return man && is_feminine(run, token, feminine) ? feminine : (struct slice){ 0 };
}

/* "Eva Kern": the token behind her first name and surname; index itself where none begins there. */
size_t behind_name_of_woman(const struct check_run *run, size_t index)
{
    size_t end = index + 1;

    if (!in_list(run, LIST_WOMEN_FIRST_NAMES, index))
        return index;
    if (same_sentence(run, index, end) && (text_is(run, end, "von") || text_is(run, end, "de")))
        end++;
    while (same_sentence(run, index, end) && is_capitalised(token_at(run, end)) &&
           (token_at(run, end)->flags & TOKEN_QUOTED) == 0)
        end++;
    return end > index + 1 && is_capitalised(token_at(run, end - 1)) ? end : index;
}

/* The token behind the woman that opens the sentence, with her name: "Die Ministerin Eva Kern"; first when none does.
 */
static size_t behind_woman(const struct check_run *run, size_t first)
{
    struct noun_phrase phrase;
    size_t end = behind_name_of_woman(run, first);

    if (end > first)
        return end;
    if (!noun_at(run->doc, first, &phrase) || phrase.contracted || !is_woman(run, token_at(run, phrase.noun)) ||
        (agreeing_cases(run->doc, &phrase, NULL) & CASE_NOM) == 0)
        return first;
    for (end = phrase.noun + 1; same_sentence(run, first, end) && token_at(run, end)->kind == TOKEN_WORD &&
                                (token_at(run, end)->flags & TOKEN_CAPITAL) != 0;)
        end++;
    return end;
}

/* What may stand between the verb and the noun: "wurde", "später", "im Jahr 2010". */
static bool is_between(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);

    return token->kind == TOKEN_NUMBER || token_is(token, POS_ADVERB) || token_is(token, POS_PARTICLE);
}

/* The noun is the whole predicate: what follows is no name, no second part of it, no noun in apposition. */
static bool ends_predicate(const struct check_run *run, size_t noun)
{
    return !same_sentence(run, noun, noun + 1) || token_at(run, noun + 1)->kind == TOKEN_PUNCTUATION ||
           (token_at(run, noun + 1)->kind == TOKEN_WORD && (token_at(run, noun + 1)->flags & TOKEN_CAPITAL) == 0);
}

static void look_at(const struct check_run *run, size_t first)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    size_t verb = behind_woman(run, first), noun;

    if (verb == first || !same_sentence(run, first, verb + 1) || !may_be_finite(token_at(run, verb)))
        return;
    bool copula = has_lemma(lexicon, token_at(run, verb), "sein") ||
                  has_lemma(lexicon, token_at(run, verb), "werden") ||
                  has_lemma(lexicon, token_at(run, verb), "bleiben");
    bool worker = !copula && has_lemma_of(lexicon, token_at(run, verb), LIST_VERBS_OF_OFFICE);

    if (!copula && !worker)
        return;
    for (noun = verb + 1; same_sentence(run, verb, noun) && is_between(run, noun) && !text_is(run, noun, "als");)
        noun++;
    if (worker) {
        if (!text_is(run, noun, "als"))
            return;
        noun++;
    }
    if (!same_sentence(run, verb, noun) ||
        (token_at(run, noun)->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) != TOKEN_CAPITAL || !ends_predicate(run, noun) ||
        in_list(run, LIST_OFFICES_FOR_BOTH, noun))
        return;
    struct slice feminine = feminine_of(run, token_at(run, noun));

    if (feminine.len > 0)
        suggest(run, report(run, "check/predicate-gender", token_at(run, noun)->span), feminine);
}

/* ---- "Direktor Ingrid Sommer", "Eva Kern, Sprecher des Verbands" ---- */

static void report_man(const struct check_run *run, size_t noun)
{
    struct slice feminine =
        in_list(run, LIST_OFFICES_FOR_BOTH, noun) ? (struct slice){ 0 } : feminine_of(run, token_at(run, noun));

    if (feminine.len > 0)
        suggest(run, report(run, "check/predicate-gender", token_at(run, noun)->span), feminine);
}

/* A man's title right before a woman's name; "der Partner von Eva Kern" has something between them. */
static void look_at_title(const struct check_run *run, size_t name)
{
    size_t title = name - 1;

    if (name > 0 && same_clause(run->doc, title, name) && behind_name_of_woman(run, name) > name &&
        (token_at(run, title)->flags & (TOKEN_CAPITAL | TOKEN_QUOTED | TOKEN_ALL_CAPS)) == TOKEN_CAPITAL &&
        token_is(token_at(run, title), POS_NOUN) && is_person(&run->context->lexicon, token_at(run, title)))
        report_man(run, title);
}

/* Behind her name and a comma, with a genitive or a preposition behind it, up to the next mark. */
static void look_at_apposition(const struct check_run *run, size_t name)
{
    size_t comma = behind_name_of_woman(run, name), noun = comma + 1;

    if (comma == name || !text_is(run, comma, ",") || !same_sentence(run, name, noun + 2) ||
        !token_is(token_at(run, noun), POS_NOUN) || !is_person(&run->context->lexicon, token_at(run, noun)) ||
        (token_at(run, noun)->flags & (TOKEN_CAPITAL | TOKEN_QUOTED | TOKEN_ALL_CAPS)) != TOKEN_CAPITAL ||
        !(token_is(token_at(run, noun + 1), POS_PREPOSITION) || text_is(run, noun + 1, "der") ||
          text_is(run, noun + 1, "des")))
        return;
    for (size_t i = noun + 1, end = stretch_end(run, noun); i < end; i++)
        if (may_be_finite(token_at(run, i)) || token_is(token_at(run, i), POS_CONJUNCTION))
            return;
    report_man(run, noun);
}

/* "Frau Aydin,", "Maria Santos,": the comma behind the name; 0 where none is there. */
static size_t comma_behind_woman(const struct check_run *run, size_t first)
{
    size_t end = first + 1;

    if (!text_is(run, first, "Frau"))
        end = behind_name_of_woman(run, first);
    else
        while (end < first + 4 && same_sentence(run, first, end) && is_capitalised(token_at(run, end)) &&
               (token_at(run, end)->flags & TOKEN_QUOTED) == 0)
            end++;
    return end > first + 1 && text_is(run, end, ",") && same_sentence(run, first, end + 2) ? end : 0;
}

/* "Frau Aydin, der Leiter des Amts,": what she is, with a man's article, up to the next mark. */
static void look_at_determined_apposition(const struct check_run *run, size_t comma)
{
    struct noun_phrase phrase;
    size_t article = comma + 1;

    if ((!text_is(run, article, "der") && !text_is(run, article, "ein")) ||
        !noun_phrase_at(run->doc, article, &phrase) || !is_person(&run->context->lexicon, token_at(run, phrase.noun)) ||
        in_list(run, LIST_OFFICES_FOR_BOTH, phrase.noun) ||
        (agreeing_numbers(run->doc, &phrase, CASE_NOM) & NUMBER_SG) == 0)
        return;
    struct slice feminine = feminine_of(run, token_at(run, phrase.noun));
    size_t end = stretch_end(run, phrase.noun);

    if (feminine.len == 0 && slice_ends(text_at(run, phrase.noun), SLICE("er"))) { /* "der Leiter", no ladder */
        struct slice man = text_at(run, phrase.noun);

        feminine = arena_print(run->issues->arena, "%.*sin", (int)man.len, man.at);
        if (!is_feminine(run, token_at(run, phrase.noun), feminine))
            return;
    }
    if (feminine.len == 0 || (!text_is(run, end, ",") && !text_is(run, end, ".")))
        return;
    for (size_t i = phrase.noun + 1; i < end; i++)
        if (may_be_finite(token_at(run, i)) || token_is(token_at(run, i), POS_CONJUNCTION))
            return;
    report(run, "check/predicate-gender", tokens_span(run, article, phrase.noun));
}

/* "sagte Maria Santos, dessen Bruder": right behind a verb, or at the start, the name is what is meant. */
static void look_at_possessive(const struct check_run *run, size_t first, size_t comma)
{
    bool alone = first == sentence_first(run, first) ||
                 (same_sentence(run, first - 1, first) && is_surely_finite(token_at(run, first - 1)));

    if (alone && text_is(run, comma + 1, "dessen"))
        report_possessive(run, comma - 1);
}

static void look_at_woman(const struct check_run *run, size_t first)
{
    size_t comma = comma_behind_woman(run, first);

    if (comma == 0)
        return;
    look_at_determined_apposition(run, comma);
    look_at_possessive(run, first, comma);
}

bool begins_name_of_woman(const struct check_run *run, size_t i)
{
    return in_list(run, LIST_WOMEN_FIRST_NAMES, i) || text_is(run, i, "Frau");
}

void check_predicate_nouns(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_WOMAN, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_WOMAN, i + 1)) {
        look_at_woman(run, i);
        if (text_is(run, i, "Frau"))
            continue;
        look_at_title(run, i);
        look_at_apposition(run, i);
    }
    for (size_t i = 0; i < run->doc->sentence_count; i++)
        if (run->doc->sentences[i].token_count > 3)
            look_at(run, run->doc->sentences[i].first_token);
}
